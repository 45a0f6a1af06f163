import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../../src/sizing/queueing/random/distribution.ts';
import { baseSimulation } from '../../../../src/sizing/queueing/simulation/base-simulation.ts';
import { noOverhead } from '../../../../src/sizing/queueing/simulation/request-overhead.ts';
import { createSimulation, simulate } from '../../../../src/sizing/queueing/simulation/simulation.ts';
import type {
  SimulatedFleet,
  SimulationConfig,
} from '../../../../src/sizing/queueing/simulation/simulation-config.ts';

const unlimited = Number.POSITIVE_INFINITY;

function fleetOf(
  vms: number,
  workersPerVm: number,
  threadsPerWorker: number,
  coresPerVm = workersPerVm,
): SimulatedFleet {
  return {
    vms,
    workersPerVm,
    threadsPerWorker,
    coresPerVm,
    localWorkersPerVm: 0,
    localWorkerCpuShare: 0,
    localWorkerTurnMs: 50,
  };
}

const exponential = (mean: number): Distribution => ({ kind: 'exponential', mean });
const constant = (mean: number): Distribution => ({ kind: 'constant', mean });

/** A queue of theory: no overhead, no limit, a random free server. */
function theory(
  fleet: SimulatedFleet,
  perSecond: number,
  cpuMs: Distribution,
  requests: number,
): SimulationConfig {
  return {
    ...baseSimulation('puma-5', fleet),
    accept: { kind: 'shared', policy: 'slot', busyDelayMs: 0 },
    healthProbe: null,
    overhead: noOverhead,
    queueLimitPerVm: unlimited,
    router: { policy: 'random', attempts: 1 },
    arrivals: { kind: 'poisson', perSecond },
    demand: { kind: 'independent', cpuMs, ioMs: constant(0) },
    durationMs: unlimited,
    requests,
  };
}

function expectMean(config: SimulationConfig, exactMs: number, read: 'meanMs' | 'meanWaitMs' = 'meanMs') {
  const { response } = simulate(config);
  const halfWidthMs = response?.meanHalfWidthMs ?? 0;
  expect(halfWidthMs).toBeGreaterThan(0);
  expect(halfWidthMs).toBeLessThan(0.12 * exactMs);
  expect(Math.abs(response![read] - exactMs)).toBeLessThan(4 * halfWidthMs);
}

describe('simulate, against exact results', () => {
  it('has the mean response 5 of M/M/1 at load 0.8', () => {
    expectMean(theory(fleetOf(1, 1, 1), 0.8, exponential(1000), 300_000), 5000);
  });

  it('has the percentiles of M/M/1 at load 0.8', () => {
    const { response } = simulate(theory(fleetOf(1, 1, 1), 0.8, exponential(1000), 250_000));
    expect(response!.isExact).toBe(true);
    expect(Math.abs(response!.p95Ms - 14_978.66)).toBeLessThan(4 * response!.p95HalfWidthMs!);
    expect(response!.p95HalfWidthMs!).toBeLessThan(1500);
  });

  it('has the mean response 1.064 of M/M/20 at load 0.8', () => {
    expectMean(theory(fleetOf(1, 20, 1), 16, exponential(1000), 200_000), 1064.0194484598);
  });

  it.each([
    [0, constant(1000), 2000],
    [0.25, { kind: 'erlang', mean: 1000, stages: 4 }, 2500],
    [1, exponential(1000), 4000],
    [4, { kind: 'hyperexponential', mean: 1000, scv: 4 }, 10_000],
  ] as const)('has the Pollaczek-Khinchine wait for variability %d', (_scv, cpuMs, exactMs) => {
    expectMean(theory(fleetOf(1, 1, 1), 0.8, cpuMs, 300_000), exactMs, 'meanWaitMs');
  });

  it.each([
    [2, 2843.97976699],
    [5, 2152.25673015],
    [20, 1807.43536169],
  ])('has the Erlang-arrival wait of round robin over %i single-server VMs', (vms, exactMs) => {
    const config = theory(fleetOf(vms, 1, 1), 0.8 * vms, exponential(1000), 300_000);
    expectMean({ ...config, router: { policy: 'round-robin', attempts: 1 } }, exactMs, 'meanWaitMs');
  });

  it('shares one core among 64 processes as M/M/1 processor sharing does', () => {
    const config = theory(fleetOf(1, 64, 1, 1), 0.8, exponential(1000), 100_000);
    expectMean(config, 5000);
  });

  it('gives a request of two seconds ten seconds under processor sharing at load 0.8, whatever the others need', () => {
    const config = theory(fleetOf(1, 64, 1, 1), 0.4, constant(2000), 100_000);
    expectMean(config, 10_000);
  });

  it.each([
    [1, 10],
    [2, 16],
    [3, 18.75],
    [5, 19.9386503067],
  ])('completes what machine repair says with %i threads at equal CPU and I/O', (clients, perSecond) => {
    const result = simulate({
      ...theory(fleetOf(1, 1, clients), 0, constant(50), 60_000),
      arrivals: { kind: 'closed', clients, thinkMs: 0 },
      demand: { kind: 'independent', cpuMs: constant(50), ioMs: constant(50) },
      shape: { ioPauses: 4, pieces: 'exponential' },
    });
    expect(result.throughputPerSecond / perSecond).toBeGreaterThan(0.985);
    expect(result.throughputPerSecond / perSecond).toBeLessThan(1.015);
  });

  it('has the response 197.7 ms of eight workers of ten threads that take connections by slot', () => {
    const base = theory(fleetOf(1, 8, 10), 128, constant(50), 300_000);
    expectMean(
      {
        ...base,
        demand: { kind: 'independent', cpuMs: constant(50), ioMs: constant(50) },
        shape: { ioPauses: 4, pieces: 'exponential' },
      },
      197.721585137,
    );
  });
});

