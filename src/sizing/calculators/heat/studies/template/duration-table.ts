import type { Cell } from '../../../../core/explanation.ts';
import { numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { defaultDurations } from '../../hot/default-durations.ts';
import { clockText } from '../../time-text.ts';
import type { Durations } from './read-durations.ts';
import type { TemplateFacts } from './template-facts.ts';

const n = numberText;

/** How long each type takes, whose number it is, and what it adds up to; without a template the whole assumed table. */
export function durationTable(durations: Durations, facts: TemplateFacts | null): DataTable {
  const counts = new Map<string, number>();
  for (const { type, nestedStack } of facts?.plan.items ?? [])
    if (nestedStack === null) counts.set(type, (counts.get(type) ?? 0) + 1);
  const types = facts ? [...counts.keys()] : defaultDurations.byType.map(({ type }) => type);
  const rows = types.map((type) => ({
    type,
    count: counts.get(type) ?? 0,
    seconds: durations.secondsOf(type),
  }));
  const isAllOwn = types.length > 0 && types.every((type) => isOwn(durations, type));
  return {
    kind: 'table',
    id: 'template-durations',
    title: 'How long does each type take?',
    subtitle: isAllOwn
      ? 'All of them are yours.'
      : `Assumed until you enter what your cloud takes; every other type counts ${n(durations.otherSeconds)} s.`,
    columns: [
      { id: 'type', label: 'Type', isNumber: false },
      { id: 'seconds', label: 'Seconds each', isNumber: true },
      { id: 'origin', label: 'From', isNumber: false },
      ...(facts
        ? [
            { id: 'count', label: 'In the template', isNumber: true },
            { id: 'work', label: 'Work', isNumber: true },
          ]
        : []),
    ],
    rows: rows
      .toSorted((a, b) => b.count * b.seconds - a.count * a.seconds)
      .map(({ count, seconds, type }) => ({
        id: type,
        cells: [
          { text: type, value: null },
          secondsCell(durations, type, seconds),
          { text: isOwn(durations, type) ? 'Yours' : 'Assumed', value: null },
          ...(facts
            ? [
                { text: n(count), value: count },
                { text: clockText(count * seconds), value: count * seconds, valueUnit: 's' },
              ]
            : []),
        ],
      })),
    isSortable: true,
    pageSize: 15,
    empty: 'The template has no resource that takes time of its own.',
  };
}

/** Whether the user gave the time of a type, by its name or, where no table has it, by “other”. */
export function isOwn(durations: Durations, type: string): boolean {
  if (durations.own.has(type)) return true;
  return durations.isOtherOwn && !defaultDurations.byType.some((row) => row.type === type);
}

function secondsCell(durations: Durations, type: string, seconds: number): Cell {
  const own = isOwn(durations, type);
  return {
    text: n(seconds),
    value: seconds,
    valueUnit: 's',
    explain: {
      formula: 'Seconds from the call to the poll that finds the resource complete',
      worked: own ? `${n(seconds)} s, as entered` : `${n(seconds)} s, our guess for ${type}`,
      origins: [own ? 'yours' : 'assumed'],
      rules: [],
    },
  };
}
