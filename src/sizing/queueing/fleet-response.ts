import { contentionFactors, type VmProcesses } from './core-contention.ts';
import { atLeastZero, wholeNumber } from './domain.ts';
import { demandScv } from './phases.ts';
import { type ChainState, chainOf } from './process-chain.ts';
import { type Percentiles, responsePercentiles } from './response-percentiles.ts';
import { type Routing, routingFactor } from './routing.ts';
import { type CpuBursts, correctedCongestion, type Variability, variableThroughputs } from './variability.ts';
import { type AcceptPolicy, vmRates } from './workers.ts';

/** Below this share of the time alone a wait for the lock is rounding, and the correction would take it for real. */
const leastLockShare = 1e-9;

/** A fleet of identical API VMs and the requests it serves. Thin is one worker per VM. */
export interface FleetInput {
  readonly vms: number;
  readonly workers: number;
  readonly threads: number;
  readonly coresPerVm: number;
  readonly localWorkers: number;
  /** Share of one core that each local worker uses, 0 to 1. */
  readonly localWorkerCpu: number;
  readonly cpuSecondsPerRequest: number;
  readonly ioSecondsPerRequest: number;
  readonly cpuScv: number;
  readonly ioScv: number;
  /** `alike` unless said otherwise: what was seen of requests that are small or big as a whole. */
  readonly cpuBursts?: CpuBursts;
  readonly policy: AcceptPolicy;
  readonly routing: Routing;
}

/** What does not depend on the load, worked out once for all points of a curve. */
export interface Fleet {
  readonly input: FleetInput;
  /** Requests per second above which the queue grows. */
  readonly ceilingPerSecond: number;
  /** Completions per second of one VM with n = 0 .. workers × threads requests inside. */
  readonly vmCompletionsPerSecond: Float64Array;
  readonly idleResponseSeconds: number;
  readonly routingFactor: number;
}

export interface FleetMeans {
  readonly ceilingPerSecond: number;
  /** Load over ceiling. */
  readonly utilisation: number;
  /** CPU of a VM in use, API and local workers together, over its cores. */
  readonly cpuUtilisation: number;
  /** Share of requests that wait for a thread; an upper bound with round-robin routing. */
  readonly waitProbability: number;
  /** Mean wait for a thread, over all requests. */
  readonly meanWaitSeconds: number;
  /** Mean wait for the interpreter lock and for a core. */
  readonly meanLockWaitSeconds: number;
  readonly meanResponseSeconds: number;
}

export interface FleetGrows {
  readonly kind: 'grows';
  readonly ceilingPerSecond: number;
  /** Requests by which the queues of the whole fleet grow each second. */
  readonly growthPerSecond: number;
}

export type MeanResponse = ({ readonly kind: 'settles' } & FleetMeans) | FleetGrows;
export type Response = ({ readonly kind: 'settles' } & FleetMeans & Percentiles) | FleetGrows;

/**
 * Prepares a fleet for {@link responseOf} and {@link meanResponseOf}.
 *
 * @throws RangeError if a count is not a whole number of at least 1 (local workers: 0), a request takes no time at all
 *   or another number lies outside its range
 * Source: machine repair for a process, composed over workers, slowed where processes exceed cores.
 */
export function fleetOf(input: FleetInput): Fleet {
  const vms = wholeNumber('vms', input.vms, 1);
  const demand = { cpuSeconds: input.cpuSecondsPerRequest, ioSeconds: input.ioSecondsPerRequest };
  const slowed = contentionFactors(processesOf(input), demand);
  const ofOneWorker = variableThroughputs(input.threads, demand, variabilityOf(input));
  const vmCompletionsPerSecond = vmRates(input.workers, ofOneWorker, input.policy).map(
    (rate, inside) => rate * (slowed[inside] ?? 1),
  );
  return {
    input,
    ceilingPerSecond: vms * (vmCompletionsPerSecond.at(-1) ?? 0),
    vmCompletionsPerSecond,
    idleResponseSeconds: 1 / (vmCompletionsPerSecond[1] ?? 0),
    routingFactor: routingFactor(input),
  };
}

/**
 * Means at one load; microseconds to compute. Within 14 % of simulation for coefficients of variation up to 1 (1 % on
 * average), within 22 % at 2; unknown above.
 *
 * @param arrivalsPerSecond at the whole fleet, 0 or more; Poisson, so a burst of a deployment is worse
 * @returns `grows` at or above the ceiling
 * @throws RangeError if the load is negative
 * Source: flow-equivalent chain of one VM, corrected for variability and routing.
 */