describe('createSimulation', () => {
  const busy: SimulationConfig = {
    ...theory(fleetOf(3, 2, 5), 90, exponential(20), 5000),
    demand: { kind: 'independent', cpuMs: exponential(20), ioMs: exponential(40) },
    accept: { kind: 'shared', policy: 'race', busyDelayMs: 5 },
  };

  it('gives the same result for the same seed, however the run is cut up', () => {
    const simulation = createSimulation(busy);
    while (!simulation.advance(777).isDone);
    expect(simulation.result()).toEqual(simulate(busy));
  });

  it('gives another result for another seed', () => {
    expect(simulate({ ...busy, seed: 2 }).response?.meanMs).not.toBe(simulate(busy).response?.meanMs);
  });

  it('tells how far it is and never goes back', () => {
    const simulation = createSimulation(busy);
    let last = 0;
    for (let progress = simulation.advance(500); !progress.isDone; progress = simulation.advance(500)) {
      expect(progress.share).toBeGreaterThanOrEqual(last);
      expect(progress.share).toBeLessThanOrEqual(1);
      last = progress.share;
    }
    expect(last).toBeGreaterThan(0.9);
  });

  it('calls an interval unreliable below 20,000 requests and gives none for a handful', () => {
    expect(simulate(busy).response?.confidence).toBe('not-reliable');
    expect(simulate({ ...busy, requests: 100 }).response?.confidence).toBe('none');
    expect(simulate({ ...busy, requests: 60_000 }).response?.confidence).toBe('trustworthy');
  });

  it.each([
    { durationMs: Number.NaN },
    { fleet: fleetOf(0, 1, 1) },
    { requests: unlimited },
    { arrivals: { kind: 'poisson', perSecond: -1 } },
    { failures: [{ kind: 'stall', atMs: 0, durationMs: 1, vm: 7, worker: null }] },
  ] as const)('refuses %o', (change) => {
    expect(() => createSimulation({ ...busy, ...change })).toThrow(RangeError);
  });
});

function expectFinite(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (value instanceof Float64Array) expect(value.every(Number.isFinite)).toBe(true);
  else if (value !== null && typeof value === 'object') Object.values(value).forEach(expectFinite);
}

describe('simulate, at the edges', () => {
  const base: SimulationConfig = {
    ...baseSimulation('puma-6', fleetOf(2, 2, 5)),
    durationMs: 20_000,
    arrivals: { kind: 'poisson', perSecond: 50 },
    demand: { kind: 'independent', cpuMs: exponential(20), ioMs: exponential(40) },
  };
  const cases: readonly (readonly [string, Partial<SimulationConfig>])[] = [
    ['no load', { arrivals: { kind: 'poisson', perSecond: 0 } }],
    ['three times its capacity', { arrivals: { kind: 'poisson', perSecond: 500 } }],
    ['requests of CPU alone', { demand: { kind: 'shared-total', totalMs: exponential(50), cpuShare: 1 } }],
    ['requests of I/O alone', { demand: { kind: 'shared-total', totalMs: exponential(50), cpuShare: 0 } }],
    ['400 threads', { fleet: fleetOf(1, 1, 400), accept: { kind: 'private' } }],
    ['20 VMs of 64 threads', { fleet: fleetOf(20, 1, 64), arrivals: { kind: 'poisson', perSecond: 900 } }],
    [
      'local workers without a pause',
      { fleet: { ...fleetOf(2, 2, 5), localWorkersPerVm: 4, localWorkerCpuShare: 1 } },
    ],
    [
      'every VM crashed for good',
      {
        failures: [0, 1].map((vm) => ({
          kind: 'crash',
          atMs: 5000,
          durationMs: unlimited,
          vm,
          worker: null,
        })),
      },
    ],
    [
      'every VM frozen for good, with busy local workers',
      {
        fleet: { ...fleetOf(2, 2, 5), localWorkersPerVm: 1, localWorkerCpuShare: 0.5 },
        failures: [0, 1].map((worker) => ({
          kind: 'stall',
          atMs: 5000,
          durationMs: unlimited,
          vm: 0,
          worker,
        })),
        healthProbe: null,
      },
    ],
    ['a closed crowd', { arrivals: { kind: 'closed', clients: 100, thinkMs: 100 } }],
  ];

  it.each(cases)('ends with finite numbers for %s and loses count of no request', (_name, change) => {
    const result = simulate({ ...base, ...change, warmUpShare: 0 });
    expectFinite(result);
    const failed = Object.values(result.errors).reduce((sum, count) => sum + count, 0);
    expect((result.response?.count ?? 0) + failed + result.unfinished).toBe(result.arrivals);
  });

  it('obeys Little’s law between queue, rate and wait', () => {
    const result = simulate({ ...base, arrivals: { kind: 'poisson', perSecond: 150 }, durationMs: 400_000 });
    const waiting = (result.throughputPerSecond * result.response!.meanWaitMs) / 1000;
    expect(result.meanQueued / waiting).toBeGreaterThan(0.97);
    expect(result.meanQueued / waiting).toBeLessThan(1.03);
  });

  it('uses the cores as the utilisation law says', () => {
    const result = simulate({ ...base, overhead: noOverhead, durationMs: 400_000 });
    expect(result.coreUtilisation).toBeGreaterThan(0.97 * ((50 * 0.02) / 4));
    expect(result.coreUtilisation).toBeLessThan(1.03 * ((50 * 0.02) / 4));
  });
});
