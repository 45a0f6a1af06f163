import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../../src/sizing/queueing/random/distribution.ts';
import { checkConfig } from '../../../../src/sizing/queueing/simulation/check-config.ts';
import type { CoreCollisions } from '../../../../src/sizing/queueing/simulation/request-overhead.ts';
import type {
  Arrivals,
  SimulatedFailure,
  SimulationConfig,
} from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { constant, fleetOf, poisson } from './fleet-of.ts';

const base: SimulationConfig = { ...fleetOf('puma-5', 2, 3, 4), arrivals: poisson(10), durationMs: 1000 };
const { NaN: none, POSITIVE_INFINITY: endless } = Number;

type Change = (value: number) => Partial<SimulationConfig>;

const fleet =
  (field: keyof SimulationConfig['fleet']): Change =>
  (value) => ({ fleet: { ...base.fleet, [field]: value } });
const overhead =
  (field: 'cpuMs' | 'cpuShare' | 'cpuShareLimitMs' | 'pauseMs' | 'latencyMs'): Change =>
  (value) => ({ overhead: { ...base.overhead, collisions: null, [field]: value } });
const collision =
  (field: keyof CoreCollisions): Change =>
  (value) => ({
    overhead: {
      ...base.overhead,
      cpuShare: 0.5,
      collisions: { wakeShare: 0, handOverShare: 0, rebalanceMs: 0, standInCpuShare: 0, [field]: value },
    },
  });
const failure =
  (field: 'atMs' | 'durationMs' | 'vm' | 'worker'): Change =>
  (value) => {
    const stall: SimulatedFailure = { kind: 'stall', atMs: 0, durationMs: 1, vm: 0, worker: null };
    return { failures: [{ ...stall, [field]: value }] };
  };
const retry =
  (field: 'everyMs' | 'giveUpMs'): Change =>
  (value) => ({ connectRetry: { everyMs: 1, giveUpMs: 1, [field]: value } });
const closed =
  (field: 'clients' | 'thinkMs'): Change =>
  (value) => ({ arrivals: { kind: 'closed', clients: 1, thinkMs: 1, [field]: value } });
const trace = (
  arrivalsMs: readonly number[],
  cpuMs: readonly number[],
  ioMs: readonly number[],
): Arrivals => ({
  kind: 'trace',
  arrivalsMs,
  cpuMs,
  ioMs,
});

const whole = [0, 1.5, -1, none, endless];
const negative = [-1e-9, none, endless];

