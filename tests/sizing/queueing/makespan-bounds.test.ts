import { describe, expect, it } from 'vitest';
import { exponentialStarSeconds, makespanBounds } from '../../../src/sizing/queueing/makespan-bounds.ts';

describe('exponentialStarSeconds', () => {
  it.each([
    [10, 1000, 2.92896825397],
    [10, 4, 3.58333333333],
    [10, 1, 10],
    [100, 64, 5.30639090371],
  ])('takes the published time for %d tasks on %d slots', (tasks, slots, seconds) => {
    expect(exponentialStarSeconds(tasks, slots, 1)).toBeCloseTo(seconds, 10);
  });

  it('takes no time without tasks', () => {
    expect(exponentialStarSeconds(0, 3, 5)).toBe(0);
  });
});

describe('makespanBounds', () => {
  it('lies between even work and work plus chain', () => {
    expect(makespanBounds(12, 4, 2)).toEqual({ leastSeconds: 6, mostSeconds: 8 });
  });
});
