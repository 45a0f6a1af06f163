import type { Distribution } from '../../../../queueing/random/distribution.ts';
import {
  acceptRuleOf,
  baseSimulation,
  type SimulatedServer,
} from '../../../../queueing/simulation/base-simulation.ts';
import type {
  AcceptRule,
  Arrivals,
  Demand,
  SimulatedFailure,
  SimulationConfig,
} from '../../../../queueing/simulation/simulation-config.ts';
import { capiRanges } from '../../capi.ts';
import type { LoadCase, LoadedOption } from './load-case.ts';
import { overheadOf, pausesPerRequest } from './load-fleet.ts';
import type { RequestLog } from './load-log.ts';
import { meanOf } from './load-mean-demand.ts';
import { erlangStages } from './load-request.ts';

/** However long a run is asked for, so many requests are enough for any percentile shown. */
export const mostRequests = 5_000_000;

/** A turn of CPU work of a local worker; not measured, and without weight next to its share. */
const localWorkerTurnMs = 50;

/** The option as a simulation; undefined where no VM is left to simulate. */
export function runConfigOf(load: LoadCase, one: LoadedOption): SimulationConfig | undefined {
  const { inputs } = load;
  const { loaded, make } = one;
  if (loaded.vmsLeft === 0 || loaded.parts.length === 0) return undefined;
  const server = serverOf(load, one);
  const isFailing = inputs.failureKind !== 'none';
  const base = baseSimulation(server, {
    vms: loaded.vmsLeft,
    workersPerVm: make.workersPerVm,
    threadsPerWorker: make.threadsPerWorker,
    coresPerVm: make.coresPerVm,
    localWorkersPerVm: make.localWorkersPerVm,
    localWorkerCpuShare: inputs.localWorkerCpuPercent / 100,
    localWorkerTurnMs,
  });
  return {
    ...base,
    seed: inputs.seed,
    accept: acceptOf(load, server),
    router: { ...base.router, policy: inputs.routing },
    healthProbe: inputs.watchesHealth ? base.healthProbe : null,
    overhead: overheadOf(make, inputs),
    arrivals: arrivalsOf(load),
    demand: demandOf(load),
    shape: { ioPauses: pausesPerRequest, pieces: 'equal' },
    ...lengthOf(load),
    warmUpShare: isFailing ? 0 : base.warmUpShare,
    failures: [...stalledThroughout(load, one), ...failuresOf(load, one)],
    slowMs: slowMsOf(load),
  };
}

/** What counts as slow in a run: a second, or many times what a request takes alone; less than a failure lasts. */
export function slowMsOf({ inputs, request }: LoadCase): number {
  const aloneMs = 1000 * (request.cpuSeconds + request.ioSeconds);
  const usual =
    inputs.failureKind === 'none' ? 5 * aloneMs : Math.min(20 * aloneMs, (inputs.failureSeconds * 1000) / 3);
  return Math.max(1000, usual);
}

/** The user's own arrivals, where the log has them and requests are to vary as in it. */
export function traceOf({ inputs, request, logPerSecond }: LoadCase): RequestLog | undefined {
  const { log } = request;
  const isAsked = inputs.requestFrom === 'log' && inputs.distribution === 'own';
  return isAsked && log.kind === 'log' && logPerSecond !== undefined ? log : undefined;
}

function serverOf({ inputs }: LoadCase, { make }: LoadedOption): SimulatedServer {
  if (make.isThin) return 'thin';
  const { queue } = capiRanges[inputs.capi];
  if (queue === 'shared') return 'puma-6';
  return queue === 'own' ? 'puma-7' : 'puma-7-keep-alive';
}

function acceptOf({ inputs }: LoadCase, server: SimulatedServer): AcceptRule {
  const rule = acceptRuleOf(server);
  return rule.kind === 'shared' && inputs.acceptPolicy === 'even'
    ? { kind: 'shared', policy: 'least-busy', busyDelayMs: 0 }
    : rule;
}

