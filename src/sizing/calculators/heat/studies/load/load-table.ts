import type { Cell } from '../../../../core/explanation.ts';
import { numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { differsByAQuarter } from '../../reckoning.ts';
import { clockText, rangeText } from '../../time-text.ts';
import type { LoadCase, LoadedOption } from './load-case.ts';

const n = numberText;

/** Above this share of places or CPU a stream of stacks that comes by chance waits noticeably; a choice. */
export const comfortableShare = 0.8;

/** Stacks an hour, to about three digits. */
export function perHourText(stacks: number): string {
  return n(stacks, stacks >= 99.95 ? 0 : stacks >= 9.995 ? 1 : 2);
}

export function ceilingCell({ load, option, other }: LoadedOption): Cell {
  const { inputs, sizing } = option;
  const { ceilingPerHour, cpuCeilingPerHour, limitedBy, places } = load;
  const what =
    load.queues === 'resources'
      ? `${n(inputs.resources)} resources of ${n(inputs.secondsPerResource)} s each`
      : `stacks of ${rangeText(load.alone)} each`;
  return {
    text: perHourText(ceilingPerHour),
    value: ceilingPerHour,
    unit: '/h',
    note: `${limitedBy} set it`.replace('CPU set', 'CPU sets'),
    ...(ceilingPerHour <= inputs.stacksPerHour ? { tone: 'bad' as const } : {}),
    explain: {
      formula:
        'Places ÷ the time a task holds one, or cores ÷ CPU, whichever is less, by the machine-repair model',
      worked: `${n(places)} places for ${what}; ${n(inputs.cpuMsPerCreate)} ms CPU a create allow ${perHourText(cpuCeilingPerHour)}: ${perHourText(ceilingPerHour)} an hour`,
      origins: inputs.reckonBy === 'guide' ? ['guide', 'yours', 'assumed'] : ['release', 'yours', 'assumed'],
      rules: inputs.reckonBy === 'guide' ? ['HT-1', 'M4'] : ['R-8', 'M4'],
      ...(differsByAQuarter(ceilingPerHour, other.ceilingPerHour)
        ? { other: `${sizing.otherName}: ${perHourText(other.ceilingPerHour)}` }
        : {}),
    },
  };
}

export function stackTimeCell({ answer, load, option }: LoadedOption): Cell {
  const { inputs } = option;
  if (answer.kind === 'grows')
    return {
      text: 'grows',
      value: null,
      note: `by ${perHourText(answer.stacksPerHour)} an hour`,
      tone: 'bad',
    };
  const { highSeconds, lowSeconds } = answer.stackTime;
  return {
    text: clockText(lowSeconds),
    value: lowSeconds,
    note: `to ${clockText(highSeconds)}`,
    explain: {
      formula:
        load.queues === 'resources'
          ? 'Rough: the stack alone + for each resource of the longest chain, the wait for a place and for CPU; low: resources come one by one to one queue; high: whole levels at once, upstream dealt blindly to engines'
          : 'Rough: the stack alone + the wait of a whole stack for a place',
      worked: `Alone ${rangeText(load.alone)}; at ${perHourText(inputs.stacksPerHour)} an hour a wait of ${rangeText(answer.wait)} ${load.queues === 'resources' ? `at each of ${n(inputs.longestChain)}` : 'once'}: ${rangeText(answer.stackTime)}`,
      origins: ['yours', 'assumed'],
      rules: ['M4', inputs.reckonBy === 'guide' ? 'M1' : 'M2'],
    },
  };
}

export function usedCell({ load, option }: LoadedOption): Cell {
  const share = option.inputs.stacksPerHour / load.ceilingPerHour;
  return {
    text: `${n(share * 100, share < 0.0995 ? 1 : 0)} %`,
    value: share,
    tone: share >= 1 ? 'bad' : share > comfortableShare ? 'warn' : 'plain',
  };
}

/** Every option at the plan's rate. */
export function answersTable({ inputs, options, selected }: LoadCase): DataTable {
  return {
    kind: 'table',
    id: 'answers',
    title: `What do ${perHourText(inputs.stacksPerHour)} stacks an hour do to each option?`,
    subtitle: `Stacks of ${n(inputs.resources)} resources come by chance, reckoned by ${inputs.reckonBy === 'guide' ? 'the guide' : 'the source code'}. Times are rough. Stacks in progress: the mean, to what 99 of 100 moments do not exceed.`,
    columns: [
      { id: 'option', label: 'Option', isNumber: false },
      { id: 'places', label: 'Places', isNumber: true },
      { id: 'ceiling', label: 'Full at, set by', isNumber: true },
      { id: 'used', label: 'Used', isNumber: true },
      { id: 'time', label: 'Stack time', isNumber: true },
      { id: 'alone', label: 'Alone', isNumber: true },
      { id: 'inUse', label: 'Places in use', isNumber: true },
      { id: 'progress', label: 'Stacks in progress', isNumber: true },
    ],
    rows: options.map((one) => ({
      id: one.option.letter,
      letter: one.option.letter,
      ...(one.option.letter === selected.option.letter ? { isMarked: true } : {}),
      cells: [
        { text: one.option.name, value: null },
        { text: n(one.load.places), value: one.load.places },
        { ...ceilingCell(one), note: one.load.limitedBy },
        usedCell(one),
        stackTimeCell(one),
        { text: rangeText(one.load.alone), value: one.load.alone.lowSeconds },
        ...progressCells(one),
      ],
    })),
    isSortable: true,
    empty: 'There is no option to compare.',
  };
}

function progressCells({ answer }: LoadedOption): readonly Cell[] {
  if (answer.kind === 'grows') return [none, none];
  return [
    { text: n(answer.placesInUse, answer.placesInUse < 9.95 ? 1 : 0), value: answer.placesInUse },
    {
      text: n(answer.stacksInProgress, answer.stacksInProgress < 9.95 ? 1 : 0),
      value: answer.stacksInProgress,
      note: `to ${n(answer.mostInProgress)}`,
    },
  ];
}

const none: Cell = { text: '–', value: null };
