import type { Inputs } from '../../core/plan.ts';
import type { Preset } from '../../core/preset.ts';
import type { Profile } from './profiles.ts';
import { profiles } from './profiles.ts';

/** Workers stay on their rule: each profile has one a core, or one fewer with a core left spare. */
function inputsOf(profile: Profile): Inputs {
  return {
    engine: profile.engine,
    vcpusPerVm: profile.vcpus,
    vms: profile.vms,
    threadsPerWorker: profile.threads,
    spareCore: profile.engine === 'puma' && profile.workers < profile.vcpus,
  };
}

function optionOf(profile: Profile, name: string, changes: Inputs = {}): Preset['options'][number] {
  return { name, inputs: { ...inputsOf(profile), ...changes } };
}

const [first, second, third, fourth] = [profiles[0]!, profiles[1]!, profiles[2]!, profiles[3]!];

const single = profiles.map(
  (profile): Preset => ({
    id: profile.id,
    label: profile.label,
    note: `${profile.vms} × ${profile.workers} × ${profile.threads} = ${profile.requests} requests`,
    rules: ['CF-13'],
    options: [optionOf(profile, profile.label.replace(/ \(.*/, ''))],
  }),
);

/** Published configurations; the first is what a new visitor sees. */
export const presets: readonly Preset[] = [
  {
    id: 'migration',
    label: 'Profile 1 → 3',
    note: 'Today’s 20 Thin VMs against three Puma fleets; three AZs, one VM may be lost, 800 connections free',
    rules: ['CF-11', 'CF-12', 'CF-13'],
    shared: { thinVms: 20, thinThreads: 20, zones: 3, survive: 'vm', connectionsFree: 800 },
    options: [
      optionOf(first, 'Today'),
      optionOf(second, 'Profile 2'),
      optionOf(third, 'Profile 3 + 1 VM', { vms: third.vms + 1 }),
      optionOf(fourth, 'Profile 4'),
    ],
    selected: 2,
    baseline: 0,
  },
  ...single,
  {
    id: 'profile-3-plus-1',
    label: 'Profile 3 + 1 VM',
    note: '9 × 4 × 13 = 468 requests: an extra VM, as the guide advises',
    rules: ['CF-12', 'CF-13'],
    options: [optionOf(third, 'Profile 3 + 1 VM', { vms: third.vms + 1 })],
  },
  {
    id: 'all-profiles',
    label: 'All four profiles',
    note: 'The guide’s examples side by side, three AZs',
    rules: ['CF-13'],
    shared: { thinVms: 20, thinThreads: 20, zones: 3 },
    options: profiles.map((profile) => optionOf(profile, profile.label.replace(/ \(.*/, ''))),
    selected: 2,
    baseline: 0,
  },
];
