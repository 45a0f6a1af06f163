import { csvText } from '../../../sizing/core/csv-text.ts';
import type { DataRow, DataTable } from '../../../sizing/core/study-figures.ts';

/**
 * The rows as CSV: numbers as numbers with their common unit in the heading, and a column of its own for what stands
 * behind them in small print.
 */
export function tableCsv(columns: DataTable['columns'], rows: readonly DataRow[]): string {
  const hasLetters = rows.some((row) => row.letter !== undefined);
  const plans = columns.map((column, index) => ({
    index,
    isNumber: column.isNumber,
    heading: headingOf(column.label, column.isNumber, rows, index),
    noteHeading: rows.some((row) => row.cells[index]?.note) ? `${column.label}, note` : undefined,
  }));
  const lines = rows.map((row) => [
    ...(hasLetters ? [row.letter ?? ''] : []),
    ...plans.flatMap(({ index, isNumber, noteHeading }) => {
      const cell = row.cells[index];
      const value = isNumber && cell?.value != null ? cell.value : (cell?.text ?? '');
      return noteHeading === undefined ? [value] : [value, cell?.note ?? ''];
    }),
  ]);
  const headings = plans.flatMap(({ heading, noteHeading }) =>
    noteHeading === undefined ? [heading] : [heading, noteHeading],
  );
  return csvText([[...(hasLetters ? ['Option'] : []), ...headings], ...lines]);
}

function headingOf(label: string, isNumber: boolean, rows: readonly DataRow[], index: number): string {
  const units = new Set(rows.map((row) => row.cells[index]?.valueUnit ?? row.cells[index]?.unit ?? ''));
  const [unit = ''] = units;
  return isNumber && units.size === 1 && unit !== '' && !label.includes(unit) ? `${label} (${unit})` : label;
}
