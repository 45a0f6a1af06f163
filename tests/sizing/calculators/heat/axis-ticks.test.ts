import { describe, expect, it } from 'vitest';
import { powerTicks, roundTicks } from '../../../../src/sizing/calculators/heat/axis-ticks.ts';

describe('powerTicks', () => {
  it('starts at the power at or under the least and ends at the one at or over the most', () => {
    expect(powerTicks(2, 2, 8)).toEqual([2, 4, 8]);
    expect(powerTicks(2, 3, 9)).toEqual([2, 4, 8, 16]);
    expect(powerTicks(10, 100, 1000)).toEqual([100, 1000]);
    expect(powerTicks(10, 99, 1001)).toEqual([10, 100, 1000, 10_000]);
  });
});

describe('roundTicks', () => {
  it('covers the most with round steps from 0, at most six ticks', () => {
    expect(roundTicks(10)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(roundTicks(11)).toEqual([0, 5, 10, 15]);
  });
});