export function meanResponseOf(fleet: Fleet, arrivalsPerSecond: number): MeanResponse {
  const solved = solve(fleet, arrivalsPerSecond);
  return solved === undefined ? growthOf(fleet, arrivalsPerSecond) : { kind: 'settles', ...solved.means };
}

/**
 * Means and percentiles of the full response time at one load; a few milliseconds to compute.
 *
 * Accuracy as in {@link responsePercentiles}.
 *
 * @param arrivalsPerSecond at the whole fleet, 0 or more
 * @returns `grows` at or above the ceiling
 * @throws RangeError if the load is negative
 * Source: as {@link meanResponseOf}; percentiles of a tagged request, moved to the corrected mean.
 */
export function responseOf(fleet: Fleet, arrivalsPerSecond: number): Response {
  const solved = solve(fleet, arrivalsPerSecond);
  if (solved === undefined) return growthOf(fleet, arrivalsPerSecond);
  const { input, vmCompletionsPerSecond, idleResponseSeconds } = fleet;
  const { chain, backlogSeconds, means } = solved;
  const percentiles = responsePercentiles({
    completionsPerSecond: vmCompletionsPerSecond,
    arrivalsPerSecond: arrivalsPerSecond / input.vms,
    // The rate at which an exponential wait must end to have the corrected mean.
    waitDecayPerSecond:
      backlogSeconds > 0 ? chain.waitProbability / backlogSeconds : chain.waitDecayPerSecond,
    demandScv: demandScv(input.cpuSecondsPerRequest, input.cpuScv, input.ioSecondsPerRequest, input.ioScv),
    idleResponseSeconds,
    chainResponseSeconds: chain.meanInServiceSeconds + backlogSeconds,
    meanResponseSeconds: means.meanResponseSeconds,
  });
  return { kind: 'settles', ...means, ...percentiles };
}

interface Solved {
  readonly means: FleetMeans;
  readonly chain: ChainState;
  /** Mean wait for a thread before routing, which the tagged request's tail uses. */
  readonly backlogSeconds: number;
}

function solve(fleet: Fleet, arrivalsPerSecond: number): Solved | undefined {
  const { input, vmCompletionsPerSecond, ceilingPerSecond, idleResponseSeconds } = fleet;
  atLeastZero('arrivalsPerSecond', arrivalsPerSecond);
  const perVm = arrivalsPerSecond / input.vms;
  const chain = chainOf(vmCompletionsPerSecond, perVm);
  if (chain.kind === 'grows' || arrivalsPerSecond >= ceilingPerSecond) return undefined;
  const fullRate = vmCompletionsPerSecond.at(-1) ?? 0;
  const lockSeconds = chain.meanInServiceSeconds - idleResponseSeconds;
  const waits = correctedCongestion(
    {
      backlogSeconds: chain.meanWaitSeconds,
      lockSeconds: lockSeconds > idleResponseSeconds * leastLockShare ? lockSeconds : 0,
      ioSeconds: input.ioSecondsPerRequest,
    },
    (input.workers * input.threads) / fullRate,
    variabilityOf(input),
  );
  const meanWaitSeconds = waits.backlogSeconds * fleet.routingFactor;
  const meanLockWaitSeconds = waits.lockSeconds * fleet.routingFactor;
  const cores = perVm * input.cpuSecondsPerRequest + input.localWorkers * input.localWorkerCpu;
  return {
    chain,
    backlogSeconds: waits.backlogSeconds,
    means: {
      ceilingPerSecond,
      utilisation: arrivalsPerSecond / ceilingPerSecond,
      cpuUtilisation: Math.min(1, cores / input.coresPerVm),
      waitProbability: chain.waitProbability,
      meanWaitSeconds,
      meanLockWaitSeconds,
      meanResponseSeconds: idleResponseSeconds + meanLockWaitSeconds + meanWaitSeconds,
    },
  };
}

function growthOf({ ceilingPerSecond }: Fleet, arrivalsPerSecond: number): FleetGrows {
  return {
    kind: 'grows',
    ceilingPerSecond,
    growthPerSecond: Math.max(0, arrivalsPerSecond - ceilingPerSecond),
  };
}

function variabilityOf({ cpuScv, ioScv, cpuBursts = 'alike' }: FleetInput): Variability {
  return { cpuScv, ioScv, cpuBursts };
}

function processesOf({
  workers,
  threads,
  coresPerVm,
  localWorkers,
  localWorkerCpu,
}: FleetInput): VmProcesses {
  return { workers, threads, cores: coresPerVm, localWorkers, localWorkerCpu };
}
