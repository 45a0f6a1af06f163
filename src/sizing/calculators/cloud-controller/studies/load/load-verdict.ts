import type { Rich } from '../../../../core/explanation.ts';
import { type Finding, worstOf } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { Verdict, VerdictState } from '../../../../core/size-view.ts';
import { wording } from '../../conditions.ts';
import type { LoadCase } from './load-case.ts';
import { ceilingCell, meanCell, percentileCell, requestText, unsettledText, usedCell } from './load-cells.ts';
import { ceilingSentence } from './load-charts.ts';
import { rateText, requestRateText, requestsText, responseText } from './load-text.ts';
import { heldText } from './stall-table.ts';

/** The answer for the selected option; `simulated` is what a run says on top. */
export function loadVerdict(load: LoadCase, findings: readonly Finding[], simulated: Rich = []): Verdict {
  const { selected } = load;
  const state = stateOf(load, findings);
  const headline = ceilingSentence(load);
  return {
    state,
    stateText: stateTextOf(load, state, findings),
    headline,
    paragraph: [...atLoad(load), ...againstBaseline(load), ...stallSentence(load), ...simulated],
    keyFigures: [
      { label: 'Full at', cell: ceilingCell(load, selected) },
      { label: 'Used at the load', cell: usedCell(load, selected) },
      { label: 'Mean response', cell: shortened(meanCell(load, selected), selected.answer.kind) },
      { label: '95 of 100 within', cell: percentileCell(load, selected, 'p95') },
    ],
    spoken: `Option ${selected.option.letter}: ${headline}`,
  };
}

/** A key figure has room for a word, not for a sentence. */
function shortened(cell: ReturnType<typeof meanCell>, kind: LoadCase['selected']['answer']['kind']) {
  return kind === 'grows' ? { ...cell, text: 'grows' } : cell;
}

function stateOf({ selected }: LoadCase, findings: readonly Finding[]): VerdictState {
  if (selected.answer.kind !== 'settles') return 'short';
  const worst = worstOf(findings);
  if (worst === 'blocker') return 'short';
  return worst === 'caution' ? 'changes' : 'meets';
}

function stateTextOf(
  { loadPerSecond, selected }: LoadCase,
  state: VerdictState,
  findings: readonly Finding[],
): string {
  const who = `Option ${selected.option.letter}`;
  if (selected.answer.kind === 'nothing-left') return `${who} has nothing left to serve`;
  if (selected.answer.kind === 'grows') return `${who} ${unsettledText(selected)}`;
  const carries = `${who} carries ${requestRateText(loadPerSecond)}`;
  if (state === 'meets') return carries;
  const cautions = findings.filter((f) => f.severity === 'caution').length;
  return `${carries}, with ${counted(cautions, 'caution')}`;
}

function atLoad(load: LoadCase): Rich {
  const { condition, loadPerSecond, selected } = load;
  const start = `A request takes ${requestText(load)} alone. At ${rateText(loadPerSecond)} a second ${wording[condition].having} `;
  const { answer } = selected;
  if (answer.kind === 'nothing-left') return [`${start}no VM is left.`];
  if (answer.kind === 'grows')
    return [start, 'it ', { strong: unsettledText(selected) }, ', for as long as the load lasts.'];
  const p95 = answer.percentiles?.p95;
  return [
    `${start}it takes `,
    { strong: responseText(answer.meanSeconds) },
    ' on average',
    ...(p95 === undefined
      ? ['.']
      : [', and 95 of 100 are answered within ', { strong: responseText(p95) }, '.']),
  ];
}

function againstBaseline({ baseline, selected }: LoadCase): Rich {
  if (baseline.option.letter === selected.option.letter || selected.answer.kind !== 'settles') return [];
  const name = baseline.option.name;
  if (baseline.answer.kind === 'settles')
    return [` ${name}: `, { strong: responseText(baseline.answer.meanSeconds) }, ' on average.'];
  return [` ${name} ${baseline.answer.kind === 'grows' ? unsettledText(baseline) : 'has nothing left'}.`];
}

/** "One process stalls for 30 s: Today holds up 1,800 requests, recovered 90 s later; Profile 4 1.2." */
function stallSentence(load: LoadCase): Rich {
  const said = [load.baseline, load.selected]
    .filter((one, index, all) => all.findIndex((o) => o.option.letter === one.option.letter) === index)
    .flatMap((one) => {
      const effect = one.stall;
      if (!effect) return [];
      const until =
        effect.recoverySeconds >= 0.5
          ? ` and needs ${numberText(effect.recoverySeconds, 0)} s more to recover`
          : '';
      return [`${one.option.name} holds up about ${requestsText(heldText(effect.heldUp))}${until}`];
    });
  if (said.length === 0) return [];
  return [
    ` When one process stalls for ${numberText(load.inputs.failureSeconds)} s and the router keeps sending, ${said.join('; ')}.`,
  ];
}
