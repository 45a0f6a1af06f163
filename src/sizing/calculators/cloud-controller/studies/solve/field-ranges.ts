import type { Chosen } from '../../../../core/param.ts';
import { conditionOf } from '../../conditions.ts';
import {
  autoConnections,
  autoLocalWorkers,
  autoWorkers,
  type FleetInputs,
  type params,
} from '../../params.ts';
import type { SizedFleet, Sizing } from '../../size.ts';
import { size } from '../../size.ts';
import { limitsOf } from './question.ts';

/** Within which bounds one number keeps the target while all others stay. */
export interface FieldRange {
  readonly field: FieldName;
  readonly now: number;
  /** Undefined where no value of the field meets the target. */
  readonly range: readonly [smallest: number, largest: number] | undefined;
  /** Whether the bound is only the end of what was tried. */
  readonly isOpen: readonly [below: boolean, above: boolean];
}

export type FieldName = keyof typeof fields;

interface Field {
  readonly label: string;
  /** What is tried, in ascending order. */
  readonly tried: (inputs: FleetInputs) => readonly number[];
  readonly isForPumaOnly?: true;
  /** Why the field ends where it does, for the reader. */
  readonly rule: string;
}

const counts = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const fields = {
  vms: { label: 'API VMs', tried: () => counts(1, 500), rule: 'CF-11' },
  vcpusPerVm: { label: 'vCPU per VM', tried: () => counts(1, 64), isForPumaOnly: true, rule: 'CF-5' },
  workersPerVm: {
    label: 'Workers per VM, to the number of cores',
    tried: ({ vcpusPerVm }) => counts(1, vcpusPerVm),
    isForPumaOnly: true,
    rule: 'CF-5',
  },
  threadsPerWorker: { label: 'Threads per worker, to 20', tried: () => counts(1, 20), rule: 'CF-6' },
  growthPercent: { label: 'Growth on top (%)', tried: () => counts(0, 300), rule: 'CF-11' },
  zones: { label: 'Availability zones', tried: () => counts(1, 6), rule: 'R-4' },
  maxInFlight: { label: 'VMs updated at once', tried: () => counts(1, 20), rule: 'R-4' },
  memoryPerThinVmGib: {
    label: 'Memory per Thin VM (GiB)',
    tried: () => counts(1, 128).map((halves) => halves / 2),
    rule: 'CF-7',
  },
  localWorkersPerVm: { label: 'Local workers per VM', tried: () => counts(0, 128), rule: 'CF-8' },
  connectionsPerProcess: {
    label: 'DB connections per process, from the threads',
    tried: ({ threadsPerWorker }) => counts(threadsPerWorker, 200),
    rule: 'CF-10',
  },
} as const satisfies Partial<Record<keyof FleetInputs, Field>>;

export function fieldLabel(field: FieldName): string {
  return fields[field].label;
}

export function fieldRule(field: FieldName): string {
  return fields[field].rule;
}

/**
 * How far each number of an option can go, one at a time: the load in the condition and all limits of Solve are kept.
 * Every value of a field is tried, so no bound is a guess; numbers left to a rule follow it.
 */
export function fieldRanges({ chosen, inputs }: SizedFleet): readonly FieldRange[] {
  // Object.keys forgets that these are exactly the fields' names.
  const names = Object.keys(fields) as readonly FieldName[];
  return names
    .filter((field) => inputs.engine === 'puma' || !('isForPumaOnly' in fields[field]))
    .map((field) => {
      const tried = fields[field].tried(inputs);
      const good = tried.filter((value) => meetsTarget(resolved(chosen, { [field]: value }), field));
      const [smallest, largest] = [good[0], good.at(-1)];
      return {
        field,
        now: inputs[field],
        range: smallest === undefined || largest === undefined ? undefined : [smallest, largest],
        isOpen: [smallest === tried[0], largest === tried.at(-1)],
      };
    });
}

/** An option's inputs with some of them changed; rules are followed anew, in the order of the parameters. */
function resolved(chosen: Chosen<typeof params>, changes: Partial<FleetInputs>): FleetInputs {
  const follow = (inputs: Chosen<typeof params>) => {
    // Auto-numbers are numbers by the time a later rule reads them.
    const so = inputs as FleetInputs;
    const workersPerVm = inputs.workersPerVm === 'auto' ? autoWorkers(so) : inputs.workersPerVm;
    const local = inputs.localWorkersPerVm;
    const pool = inputs.connectionsPerProcess;
    const withWorkers = { ...so, workersPerVm };
    return {
      ...withWorkers,
      localWorkersPerVm: local === 'auto' ? autoLocalWorkers(withWorkers) : local,
      connectionsPerProcess: pool === 'auto' ? autoConnections(withWorkers) : pool,
    };
  };
  return follow({ ...chosen, ...changes });
}

function meetsTarget(inputs: FleetInputs, field: FieldName): boolean {
  const sizing = size(inputs);
  // Only how many VMs are updated at once is judged by the deploy: it changes nothing else.
  const carried = field === 'maxInFlight' ? sizing.duringDeploy : sizing.carries[conditionOf(inputs.survive)];
  const isSpread = !inputs.solveEveryZone || inputs.vms >= inputs.zones;
  return carried >= sizing.load && isSpread && isWithinLimits(inputs, sizing);
}

function isWithinLimits(inputs: FleetInputs, sizing: Sizing): boolean {
  const limits = limitsOf(inputs);
  return (
    inputs.vms <= limits.vms &&
    sizing.vcpus <= limits.vcpus &&
    sizing.memoryGib <= limits.memory &&
    sizing.memoryPerVmGib <= limits['vm-memory'] &&
    sizing.connections[inputs.reckon].total <= limits.connections
  );
}
