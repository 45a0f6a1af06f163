import { describe, expect, it } from 'vitest';
import { baseSimulation } from '../../../../src/sizing/queueing/simulation/base-simulation.ts';
import {
  type CoreCollisions,
  noOverhead,
} from '../../../../src/sizing/queueing/simulation/request-overhead.ts';
import { simulate } from '../../../../src/sizing/queueing/simulation/simulation.ts';

const always: CoreCollisions = { wakeShare: 1, handOverShare: 1, rebalanceMs: 1e6, standInCpuShare: 0 };

/** Requests of 20 and 40 ms CPU at once on two workers: their responses, and the cores used till the end. */
function runPair(seed: number, collisions: CoreCollisions | null, coresPerVm = 2) {
  const result = simulate({
    ...baseSimulation('puma-5', {
      vms: 1,
      workersPerVm: 2,
      threadsPerWorker: 1,
      coresPerVm,
      localWorkersPerVm: 0,
      localWorkerCpuShare: 0,
      localWorkerTurnMs: 50,
    }),
    seed,
    healthProbe: null,
    warmUpShare: 0,
    overhead: { ...noOverhead, collisions },
    durationMs: Number.POSITIVE_INFINITY,
    arrivals: { kind: 'trace', arrivalsMs: [0, 0], cpuMs: [20, 40], ioMs: [0, 0] },
  });
  const times = [...result.traceResponsesMs!].map((ms) => Math.round(ms * 1e6) / 1e6);
  const coreMs = result.series.busyCores.reduce((sum, cores) => sum + cores * result.simulatedMs, 0);
  return { times: times.join(' '), coreMs: Math.round(coreMs * 1e6) / 1e6 };
}

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

describe('collide', () => {
  it('lets half of the wake-ups on two cores share the taken one, and then both go at half speed', () => {
    const outcomes = seeds.map((seed) => runPair(seed, always).times);
    // Together at half speed from 0 to 40, where the shorter ends; the longer has 20 ms left.
    expect([...new Set(outcomes)].sort()).toEqual(['20 40', '40 60']);
    const shared = outcomes.filter((times) => times === '40 60').length;
    // Half of 40, four standard deviations either way.
    expect(Math.abs(shared - 20)).toBeLessThanOrEqual(12);
  });

  it('counts a shared core once', () => {
    for (const seed of seeds) {
      expect(runPair(seed, always).coreMs).toBe(60);
    }
  });

  it('parts them when the kernel balances', () => {
    for (const seed of seeds) {
      const { times } = runPair(seed, { ...always, rebalanceMs: 1 });
      const [shorter, longer] = times.split(' ').map(Number);
      // Found within 2 ms, one millisecond is lost to each at most.
      expect(shorter).toBeLessThanOrEqual(21);
      expect(longer).toBeLessThanOrEqual(41);
    }
  });

  it('leaves one core for two as it is, and processes without collisions apart', () => {
    expect(runPair(1, always, 1).times).toBe('40 60');
    for (const seed of seeds) expect(runPair(seed, null).times).toBe('20 40');
  });
});
