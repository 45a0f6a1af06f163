import type { Params } from '../../../../core/param.ts';
import { choice, count, optionalQuantity } from '../../../../core/param.ts';

const base = { scope: 'shared', view: 'fine-tune' } as const;
const measured = { ...base, group: 'fine-tune-measured' } as const;
const judged = { ...base, group: 'fine-tune-judged' } as const;
const scopes = [
  { value: 'vm', label: 'One VM' },
  { value: 'fleet', label: 'Whole fleet' },
] as const;

/** Inputs of Fine-tune: what was measured after the migration; a series goes into the attachment instead. */
export const fineTuneParams = {
  fineTuneOutstanding: optionalQuantity({
    ...measured,
    key: 'ft.out',
    label: 'Outstanding requests',
    unit: 'requests',
    range: [0, 100_000],
    step: 1,
    empty: 'not given',
    rules: ['CF-15', 'R-15'],
  }),
  fineTuneOutstandingOf: choice({
    ...measured,
    key: 'ft.outof',
    label: 'Outstanding requests of',
    choices: scopes,
    default: 'vm',
    display: 'segments',
  }),
  fineTuneCpuUser: optionalQuantity({
    ...measured,
    key: 'ft.cpu',
    label: 'CPU user',
    help: 'system.cpu.user as a share, 0.62, or in percent, 62.',
    unit: 'of the VM',
    range: [0, 100],
    step: 0.05,
    empty: 'not given',
    rules: ['CF-15'],
  }),
  fineTuneLoadAverage: optionalQuantity({
    ...measured,
    key: 'ft.load',
    label: 'Load average',
    help: 'cc.vitals.cpu_load_avg.',
    unit: 'processes',
    range: [0, 100_000],
    step: 0.1,
    empty: 'not given',
    rules: ['CF-15'],
  }),
  fineTuneLoadOf: choice({
    ...measured,
    key: 'ft.loadof',
    label: 'Load average of',
    choices: scopes,
    default: 'vm',
    display: 'segments',
  }),
  fineTuneNearPercent: count({
    ...judged,
    key: 'ft.near',
    label: 'Near the limit from',
    help: 'The guide says “near”; 80% is assumed.',
    unit: 'percent of the threads',
    suffix: '%',
    default: 80,
    range: [10, 100],
    step: 5,
    rules: ['CF-15'],
  }),
} satisfies Params;

export const fineTuneGroups = [
  { id: 'fine-tune-measured', label: 'Measured at the busiest time' },
  { id: 'fine-tune-judged', label: 'Judged by' },
] as const;
