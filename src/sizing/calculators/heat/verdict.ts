import type { Rich } from '../../core/explanation.ts';
import { type Finding, worstOf } from '../../core/finding.ts';
import { capitalised, counted, numberText } from '../../core/number-text.ts';
import type { Verdict, VerdictState } from '../../core/size-view.ts';
import { engineOverflowOf } from './advice.ts';
import { allUpCell, ceilingCell, controllerLostCell, engineTotalCell } from './cells.ts';
import { otherCeiling } from './explanations.ts';
import { marginText } from './figures.ts';
import { headlineOf } from './headline.ts';
import { differsByAQuarter } from './reckoning.ts';
import type { HeatComparison, HeatOption } from './size.ts';
import { looseRange, looseText, rangeText } from './time-text.ts';

const n = numberText;

/** The answer to the comparison; its state is exactly as bad as the worst advice. */
export function verdictOf(comparison: HeatComparison, findings: readonly Finding[]): Verdict {
  const { baseline, selected } = comparison;
  const state = stateOf(findings);
  return {
    state,
    stateText: stateTextOf(selected, state, findings),
    headline: headlineOf(comparison),
    paragraph: paragraphOf(comparison),
    keyFigures: [
      { label: 'Stack time', cell: allUpCell(selected) },
      { label: 'With a controller lost', cell: controllerLostCell(selected) },
      { label: 'DB connections', cell: ceilingCell(selected) },
      { label: 'Engine workers', cell: engineTotalCell(selected, baseline) },
    ],
    spoken: `Option ${selected.letter}: ${rangeText(selected.sizing.shown.allUp)}, ${counted(selected.sizing.shown.ceiling.total, 'connection')}${marginText(selected)}.`,
  };
}

function stateOf(findings: readonly Finding[]): VerdictState {
  const worst = worstOf(findings);
  if (worst === 'blocker') return 'short';
  return worst === 'caution' ? 'changes' : 'meets';
}

function stateTextOf(option: HeatOption, state: VerdictState, findings: readonly Finding[]): string {
  const who = `Option ${option.letter}`;
  if (state === 'meets') return `${who} meets the target.`;
  if (state === 'short') return shortText(who, option, findings);
  if (findings.some((f) => f.id === 'H5')) return `${who} meets the target, check one release setting`;
  const cautions = findings.filter((f) => f.severity === 'caution').length;
  return `${who} meets the target, with ${counted(cautions, 'caution')}`;
}

function shortText(who: string, { inputs, sizing }: HeatOption, findings: readonly Finding[]): string {
  const isThere = (id: string) => findings.some((f) => f.id === id && f.severity === 'blocker');
  if (isThere('H3')) return `${who} cannot create a stack of ${counted(inputs.resources, 'resource')}`;
  if (isThere('H2') && sizing.free !== null) {
    return `${who} may open ${counted(sizing.shown.ceiling.total - sizing.free, 'connection')} too many`;
  }
  if (isThere('H1')) return `${who} falls short of the pool rule`;
  return `${who} misses the target time`;
}

function paragraphOf({ baseline, selected }: HeatComparison): Rich {
  return [
    ...timeSentence(selected, baseline),
    ...connectionSentence(selected),
    ...limitSentence(selected, baseline),
  ];
}

function timeSentence(selected: HeatOption, baseline: HeatOption): Rich {
  const { resources, stacksAtOnce } = selected.inputs;
  const what =
    stacksAtOnce === 1
      ? `A stack of ${counted(resources, 'resource')} takes `
      : `${n(stacksAtOnce)} stacks of ${counted(resources, 'resource')} take `;
  const here = looseRange(selected.sizing.shown.allUp);
  const there = looseRange(baseline.sizing.shown.allUp);
  const before =
    here.text === there.text && here.unit === there.unit
      ? ''
      : ` instead of ${there.text}${here.unit === there.unit ? '' : ` ${there.unit}`}`;
  const upstream = otherTime(selected);
  return [what, { strong: looseText(selected.sizing.shown.allUp) }, `${before}${upstream}. `];
}

/** The other reckoning's time in brackets, where it would say something else. */
function otherTime({ sizing }: HeatOption): string {
  const [shown, other] = [sizing.shown.allUp, sizing.other.allUp];
  const differs =
    differsByAQuarter(shown.lowSeconds, other.lowSeconds) ||
    differsByAQuarter(shown.highSeconds, other.highSeconds);
  return differs ? ` (${sizing.otherName}: ${looseText(other)})` : '';
}

function connectionSentence(option: HeatOption): Rich {
  const { inputs, sizing } = option;
  const overflow = engineOverflowOf(inputs);
  const raised =
    overflow > inputs.overflow
      ? `with overflow raised to ${n(overflow)}`
      : overflow === 0
        ? 'with no overflow'
        : `with overflow ${n(overflow)}`;
  const total = sizing.shown.ceiling.total;
  const other = otherCeiling(option);
  const beside = other === null ? '' : ` (${other})`;
  return [
    `Pool ${n(inputs.poolSize)} ${raised} caps Heat at `,
    { strong: n(total) },
    ` ${total === 1 ? 'connection' : 'connections'}${beside}. `,
  ];
}

function limitSentence(selected: HeatOption, baseline: HeatOption): Rich {
  const { free } = selected.sizing;
  const spare =
    free === null ? 'what the database can spare is not known.' : `the database can spare ${n(free)}.`;
  if (selected.letter === baseline.letter) return [capitalised(spare)];
  const owner =
    baseline.name === 'Today' ? 'Today’s settings' : `Option ${baseline.letter}, ${baseline.name},`;
  return [`${owner} may open `, { strong: n(baseline.sizing.shown.ceiling.total) }, `; ${spare}`];
}
