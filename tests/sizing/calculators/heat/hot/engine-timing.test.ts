import { describe, expect, it } from 'vitest';
import {
  fanInDelaySeconds,
  legacySecondsPerCreate,
  polledSeconds,
  racing,
} from '../../../../../src/sizing/calculators/heat/hot/engine-timing.ts';

describe('racing', () => {
  it.each([
    ['none', [], 0],
    ['one', [5], 1],
    ['three with gaps of 50 and 70 ms', [0, 0.05, 0.12], 3],
    ['those of the densest second, whatever the order', [2, 1.09, 0, 1, 1.05], 3],
    ['each alone at 100 ms apart', [0, 0.1, 0.25], 1],
    ['each alone, by number and not by digits', [10, 2, 30], 1],
    ['two where a longer row comes first in time but has a gap', [0, 0.05, 0.2, 0.3], 2],
  ])('counts %s', (_, finishSeconds, most) => {
    expect(racing(finishSeconds)).toBe(most);
  });

  it('leaves the times as they were', () => {
    const times = [3, 1, 2];
    racing(times);
    expect(times).toEqual([3, 1, 2]);
  });
});

describe('fanInDelaySeconds', () => {
  // 10 ms × predecessors × (w / 10 ms − 1), with w = 2.5 ms for each active in a process, at most its slots.
  it.each([
    ['100 on 2 processes: 50 active, w = 125 ms', [100, 2], 100 * (0.125 - 0.01)],
    ['200 on 2 processes: 64 active, w = 160 ms', [200, 2], 200 * (0.16 - 0.01)],
    ['200 on 2 processes of 10 slots: w = 25 ms', [200, 2, 10], 200 * (0.025 - 0.01)],
    ['16 on one: w = 40 ms', [16, 1], 16 * (0.04 - 0.01)],
    ['16 on none, as on one', [16, 0], 16 * (0.04 - 0.01)],
    ['5 on one: w = 12.5 ms', [5, 1], 5 * 0.0025],
    ['4 on one: w = 10 ms', [4, 1], 0],
    ['1 on one', [1, 1], 0],
  ] as const)('is what the law gives for %s', (_, [predecessors, processes, slots], seconds) => {
    expect(fanInDelaySeconds(predecessors, processes, slots)).toBeCloseTo(seconds, 9);
  });
});

describe('polledSeconds', () => {
  it.each([
    [-1, 0],
    [0, 0],
    [0.3, 1],
    [0.999, 1],
    [1, 2],
    [2.5, 3],
    [30, 31],
  ])('finds work of %s s done after %s s', (seconds, polled) => {
    expect(polledSeconds(seconds)).toBe(polled);
  });
});

describe('legacySecondsPerCreate', () => {
  // Measured: 33 ms each up to 100 in one step, 94 ms each at 200; a line between, so 63.5 ms in the middle.
  it.each([
    [1, 0.033],
    [100, 0.033],
    [110, 0.0391],
    [150, 0.0635],
    [200, 0.094],
    [201, 0.094],
    [1000, 0.094],
  ])('takes for each of %s in a step %s s', (together, seconds) => {
    expect(legacySecondsPerCreate(together)).toBeCloseTo(seconds, 9);
  });
});
