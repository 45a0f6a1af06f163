import { describe, expect, it } from 'vitest';
import { measuredOverhead } from '../../../../src/sizing/queueing/simulation/request-overhead.ts';

// Figures fitted to measured servers: docs/model-validity.md.
describe('measuredOverhead', () => {
  it.each([
    [1, 1],
    [1, 0.5],
    [2, 4],
    [3, 4],
  ])('is 0.35 ms and 3 % CPU, 0.1 ms a pause and 0.4 ms with %i workers on %d cores', (workers, cores) => {
    const overhead = measuredOverhead(workers, cores);
    expect(overhead).toMatchObject({ cpuMs: 0.35, cpuShare: 0.03, pauseMs: 0.1, latencyMs: 0.4 });
    expect(overhead.collisions).toBeNull();
  });

  it('counts the share in full up to the 20 ms of CPU at which it was seen, and no more at 150 ms', () => {
    const { cpuShareLimitMs } = measuredOverhead(1, 1);
    expect(cpuShareLimitMs).toBeGreaterThanOrEqual(20);
    expect(cpuShareLimitMs).toBeLessThan(150);
  });

  it.each([
    [2, 2],
    [4, 4],
    [5, 4],
  ])(
    'is 7 % where each of %i workers on %i cores is pinned, 10 % with the collisions of those that are not',
    (workers, cores) => {
      expect(measuredOverhead(workers, cores, true)).toMatchObject({
        cpuMs: 0.35,
        cpuShare: 0.07,
        pauseMs: 0.1,
        collisions: null,
      });
      const unpinned = measuredOverhead(workers, cores);
      expect(unpinned.cpuShare).toBeCloseTo(0.1, 12);
      expect(unpinned.cpuShare - unpinned.collisions!.standInCpuShare).toBeCloseTo(0.07, 12);
    },
  );

  it('has a process that wakes up collide more often than one that is handed the lock, and some of both', () => {
    const { wakeShare, handOverShare, rebalanceMs } = measuredOverhead(2, 2).collisions!;
    expect(handOverShare).toBeGreaterThan(0);
    expect(wakeShare).toBeGreaterThan(handOverShare);
    expect(wakeShare).toBeLessThanOrEqual(1);
    expect(rebalanceMs).toBeGreaterThan(0);
  });
});
