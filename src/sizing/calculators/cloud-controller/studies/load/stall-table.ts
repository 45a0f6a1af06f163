import type { Cell } from '../../../../core/explanation.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import type { LoadCase, LoadedOption } from './load-case.ts';
import { rateText, requestRateText, requestsWord } from './load-text.ts';

/** "1,800", "1.2": three digits are more than a fluid knows. */
export function heldText(requests: number): string {
  return numberText(Number(requests.toPrecision(requests < 10 ? 2 : 3)));
}

export function stallTable(load: LoadCase): DataTable {
  const { failureSeconds } = load.inputs;
  return {
    kind: 'table',
    id: 'stall',
    title: `What does one process that stalls for ${numberText(failureSeconds)} s hold up?`,
    subtitle: `At ${requestRateText(load.loadPerSecond)} with everything else up. Workers that share a queue take over; a process of its own keeps what the router sends.`,
    columns: [
      { id: 'option', label: 'Option', isNumber: false },
      { id: 'held', label: 'Requests held up', isNumber: true },
      { id: 'checked', label: 'With a health check', isNumber: true },
      { id: 'longest', label: 'Longest extra delay', isNumber: true },
      { id: 'recovery', label: 'Recovered after', isNumber: true },
    ],
    rows: load.options.map((one) => ({
      id: one.option.letter,
      letter: one.option.letter,
      ...(one.option.letter === load.selected.option.letter ? { isMarked: true } : {}),
      cells: [{ text: one.option.name, value: null }, ...stallCells(load, one)],
    })),
    isSortable: true,
    empty: 'There is no option to compare.',
  };
}

function stallCells(load: LoadCase, one: LoadedOption): readonly Cell[] {
  const effect = one.stall;
  const none: Cell = { text: '–', value: null };
  if (!effect) return [{ text: 'does not settle', value: null, tone: 'bad' }, none, none, none];
  const { heldUp, heldUpWithCheck, longestSeconds, recoverySeconds } = effect;
  return [
    {
      text: heldText(heldUp),
      value: heldUp,
      unit: requestsWord(heldText(heldUp)),
      explain: {
        formula:
          'Requests inside the process + all that arrive at what it leaves short, until the backlog is gone (fluid)',
        worked: `${rateText(load.loadPerSecond / one.make.vms)} a second at each of ${counted(one.make.vms, 'VM')}, stalled for ${numberText(load.inputs.failureSeconds)} s: ${heldText(heldUp)}`,
        origins: ['yours', 'assumed'],
        rules: ['CF-9', 'R-11'],
      },
    },
    heldUpWithCheck === null
      ? { text: 'the VM stays', value: null }
      : {
          text: `at most ${heldText(heldUpWithCheck)}`,
          value: heldUpWithCheck,
          unit: requestsWord(heldText(heldUpWithCheck)),
        },
    { text: numberText(longestSeconds, 0), value: longestSeconds, unit: 's' },
    recoverySeconds > 0
      ? {
          text: numberText(recoverySeconds, recoverySeconds < 9.95 ? 1 : 0),
          value: recoverySeconds,
          unit: 's',
        }
      : { text: 'at once', value: 0 },
  ];
}
