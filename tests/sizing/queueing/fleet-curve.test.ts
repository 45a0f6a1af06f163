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
