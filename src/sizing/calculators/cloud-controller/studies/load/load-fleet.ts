import { type Fleet, type FleetInput, fleetOf } from '../../../../queueing/fleet-response.ts';
import {
  measuredOverhead,
  noOverhead,
  type RequestOverhead,
  thinOverhead,
} from '../../../../queueing/simulation/request-overhead.ts';
import type { Condition } from '../../conditions.ts';
import type { FleetInputs } from '../../params.ts';
import type { Fleet as FleetSize, SizedFleet } from '../../size.ts';
import type { RequestDemand } from './load-request.ts';

/** Pauses of a request for the database and others, as in the simulations the model was fitted to. */
export const pausesPerRequest = 4;

/** Above so many threads on a VM percentiles take seconds to work out, and no guide goes there. */
const mostThreadsForPercentiles = 320;

/** A fleet as far as its load goes. */
export interface FleetMake extends FleetSize {
  readonly coresPerVm: number;
  readonly localWorkersPerVm: number;
  readonly isThin: boolean;
}

/** VMs of one kind, solved as a fleet of only them, and the share of all requests that they get. */
interface FleetPart {
  readonly fleet: Fleet;
  readonly share: number;
}

/** A fleet in a condition, ready to be asked at any load. */
export interface LoadedFleet {
  /** Empty where nothing is left to serve. */
  readonly parts: readonly FleetPart[];
  /** VMs that still get requests. */
  readonly vmsLeft: number;
  /** Requests a second at which the first VM is full. */
  readonly ceilingPerSecond: number;
  /** Time of a request that meets no other, outside of threads too. */
  readonly idleSeconds: number;
  /** Of that, what no thread is held for. */
  readonly latencySeconds: number;
  readonly hasPercentiles: boolean;
}

export function makeOf({ inputs, sizing }: SizedFleet): FleetMake {
  return {
    ...sizing.fleet,
    coresPerVm: inputs.vcpusPerVm,
    localWorkersPerVm: inputs.localWorkersPerVm,
    isThin: inputs.engine === 'thin',
  };
}

/** Today's Thin fleet by the guide: VMs of one core with two local workers (CF-1, CF-4). */
export function todaysMake({ thinThreads, thinVms, zones }: FleetInputs): FleetMake {
  return {
    vms: thinVms,
    workersPerVm: 1,
    threadsPerWorker: thinThreads,
    zones,
    coresPerVm: 1,
    localWorkersPerVm: 2,
    isThin: true,
  };
}

/** What the servers themselves add to a request: nothing where the user's numbers are taken to include it. */
export function overheadOf(make: FleetMake, inputs: FleetInputs): RequestOverhead {
  if (!inputs.countsOverhead) return noOverhead;
  return make.isThin ? thinOverhead : measuredOverhead(make.workersPerVm, make.coresPerVm);
}

/**
 * A fleet in a condition. A stalled worker leaves its VM with one fewer at the same share of the requests; where it
 * was the only one, the VM is taken out of routing like a lost one.
 */
export function loadedFleet(
  make: FleetMake,
  condition: Condition,
  request: RequestDemand,
  inputs: FleetInputs,
): LoadedFleet {
  const { vms, workersPerVm } = make;
  const vmsLeft = vmsLeftOf(make, condition);
  const fleet = (workers: number) => fleetOf(inputOf(make, vmsLeft, workers, request, inputs));
  const isOneFewer = condition === 'worker' && workersPerVm > 1;
  const parts: FleetPart[] = [];
  if (vmsLeft > 0 && !(isOneFewer && vms === 1))
    parts.push({ fleet: fleet(workersPerVm), share: isOneFewer ? 1 - 1 / vms : 1 });
  if (isOneFewer) parts.push({ fleet: fleet(workersPerVm - 1), share: 1 / vms });
  const latencySeconds = overheadOf(make, inputs).latencyMs / 1000;
  return {
    parts,
    vmsLeft,
    ceilingPerSecond: parts.length > 0 ? Math.min(...parts.map((p) => p.fleet.ceilingPerSecond)) : 0,
    idleSeconds: (parts[0]?.fleet.idleResponseSeconds ?? 0) + latencySeconds,
    latencySeconds,
    hasPercentiles: workersPerVm * make.threadsPerWorker <= mostThreadsForPercentiles,
  };
}

/** VMs that requests are still sent to. */
export function vmsLeftOf({ vms, workersPerVm, zones }: FleetMake, condition: Condition): number {
  if (condition === 'all') return vms;
  if (condition === 'az') return vms - Math.ceil(vms / zones);
  return condition === 'worker' && workersPerVm > 1 ? vms : vms - 1;
}

function inputOf(
  make: FleetMake,
  vms: number,
  workers: number,
  request: RequestDemand,
  inputs: FleetInputs,
): FleetInput {
  const { cpuMs, cpuShare, pauseMs } = overheadOf(make, inputs);
  const { cpuScv, cpuSeconds, ioScv, ioSeconds } = request;
  return {
    vms,
    workers,
    threads: make.threadsPerWorker,
    coresPerVm: make.coresPerVm,
    localWorkers: make.localWorkersPerVm,
    localWorkerCpu: inputs.localWorkerCpuPercent / 100,
    cpuSecondsPerRequest: cpuSeconds * (1 + cpuShare) + cpuMs / 1000,
    ioSecondsPerRequest: ioSeconds > 0 ? ioSeconds + (pausesPerRequest * pauseMs) / 1000 : 0,
    cpuScv,
    ioScv,
    policy: inputs.acceptPolicy,
    routing: inputs.routing,
  };
}
