import { useId, useMemo, useRef, useState } from 'react';
import type { Edit } from '../../sizing/core/finding.ts';
import type { DataTable } from '../../sizing/core/study-figures.ts';
import { Button } from '../shell/button.tsx';
import chartStyles from './chart-figure.module.css';
import styles from './data-table/data-table.module.css';
import { tableCsv } from './data-table/table-csv.ts';
import { TableHead } from './data-table/table-head.tsx';
import { TablePager } from './data-table/table-pager.tsx';
import { TableRow } from './data-table/table-row.tsx';
import { type TableState, useTableState } from './data-table/use-table-state.ts';
import { saveBlob } from './save-blob.ts';
import { useOverflows } from './use-overflows.ts';

interface DataTableFigureProps {
  readonly table: DataTable;
  readonly onEdit: (edit: Edit) => void;
}

/** Fewer rows than this are read faster than they are filtered. */
const leastRowsToFilter = 12;

/** A table to sort, filter, page through and act on; its numbers say where they come from. */
export function DataTableFigure({ table, onEdit }: DataTableFigureProps) {
  const titleId = useId();
  const state = useTableState(table);
  const canFilter = table.isSortable && table.rows.length >= leastRowsToFilter;
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  const save = () =>
    saveBlob(new Blob([tableCsv(table.columns, state.rows)], { type: 'text/csv' }), `${table.id}.csv`);
  return (
    <figure className={`${chartStyles.figure} ${styles.figure}`} aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId}>{table.title}</h2>
        <p>{table.subtitle}</p>
      </figcaption>
      {canFilter && (
        <Filters
          table={table}
          state={state}
          areFiltersOpen={areFiltersOpen}
          onToggle={() => setFiltersOpen(!areFiltersOpen)}
        />
      )}
      {table.rows.length === 0 ? (
        <p className={styles.empty}>{table.empty}</p>
      ) : (
        <>
          <Rows table={table} state={state} areFiltersOpen={canFilter && areFiltersOpen} onEdit={onEdit} />
          {(canFilter || state.pages > 1) && <TablePager table={table} state={state} />}
          <footer className={chartStyles.actions}>
            <button type="button" onClick={save}>
              Save CSV
            </button>
          </footer>
        </>
      )}
    </figure>
  );
}

interface FiltersProps {
  readonly table: DataTable;
  readonly state: TableState;
  readonly areFiltersOpen: boolean;
  readonly onToggle: () => void;
}

function Filters({ table, state, areFiltersOpen, onToggle }: FiltersProps) {
  const isAsked = state.filter.text !== '' || Object.values(state.filter.byColumn).some(Boolean);
  return (
    <div className={styles.toolbar}>
      <label>
        Find
        <input
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={state.filter.text}
          onChange={(event) => state.setText(event.target.value)}
        />
      </label>
      {table.columns.some((column) => column.isNumber) && (
        <Button size="small" aria-expanded={areFiltersOpen} onClick={onToggle}>
          Filter numbers
        </Button>
      )}
      {isAsked && (
        <Button size="small" look="quiet" onClick={state.clear}>
          Clear filter
        </Button>
      )}
      {areFiltersOpen && (
        <p>
          Under a heading, write <code>&gt;=8</code>, <code>&lt;32 &amp; &gt;4</code> or <code>8 | 16</code>.
        </p>
      )}
    </div>
  );
}

interface RowsProps {
  readonly table: DataTable;
  readonly state: TableState;
  readonly areFiltersOpen: boolean;
  readonly onEdit: (edit: Edit) => void;
}

function Rows({ table, state, areFiltersOpen, onEdit }: RowsProps) {
  const region = useRef<HTMLElement>(null);
  const overflows = useOverflows(region);
  const hasFixes = table.rows.some((row) => row.fix !== undefined);
  const digits = useDigits(table);
  return (
    <section
      ref={region}
      className={styles.scroll}
      aria-label={`${table.title}, table`}
      tabIndex={overflows ? 0 : undefined}
    >
      <table className={styles.table}>
        <caption className="visually-hidden">
          {table.title} {table.subtitle}
        </caption>
        <TableHead
          table={table}
          state={state}
          digits={digits}
          hasFixes={hasFixes}
          areFiltersOpen={areFiltersOpen}
        />
        <tbody>
          {state.pageRows.map((row) => (
            <TableRow
              key={row.id}
              row={row}
              columns={table.columns}
              digits={digits}
              hasFixes={hasFixes}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same list for as long as its numbers are: with another one every row would be drawn anew. */
function useDigits(table: DataTable): ReturnType<typeof digitsOf> {
  const needed = useMemo(() => digitsOf(table), [table]);
  const [digits, setDigits] = useState(needed);
  const isSame = digits.length === needed.length && digits.every((digit, i) => digit === needed[i]);
  if (!isSame) setDigits(needed);
  return isSame ? digits : needed;
}

/** Columns with notes behind their numbers: the widest number in characters, so that digits stay aligned. */
function digitsOf(table: DataTable): readonly (number | undefined)[] {
  return table.columns.map((column, i) => {
    const cells = table.rows.flatMap((row) => row.cells[i] ?? []);
    if (!column.isNumber || !cells.some((cell) => cell.note)) return undefined;
    return Math.max(...cells.map(({ text, unit }) => text.length + (unit ? unit.length + 1 : 0)));
  });
}
