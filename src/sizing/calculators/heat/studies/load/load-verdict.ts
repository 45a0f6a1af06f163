import type { Cell, Rich } from '../../../../core/explanation.ts';
import { type Finding, worstOf } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { Verdict } from '../../../../core/size-view.ts';
import { looseText, rangeText } from '../../time-text.ts';
import type { LoadCase, LoadedOption } from './load-case.ts';
import { ceilingSentence } from './load-chart.ts';
import { ceilingCell, perHourText, stackTimeCell, usedCell } from './load-table.ts';

const n = numberText;

export function loadVerdict(load: LoadCase, findings: readonly Finding[]): Verdict {
  const { selected } = load;
  const headline = ceilingSentence(load);
  const worst = worstOf(findings);
  return {
    state: selected.answer.kind === 'grows' ? 'short' : worst === 'caution' ? 'changes' : 'meets',
    stateText: stateTextOf(load, findings),
    headline,
    paragraph: paragraphOf(load),
    keyFigures: [
      { label: 'Full at', cell: ceilingCell(selected) },
      { label: 'Used at the load', cell: usedCell(selected) },
      { label: 'Stack time', cell: stackTimeCell(selected) },
      { label: 'Stacks in progress', cell: progressCell(selected) },
    ],
    spoken: `Option ${selected.option.letter}: ${headline}`,
  };
}

function progressCell({ answer }: LoadedOption): Cell {
  if (answer.kind === 'grows') return { text: 'grows', value: null, tone: 'bad' };
  return {
    text: n(answer.stacksInProgress, 1),
    value: answer.stacksInProgress,
    note: `99 of 100 moments: ${n(answer.mostInProgress)} at most`,
  };
}

function stateTextOf({ inputs, selected }: LoadCase, findings: readonly Finding[]): string {
  const who = `Option ${selected.option.letter}`;
  const { answer } = selected;
  if (answer.kind === 'grows')
    return `${who} does not settle: the backlog grows by ${perHourText(answer.stacksPerHour)} stacks an hour`;
  const carries = `${who} carries ${perHourText(inputs.stacksPerHour)} stacks an hour`;
  const cautions = findings.filter((f) => f.severity === 'caution').length;
  return cautions === 0 ? carries : `${carries}, with ${counted(cautions, 'caution')}`;
}

function paragraphOf({ baseline, inputs, selected }: LoadCase): Rich {
  const { answer, load } = selected;
  const start = `At ${perHourText(inputs.stacksPerHour)} stacks an hour `;
  if (answer.kind === 'grows')
    return [
      start,
      'the backlog grows by ',
      { strong: perHourText(answer.stacksPerHour) },
      ' stacks an hour.',
    ];
  const limit =
    load.limitedBy === 'CPU'
      ? ' CPU sets the limit.'
      : ` ${n(load.places)} places set the limit; CPU would allow ${perHourText(load.cpuCeilingPerHour)}.`;
  return [
    `${start}a stack takes `,
    { strong: looseText(answer.stackTime) },
    `, alone ${looseText(load.alone)}; a ${load.queues === 'resources' ? 'resource' : 'stack'} waits ${rangeText(answer.wait)} for a place.`,
    limit,
    ...againstBaseline(baseline, selected),
  ];
}

function againstBaseline(baseline: LoadedOption, selected: LoadedOption): Rich {
  if (baseline.option.letter === selected.option.letter) return [];
  const { answer, option } = baseline;
  return answer.kind === 'grows'
    ? [` ${option.name} does not settle: its backlog grows by ${perHourText(answer.stacksPerHour)} an hour.`]
    : [` ${option.name}: ${looseText(answer.stackTime)}.`];
}
