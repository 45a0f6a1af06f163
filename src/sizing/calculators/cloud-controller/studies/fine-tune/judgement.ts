import { conditionOf } from '../../conditions.ts';
import type { SizedFleet } from '../../size.ts';
import { mostVms } from '../../size.ts';
import type { Measurements } from './measurements.ts';

/** Whether threads and cores are near their limits; undefined where nothing tells. */
export interface Pressure {
  /** p95 of outstanding requests over the threads of a VM. */
  readonly threads: number | undefined;
  readonly areThreadsNear: boolean | undefined;
  /** The larger of user CPU over its limit and load average over cores; the guide wants it below 1. */
  readonly cores: number | undefined;
  readonly areCoresExceeded: boolean | undefined;
}

export type Quadrant = 'near-within' | 'near-exceeded' | 'below-exceeded' | 'below-within';

/** What to change, on the selected option. */
export interface Remedy {
  readonly threads: number;
  readonly vms: number;
}

/** Source: CF-15, its three sentences; "near" is what the user set, p95 stands for "consistently". */
export function pressureOf({ limits, metrics }: Measurements, nearPercent: number): Pressure {
  const { cpuUser, loadAverage, outstanding } = metrics;
  const parts = [
    ...(cpuUser ? [cpuUser.p95 / limits.cpuUser] : []),
    ...(loadAverage ? [loadAverage.p95 / limits.cores] : []),
  ];
  const cores = parts.length > 0 ? Math.max(...parts) : undefined;
  return {
    threads: outstanding && outstanding.p95 / limits.threads,
    areThreadsNear: outstanding && outstanding.p95 * 100 >= nearPercent * limits.threads,
    cores,
    // As the guide has it: CPU and load average stay below their limits, so that reaching one is too much.
    areCoresExceeded: cores === undefined ? undefined : cores >= 1,
  };
}

/** Undefined until both threads and cores are known. */
export function quadrantOf({ areCoresExceeded, areThreadsNear }: Pressure): Quadrant | undefined {
  if (areCoresExceeded === undefined || areThreadsNear === undefined) return undefined;
  if (areThreadsNear) return areCoresExceeded ? 'near-exceeded' : 'near-within';
  return areCoresExceeded ? 'below-exceeded' : 'below-within';
}

const ceiling = 20;

/** What brings p95 back below its limits; undefined where not even the largest fleet does. */
export function remedyOf(
  option: SizedFleet,
  measurements: Measurements,
  quadrant: Quadrant,
  nearPercent: number,
): Remedy | undefined {
  const { inputs, sizing } = option;
  const { threadsPerWorker: threads, vms, workersPerVm } = sizing.fleet;
  const isEnough = (count: number, perWorker: number) =>
    isBelow(option, measurements, nearPercent, count, perWorker);
  switch (quadrant) {
    case 'near-within': {
      // More threads first, as far as the guide goes; Thin grows by VMs only (CF-3).
      const most = inputs.engine === 'thin' ? threads : Math.max(threads, ceiling);
      for (let t = threads + 1; t <= most; t += 1) {
        if (areThreadsBelow(measurements, nearPercent, vms, vms, workersPerVm * t))
          return { threads: t, vms };
      }
      return fleetFrom(vms + 1, most, isEnough);
    }
    case 'near-exceeded':
    case 'below-exceeded':
      return fleetFrom(vms + 1, threads, isEnough);
    case 'below-within':
      return smallerFleet(option, measurements, nearPercent);
  }
}

function fleetFrom(
  least: number,
  threads: number,
  isEnough: (vms: number, threads: number) => boolean,
): Remedy | undefined {
  for (let vms = least; vms <= mostVms; vms += 1) if (isEnough(vms, threads)) return { threads, vms };
  return undefined;
}

/** The same requests on another number of VMs, spread evenly: p95 stays below near, CPU and load below their limits. */
function isBelow(
  { sizing }: SizedFleet,
  measurements: Measurements,
  nearPercent: number,
  serving: number,
  threads: number,
): boolean {
  const { limits, metrics } = measurements;
  const { vms, workersPerVm } = sizing.fleet;
  const spread = vms / serving;
  const isCpuBelow = !metrics.cpuUser || metrics.cpuUser.p95 * spread < limits.cpuUser;
  const isLoadBelow = !metrics.loadAverage || metrics.loadAverage.p95 * spread < limits.cores;
  return (
    isCpuBelow &&
    isLoadBelow &&
    areThreadsBelow(measurements, nearPercent, vms, serving, workersPerVm * threads)
  );
}

function areThreadsBelow(
  { metrics }: Measurements,
  nearPercent: number,
  vms: number,
  serving: number,
  threadsPerVm: number,
): boolean {
  const { outstanding } = metrics;
  return !outstanding || outstanding.p95 * vms * 100 < nearPercent * serving * threadsPerVm;
}

/** The smallest fleet that keeps p95 below all limits with one VM lost, or the AZ where that must be survived. */
function smallerFleet(
  option: SizedFleet,
  measurements: Measurements,
  nearPercent: number,
): Remedy | undefined {
  const { inputs, sizing } = option;
  const { threadsPerWorker: threads, vms, zones } = sizing.fleet;
  const isZoneLost = conditionOf(inputs.survive) === 'az';
  for (let count = Math.min(vms, zones); count < vms; count += 1) {
    const left = isZoneLost ? count - Math.ceil(count / zones) : count - 1;
    // None left carries nothing: no number of requests is below 0.
    if (isBelow(option, measurements, nearPercent, left, threads)) return { threads, vms: count };
  }
  return undefined;
}
