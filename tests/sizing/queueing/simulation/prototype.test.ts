import { describe, expect, it } from 'vitest';
import { noOverhead } from '../../../../src/sizing/queueing/simulation/request-overhead.ts';
import { simulate } from '../../../../src/sizing/queueing/simulation/simulation.ts';
import { constant, fleetOf, poisson } from './fleet-of.ts';

describe('simulate, against an independent prototype', () => {
  // Mean, p95 and p99 in ms of a prototype written apart: 50 ms CPU in five exponential pieces, 50 ms I/O, no overhead.
  it.each([
    [20, 1, 20, 300, 'random', 248, 590],
    [20, 1, 20, 300, 'round-robin', 141, 244],
    [20, 1, 20, 360, 'round-robin', 211, 425],
    [10, 2, 20, 300, 'random', 181, 363],
    [10, 2, 20, 300, 'round-robin', 136, 226],
    [8, 4, 13, 360, 'random', 122, 202],
    [8, 4, 13, 300, 'round-robin', 107, 174],
    [4, 7, 15, 360, 'random', 124, 205],
    [4, 7, 15, 300, 'round-robin', 110, 178],
  ] as const)(
    'has its mean and p95 for %i VMs of %i x %i at %i a second, %s',
    (vms, workers, threads, perSecond, policy, meanMs, p95Ms) => {
      const { response } = simulate({
        ...fleetOf('puma-5', vms, workers, threads),
        accept: { kind: 'shared', policy: 'least-busy', busyDelayMs: 0 },
        router: { policy, attempts: 1 },
        overhead: noOverhead,
        healthProbe: null,
        gvlOvertakingShare: 0,
        demand: { kind: 'independent', cpuMs: constant(50), ioMs: constant(50) },
        shape: { ioPauses: 4, pieces: 'exponential' },
        arrivals: poisson(perSecond),
        durationMs: Number.POSITIVE_INFINITY,
        requests: 150_000,
      });
      expect(response!.meanMs / meanMs).toBeGreaterThan(0.95);
      expect(response!.meanMs / meanMs).toBeLessThan(1.05);
      expect(response!.p95Ms / p95Ms).toBeGreaterThan(0.93);
      expect(response!.p95Ms / p95Ms).toBeLessThan(1.07);
    },
  );
});
