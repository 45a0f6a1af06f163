import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../../../src/sizing/queueing/simulation/simulation.ts';
import { fleetOf, poisson } from './fleet-of.ts';

describe('stepFleet', () => {
  it('ends a run whose requests are frozen for good although local workers never rest', () => {
    const config = fleetOf('puma-6', 1, 2, 5);
    const simulation = createSimulation({
      ...config,
      fleet: { ...config.fleet, localWorkersPerVm: 2, localWorkerCpuShare: 0.5 },
      healthProbe: null,
      warmUpShare: 0,
      arrivals: poisson(50),
      durationMs: 10_000,
      failures: [0, 1].map((worker) => ({
        kind: 'stall',
        atMs: 5000,
        durationMs: Number.POSITIVE_INFINITY,
        vm: 0,
        worker,
      })),
    });
    // 500 requests of ten pieces and 10 s of jobs of 50 ms are some thousand events.
    expect(simulation.advance(100_000).isDone).toBe(true);
    const result = simulation.result();
    // 50 a second come in the last five seconds, and some few were inside.
    expect(result.unfinished).toBeGreaterThan(250 - 4 * Math.sqrt(250));
    expect(result.response!.count + result.unfinished).toBe(result.arrivals);
  });

  it('lets the last requests of a run end although local workers are busy', () => {
    const config = fleetOf('thin', 1, 1, 20);
    const simulation = createSimulation({
      ...config,
      fleet: { ...config.fleet, coresPerVm: 2, localWorkersPerVm: 1, localWorkerCpuShare: 0.5 },
      healthProbe: null,
      warmUpShare: 0,
      arrivals: poisson(50),
      durationMs: 10_000,
    });
    expect(simulation.advance(100_000).isDone).toBe(true);
    const result = simulation.result();
    expect(result.unfinished).toBe(0);
    expect(result.response!.count).toBe(result.arrivals);
  });
});
