import { aboveZero, share, wholeNumber } from './domain.ts';
import { type FleetInput, fleetOf, meanResponseOf, type Response, responseOf } from './fleet-response.ts';

/** Limits a fleet must keep; one left out does not bind. The load must always settle. */
export interface FleetTarget {
  readonly p95Seconds?: number;
  /** Share of a VM's cores, API and local workers together; the vendor's line is 0.85. */
  readonly cpuUtilisation?: number;
  /** Share of requests that may wait for a thread. */
  readonly waitProbability?: number;
}

export type SmallestFleet =
  | {
      readonly kind: 'found';
      readonly vms: number;
      readonly response: Extract<Response, { kind: 'settles' }>;
    }
  /** Not even `mostVms` VMs meet the target: a limit below what a request takes on an idle VM, or too much load. */
  | { readonly kind: 'out-of-reach'; readonly mostVms: number };

/**
 * The fewest VMs of a given make that carry a load within a target.
 *
 * All limits get easier with every VM, so bisection finds the smallest count; at most ten fleets are solved for 500 VMs.
 *
 * @param vm one VM and its requests: a fleet's input without the count
 * @param arrivalsPerSecond at the whole fleet, 0 or more
 * @param mostVms the largest count to consider, a whole number of at least 1
 * @throws RangeError if a number lies outside its range
 * Source: {@link responseOf}, and the limits as inequalities.
 */
export function smallestFleet(
  vm: Omit<FleetInput, 'vms'>,
  arrivalsPerSecond: number,
  target: FleetTarget,
  mostVms: number,
): SmallestFleet {
  wholeNumber('mostVms', mostVms, 1);
  checkTarget(target);
  const isEnough = (vms: number): boolean => meets({ ...vm, vms }, arrivalsPerSecond, target);
  if (!isEnough(mostVms)) return { kind: 'out-of-reach', mostVms };
  let low = 1;
  let high = mostVms;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  const response = responseOf(fleetOf({ ...vm, vms: low }), arrivalsPerSecond);
  return response.kind === 'settles'
    ? { kind: 'found', vms: low, response }
    : { kind: 'out-of-reach', mostVms };
}

function meets(input: FleetInput, arrivalsPerSecond: number, target: FleetTarget): boolean {
  const fleet = fleetOf(input);
  const means = meanResponseOf(fleet, arrivalsPerSecond);
  if (means.kind === 'grows') return false;
  if (means.cpuUtilisation > (target.cpuUtilisation ?? 1)) return false;
  if (means.waitProbability > (target.waitProbability ?? 1)) return false;
  if (target.p95Seconds === undefined) return true;
  const response = responseOf(fleet, arrivalsPerSecond);
  return response.kind === 'settles' && response.p95Seconds <= target.p95Seconds;
}

function checkTarget({ p95Seconds, cpuUtilisation, waitProbability }: FleetTarget): void {
  if (p95Seconds !== undefined) aboveZero('p95Seconds', p95Seconds);
  if (cpuUtilisation !== undefined) share('cpuUtilisation', cpuUtilisation);
  if (waitProbability !== undefined) share('waitProbability', waitProbability);
}
