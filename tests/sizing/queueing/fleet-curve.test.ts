import { describe, expect, it } from 'vitest';
import { curveOf, meanCurveOf } from '../../../src/sizing/queueing/fleet-curve.ts';
import { fleetOf, responseOf } from '../../../src/sizing/queueing/fleet-response.ts';

const fleet = fleetOf({
  vms: 4,
  workers: 7,
  threads: 15,
  coresPerVm: 8,
  localWorkers: 14,
  localWorkerCpu: 0.05,
  cpuSecondsPerRequest: 0.05,
  ioSecondsPerRequest: 0.05,
  cpuScv: 1,
  ioScv: 1,
  policy: 'slot',
  routing: 'random',
});
const loads = Array.from({ length: 60 }, (_, i) => (fleet.ceilingPerSecond * 1.1 * (i + 1)) / 60);

describe('curveOf', () => {
  it('is within 2 % of the percentile solved at that load', () => {
    curveOf(fleet, loads).forEach((point, index) => {
      const solved = responseOf(fleet, loads[index] ?? 0);
      expect(point.kind).toBe(solved.kind);
      if (point.kind !== 'settles' || solved.kind !== 'settles') return;
      expect(point.meanResponseSeconds).toBe(solved.meanResponseSeconds);
      expect(Math.abs(point.p50Seconds / solved.p50Seconds - 1)).toBeLessThan(0.02);
      expect(Math.abs(point.p95Seconds / solved.p95Seconds - 1)).toBeLessThan(0.02);
      expect(Math.abs(point.p99Seconds / solved.p99Seconds - 1)).toBeLessThan(0.02);
    });
  });

  it('answers loads in the order asked', () => {
    const [high, low] = curveOf(fleet, [300, 100]);
    expect(high?.kind === 'settles' && low?.kind === 'settles' && high.p95Seconds > low.p95Seconds).toBe(
      true,
    );
  });

  it('is empty without loads and grows wherever all of them do', () => {
    expect(curveOf(fleet, [])).toEqual([]);
    expect(curveOf(fleet, [1e4, 2e4]).map((point) => point.kind)).toEqual(['grows', 'grows']);
  });
});

describe('curveOf, point by point', () => {
  const small = fleetOf({
    ...fleet.input,
    vms: 2,
    workers: 1,
    threads: 3,
    coresPerVm: 2,
    localWorkers: 0,
    ioSecondsPerRequest: 0.1,
  });
  const upTo = (count: number, share: number) =>
    Array.from({ length: count }, (_, i) => (share * small.ceilingPerSecond * (i + 1)) / count);
  const expectSolved = (asked: readonly number[], at: readonly number[], within: number) => {
    const curve = curveOf(small, asked);
    for (const index of at) {
      const solved = responseOf(small, asked[index] ?? Number.NaN);
      const point = curve[index];
      if (solved.kind !== 'settles' || point?.kind !== 'settles') throw new Error('expected both to settle');
      for (const key of ['meanResponseSeconds', 'p50Seconds', 'p95Seconds', 'p99Seconds'] as const) {
        expect(Math.abs(point[key] / solved[key] - 1)).toBeLessThan(within);
      }
    }
  };

  it.each([1, 2, 16])('has all of %i points solved, in whatever order they are asked', (count) => {
    const asked = upTo(count, 0.7);
    const all = asked.map((_, index) => index);
    expectSolved(asked, all, 5e-13);
    expectSolved(asked.toReversed(), all, 5e-13);
  });

  it('has the same answer twice for the same load', () => {
    const load = small.ceilingPerSecond / 2;
    expectSolved([load, load / 2, load], [0, 1, 2], 5e-13);
  });

  it('has the first and the last of more points solved, and those between within 1 %', () => {
    const asked = upTo(33, 0.8);
    expectSolved(asked, [0, 32], 5e-13);
    expectSolved(asked, [3, 9, 16, 24, 29], 0.01);
  });

  it('grows at the ceiling as at more, by what exceeds it, and settles just below', () => {
    const ceiling = small.ceilingPerSecond;
    const curve = curveOf(small, [ceiling, ceiling + 5, ceiling * 0.5]);
    expect(curve.map((point) => point.kind)).toEqual(['grows', 'grows', 'settles']);
    expect(curve[1]).toEqual({
      kind: 'grows',
      ceilingPerSecond: ceiling,
      growthPerSecond: expect.closeTo(5, 9),
    });
  });
});

describe('meanCurveOf', () => {
  it('rises with the load and grows above the ceiling', () => {
    let before = 0;
    meanCurveOf(fleet, loads).forEach((point, index) => {
      const isBelow = (loads[index] ?? 0) < fleet.ceilingPerSecond;
      expect(point.kind).toBe(isBelow ? 'settles' : 'grows');
      if (point.kind !== 'settles') return;
      expect(point.meanResponseSeconds).toBeGreaterThanOrEqual(before);
      before = point.meanResponseSeconds;
    });
  });
});
