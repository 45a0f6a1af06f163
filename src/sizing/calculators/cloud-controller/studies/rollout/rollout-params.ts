import type { Params } from '../../../../core/param.ts';
import { count, optionalCount, optionalQuantity, quantity } from '../../../../core/param.ts';

const base = { scope: 'shared', view: 'rollout' } as const;
const pace = { ...base, group: 'rollout-pace' } as const;
const room = { ...base, group: 'rollout-room' } as const;

/** Inputs of Rollout: how BOSH goes about it, and what the quota allows meanwhile. */
export const rolloutParams = {
  rolloutBridge: optionalCount({
    ...pace,
    key: 'ro.bridge',
    label: 'VMs between the two deploys',
    unit: 'VMs',
    range: [1, 500],
    empty: 'as many as today',
    rules: ['CF-12', 'R-4'],
  }),
  rolloutCanaries: count({
    ...pace,
    key: 'ro.canaries',
    label: 'Canaries',
    help: 'BOSH canaries: updated and watched before all others.',
    unit: 'VMs',
    default: 1,
    range: [0, 20],
    rules: ['R-4'],
  }),
  rolloutDrainMinutes: quantity({
    ...pace,
    key: 'ro.drain',
    label: 'Drain of a VM, at most',
    help: 'Uploads may take 5 minutes to finish, nginx and the API one more.',
    unit: 'minutes',
    suffix: 'min',
    default: 6,
    range: [0, 60],
    step: 1,
    rules: ['R-14'],
  }),
  rolloutRebuildMinutes: quantity({
    ...pace,
    key: 'ro.build',
    label: 'Rebuilding a VM',
    help: 'Until it answers again; read it from your last deploy.',
    unit: 'minutes',
    suffix: 'min',
    default: 5,
    range: [0, 120],
    step: 1,
  }),
  rolloutMaxVcpus: optionalCount({
    ...room,
    key: 'ro.maxcpu',
    label: 'Quota, vCPU',
    help: 'For the API VMs.',
    unit: 'vCPU',
    range: [1, 100_000],
    empty: 'no check',
  }),
  rolloutMaxMemory: optionalQuantity({
    ...room,
    key: 'ro.maxmem',
    label: 'Quota, memory',
    help: 'For the API VMs.',
    unit: 'gibibytes',
    suffix: 'GiB',
    range: [0.5, 10_000_000],
    step: 16,
    empty: 'no check',
  }),
} satisfies Params;

export const rolloutGroups = [
  { id: 'rollout-pace', label: 'Deploys' },
  { id: 'rollout-room', label: 'Quota meanwhile' },
] as const;
