import { numberText } from '../../../sizing/core/number-text.ts';
import type { DataTable } from '../../../sizing/core/study-figures.ts';
import { Button } from '../../shell/button.tsx';
import styles from './data-table.module.css';
import type { TableState } from './use-table-state.ts';

interface TablePagerProps {
  readonly table: DataTable;
  readonly state: TableState;
}

/** Which rows are shown, and the way to the others. */
export function TablePager({ table, state }: TablePagerProps) {
  const { page, pages, sort } = state;
  const sorted = table.columns.find((column) => column.id === sort?.columnId);
  return (
    <div className={styles.pager}>
      <p aria-live="polite">
        {rowsText(state, table.rows.length)}
        {sorted && (
          <span className="visually-hidden">
            , sorted by {sorted.label}, {sort?.direction}
          </span>
        )}
      </p>
      {pages > 1 && (
        <nav aria-label={`Pages of “${table.title}”`}>
          <Button size="small" disabled={page === 0} onClick={() => state.goTo(page - 1)}>
            Previous
          </Button>
          <span>
            Page {numberText(page + 1)} of {numberText(pages)}
          </span>
          <Button size="small" disabled={page === pages - 1} onClick={() => state.goTo(page + 1)}>
            Next
          </Button>
        </nav>
      )}
    </div>
  );
}

/** "Rows 1–50 of 132", and what there is without the filter. */
function rowsText({ rows, pageRows, firstRow, isFiltered }: TableState, all: number): string {
  if (rows.length === 0) return `No row of ${numberText(all)} passes the filter`;
  const range =
    rows.length === 1
      ? 'Row 1'
      : `Rows ${numberText(firstRow + 1)}–${numberText(firstRow + pageRows.length)}`;
  const without = isFiltered ? `, ${numberText(all)} without the filter` : '';
  return `${range} of ${numberText(rows.length)}${without}`;
}
