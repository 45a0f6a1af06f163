import { describe, expect, it } from 'vitest';
import { type FleetInput, fleetOf, responseOf } from '../../../src/sizing/queueing/fleet-response.ts';

const oneVm: FleetInput = {
  vms: 1,
  workers: 1,
  threads: 20,
  coresPerVm: 64,
  localWorkers: 0,
  localWorkerCpu: 0,
  cpuSecondsPerRequest: 0.05,
  ioSecondsPerRequest: 0.05,
  cpuScv: 1,
  ioScv: 1,
  policy: 'slot',
  routing: 'random',
};

function settledAt(input: FleetInput, arrivalsPerSecond: number) {
  const response = responseOf(fleetOf(input), arrivalsPerSecond);
  if (response.kind !== 'settles') throw new Error('expected the fleet to settle');
  return response;
}

function off(predicted: number, observed: number): number {
  return Math.abs(predicted / observed - 1);
}

describe('responseOf', () => {
  // The vendor's four example profiles with 50 ms CPU and 50 ms I/O in five exponential bursts: simulated mean, 95th
  // and 99th percentile in ms with random and with round-robin routing.
  const profiles: Readonly<Record<string, Pick<FleetInput, 'vms' | 'workers' | 'threads'>>> = {
    'Profile 1': { vms: 20, workers: 1, threads: 20 },
    'Profile 2': { vms: 10, workers: 2, threads: 20 },
    'Profile 3': { vms: 8, workers: 4, threads: 13 },
    'Profile 4': { vms: 4, workers: 7, threads: 15 },
  };
  const fiveBursts = { cpuScv: 0.2, ioScv: 0.25, cpuBursts: 'independent', policy: 'even' } as const;

  it.each([
    ['Profile 1', 400],
    ['Profile 2', 400],
    ['Profile 3', 640],
    ['Profile 4', 560],
  ])('carries in %s at most %d/s', (profile, ceiling) => {
    const fleet = fleetOf({ ...oneVm, ...fiveBursts, ...profiles[profile] });
    expect(off(fleet.ceilingPerSecond, ceiling)).toBeLessThan(1e-3);
  });

  it.each([
    ['Profile 1', 300, 248, 590, 855],
    ['Profile 2', 300, 181, 363, 510],
    ['Profile 3', 300, 114, 187, 228],
    ['Profile 4', 300, 114, 186, 225],
    ['Profile 1', 360, 513, 1300, 1787],
    ['Profile 2', 360, 328, 799, 1112],
    ['Profile 3', 360, 122, 202, 248],
    ['Profile 4', 360, 124, 202, 245],
  ])('is near simulation in %s at %d/s: mean %d, p95 %d, p99 %d ms', (profile, load, mean, p95, p99) => {
    const response = settledAt({ ...oneVm, ...fiveBursts, ...profiles[profile] }, load);
    expect(off(response.meanResponseSeconds * 1000, mean)).toBeLessThan(0.05);
    expect(off(response.p95Seconds * 1000, p95)).toBeLessThan(0.12);
    expect(off(response.p99Seconds * 1000, p99)).toBeLessThan(0.21);
  });

  it.each([
    ['Profile 1', 300, 141],
    ['Profile 2', 300, 136],
    ['Profile 3', 300, 107],
    ['Profile 4', 300, 110],
    ['Profile 1', 360, 211],
    ['Profile 2', 360, 189],
    ['Profile 3', 360, 113],
    ['Profile 4', 360, 118],
  ])('is within 12 % of the simulated mean in %s at %d/s with round robin, %d ms', (profile, load, mean) => {
    const input: FleetInput = { ...oneVm, ...fiveBursts, ...profiles[profile], routing: 'round-robin' };
    expect(off(settledAt(input, load).meanResponseSeconds * 1000, mean)).toBeLessThan(0.12);
  });

  // Simulated with every M-th request of a Poisson stream at each VM, five equal bursts, slots: mean in ms.
  it.each([
    [20, 1, 20, 320, 1, 237.9],
    [20, 1, 20, 360, 1, 438.8],
    [10, 2, 20, 320, 1, 243.8],
    [8, 4, 13, 512, 1, 227.1],
    [4, 7, 15, 448, 1, 235.9],
    [20, 1, 20, 320, 0, 108.1],
    [8, 4, 13, 512, 0, 160.3],
  ])(
    'is within 10 % of the simulated mean of %d VMs x %d x %d behind round robin at %d/s, variation %d',
    (vms, workers, threads, load, scv, mean) => {
      const input: FleetInput = {
        ...oneVm,
        vms,
        workers,
        threads,
        cpuScv: scv,
        ioScv: scv,
        routing: 'round-robin',
      };
      expect(off(settledAt(input, load).meanResponseSeconds * 1000, mean)).toBeLessThan(0.1);
    },
  );

  // Workers x threads, CPU and I/O in ms, load over ceiling, accept policy, bursts: simulated p50, p95, p99 in ms.
  it.each([
    [1, 20, 20, 80, 0.5, 'slot', 5, 114, 207, 259],
    [1, 20, 20, 80, 0.8, 'slot', 5, 159, 353, 466],
    [1, 20, 50, 50, 0.8, 'slot', 5, 233, 749, 1053],
    [1, 5, 50, 50, 0.8, 'slot', 5, 217, 564, 785],
    [1, 3, 20, 80, 0.8, 'slot', 5, 150, 380, 548],
    [1, 1, 20, 80, 0.8, 'slot', 5, 249, 885, 1328],
    [4, 10, 50, 50, 0.7, 'even', 5, 133, 241, 306],
    [4, 10, 50, 50, 0.9, 'even', 5, 204, 478, 624],
    [4, 5, 20, 80, 0.8, 'slot', 5, 116, 204, 251],
    [8, 10, 30, 70, 0.85, 'slot', 10, 167, 260, 300],
    [2, 20, 30, 70, 0.9, 'even', 5, 208, 529, 699],
  ] as const)(
    'is near simulated percentiles for %d x %d threads, %d + %d ms at %d, %s, %d bursts',
    (workers, threads, cpuMs, ioMs, load, policy, bursts, p50, p95, p99) => {
      const input: FleetInput = {
        ...oneVm,
        ...fiveBursts,
        workers,
        threads,
        policy,
        cpuScv: 1 / bursts,
        ioScv: 1 / (bursts - 1),
        cpuSecondsPerRequest: cpuMs / 1000,
        ioSecondsPerRequest: ioMs / 1000,
      };
      const response = settledAt(input, load * fleetOf(input).ceilingPerSecond);
      expect(off(response.p50Seconds * 1000, p50)).toBeLessThan(0.1);
      expect(off(response.p95Seconds * 1000, p95)).toBeLessThan(0.12);
      expect(off(response.p99Seconds * 1000, p99)).toBeLessThan(0.22);
    },
  );

  it('answers every fixed request in the same time at no load', () => {
    const response = settledAt({ ...oneVm, cpuScv: 0, ioScv: 0 }, 0);
    expect(off(response.p99Seconds, 0.1)).toBeLessThan(0.01);
    expect(off(response.p50Seconds, 0.1)).toBeLessThan(0.01);
  });

  it.each([
    ['400 threads in one process', { threads: 400 }],
    ['20 VMs with 64 threads', { vms: 20, threads: 64 }],
    ['no CPU at all', { cpuSecondsPerRequest: 0, workers: 4 }],
    ['nothing but CPU', { ioSecondsPerRequest: 0, workers: 4 }],
    ['fixed demands', { cpuScv: 0, ioScv: 0 }],
    ['very variable demands', { cpuScv: 16, ioScv: 16, workers: 2 }],
    ['twice as many workers as cores', { workers: 8, coresPerVm: 4, localWorkers: 16, localWorkerCpu: 1 }],
    ['one thread', { threads: 1 }],
  ])('gives finite, ordered numbers from no load to just below the ceiling: %s', (_, change) => {
    const fleet = fleetOf({ ...oneVm, ...change });
    for (const load of [0, 1e-9, 0.3, 0.9, 0.999, 0.999999]) {
      const response = responseOf(fleet, load * fleet.ceilingPerSecond);
      if (response.kind !== 'settles') throw new Error('expected the fleet to settle');
      for (const number of Object.values(response)) {
        if (typeof number === 'number') expect(Number.isFinite(number)).toBe(true);
      }
      expect(response.p50Seconds).toBeGreaterThan(0);
      expect(response.p95Seconds).toBeGreaterThanOrEqual(response.p50Seconds);
      expect(response.p99Seconds).toBeGreaterThanOrEqual(response.p95Seconds);
    }
    expect(responseOf(fleet, 2 * fleet.ceilingPerSecond).kind).toBe('grows');
  });
});
