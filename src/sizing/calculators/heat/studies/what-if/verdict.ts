import type { Cell } from '../../../../core/explanation.ts';
import { type Finding, worstOf } from '../../../../core/finding.ts';
import { counted } from '../../../../core/number-text.ts';
import type { Verdict, VerdictState } from '../../../../core/size-view.ts';
import { explainTime } from '../../explanations.ts';
import type { HeatOption } from '../../size.ts';
import { rangeText, timeCell } from '../../time-text.ts';
import { type Condition, outcomeOf } from './conditions.ts';

/** What the selected option does in each condition, the costliest first. */
export function whatIfVerdict(
  option: HeatOption,
  conditions: readonly Condition[],
  findings: readonly Finding[],
): Verdict {
  const outcomes = conditions.map((condition) => ({ condition, ...outcomeOf(option.inputs, condition) }));
  const [allUp, ...others] = outcomes;
  const stopped = others.filter(({ time }) => time === null);
  const worst = others.reduce<(typeof others)[number] | undefined>(
    (most, next) => ((next.time?.highSeconds ?? 0) > (most?.time?.highSeconds ?? 0) ? next : most),
    undefined,
  );
  const [usual, longest] = [allUp?.time, worst?.time].map((time) => (time ? rangeText(time) : ''));
  const headline =
    stopped[0] !== undefined
      ? `With ${lowered(stopped[0].condition.label)} nothing is created any more.`
      : longest === usual
        ? 'Nothing changes.'
        : `${worst?.condition.label}: ${longest} instead of ${usual}.`;
  return {
    ...stateOf(option, stopped.length > 0, findings),
    headline,
    paragraph: [
      'Each time is that of a stack started in the condition, with everything else as it is. ',
      { strong: 'Work under way on a lost engine is not queued again' },
      ' and stays in progress until its stack is acted on.',
    ],
    keyFigures: outcomes
      .filter(({ condition }) => condition.id !== 'workers' && condition.id !== 'stacks')
      .map(({ condition, time }) => ({ label: condition.label, cell: timeOf(option, condition, time) })),
    spoken: `Option ${option.letter}. ${headline}`,
  };
}

function stateOf(
  { letter }: HeatOption,
  stops: boolean,
  findings: readonly Finding[],
): { readonly state: VerdictState; readonly stateText: string } {
  const who = `Option ${letter}`;
  const number = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length;
  switch (worstOf(findings)) {
    case 'blocker':
      return {
        state: 'short',
        stateText: stops
          ? `${who} stops in one of the conditions`
          : `${who} has ${counted(number('blocker'), 'blocker')} with all up`,
      };
    case 'caution':
      return {
        state: 'changes',
        stateText: `${who} bears the conditions, with ${counted(number('caution'), 'caution')}`,
      };
    default:
      return { state: 'meets', stateText: `${who} bears the conditions` };
  }
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function timeOf(option: HeatOption, condition: Condition, time: ReturnType<typeof outcomeOf>['time']): Cell {
  if (!time) return { text: 'stops', value: null, note: 'no engine left', tone: 'bad' };
  const explain = explainTime(option, option.inputs.controllers);
  return timeCell(time, {
    formula: explain.formula,
    worked: `${condition.workedOf(option.inputs)}: ${rangeText(time)}`,
    origins: explain.origins,
    rules: explain.rules,
  });
}
