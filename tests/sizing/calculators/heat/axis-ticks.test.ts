import { describe, expect, it } from 'vitest';
import { powerTicks, roundTicks } from '../../../../src/sizing/calculators/heat/axis-ticks.ts';

describe('powerTicks', () => {
  it('starts at the power at or under the least and ends at the one at or over the most', () => {
    expect(powerTicks(2, 2, 8)).toEqual([2, 4, 8]);
    expect(powerTicks(2, 3, 9)).toEqual([2, 4, 8, 16]);
    expect(powerTicks(10, 100, 1000)).toEqual([100, 1000]);
    expect(powerTicks(10, 99, 1001)).toEqual([10, 100, 1000, 10_000]);
    expect(powerTicks(2, 1, 1)).toEqual([1]);
  });
});

describe('roundTicks', () => {
  it.each([
    // Steps of 1, 2 or 5 times a power of ten, the first of which five cover the most.
    [10, [0, 2, 4, 6, 8, 10]],
    [11, [0, 5, 10, 15]],
    [5, [0, 1, 2, 3, 4, 5]],
    [25, [0, 5, 10, 15, 20, 25]],
    [26, [0, 10, 20, 30]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [500, [0, 100, 200, 300, 400, 500]],
    [520, [0, 200, 400, 600]],
  ])('covers %f', (most, ticks) => {
    const found = roundTicks(most);
    expect(found).toHaveLength(ticks.length);
    for (const [at, tick] of ticks.entries()) expect(found[at]).toBeCloseTo(tick, 9);
  });

  it('has an axis for nothing, too', () => {
    const ticks = roundTicks(0);
    expect(ticks[0]).toBe(0);
    expect(ticks.every((tick) => Number.isFinite(tick))).toBe(true);
  });
});
