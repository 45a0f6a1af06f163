import type { Cell } from '../../../../core/explanation.ts';
import { capitalised, counted, numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import type { LoadCase } from './load-case.ts';
import { msCell } from './load-cells.ts';
import { requestRateText, responseText, shareText } from './load-text.ts';
import { mostRequests, slowMsOf, traceOf } from './run-config.ts';
import type { SimulatedOption } from './simulated-option.ts';

/** Theory and simulation further apart than this are pointed out. */
const notableGap = 0.1;

/** "simulated, seed 7, 100,000 requests": how a number came about. */
export function runLabel(load: LoadCase): string {
  const { failureKind, runLength, runRequests, runSeconds, seed } = load.inputs;
  const trace = traceOf(load);
  if (trace)
    return `simulated, seed ${numberText(seed)}, the ${counted(trace.durationsMs.length, 'request')} of your log`;
  const isTimed = failureKind !== 'none' || runLength === 'seconds';
  const isCut = isTimed && runSeconds * load.loadPerSecond > mostRequests;
  const length = isTimed
    ? `${numberText(runSeconds)} s${isCut ? `, ended after ${numberText(mostRequests)} requests` : ''}`
    : counted(runRequests, 'request');
  return `simulated, seed ${numberText(seed)}, ${length}`;
}

/** By how much the simulated mean is above the curve, as a share; undefined where they answer different questions. */
export function gapOf(load: LoadCase, { one, result }: SimulatedOption): number | undefined {
  if (load.inputs.failureKind !== 'none' || one.answer.kind !== 'settles' || !result.response)
    return undefined;
  return result.response.meanMs / 1000 / one.answer.meanSeconds - 1;
}

export function isNotable(gap: number | undefined): gap is number {
  return gap !== undefined && Math.abs(gap) > notableGap;
}

/** What the simulation found, beside what the curves say. */
export function runTable(load: LoadCase, finished: readonly SimulatedOption[]): DataTable {
  const slow = responseText(slowMsOf(load) / 1000);
  const missing = load.options.filter((o) => !finished.some((f) => f.one === o)).map((o) => o.option.letter);
  return {
    kind: 'table',
    id: 'simulated',
    title: 'What did the simulation find?',
    subtitle: `${capitalised(runLabel(load))} an option, at ${requestRateText(load.loadPerSecond)}${failureText(load)}. ± is a 95 % confidence interval, shown where it can be trusted.${missing.length > 0 ? ` Not simulated: ${missing.join(', ')}.` : ''}`,
    columns: [
      { id: 'option', label: 'Option', isNumber: false },
      { id: 'count', label: 'Answered', isNumber: true },
      { id: 'mean', label: 'Mean', isNumber: true },
      { id: 'curve', label: 'The curve says', isNumber: true },
      { id: 'gap', label: 'Simulated against curve', isNumber: true },
      { id: 'p95', label: '95 of 100 within', isNumber: true },
      { id: 'p99', label: '99 of 100 within', isNumber: true },
      { id: 'max', label: 'Longest', isNumber: true },
      { id: 'slow', label: `Longer than ${slow}`, isNumber: true },
      { id: 'failed', label: 'Failed', isNumber: true },
    ],
    rows: finished.map((simulated) => {
      const { letter, name } = simulated.one.option;
      return {
        id: letter,
        letter,
        ...(letter === load.selected.option.letter ? { isMarked: true } : {}),
        cells: [{ text: name, value: null }, ...runCells(load, simulated)],
      };
    }),
    isSortable: true,
    empty: 'No option was finished.',
  };
}

function runCells(load: LoadCase, simulated: SimulatedOption): readonly Cell[] {
  const { one, result } = simulated;
  const { response } = result;
  const none: Cell = { text: '–', value: null };
  const failed = failedOf(simulated);
  const failedCell: Cell = {
    text: numberText(failed),
    value: failed,
    ...(failed > 0 ? { tone: 'bad' } : {}),
  };
  const curve = one.answer.kind === 'settles' ? msCell(one.answer.meanSeconds) : none;
  if (!response) return [{ text: '0', value: 0 }, none, curve, none, none, none, none, none, failedCell];
  // A run in which something fails, or queues grow, has no steady mean that an interval could be about.
  const isSteady = load.inputs.failureKind === 'none' && one.answer.kind === 'settles';
  const isTrusted = isSteady && response.confidence === 'trustworthy';
  const gap = gapOf(load, simulated);
  return [
    { text: numberText(response.count), value: response.count },
    {
      ...msCell(response.meanMs / 1000),
      note:
        isTrusted && response.meanHalfWidthMs !== null
          ? plusMinus(response.meanHalfWidthMs)
          : 'no interval to trust',
      explain: {
        formula:
          'Mean over the requests of one simulated run, its first tenth left out unless something fails',
        worked: `${capitalised(runLabel(load))}: ${numberText(response.meanMs, 1)} ms over ${counted(response.count, 'request')}`,
        origins: ['assumed', 'yours'],
        rules: ['R-11', 'R-12'],
      },
    },
    curve,
    gap === undefined
      ? none
      : {
          text: `${gap >= 0 ? '+' : '−'}${shareText(Math.abs(gap))}`,
          value: gap,
          tone: isNotable(gap) ? 'warn' : 'plain',
        },
    {
      ...msCell(response.p95Ms / 1000),
      ...(isTrusted && response.p95HalfWidthMs !== null ? { note: plusMinus(response.p95HalfWidthMs) } : {}),
    },
    msCell(response.p99Ms / 1000),
    msCell(response.maxMs / 1000),
    { text: numberText(response.slowCount), value: response.slowCount },
    failedCell,
  ];
}

/** Requests that got no answer: refused, lost, or for ever in a process that does not come back. */
export function failedOf({ result }: SimulatedOption): number {
  const { lost, noBackend, refused, unreachable } = result.errors;
  return lost + noBackend + refused + unreachable + result.unfinished;
}

function plusMinus(halfWidthMs: number): string {
  return `± ${numberText(halfWidthMs, halfWidthMs < 9.95 ? 1 : 0)}`;
}

/** ", one process stalled from 60 s to 90 s". */
export function failureText({ inputs }: LoadCase): string {
  const { failureAtSeconds, failureKind, failureScope, failureSeconds } = inputs;
  if (failureKind === 'none') return '';
  const what = failureScope === 'worker' ? 'one process' : 'one VM';
  const from = `from ${numberText(failureAtSeconds)} s to ${numberText(failureAtSeconds + failureSeconds)} s`;
  return `, ${what} ${failureKind === 'stall' ? 'stalled' : 'down after a crash'} ${from}`;
}
