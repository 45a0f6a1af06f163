import { useDeferredValue, useMemo, useState } from 'react';
import type { DataRow, DataTable } from '../../../sizing/core/study-figures.ts';
import { nextSort, type RowFilter, shownRows, type TableSort } from './shown-rows.ts';

const noFilter: RowFilter = { text: '', byColumn: {} };

export interface TableState {
  /** All rows that pass the filter, sorted, on every page. */
  readonly rows: readonly DataRow[];
  readonly pageRows: readonly DataRow[];
  readonly page: number;
  readonly pages: number;
  readonly firstRow: number;
  readonly filter: RowFilter;
  readonly isFiltered: boolean;
  readonly sort: TableSort | null;
  readonly sortBy: (columnId: string) => void;
  readonly setText: (text: string) => void;
  readonly setExpression: (columnId: string, typed: string) => void;
  readonly clear: () => void;
  readonly goTo: (page: number) => void;
}

/** What a person has asked of the table: order, filter and page. It outlives new rows. */
export function useTableState(table: DataTable): TableState {
  const [sort, setSort] = useState<TableSort | null>(null);
  const [filter, setFilter] = useState<RowFilter>(noFilter);
  const [askedPage, setPage] = useState(0);
  // Typing comes first; the rows follow when there is time.
  const applied = useDeferredValue(filter);
  const rows = useMemo(() => shownRows(table, applied, sort), [table, applied, sort]);
  const pageSize = table.pageSize ?? Math.max(1, rows.length);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(askedPage, pages - 1);
  const restart = (next: RowFilter) => {
    setFilter(next);
    setPage(0);
  };
  return {
    rows,
    pageRows: rows.slice(page * pageSize, (page + 1) * pageSize),
    page,
    pages,
    firstRow: page * pageSize,
    filter,
    isFiltered: rows.length !== table.rows.length,
    sort,
    sortBy(columnId) {
      setSort(nextSort(sort, columnId));
      setPage(0);
    },
    setText: (text) => restart({ ...filter, text }),
    setExpression: (columnId, typed) =>
      restart({ ...filter, byColumn: { ...filter.byColumn, [columnId]: typed } }),
    clear: () => restart(noFilter),
    goTo: setPage,
  };
}
