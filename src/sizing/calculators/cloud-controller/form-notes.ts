import { numberText } from '../../core/number-text.ts';
import type { FormNotes } from '../../core/size-view.ts';
import { conditionOf } from './conditions.ts';
import type { FleetInputs } from './params.ts';
import type { SizedFleet } from './size.ts';
import { vmsNeeded } from './size.ts';
import { hiddenLoadFields } from './studies/load/load-fields.ts';
import { vmTypeOf } from './vm-type.ts';

/** What the form says beside its fields for the selected option. */
export function formNotesOf(option: SizedFleet): Partial<FormNotes> {
  const { inputs, sizing } = option;
  const isThin = inputs.engine === 'thin';
  const parity = numberText(inputs.thinVms * inputs.thinThreads);
  return {
    hints: { ...(isThin ? thinHints(option) : pumaHints(option)), ...localWorkerHint(inputs) },
    choiceLabels: {
      loadMode: { parity: `Match today: ${parity} ${parity === '1' ? 'request' : 'requests'}` },
    },
    legends: {
      today: `= ${parity} concurrent`,
      ...(inputs.growthPercent > 0 ? { load: `= ${numberText(sizing.load)} to carry` } : {}),
    },
    hidden: [...hiddenFields(inputs), ...hiddenLoadFields(inputs)],
  };
}

function hiddenFields({ engine, loadMode, target }: FleetInputs): readonly string[] {
  return [
    ...(target === 'guide' ? [] : ['names']),
    ...(loadMode === 'parity' ? ['observedPeak'] : []),
    ...(engine === 'thin' ? ['workersPerVm', 'spareCore', 'raisesRestartLimit'] : []),
  ];
}

/** Upstream reckons with a local worker's whole pool, so the field then counts only as a limit. */
function localWorkerHint({ limitsLocalWorkers, reckon }: FleetInputs): FormNotes['hints'] {
  if (reckon === 'guide') return { connectionsPerLocalWorker: 'A single-threaded worker needs about one.' };
  return {
    connectionsPerLocalWorker: limitsLocalWorkers
      ? 'Written into the ops file.'
      : 'Counts only with “Limit connections of local workers” on.',
  };
}

function thinHints(option: SizedFleet): FormNotes['hints'] {
  const { inputs } = option;
  return {
    vcpusPerVm: inputs.vcpusPerVm > 1 ? 'Thin uses one core; more brings little.' : 'One process, one core.',
    vms: vmsHint(option),
    threadsPerWorker: 'Threads of the one Thin process; default 20.',
    localWorkersPerVm: 'Two beside each Thin process.',
    connectionsPerProcess: 'Thin uses ccdb.max_connections, default 25.',
    memoryPerThinVmGib: `Thin VM = ${numberText(inputs.memoryPerThinVmGib)} GiB.`,
    vmType: `In your cloud config; auto writes ${vmTypeOf(option, 'auto')}.`,
  };
}

function pumaHints(option: SizedFleet): FormNotes['hints'] {
  const { inputs, sizing } = option;
  const cores = inputs.vcpusPerVm;
  return {
    vms: vmsHint(option),
    workersPerVm: `At most ${numberText(cores)}: ${cores === 1 ? 'a' : 'each'} worker needs a core.`,
    threadsPerWorker: 'At least 10, not more than 20.',
    localWorkersPerVm: 'Twice the API workers.',
    connectionsPerProcess: 'At least the threads per worker.',
    memoryPerThinVmGib: `Puma VM = ${numberText(inputs.memoryPerThinVmGib)} GiB × workers = ${numberText(sizing.memoryPerVmGib)} GiB.`,
    vmType: `In your cloud config; auto writes ${vmTypeOf(option, 'auto')}.`,
  };
}

const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** "8 reach 416. The ninth covers a lost VM." */
function vmsHint({ inputs, sizing }: SizedFleet): string {
  const { fleet, load } = sizing;
  const perVm = fleet.workersPerVm * fleet.threadsPerWorker;
  const enough = Math.ceil(load / perVm);
  const reach = `${numberText(enough)} ${enough === 1 ? 'reaches' : 'reach'} ${numberText(enough * perVm)}.`;
  const condition = conditionOf(inputs.survive);
  const needed = vmsNeeded(fleet, condition, load);
  if (needed === enough) return reach;
  const covered = { all: '', worker: 'a stalled worker', vm: 'a lost VM', az: 'a lost AZ' }[condition];
  if (needed === undefined) return `${reach} No number covers ${covered}.`;
  if (needed > enough + 1) return `${reach} ${numberText(needed)} cover ${covered}.`;
  const ordinal = ordinals[needed];
  return `${reach} ${ordinal ? `The ${ordinal}` : 'One more'} covers ${covered}.`;
}
