import type { RowOrder } from './row-order.ts';

/** A row outside limits. */
export interface Miss {
  readonly row: number;
  /** By which share of its limits it lies outside, all of them together. */
  readonly share: number;
  readonly hurdle: number;
}

/** Rejected rows as far as they are worth naming; `addMiss` keeps them so. */
export interface Misses {
  /** Those that lie outside by the least, in order. */
  readonly nearest: Miss[];
  /** The one that takes the least to let in: by hurdle first, then by share. */
  easiest: Miss | undefined;
}

const mostNearest = 50;

/**
 * What stands between a row and fitting: 0 one limit to raise, 1 several, and 2 more for a fleet larger than any the
 * form accepts, which no raise lets in.
 */
export function hurdleOf(limitsPassed: number, isTooLarge: boolean): number {
  return (limitsPassed > 1 ? 1 : 0) + (isTooLarge ? 2 : 0);
}

/** Whether no row outside by at least this share, with at least this hurdle, is worth naming. */
export function isFar({ easiest, nearest }: Misses, share: number, hurdle: number): boolean {
  const last = nearest[mostNearest - 1];
  if (!last || share <= last.share || !easiest) return false;
  return hurdle > easiest.hurdle || (hurdle === easiest.hurdle && share > easiest.share);
}

/** Rows that lie equally far outside stand in the order of the goal. */
export function addMiss(misses: Misses, miss: Miss, { compare }: RowOrder): void {
  const { easiest, nearest } = misses;
  const isNearer = (other: Miss) =>
    miss.share < other.share || (miss.share === other.share && compare(miss.row, other.row) < 0);
  if (!easiest || miss.hurdle < easiest.hurdle || (miss.hurdle === easiest.hurdle && isNearer(easiest)))
    misses.easiest = miss;
  const last = nearest[mostNearest - 1];
  if (last && !isNearer(last)) return;
  const position = nearest.findIndex(isNearer);
  nearest.splice(position < 0 ? nearest.length : position, 0, miss);
  if (nearest.length > mostNearest) nearest.pop();
}
