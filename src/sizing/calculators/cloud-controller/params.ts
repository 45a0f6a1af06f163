import type { Params, Resolved } from '../../core/param.ts';
import { autoCount, choice, count, flag, optionalCount, quantity, text } from '../../core/param.ts';

const bosh = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const boshName = 'use letters, digits, dots, dashes and underscores, and start with a letter or a digit';

/** Every input of the calculator, in the order of the form. */
export const params = {
  thinVms: count({
    key: 'thin.n',
    scope: 'shared',
    group: 'today',
    label: 'API VMs running Thin',
    unit: 'VMs',
    default: 20,
    range: [1, 500],
    rules: ['CF-2', 'CF-13'],
  }),
  thinThreads: count({
    key: 'thin.t',
    scope: 'shared',
    group: 'today',
    label: 'Threads per VM',
    help: 'Default 20. One process, one core.',
    unit: 'threads',
    default: 20,
    range: [1, 100],
    rules: ['CF-2'],
  }),
  loadMode: choice({
    key: 'load.mode',
    scope: 'shared',
    group: 'load',
    label: 'Load to carry',
    choices: [
      { value: 'parity', label: 'Match today' },
      { value: 'observed', label: 'Observed peak of outstanding requests' },
    ],
    default: 'parity',
    display: 'radios',
    rules: ['CF-11'],
  }),
  observedPeak: optionalCount({
    key: 'load.peak',
    scope: 'shared',
    group: 'load',
    label: 'Observed peak, whole fleet',
    help: 'Sum over all API VMs, at the busiest minute.',
    unit: 'requests',
    range: [1, 50_000],
    empty: 'enter the peak, or match today',
    rules: ['CF-15'],
  }),
  growthPercent: count({
    key: 'load.growth',
    scope: 'shared',
    group: 'load',
    label: 'Growth on top',
    unit: 'percent',
    suffix: '%',
    default: 0,
    range: [0, 300],
    step: 5,
  }),
  engine: choice({
    key: 'engine',
    scope: 'option',
    group: 'option',
    label: 'Server',
    choices: [
      { value: 'thin', label: 'Thin' },
      { value: 'puma', label: 'Puma' },
    ],
    default: 'puma',
    display: 'segments',
    rules: ['CF-1', 'CF-5'],
  }),
  vcpusPerVm: count({
    key: 'cpu',
    scope: 'option',
    group: 'option',
    label: 'vCPU per VM',
    unit: 'vCPU',
    default: 4,
    range: [1, 64],
    rules: ['CF-1'],
  }),
  vms: count({
    key: 'n',
    scope: 'option',
    group: 'option',
    label: 'API VMs',
    unit: 'VMs',
    default: 9,
    range: [1, 500],
    rules: ['CF-11', 'CF-12'],
  }),
  workersPerVm: autoCount({
    key: 'w',
    scope: 'option',
    group: 'option',
    label: 'Workers per VM',
    unit: 'workers',
    range: [1, 64],
    rules: ['CF-5', 'CF-10'],
  }),
  threadsPerWorker: count({
    key: 't',
    scope: 'option',
    group: 'option',
    label: 'Threads per worker',
    unit: 'threads',
    default: 10,
    range: [1, 100],
    slider: {
      min: 10,
      max: 20,
      scale: 'linear',
      marks: [
        { at: 10, label: '10 default' },
        { at: 20, label: '20 ceiling' },
      ],
    },
    rules: ['CF-6'],
  }),
  spareCore: flag({
    key: 'spare',
    scope: 'option',
    group: 'option',
    label: 'Leave a core spare',
    help: 'For colocated jobs. Helpful, not required.',
    default: false,
    rules: ['CF-14'],
  }),
  localWorkersPerVm: autoCount({
    key: 'lw',
    scope: 'option',
    group: 'option',
    label: 'Local workers per VM',
    unit: 'workers',
    range: [0, 128],
    rules: ['CF-4', 'CF-8'],
  }),
  connectionsPerProcess: autoCount({
    key: 'pool',
    scope: 'option',
    group: 'option',
    label: 'DB connections per process',
    unit: 'connections',
    range: [1, 200],
    rules: ['CF-10', 'R-3'],
  }),
  vmType: text({
    key: 'vmtype',
    scope: 'option',
    group: 'option',
    label: 'VM type name',
    default: 'auto',
    maxLength: 64,
    pattern: bosh,
    accepts: boshName,
  }),
  survive: choice({
    key: 'survive',
    scope: 'shared',
    group: 'survive',
    label: 'Must survive',
    help: 'A rolling deploy also takes a VM out.',
    choices: [
      { value: 'none', label: 'None' },
      { value: 'worker', label: 'Worker' },
      { value: 'vm', label: 'VM' },
      { value: 'az', label: 'AZ' },
    ],
    default: 'vm',
    display: 'segments',
    rules: ['CF-12', 'R-4'],
  }),
  zones: count({
    key: 'az',
    scope: 'shared',
    group: 'survive',
    label: 'Availability zones',
    help: 'VMs spread evenly; the largest zone is lost.',
    unit: 'AZs',
    default: 2,
    range: [1, 6],
    rules: ['R-4'],
  }),
  maxInFlight: count({
    key: 'mif',
    scope: 'shared',
    group: 'survive',
    label: 'VMs updated at once',
    help: 'BOSH max_in_flight.',
    unit: 'VMs',
    default: 1,
    range: [1, 20],
    rules: ['R-4'],
  }),
  memoryPerThinVmGib: quantity({
    key: 'mem',
    scope: 'shared',
    group: 'memory',
    label: 'Memory per Thin VM',
    unit: 'gibibytes',
    suffix: 'GiB',
    default: 4,
    range: [0.5, 64],
    step: 0.5,
    rules: ['CF-7'],
  }),
  connectionsFree: optionalCount({
    key: 'db',
    scope: 'shared',
    group: 'memory',
    label: 'DB connections free',
    help: 'max_connections less other clients.',
    unit: 'connections',
    range: [1, 100_000],
    empty: 'no check',
    rules: ['CF-10'],
  }),
  connectionsPerLocalWorker: count({
    key: 'lwc',
    scope: 'shared',
    group: 'memory',
    label: 'Connections per local worker',
    unit: 'connections',
    default: 1,
    range: [0, 25],
    rules: ['R-3'],
  }),
  reckon: choice({
    key: 'reckon',
    scope: 'shared',
    group: 'reckon',
    label: 'Reckon by',
    choices: [
      { value: 'guide', label: 'Guide' },
      { value: 'upstream', label: 'Upstream' },
    ],
    default: 'guide',
    display: 'segments',
    rules: ['R-3', 'R-11'],
  }),
  capi: choice({
    key: 'capi',
    scope: 'shared',
    group: 'reckon',
    label: 'capi-release',
    choices: [
      { value: '1.138', label: '1.138–1.195' },
      { value: '1.196', label: '1.196–1.217' },
      { value: '1.218', label: '1.218–1.222' },
      { value: '1.223', label: '1.223–1.235' },
      { value: '1.236', label: 'after 1.235' },
    ],
    default: '1.196',
    display: 'list',
    rules: ['R-1', 'R-11'],
  }),
  names: choice({
    key: 'names',
    scope: 'shared',
    group: 'export',
    label: 'Property names',
    choices: [
      { value: 'guide', label: 'Guide' },
      { value: 'spec', label: 'Job spec' },
      { value: 'both', label: 'Both' },
    ],
    default: 'both',
    display: 'segments',
    rules: ['K5', 'R-1'],
  }),
  instanceGroup: text({
    key: 'ig',
    scope: 'shared',
    group: 'export',
    label: 'Instance group',
    default: 'api',
    maxLength: 64,
    pattern: bosh,
    accepts: boshName,
  }),
  raisesRestartLimit: flag({
    key: 'thr',
    scope: 'shared',
    group: 'export',
    label: 'Raise the memory restart limit',
    default: false,
    rules: ['R-2'],
  }),
  limitsLocalWorkers: flag({
    key: 'lwset',
    scope: 'shared',
    group: 'export',
    label: 'Limit connections of local workers',
    help: 'Without it, job spec defaults let each open 25.',
    default: false,
    rules: ['R-3'],
  }),
} satisfies Params;

export type FleetInputs = Resolved<typeof params>;

/** What workers follow until set: one a core, less the spare one. */
export function autoWorkers(inputs: FleetInputs): number {
  if (inputs.engine === 'thin') return 1;
  return inputs.spareCore ? Math.max(1, inputs.vcpusPerVm - 1) : inputs.vcpusPerVm;
}

/** Thin has a single process, whatever the field holds from a time when the option ran Puma. */
export function workersOf(inputs: FleetInputs): number {
  return inputs.engine === 'thin' ? 1 : inputs.workersPerVm;
}

/** Two beside a Thin process, twice the API workers beside Puma. */
export function autoLocalWorkers(inputs: FleetInputs): number {
  return 2 * workersOf(inputs);
}

/** `ccdb.max_connections` of 25 for Thin; for Puma one for each thread. */
export function autoConnections(inputs: FleetInputs): number {
  return inputs.engine === 'thin' ? 25 : inputs.threadsPerWorker;
}