describe('checkConfig', () => {
  it.each<readonly [what: string, change: Change, taken: readonly number[], refused: readonly number[]]>([
    ['number of VMs', fleet('vms'), [1, 500], whole],
    ['number of workers', fleet('workersPerVm'), [1, 24], whole],
    ['number of threads', fleet('threadsPerWorker'), [1, 400], whole],
    ['number of cores', fleet('coresPerVm'), [0.5, 1, 64], [0, -1, none]],
    ['number of local workers', fleet('localWorkersPerVm'), [0, 8], [-1, 0.5, none, endless]],
    ['CPU share of a local worker', fleet('localWorkerCpuShare'), [0, 0.5, 1], [-0.1, 1.1, none]],
    ['turn of a local worker', fleet('localWorkerTurnMs'), [0.1, 50], [0, -1, none]],
    ['overhead cpuMs', overhead('cpuMs'), [0, 0.35], negative],
    ['overhead cpuShare', overhead('cpuShare'), [0, 0.03], negative],
    ['overhead cpuShareLimitMs', overhead('cpuShareLimitMs'), [0, 100, endless], [-1e-9, none]],
    ['overhead pauseMs', overhead('pauseMs'), [0, 1], negative],
    ['overhead latencyMs', overhead('latencyMs'), [0, 1], negative],
    ['wakeShare of collisions', collision('wakeShare'), [0, 1], [-0.1, 1.1, none]],
    ['handOverShare of collisions', collision('handOverShare'), [0, 1], [-0.1, 1.1, none]],
    ['rebalanceMs of collisions', collision('rebalanceMs'), [0, 4], negative],
    ['standInCpuShare of collisions', collision('standInCpuShare'), [0, 0.5], negative],
    ['overhead cpuShare without collisions', collision('standInCpuShare'), [0.5], [0.6]],
    ['quantum', (quantumMs) => ({ quantumMs }), [1, 100, endless], [0, -1, none]],
    ['overtaking share', (gvlOvertakingShare) => ({ gvlOvertakingShare }), [0, 0.3, 1], [-0.1, 1.1, none]],
    [
      'limit of unaccepted connections',
      (unacceptedLimitPerVm) => ({ unacceptedLimitPerVm }),
      [0, 101, endless],
      [-1, none],
    ],
    ['giveUpMs of a connection', retry('giveUpMs'), [0, 1000], negative],
    ['everyMs of a connection', retry('everyMs'), [0.1, 1000], [0, -1, none]],
    ['router attempts', (attempts) => ({ router: { policy: 'round-robin', attempts } }), [1, 3], whole],
    [
      'probe interval, shorter than its timeout',
      (intervalMs) => ({ healthProbe: { intervalMs, timeoutMs: 6000 } }),
      [6000, 10_000],
      [5999, 0, none],
    ],
    [
      'probe interval, shorter than its timeout',
      (timeoutMs) => ({ healthProbe: { intervalMs: 6000, timeoutMs } }),
      [1, 6000],
      [0, -1, 6001, none],
    ],
    ['number of I/O pauses', (ioPauses) => ({ shape: { ioPauses, pieces: 'equal' } }), [1, 9], whole],
    [
      'CPU share',
      (cpuShare) => ({ demand: { kind: 'shared-total', totalMs: constant(5), cpuShare } }),
      [0, 0.5, 1],
      [-0.1, 1.1, none],
    ],
    ['warm-up share', (warmUpShare) => ({ warmUpShare }), [0, 0.99], [1, -0.1, none]],
    ['duration', (durationMs) => ({ durationMs }), [1, 1000], [0, -1, none]],
    ['number of requests', (requests) => ({ requests }), [1, 1000, endless], [0, -1, none]],
    ['perSecond', (perSecond) => ({ arrivals: poisson(perSecond) }), [0, 10], negative],
    [
      'mean gap',
      (mean) => ({ arrivals: { kind: 'renewal', gapMs: constant(mean) } }),
      [0.1, 10],
      [0, -1, none],
    ],
    ['clients', closed('clients'), [1, 100], whole],
    ['thinkMs', closed('thinkMs'), [0, 100], negative],
    ['start of a failure', failure('atMs'), [0, 1e9], negative],
    ['duration of a failure', failure('durationMs'), [0, 1, endless], [-1, none]],
    ['VM of a failure', failure('vm'), [0, 1], [2, -1, 0.5, none]],
    ['worker of a failure', failure('worker'), [0, 2], [3, -1, 0.5, none]],
  ])('checks the %s, limits included', (what, change, taken, refused) => {
    for (const value of taken) expect(() => checkConfig({ ...base, ...change(value) })).not.toThrow();
    for (const value of refused) {
      const check = () => checkConfig({ ...base, ...change(value) });
      expect(check).toThrow(RangeError);
      expect(check).toThrow(`simulation: ${what} is `);
    }
  });

  it('refuses a second worker behind a private queue, and takes a probe, a retry or a worker that is not there', () => {
    const isPrivate = { accept: { kind: 'private' } } as const;
    expect(() => checkConfig({ ...base, ...isPrivate })).toThrow('workers behind a private queue is 3');
    expect(() => checkConfig({ ...base, ...isPrivate, ...fleet('workersPerVm')(1) })).not.toThrow();
    expect(() => checkConfig({ ...base, healthProbe: null, connectRetry: null })).not.toThrow();
  });

  it.each<readonly [what: string, change: Partial<SimulationConfig>, isRefused: boolean]>([
    ['neither time nor number', { durationMs: endless }, true],
    ['a number alone', { durationMs: endless, requests: 10 }, false],
    ['a time alone', {}, false],
    ['no load and no time', { durationMs: endless, requests: 10, arrivals: poisson(0) }, true],
    ['no load for a time', { arrivals: poisson(0) }, false],
    ['a trace without time or number', { durationMs: endless, arrivals: trace([0], [1], [1]) }, false],
    [
      'a closed crowd without time or number',
      { durationMs: endless, arrivals: { kind: 'closed', clients: 1, thinkMs: 1 } },
      true,
    ],
  ])('wants to know when a run ends: %s', (_what, change, isRefused) => {
    const check = () => checkConfig({ ...base, ...change });
    if (isRefused) expect(check).toThrow('simulation: length of the run is Infinity');
    else expect(check).not.toThrow();
  });

  it.each<readonly [said: string, arrivals: Arrivals]>([
    ['number of CPU demands is 1', trace([0, 1], [1], [1, 1])],
    ['number of I/O demands is 3', trace([0, 1], [1, 1], [1, 1, 1])],
    ['CPU of row 1 is -1', trace([0, 1], [1, -1], [1, 1])],
    ['I/O of row 0 is -2', trace([0, 1], [1, 1], [-2, 1])],
    ['arrival of row 0, before its predecessor is -1', trace([-1, 1], [1, 1], [1, 1])],
    ['arrival of row 1, before its predecessor is 4', trace([5, 4], [1, 1], [1, 1])],
    ['arrival of row 1, before its predecessor is NaN', trace([5, none], [1, 1], [1, 1])],
  ])('refuses a trace: %s', (said, arrivals) => {
    expect(() => checkConfig({ ...base, arrivals })).toThrow(`simulation: ${said}`);
  });

  it('takes a trace with arrivals at once and demands of nothing', () => {
    expect(() => checkConfig({ ...base, arrivals: trace([0, 0, 5], [0, 1, 0], [0, 0, 1]) })).not.toThrow();
    expect(() => checkConfig({ ...base, arrivals: trace([], [], []) })).not.toThrow();
  });

  it('refuses a closed crowd whose requests take no time, and takes one in which anything does', () => {
    const nothing: Distribution = constant(0);
    const at = (cpuMs: number, ioMs: number, overheadMs: number, thinkMs: number): SimulationConfig => ({
      ...base,
      arrivals: { kind: 'closed', clients: 1, thinkMs },
      overhead: { ...base.overhead, cpuMs: overheadMs },
      demand: { kind: 'independent', cpuMs: constant(cpuMs), ioMs: constant(ioMs) },
    });
    expect(() => checkConfig(at(0, 0, 0, 0))).toThrow('cycle of a closed client in ms is 0');
    for (const config of [at(1, 0, 0, 0), at(0, 1, 0, 0), at(0, 0, 1, 0), at(0, 0, 0, 1)]) {
      expect(() => checkConfig(config)).not.toThrow();
    }
    const sharing = (totalMs: Distribution): SimulationConfig => ({
      ...at(0, 0, 0, 0),
      demand: { kind: 'shared-total', totalMs, cpuShare: 0.5 },
    });
    expect(() => checkConfig(sharing(nothing))).toThrow('cycle of a closed client');
    expect(() => checkConfig(sharing(constant(1)))).not.toThrow();
  });
});
