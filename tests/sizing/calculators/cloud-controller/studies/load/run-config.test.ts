import { describe, expect, it } from 'vitest';
import {
  runConfigOf,
  slowMsOf,
  traceOf,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/run-config.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import type { SimulationConfig } from '../../../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { caseOfOne, twoThin } from './case-of.ts';

/** Three VMs of two workers of four threads on four cores; a request is 150 ms of CPU and 50 ms of waiting. */
const three = { vcpusPerVm: 4, vms: 3, workersPerVm: 2, threadsPerWorker: 4 };
const request = { serviceTimeMs: 200, cpuSharePercent: 75, requestsPerSecond: 10 } as const;

/** A log of 60 and 140 ms, 20 and 80 of them in the database, that came at 0 and 0.5 s: two a second. */
const log = 'arrival_s,duration_ms,db_ms\n0,60,20\n0.5,140,80\n';
const ownLog = { requestFrom: 'log', distribution: 'own' } as const;

async function configFor(shared: Inputs, fleet: Inputs = three, requests = ''): Promise<SimulationConfig> {
  const load = await caseOfOne(fleet, { ...request, ...shared }, { requests });
  const config = runConfigOf(load, load.selected);
  if (!config) throw new Error('Nothing is left to simulate.');
  return config;
}

describe('runConfigOf', () => {
  it('simulates the option as it is, at the load, for as many requests as asked for', async () => {
    const config = await configFor({ seed: 11, runRequests: 5000, localWorkerCpuPercent: 40 });
    expect(config).toMatchObject({
      seed: 11,
      fleet: {
        vms: 3,
        workersPerVm: 2,
        threadsPerWorker: 4,
        coresPerVm: 4,
        // Two for each worker (CF-4).
        localWorkersPerVm: 4,
        localWorkerCpuShare: 0.4,
      },
      arrivals: { kind: 'poisson', perSecond: 10 },
      demand: {
        kind: 'independent',
        cpuMs: { kind: 'exponential', mean: expect.closeTo(150, 9) },
        ioMs: { kind: 'exponential', mean: expect.closeTo(50, 9) },
      },
      shape: { ioPauses: 4, pieces: 'equal' },
      requests: 5000,
      durationMs: Number.POSITIVE_INFINITY,
      warmUpShare: 0.1,
      failures: [],
      router: { policy: 'random' },
      healthProbe: null,
      overhead: { cpuMs: 0, latencyMs: 0 },
    });
  });

  it.each<readonly [Inputs, Inputs, object]>([
    [{ engine: 'thin', vms: 3 }, {}, { accept: { kind: 'private' }, keepAlive: null }],
    [
      three,
      { capi: '1.196' },
      { accept: { kind: 'shared', policy: 'race', busyDelayMs: 5 }, keepAlive: null },
    ],
    [
      three,
      { capi: '1.196', acceptPolicy: 'even' },
      { accept: { kind: 'shared', policy: 'least-busy', busyDelayMs: 0 }, keepAlive: null },
    ],
    [three, { capi: '1.218' }, { accept: { kind: 'eager' }, keepAlive: null }],
    // Workers that queue for themselves cannot be told to leave a request to the least busy one.
    [three, { capi: '1.218', acceptPolicy: 'even' }, { accept: { kind: 'eager' }, keepAlive: null }],
    [three, { capi: '1.236' }, { accept: { kind: 'eager' }, keepAlive: { requestsPerConnection: 25 } }],
  ])('accepts requests as the server of %j with %j does', async (fleet, shared, expected) => {
    expect(await configFor(shared, fleet)).toMatchObject(expected);
  });

  it.each<readonly [Inputs, object]>([
    [{ distribution: 'constant' }, { kind: 'constant' }],
    // 1 / 0.25 stages.
    [
      { distribution: 'erlang', requestScv: 0.25 },
      { kind: 'erlang', stages: 4 },
    ],
    [
      { distribution: 'lognormal', requestScv: 3 },
      { kind: 'lognormal', scv: 3 },
    ],
    [
      { distribution: 'hyperexponential', requestScv: 3 },
      { kind: 'hyperexponential', scv: 3 },
    ],
    [{ distribution: 'exponential', requestScv: 3 }, { kind: 'exponential' }],
    // Without a log to vary as.
    [{ distribution: 'own' }, { kind: 'exponential' }],
  ])('draws CPU and waiting by %j', async (shared, law) => {
    expect((await configFor(shared)).demand).toEqual({
      kind: 'independent',
      cpuMs: { mean: expect.closeTo(150, 9), ...law },
      ioMs: { mean: expect.closeTo(50, 9), ...law },
    });
  });

  it('takes for routers, health check and overhead what the form says', async () => {
    const config = await configFor({ routing: 'round-robin', watchesHealth: true, countsOverhead: true });
    expect(config).toMatchObject({
      router: { policy: 'round-robin' },
      // Every 10 s, 6 s to answer.
      healthProbe: { intervalMs: 10_000, timeoutMs: 6_000 },
      overhead: { cpuMs: 0.35, cpuShare: 0.03, latencyMs: 0.4 },
    });
  });

  it('runs for a time where it is asked for or something fails, and for no more than five million requests', async () => {
    const timed = { durationMs: 120_000, requests: 5_000_000 };
    expect(await configFor({ runLength: 'seconds', runSeconds: 120 })).toMatchObject({
      ...timed,
      warmUpShare: 0.1,
    });
    expect(await configFor({ failureKind: 'crash', runSeconds: 120 })).toMatchObject({
      ...timed,
      warmUpShare: 0,
    });
  });

  it.each<readonly [Inputs, readonly object[]]>([
    [
      { failureKind: 'stall', failureAtSeconds: 20, failureSeconds: 30 },
      [{ kind: 'stall', atMs: 20_000, durationMs: 30_000, vm: 2, worker: 1 }],
    ],
    [
      { failureKind: 'crash', failureAtSeconds: 5, failureSeconds: 10, failureScope: 'vm' },
      [{ kind: 'crash', atMs: 5000, durationMs: 10_000, vm: 2, worker: null }],
    ],
    [{ failureScope: 'vm', failureAtSeconds: 5 }, []],
    // Stalled for good, beside others: the first worker, so that the one to watch is another.
    [
      { loadCondition: 'worker' },
      [{ kind: 'stall', atMs: 0, durationMs: Number.POSITIVE_INFINITY, vm: 0, worker: 0 }],
    ],
    [
      { loadCondition: 'worker', failureKind: 'crash', failureAtSeconds: 1, failureSeconds: 2 },
      [
        { kind: 'stall', atMs: 0, durationMs: Number.POSITIVE_INFINITY, vm: 0, worker: 0 },
        { kind: 'crash', atMs: 1000, durationMs: 2000, vm: 2, worker: 1 },
      ],
    ],
    // One VM fewer: the last of two fails.
    [
      { loadCondition: 'vm', failureKind: 'stall', failureAtSeconds: 0, failureSeconds: 1 },
      [{ kind: 'stall', atMs: 0, durationMs: 1000, vm: 1, worker: 1 }],
    ],
  ])('lets fail with %j %j', async (shared, failures) => {
    expect((await configFor(shared)).failures).toEqual(failures);
  });

  it('takes a stalled process that is alone out with its VM', async () => {
    const config = await configFor(
      { loadCondition: 'worker' },
      { engine: 'thin', vms: 3, threadsPerWorker: 4 },
    );
    expect([config.fleet.vms, config.failures]).toEqual([2, []]);
  });

  it('has nothing to simulate where nothing is left', async () => {
    const load = await caseOfOne({ ...twoThin, vms: 1 }, { ...request, loadCondition: 'vm' });
    expect(runConfigOf(load, load.selected)).toBeUndefined();
  });

  it('sends a log’s own requests at its own rhythm, stretched to the load', async () => {
    // 2 a second in the log, 10 to carry: five times as fast.
    const config = await configFor({ ...ownLog, runRequests: 9999 }, three, log);
    expect(config).toMatchObject({ requests: 2, durationMs: Number.POSITIVE_INFINITY });
    expect(config.arrivals).toEqual({ kind: 'trace', arrivalsMs: [0, 100], cpuMs: [40, 60], ioMs: [20, 80] });
    // Without database times at the share entered.
    const plain = await configFor(ownLog, three, 'arrival_s,duration_ms\n0,60\n0.5,140\n');
    expect(plain.arrivals).toEqual({
      kind: 'trace',
      arrivalsMs: [0, 100],
      cpuMs: [expect.closeTo(45, 9), expect.closeTo(105, 9)],
      ioMs: [expect.closeTo(15, 9), expect.closeTo(35, 9)],
    });
  });

  it('draws from a log’s own values where it has no arrivals, stretched to what a request takes', async () => {
    const own = { distribution: 'own' } as const;
    const values = (numbers: readonly number[]) => ({
      kind: 'empirical',
      values: numbers.map((n) => expect.closeTo(n, 9)),
    });
    const noArrivals = 'duration_ms,db_ms\n60,20\n140,80\n';
    // CPU of 40 and 60 ms and waits of 20 and 80 ms: 50 ms on average of both; 150 and 50 ms are entered.
    expect((await configFor(own, three, noArrivals)).demand).toEqual({
      kind: 'independent',
      cpuMs: values([120, 180]),
      ioMs: values([20, 80]),
    });
    expect((await configFor(ownLog, three, noArrivals)).demand).toMatchObject({ cpuMs: values([40, 60]) });
    // One duration a request: 100 ms on average, 200 entered, three quarters of it CPU.
    expect((await configFor(own, three, 'duration_ms\n60\n140\n')).demand).toEqual({
      kind: 'shared-total',
      totalMs: values([120, 280]),
      cpuShare: expect.closeTo(0.75, 9),
    });
    // A log without a wait in it says nothing of how waits vary.
    expect((await configFor(own, three, 'duration_ms,db_ms\n60,0\n140,0\n')).demand).toMatchObject({
      ioMs: { kind: 'constant', mean: expect.closeTo(50, 9) },
    });
    // A log beside another law is not used.
    expect((await configFor({}, three, noArrivals)).demand).toMatchObject({ cpuMs: { kind: 'exponential' } });
  });
});

describe('slowMsOf', () => {
  it.each<readonly [string, Inputs, number]>([
    ['a second for quick requests', { serviceTimeMs: 200 }, 1000],
    ['five times a request alone', { serviceTimeMs: 201 }, 1005],
    [
      'the same without a failure, however short one would be',
      { serviceTimeMs: 1000, failureSeconds: 3 },
      5000,
    ],
    ['twenty times with a failure', { failureKind: 'stall', serviceTimeMs: 200, failureSeconds: 60 }, 4000],
    ['a third of a short failure', { failureKind: 'crash', serviceTimeMs: 200, failureSeconds: 6 }, 2000],
    ['a second all the same', { failureKind: 'crash', serviceTimeMs: 200, failureSeconds: 1 }, 1000],
  ])('is %s', async (_, shared, ms) => {
    expect(slowMsOf(await caseOfOne(twoThin, { cpuSharePercent: 75, ...shared }))).toBeCloseTo(ms, 9);
    expect((await configFor(shared)).slowMs).toBeCloseTo(ms, 9);
  });
});

describe('traceOf', () => {
  it('is the log, where requests are to be taken from it and to vary as in it, and it has arrivals', async () => {
    const trace = async (shared: Inputs, requests: string) =>
      traceOf(await caseOfOne(twoThin, { ...request, ...shared }, { requests }))?.durationsMs;
    expect(await trace(ownLog, log)).toEqual([60, 140]);
    expect(await trace({ requestFrom: 'log' }, log)).toBeUndefined();
    expect(await trace({ distribution: 'own' }, log)).toBeUndefined();
    expect(await trace(ownLog, 'duration_ms,db_ms\n60,20\n')).toBeUndefined();
    expect(await trace(ownLog, '')).toBeUndefined();
  });
});
