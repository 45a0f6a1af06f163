import type { ComparisonTable } from '../../sizing/core/figure.ts';
import type { Letter } from '../../sizing/core/plan.ts';

/** Which row the columns are ordered by, for display only. */
export interface BoardSort {
  readonly rowId: string;
  readonly direction: 'ascending' | 'descending';
}

/** A press on a row's header: lowest first, then highest first, then the plan's own order. */
export function nextSort(sort: BoardSort | null, rowId: string): BoardSort | null {
  if (sort?.rowId !== rowId) return { rowId, direction: 'ascending' };
  return sort.direction === 'ascending' ? { rowId, direction: 'descending' } : null;
}

/** Options in display order; those without a number in that row come last, equal ones keep their order. */
export function sortedOptions<T extends { readonly letter: Letter }>(
  options: readonly T[],
  table: ComparisonTable,
  sort: BoardSort | null,
): readonly T[] {
  const row = sort && table.sections.flatMap((s) => s.rows).find((r) => r.id === sort.rowId);
  if (!row) return options;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return options.toSorted((a, b) => {
    const left = row.cells[a.letter]?.value ?? null;
    const right = row.cells[b.letter]?.value ?? null;
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
