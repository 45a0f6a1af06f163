import type { DataRow, DataTable } from '../../../sizing/core/study-figures.ts';
import { readExpression } from './expression.ts';

export interface TableSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

export interface RowFilter {
  /** Every word must be found somewhere in the row. */
  readonly text: string;
  /** Expressions by column id. One that cannot be read filters nothing; its field says so. */
  readonly byColumn: Readonly<Record<string, string>>;
}

/** All rows that pass the filter, in the order asked for; the table's own order without a sort. */
export function shownRows(
  table: Pick<DataTable, 'columns' | 'rows'>,
  filter: RowFilter,
  sort: TableSort | null,
): readonly DataRow[] {
  return sortedRows(table.columns, filteredRows(table, filter), sort);
}

function filteredRows(table: Pick<DataTable, 'columns' | 'rows'>, filter: RowFilter): readonly DataRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const tests = table.columns.flatMap((column, index) => {
    const typed = filter.byColumn[column.id];
    const expression = typed ? readExpression(typed) : undefined;
    return expression?.ok ? [{ index, test: expression.test }] : [];
  });
  if (words.length === 0 && tests.length === 0) return table.rows;
  return table.rows.filter((row) => {
    const isPassed = tests.every(({ index, test }) => {
      const cell = row.cells[index];
      return cell !== undefined && test(cell);
    });
    if (!isPassed || words.length === 0) return isPassed;
    const text = searchText(row);
    return words.every((word) => text.includes(word));
  });
}

/** What a person sees of a row, for plain words to be found in. */
function searchText(row: DataRow): string {
  const option = row.letter ? `option ${row.letter} ` : '';
  return (
    option + row.cells.map(({ text, unit = '', note = '' }) => `${text} ${unit} ${note}`).join(' ')
  ).toLowerCase();
}

// Host names and sizes read as numbers where they hold numbers: "api/2" comes before "api/10".
const collator = new Intl.Collator('en', { numeric: true });

/** Rows by one column, without touching the order of equal ones; cells without a number stay last either way. */
function sortedRows(
  columns: DataTable['columns'],
  rows: readonly DataRow[],
  sort: TableSort | null,
): readonly DataRow[] {
  const index = columns.findIndex((column) => column.id === sort?.columnId);
  const column = columns[index];
  if (!sort || !column) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const left = a.cells[index];
    const right = b.cells[index];
    if (!column.isNumber) return sign * collator.compare(left?.text ?? '', right?.text ?? '');
    const [x, y] = [left?.value ?? null, right?.value ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}

/** A click on a heading: ascending, then descending, then the table's own order again. */
export function nextSort(sort: TableSort | null, columnId: string): TableSort | null {
  if (sort?.columnId !== columnId) return { columnId, direction: 'ascending' };
  return sort.direction === 'ascending' ? { columnId, direction: 'descending' } : null;
}
