import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import { dividedByLimits } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/division.ts';
import {
  bestRows,
  orderBy,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/row-order.ts';
import { noLimits, search, size } from './search.ts';

/** The more cores, the cheaper. */
const priced = (vcpus: number) => size(vcpus, undefined, 9 - vcpus);
const candidates = candidatesOf({
  ...search,
  workerChoice: 'any',
  sizes: [priced(2), priced(8), priced(4)],
  leastThreads: 10,
  thinThreads: 20,
});
const p95Ms = Float64Array.from({ length: candidates.count }, (_, row) => (row * 7919) % 31);

describe('bestRows', () => {
  it.each(['vcpu', 'vms', 'memory', 'connections', 'loss', 'reserve', 'cost', 'p95'] as const)(
    'has by %s the same that sorting all rows has first, however few are asked for',
    (goal) => {
      const order = orderBy(goal, candidates, p95Ms);
      const division = dividedByLimits(candidates, noLimits, p95Ms, order);
      const sorted = [...division.fitting].toSorted(order.compare);
      expect(sorted).toHaveLength(candidates.count);
      for (const most of [1, 2, 3, 10, 50])
        expect(bestRows(division, order, most)).toEqual(sorted.slice(0, most));
    },
  );

  it('asks for no row of a kind of VM whose least is more than what is kept', () => {
    // 11 × 2 × 20 take 22 vCPU; of eight cores no fleet takes less than 4 × 8.
    const two = candidatesOf({ ...search, sizes: [priced(2), priced(8)], leastThreads: 10 });
    const order = orderBy('vcpu', two, new Float64Array());
    const asked = new Set<number>();
    const valueAt = (row: number) => {
      asked.add(row);
      return order.valueAt(row);
    };
    const division = dividedByLimits(two, noLimits, new Float64Array(), order);
    expect(bestRows(division, { ...order, valueAt }, 1)).toEqual([10]);
    // Rows 0 to 10 are those of two cores.
    expect(asked).toContain(10);
    expect(Math.max(...asked)).toBeLessThanOrEqual(10);
  });
});

describe('orderBy', () => {
  it('never has two rows as equal, and the first as better where all counts are the same', () => {
    const twice = candidatesOf({ ...search, sizes: [priced(4), size(4, undefined, 1)] });
    const { compare } = orderBy('vcpu', twice, new Float64Array());
    expect(compare(0, 1)).toBeLessThan(0);
    expect(compare(1, 0)).toBeGreaterThan(0);
  });

  it('has an infinite value as the worst, and ties of them by cores', () => {
    const free = candidatesOf({
      ...search,
      sizes: [size(8), size(4), priced(2)],
    });
    const { compare } = orderBy('cost', free, new Float64Array());
    // 4 × 8 × 20 and 6 × 4 × 20 have no price: 32 and 24 vCPU.
    expect([0, 1, 2].toSorted(compare)).toEqual([2, 1, 0]);
  });

  it('has no time where none was worked out', () => {
    expect(orderBy('p95', candidates, new Float64Array()).valueAt(0)).toBe(Number.POSITIVE_INFINITY);
  });
});
