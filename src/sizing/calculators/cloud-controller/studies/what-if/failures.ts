import { counted } from '../../../../core/number-text.ts';
import { conditionOf, wording } from '../../conditions.ts';
import type { FleetInputs } from '../../params.ts';
import type { SizedFleet } from '../../size.ts';

export type FailureId = 'all' | 'workers' | 'vms' | 'az' | 'deploy' | 'az-deploy' | 'growth';

/** What of a fleet is out of service. */
export interface Loss {
  /** VMs of the largest zone, all lost. */
  readonly zoneVms: number;
  /** VMs lost or being updated outside it. */
  readonly vms: number;
  readonly workers: number;
}

export interface Failure {
  readonly id: FailureId;
  /** "2 VMs lost". */
  readonly label: string;
  /** For an axis. */
  readonly short: string;
  readonly rules: readonly string[];
}

/** Everything that is asked, from the mildest to the worst for most fleets. */
export function failuresOf(inputs: FleetInputs): readonly Failure[] {
  const { maxInFlight, whatIfGrowth, whatIfVms, whatIfWorkers } = inputs;
  const having = wording[conditionOf(inputs.survive)].having.replace(/^with /, '');
  return [
    { id: 'all', label: 'All up', short: 'All up', rules: ['CF-11'] },
    {
      id: 'workers',
      label: `${counted(whatIfWorkers, 'worker')} stalled`,
      short: `${counted(whatIfWorkers, 'worker')} stalled`,
      rules: ['CF-9'],
    },
    {
      id: 'deploy',
      label: `Rolling deploy, ${counted(maxInFlight, 'VM')} at once`,
      short: 'Deploy',
      rules: ['R-4'],
    },
    {
      id: 'vms',
      label: `${counted(whatIfVms, 'VM')} lost`,
      short: `${counted(whatIfVms, 'VM')} lost`,
      rules: ['CF-12'],
    },
    { id: 'az', label: 'One AZ lost', short: 'AZ lost', rules: ['R-4'] },
    {
      id: 'az-deploy',
      label: 'One AZ lost during a deploy',
      short: 'AZ lost in a deploy',
      rules: ['R-4'],
    },
    {
      id: 'growth',
      label: `${whatIfGrowth}% more load, ${having}`,
      short: `+${whatIfGrowth}% load`,
      rules: ['CF-11'],
    },
  ];
}

/** What a failure takes out of a fleet; never more than there is. */
export function lossOf({ inputs, sizing }: SizedFleet, id: FailureId): Loss {
  const { vms, workersPerVm } = sizing.fleet;
  const none: Loss = { zoneVms: 0, vms: 0, workers: 0 };
  const zoneVms = sizing.vmsInLargestZone;
  switch (id) {
    case 'all':
      return none;
    case 'workers':
      return { ...none, workers: Math.min(inputs.whatIfWorkers, vms * workersPerVm) };
    case 'vms':
      return { ...none, vms: Math.min(inputs.whatIfVms, vms) };
    case 'az':
      return { ...none, zoneVms };
    case 'deploy':
      return { ...none, vms: Math.min(inputs.maxInFlight, vms) };
    case 'az-deploy':
      return { ...none, zoneVms, vms: Math.min(inputs.maxInFlight, vms - zoneVms) };
    case 'growth':
      return lossOfCondition(inputs, none, zoneVms);
  }
}

/** Growth is judged in the condition that the plan must survive. */
function lossOfCondition(inputs: FleetInputs, none: Loss, zoneVms: number): Loss {
  const losses = {
    all: none,
    worker: { ...none, workers: 1 },
    vm: { ...none, vms: 1 },
    az: { ...none, zoneVms },
  };
  return losses[conditionOf(inputs.survive)];
}

/** Requests carried at once after a loss: CF-11 less what is out. */
export function carriedAfter({ sizing }: SizedFleet, loss: Loss): number {
  const { threadsPerWorker, vms, workersPerVm } = sizing.fleet;
  const left = vms - loss.zoneVms - loss.vms;
  return (left * workersPerVm - loss.workers) * threadsPerWorker;
}

/** What must be carried: the plan's load, or that much more. */
export function loadUnder({ inputs, sizing }: SizedFleet, id: FailureId): number {
  return id === 'growth' ? Math.ceil((sizing.load * (100 + inputs.whatIfGrowth)) / 100) : sizing.load;
}
