import type { Comparison, Sized } from '../../core/comparison.ts';
import type { Condition } from './conditions.ts';
import type { Connections } from './connections.ts';
import { connectionsOf } from './connections.ts';
import type { FleetInputs, params } from './params.ts';
import { workersOf } from './params.ts';

/** A fleet as far as its capacity goes. */
export interface Fleet {
  readonly vms: number;
  readonly workersPerVm: number;
  readonly threadsPerWorker: number;
  readonly zones: number;
}

/** Requests in progress at once. */
export type Carries = Readonly<Record<Condition, number>>;

export interface Sizing {
  /** Requests in progress that must be carried. */
  readonly load: number;
  /** The load before growth. */
  readonly baseLoad: number;
  readonly fleet: Fleet;
  readonly carries: Carries;
  /** What today's Thin fleet carries in the same conditions. */
  readonly today: Carries;
  /** Requests carried while a rolling deploy has `max_in_flight` VMs down. */
  readonly duringDeploy: number;
  readonly vmsInLargestZone: number;
  readonly vcpus: number;
  /** Processes that serve requests; each runs Ruby code on one core at most. */
  readonly processes: number;
  /** Cores those processes can use: a worker more than cores adds none. */
  readonly usedCores: number;
  readonly memoryPerVmGib: number;
  readonly memoryGib: number;
  readonly localWorkers: number;
  /** Ruby processes on one VM: serving, Puma's main process, local workers. */
  readonly rubyProcessesPerVm: number;
  readonly connections: Readonly<Record<FleetInputs['reckon'], Connections>>;
}

export type SizedFleet = Sized<typeof params, Sizing>;
export type FleetComparison = Comparison<typeof params, Sizing>;

/** The largest fleet the form accepts. */
export const mostVms = 500;

export function size(inputs: FleetInputs): Sizing {
  const workers = workersOf(inputs);
  const { vms, zones } = inputs;
  const fleet = { vms, workersPerVm: workers, threadsPerWorker: inputs.threadsPerWorker, zones };
  const todaysFleet = {
    vms: inputs.thinVms,
    workersPerVm: 1,
    threadsPerWorker: inputs.thinThreads,
    zones,
  };
  const baseLoad = baseLoadOf(inputs);
  const memoryPerVmGib = inputs.memoryPerThinVmGib * workers;
  return {
    // Whole percents of whole requests: multiplying first keeps 400 + 5 % at 420, not 420.00000000000006.
    load: Math.ceil((baseLoad * (100 + inputs.growthPercent)) / 100),
    baseLoad,
    fleet,
    carries: carriesOf(fleet),
    today: carriesOf(todaysFleet),
    duringDeploy: (vms - Math.min(inputs.maxInFlight, vms)) * workers * inputs.threadsPerWorker,
    vmsInLargestZone: Math.ceil(vms / zones),
    vcpus: vms * inputs.vcpusPerVm,
    processes: vms * workers,
    usedCores: vms * Math.min(workers, inputs.vcpusPerVm),
    memoryPerVmGib,
    memoryGib: vms * memoryPerVmGib,
    localWorkers: vms * inputs.localWorkersPerVm,
    rubyProcessesPerVm: workers + (inputs.engine === 'thin' ? 0 : 1) + inputs.localWorkersPerVm,
    connections: {
      guide: connectionsOf(inputs, vms, 'guide'),
      upstream: connectionsOf(inputs, vms, 'upstream'),
    },
  };
}

/** Today's threads, or the peak that was observed; a plan without either is a problem and is not shown. */
function baseLoadOf(inputs: FleetInputs): number {
  if (inputs.loadMode === 'observed' && inputs.observedPeak !== null) return inputs.observedPeak;
  return inputs.thinVms * inputs.thinThreads;
}

/** Requests a fleet carries at once in each condition. Source: CF-2, CF-11; VMs spread evenly over zones. */
export function carriesOf(fleet: Fleet): Carries {
  const perVm = fleet.workersPerVm * fleet.threadsPerWorker;
  const all = fleet.vms * perVm;
  return {
    all,
    worker: all - fleet.threadsPerWorker,
    vm: all - perVm,
    az: all - Math.ceil(fleet.vms / fleet.zones) * perVm,
  };
}

/** The fewest VMs that carry a load in a condition; undefined when the form's largest fleet does not. */
export function vmsNeeded(fleet: Fleet, condition: Condition, load: number): number | undefined {
  for (let vms = 1; vms <= mostVms; vms += 1) {
    if (carriesOf({ ...fleet, vms })[condition] >= load) return vms;
  }
  return undefined;
}

/** Whether an option is the fleet that the plan calls today's. */
export function isToday(option: SizedFleet): boolean {
  const { engine, thinThreads, thinVms, threadsPerWorker, vms } = option.inputs;
  return engine === 'thin' && vms === thinVms && threadsPerWorker === thinThreads;
}
