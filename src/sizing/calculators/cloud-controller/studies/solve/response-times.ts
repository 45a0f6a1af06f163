import type { Fleet } from '../../../../queueing/fleet-response.ts';
import { fleetOf, meanResponseOf, responseOf } from '../../../../queueing/fleet-response.ts';
import type { Condition } from '../../conditions.ts';
import type { Candidates } from './candidates.ts';
import { kindOf } from './candidates.ts';

/** p95 and CPU in use of each setting in the condition that must be survived. */
export interface ResponseTimes {
  /** Infinite where no fleet of up to 500 VMs meets the limits. Empty when not asked for. */
  readonly p95Ms: Float64Array;
  readonly cpuShare: Float64Array;
}

export const noResponseTimes: ResponseTimes = { p95Ms: new Float64Array(), cpuShare: new Float64Array() };

export interface Demand {
  readonly requestsPerSecond: number;
  readonly serviceSeconds: number;
  /** Of the service time, 0 to 1. */
  readonly cpuShare: number;
  readonly mostP95Seconds: number;
  readonly mostCpuShare: number;
  readonly condition: Condition;
  readonly zones: number;
}

/** Above this the times would take longer than anyone waits for a key press. */
export const mostTimedSettings = 250;

const mostVms = 500;

/**
 * Enlarges each setting's fleet to the smallest that also meets the limits of response time and CPU, and tells both.
 *
 * Reckoned with what is left in the condition: a stalled worker counts as its whole VM, which errs on the safe side.
 * Requests arrive at random (Poisson), a random free thread takes them, and their times vary as much as their mean;
 * local workers are idle.
 *
 * Source: the queueing library's model of one VM; all limits get easier with every VM, so bisection finds the fleet.
 */
export function responseTimesOf(candidates: Candidates, demand: Demand): ResponseTimes {
  const p95Ms = new Float64Array(candidates.count);
  const cpuShare = new Float64Array(candidates.count);
  for (let row = 0; row < candidates.count; row += 1) {
    const one = oneVm(candidates, row, demand);
    const least = candidates.vms[row] ?? 1;
    const vms = smallestFrom(least, (count) => isEnough(one, vmsLeft(count, demand), demand));
    if (vms !== undefined) candidates.vms[row] = vms;
    const answer =
      vms === undefined ? undefined : responseOf(ofVms(one, vmsLeft(vms, demand)), demand.requestsPerSecond);
    const isSettled = answer?.kind === 'settles';
    p95Ms[row] = isSettled ? answer.p95Seconds * 1000 : Number.POSITIVE_INFINITY;
    cpuShare[row] = isSettled ? answer.cpuUtilisation : 1;
  }
  return { p95Ms, cpuShare };
}

function oneVm(candidates: Candidates, row: number, demand: Demand): Fleet {
  const { vcpus, workers } = kindOf(candidates, row);
  const cpuSeconds = demand.serviceSeconds * demand.cpuShare;
  return fleetOf({
    vms: 1,
    workers,
    threads: candidates.threads[row] ?? 1,
    coresPerVm: vcpus,
    localWorkers: 0,
    localWorkerCpu: 0,
    cpuSecondsPerRequest: cpuSeconds,
    ioSecondsPerRequest: demand.serviceSeconds - cpuSeconds,
    cpuScv: 1,
    ioScv: 1,
    policy: 'slot',
    routing: 'random',
  });
}

/** With random routing VMs do not know of one another: a fleet is so many times one VM. */
function ofVms(one: Fleet, vms: number): Fleet {
  return { ...one, input: { ...one.input, vms }, ceilingPerSecond: one.ceilingPerSecond * vms };
}

function vmsLeft(vms: number, { condition, zones }: Demand): number {
  if (condition === 'all') return vms;
  return condition === 'az' ? vms - Math.ceil(vms / zones) : vms - 1;
}

function isEnough(one: Fleet, vms: number, demand: Demand): boolean {
  if (vms < 1) return false;
  const fleet = ofVms(one, vms);
  const means = meanResponseOf(fleet, demand.requestsPerSecond);
  if (means.kind === 'grows' || means.cpuUtilisation > demand.mostCpuShare) return false;
  if (!Number.isFinite(demand.mostP95Seconds)) return true;
  const response = responseOf(fleet, demand.requestsPerSecond);
  return response.kind === 'settles' && response.p95Seconds <= demand.mostP95Seconds;
}

function smallestFrom(least: number, isEnoughOf: (vms: number) => boolean): number | undefined {
  if (isEnoughOf(least)) return least;
  if (least >= mostVms || !isEnoughOf(mostVms)) return undefined;
  let low = least + 1;
  let high = mostVms;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnoughOf(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