function lengthOf(load: LoadCase): Pick<SimulationConfig, 'durationMs' | 'requests'> {
  const { failureKind, runLength, runRequests, runSeconds } = load.inputs;
  const isTimed = failureKind !== 'none' || runLength === 'seconds';
  const trace = traceOf(load);
  if (trace) return { durationMs: Number.POSITIVE_INFINITY, requests: trace.durationsMs.length };
  return isTimed
    ? { durationMs: runSeconds * 1000, requests: mostRequests }
    : { durationMs: Number.POSITIVE_INFINITY, requests: runRequests };
}

/** A worker that is stalled for good, beside others that are not: the condition of the whole run. */
function stalledThroughout({ condition }: LoadCase, { make }: LoadedOption): readonly SimulatedFailure[] {
  if (condition !== 'worker' || make.workersPerVm === 1) return [];
  return [{ kind: 'stall', atMs: 0, durationMs: Number.POSITIVE_INFINITY, vm: 0, worker: 0 }];
}

/** The failure to watch hits the last VM, so that it never meets the worker that is stalled for good, but in one VM. */
function failuresOf({ inputs }: LoadCase, { loaded, make }: LoadedOption): readonly SimulatedFailure[] {
  const { failureAtSeconds, failureKind, failureScope, failureSeconds } = inputs;
  if (failureKind === 'none') return [];
  return [
    {
      kind: failureKind,
      atMs: failureAtSeconds * 1000,
      durationMs: failureSeconds * 1000,
      vm: loaded.vmsLeft - 1,
      worker: failureScope === 'worker' ? make.workersPerVm - 1 : null,
    },
  ];
}

function arrivalsOf(load: LoadCase): Arrivals {
  const trace = traceOf(load);
  const { loadPerSecond, logPerSecond } = load;
  if (!trace?.arrivalsMs || logPerSecond === undefined) return { kind: 'poisson', perSecond: loadPerSecond };
  const { cpuSeconds, ioSeconds } = load.request;
  const share = cpuSeconds / (cpuSeconds + ioSeconds);
  const { databaseMs, durationsMs } = trace;
  const cpuMs = durationsMs.map((ms, row) => (databaseMs ? ms - (databaseMs[row] ?? 0) : ms * share));
  return {
    kind: 'trace',
    // The log's own rhythm, at the rate to carry.
    arrivalsMs: trace.arrivalsMs.map((ms) => (ms * logPerSecond) / loadPerSecond),
    cpuMs,
    ioMs: durationsMs.map((ms, row) => Math.max(0, ms - (cpuMs[row] ?? 0))),
  };
}

function demandOf({ inputs, request }: LoadCase): Demand {
  const cpuMs = request.cpuSeconds * 1000;
  const ioMs = request.ioSeconds * 1000;
  const { log } = request;
  if (inputs.distribution !== 'own' || log.kind !== 'log') {
    const law = (mean: number) => lawOf(inputs, mean, request.cpuScv);
    return { kind: 'independent', cpuMs: law(cpuMs), ioMs: law(ioMs) };
  }
  const { databaseMs, durationsMs } = log;
  if (!databaseMs) {
    return {
      kind: 'shared-total',
      totalMs: scaledTo(cpuMs + ioMs, durationsMs),
      cpuShare: cpuMs / (cpuMs + ioMs),
    };
  }
  const ownCpuMs = durationsMs.map((ms, row) => ms - (databaseMs[row] ?? 0));
  return { kind: 'independent', cpuMs: scaledTo(cpuMs, ownCpuMs), ioMs: scaledTo(ioMs, databaseMs) };
}

function lawOf(inputs: LoadCase['inputs'], mean: number, scv: number): Distribution {
  switch (inputs.distribution) {
    case 'constant':
      return { kind: 'constant', mean };
    case 'erlang':
      return { kind: 'erlang', mean, stages: erlangStages(inputs) };
    case 'lognormal':
    case 'hyperexponential':
      return { kind: inputs.distribution, mean, scv };
    default:
      return { kind: 'exponential', mean };
  }
}

/** The log's own values, stretched to a mean that may come from elsewhere. */
function scaledTo(mean: number, values: readonly number[]): Distribution {
  const own = meanOf(values);
  if (!(own > 0)) return { kind: 'constant', mean };
  return { kind: 'empirical', values: values.map((value) => (value * mean) / own) };
}
