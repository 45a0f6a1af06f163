import type { Cell } from '../../../../core/explanation.ts';
import type { Fix } from '../../../../core/finding.ts';
import { numberText } from '../../../../core/number-text.ts';
import type { DataRow, DataTable } from '../../../../core/study-figures.ts';
import { conditionOf, wording } from '../../conditions.ts';
import type { SizedFleet } from '../../size.ts';
import { type FieldRange, fieldLabel, fieldRanges, fieldRule } from './field-ranges.ts';
import { limitsOf } from './question.ts';

/** Each number of the selected option, alone, as far as the target allows. */
export function rangesTable(option: SizedFleet): DataTable {
  const { inputs, letter, sizing } = option;
  const condition = conditionOf(inputs.survive);
  const having = condition === 'all' ? '' : ` ${wording[condition].having}`;
  return {
    kind: 'table',
    id: 'ranges',
    title: 'How far can each number go?',
    subtitle: `Option ${letter}, one number at a time, all others as they are: it must carry ${numberText(sizing.load)}${having}, within the limits.`,
    columns: [
      { id: 'field', label: 'Number', isNumber: false },
      { id: 'now', label: 'Now', isNumber: true },
      { id: 'smallest', label: 'Smallest', isNumber: true },
      { id: 'largest', label: 'Largest', isNumber: true },
    ],
    rows: [...fieldRanges(option).map(rangeRow), ...sumRows(option)],
    isSortable: false,
    empty: 'Select an option to see how far its numbers can go.',
  };
}

function rangeRow(range: FieldRange): DataRow {
  const fix = fixOf(range);
  return {
    id: range.field,
    isMarked: fix !== undefined,
    cells: [
      { text: fieldLabel(range.field), value: null },
      { ...cellOf(range.now), ...(isInside(range) ? {} : { tone: 'bad' }) },
      boundCell(range, 0),
      boundCell(range, 1),
    ],
    ...(fix ? { fix } : {}),
  };
}

/** What is reckoned from several fields: the load the option carries, and the connections it may open. */
function sumRows({ inputs, sizing }: SizedFleet): readonly DataRow[] {
  const carried = sizing.carries[conditionOf(inputs.survive)];
  const { total } = sizing.connections[inputs.reckon];
  const free = limitsOf(inputs).connections;
  const none: Cell = { text: 'no bound', value: null };
  return [
    {
      id: 'load',
      cells: [
        { text: 'Load to carry', value: null },
        { ...cellOf(sizing.load), ...(sizing.load > carried ? { tone: 'bad' } : {}) },
        none,
        cellOf(carried),
      ],
    },
    {
      id: 'connections-free',
      cells: [
        { text: 'DB connections free', value: null },
        Number.isFinite(free)
          ? { ...cellOf(free), ...(free < total ? { tone: 'bad' } : {}) }
          : { text: 'no check', value: null },
        cellOf(total),
        none,
      ],
    },
  ];
}

function isInside({ now, range }: FieldRange): boolean {
  return range !== undefined && now >= range[0] && now <= range[1];
}

function cellOf(value: number): Cell {
  return { text: numberText(value), value };
}

function boundCell({ field, isOpen, range }: FieldRange, side: 0 | 1): Cell {
  if (!range) return { text: 'none does', value: null };
  return {
    ...cellOf(range[side]),
    ...(isOpen[side] ? { note: 'as far as it goes' } : {}),
    explain: {
      formula: 'Every value tried, all other numbers as they are',
      worked: `${numberText(range[0])} to ${numberText(range[1])}`,
      origins: ['guide', 'yours'],
      rules: [fieldRule(field)],
    },
  };
}

/** The nearest value that meets the target, where the present one does not. */
function fixOf(range: FieldRange): Fix | undefined {
  if (!range.range || isInside(range)) return undefined;
  const value = range.now < range.range[0] ? range.range[0] : range.range[1];
  return { label: `Use ${numberText(value)}`, edit: { kind: 'set', inputs: { [range.field]: value } } };
}
