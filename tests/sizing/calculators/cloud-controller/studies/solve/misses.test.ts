import { describe, expect, it } from 'vitest';
import type {
  Miss,
  Misses,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/misses.ts';
import {
  addMiss,
  hurdleOf,
  isFar,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/misses.ts';
import type { RowOrder } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/row-order.ts';

/** Of rows that lie equally far outside the one with the larger number is better. */
const order: RowOrder = { by: 'vcpu', valueAt: (row) => -row, compare: (a, b) => b - a };

function missesOf(found: readonly Miss[]): Misses {
  const misses: Misses = { nearest: [], easiest: undefined };
  for (const miss of found) addMiss(misses, miss, order);
  return misses;
}

const miss = (row: number, share: number, hurdle = 0): Miss => ({ row, share, hurdle });
const rowsOf = ({ nearest }: Misses) => nearest.map(({ row }) => row);
const fifty = Array.from({ length: 50 }, (_, row) => miss(row, row + 1));

describe('hurdleOf', () => {
  it.each([
    [0, false, 0],
    [1, false, 0],
    [2, false, 1],
    [3, false, 1],
    [1, true, 2],
    [2, true, 3],
  ])('of %d limits passed, too large: %o, is %d', (limitsPassed, isTooLarge, hurdle) => {
    expect(hurdleOf(limitsPassed, isTooLarge)).toBe(hurdle);
  });
});

describe('addMiss', () => {
  it('keeps those nearest first, and those equally near in the order of the goal', () => {
    expect(rowsOf(missesOf([miss(1, 0.5), miss(2, 0.1), miss(3, 0.5), miss(4, 0.9), miss(5, 0.1)]))).toEqual([
      5, 2, 3, 1, 4,
    ]);
  });

  it('keeps fifty, and lets only a nearer one in', () => {
    expect(rowsOf(missesOf([...fifty, miss(99, 51)]))).toEqual(fifty.map(({ row }) => row));
    expect(rowsOf(missesOf([...fifty, miss(99, 0.5)]))).toEqual([
      99,
      ...fifty.slice(0, 49).map(({ row }) => row),
    ]);
    // As far outside as the last and better by the goal, or worse.
    expect(rowsOf(missesOf([...fifty, miss(99, 50)])).at(-1)).toBe(99);
    expect(rowsOf(missesOf([...fifty, miss(-1, 50)])).at(-1)).toBe(49);
  });

  it('remembers the easiest by its hurdle, then by its share, then by the goal', () => {
    const easiestOf = (...found: readonly Miss[]) => missesOf(found).easiest?.row;
    expect(easiestOf(miss(1, 0.1, 1), miss(2, 0.9, 0))).toBe(2);
    expect(easiestOf(miss(2, 0.9, 0), miss(1, 0.1, 1))).toBe(2);
    expect(easiestOf(miss(1, 0.5), miss(2, 0.4), miss(3, 0.6))).toBe(2);
    expect(easiestOf(miss(1, 0.5), miss(2, 0.5))).toBe(2);
    expect(easiestOf(miss(2, 0.5), miss(1, 0.5))).toBe(2);
    // Also one that is too far outside to be among the nearest.
    expect(missesOf([...fifty.map((one) => ({ ...one, hurdle: 1 })), miss(99, 70)]).easiest?.row).toBe(99);
  });
});

describe('isFar', () => {
  it('is never so while fewer than fifty are known', () => {
    expect(isFar(missesOf(fifty.slice(1)), 1000, 3)).toBe(false);
  });

  it('is so behind the last of the nearest, where it is no easier to let in', () => {
    // The last lies outside by 50; the easiest by 1, with no hurdle.
    const misses = missesOf(fifty);
    expect(isFar(misses, 51, 0)).toBe(true);
    expect(isFar(misses, 50, 0)).toBe(false);
    expect(isFar(misses, 51, 1)).toBe(true);
    expect(isFar(misses, 49, 1)).toBe(false);
  });

  it('is not so where it may be the easiest: by less of a hurdle, or with the same by no more', () => {
    const hard = missesOf(fifty.map((one) => ({ ...one, hurdle: 1 })));
    expect(isFar(hard, 51, 0)).toBe(false);
    const apart = missesOf([...fifty.map((one) => ({ ...one, hurdle: 1 })), miss(99, 70)]);
    expect(isFar(apart, 60, 0)).toBe(false);
    expect(isFar(apart, 70, 0)).toBe(false);
    expect(isFar(apart, 71, 0)).toBe(true);
    expect(isFar(apart, 60, 1)).toBe(true);
  });
});
