import { describe, expect, it } from 'vitest';
import type { Fix } from '../../../../../src/sizing/core/finding.ts';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { findingFor, findingsFor, fleets, observed } from '../plans.ts';

const { profile2, profile3, profile3plus1, profile4, thin } = fleets;

type Case = readonly [id: string, option: Inputs, shared: Inputs, rules: readonly string[], fix: Fix | null];

const set = (label: string, inputs: Inputs): Fix => ({ label, edit: { kind: 'set', inputs } });

/** The statements each advice rests on, and the change it offers, if one does. */
const cases: readonly Case[] = [
  // Parity (CF-11) and its reserve (CF-12).
  ['A1', profile2, {}, ['CF-11', 'CF-12'], set('Use 11 VMs', { vms: 11 })],
  [
    'A1',
    profile3plus1,
    { survive: 'az', zones: 1 },
    ['CF-11', 'CF-12'],
    // Two AZs lose half: 16 − 8 = 8 VMs of 52 carry 416.
    set('Use 2 AZs and 16 VMs', { zones: 2, vms: 16 }),
  ],
  ['A1', profile3, observed(50_000), ['CF-11', 'CF-12'], null],
  ['A14', profile2, { survive: 'none' }, ['CF-11', 'CF-12'], set('Add a VM', { vms: 11 })],
  ['A10', profile4, {}, ['CF-11'], null],
  ['fine-baseline', profile3plus1, {}, ['CF-11'], null],
  // What BOSH takes out.
  [
    'deploy',
    profile3plus1,
    { maxInFlight: 2 },
    ['R-4', 'CF-12'],
    set('Update 1 VM at once', { maxInFlight: 1 }),
  ],
  ['deploy', profile2, { survive: 'none' }, ['R-4', 'CF-12'], set('Use 11 VMs', { vms: 11 })],
  [
    'A8',
    profile3plus1,
    {},
    ['CF-11', 'R-4'],
    {
      label: 'Try 12 VMs as a new option',
      edit: { kind: 'add-option', name: '12 VMs', inputs: { vms: 12 } },
    },
  ],
  ['A8', profile3plus1, { zones: 1 }, ['CF-11', 'R-4'], null],
  ['A8', { ...profile3, vms: 400 }, observed(17_400), ['CF-11', 'R-4'], null],
  ['A7', profile3plus1, {}, ['R-4'], { label: 'See rollout', edit: { kind: 'open-view', view: 'rollout' } }],
  // A process runs Ruby on one core, and a worker needs one (CF-5).
  [
    'R-12',
    { vcpusPerVm: 4, vms: 4, threadsPerWorker: 25 },
    {},
    ['R-12', 'CF-5'],
    set('Use 5 VMs', { vms: 5 }),
  ],
  [
    'A6',
    { ...profile3plus1, workersPerVm: 8 },
    {},
    ['CF-5', 'CF-10'],
    set('Use 4', { workersPerVm: 'auto' }),
  ],
  ['fine-cores', profile3plus1, {}, ['CF-5', 'CF-6'], null],
  // monit’s limit and memory by workers (CF-7).
  ['A4', profile3plus1, {}, ['R-2', 'CF-7'], set('Add to ops file', { raisesRestartLimit: true })],
  // The switch and its two names (K5).
  ['R-1', profile3plus1, { capi: '1.223' }, ['R-1', 'K5'], null],
  ['K5', profile3plus1, { names: 'guide' }, ['K5', 'R-1'], set('Use both names', { names: 'both' })],
  ['A11', profile3plus1, {}, ['CF-10', 'K5', 'R-1'], set('Use the job spec’s', { names: 'spec' })],
  ['K4', profile3plus1, {}, ['K4', 'CF-10'], null],
  ['thin-removed', thin, { capi: '1.223' }, ['R-1'], null],
  // Queues by release against the guide’s shared one (CF-9).
  ['R-11', profile3plus1, { capi: '1.218' }, ['R-11', 'CF-9'], null],
  [
    'A9',
    { ...profile3plus1, vcpusPerVm: 1 },
    {},
    ['CF-9'],
    {
      label: 'Use 2 vCPU and 2 workers',
      edit: { kind: 'set', inputs: { workersPerVm: 2, vcpusPerVm: 2, spareCore: false } },
    },
  ],
  ['A9', { ...profile3plus1, workersPerVm: 1 }, {}, ['CF-9'], set('Use 2 workers', { workersPerVm: 2 })],
  // Thread counts (CF-2, CF-6, CF-12, K6).
  ['thin-threads', { ...thin, threadsPerWorker: 25 }, {}, ['CF-2'], set('Use 20', { threadsPerWorker: 20 })],
  ['A2', { ...profile3, threadsPerWorker: 25 }, {}, ['CF-6', 'K6'], set('Use 20', { threadsPerWorker: 20 })],
  ['A13', profile2, {}, ['CF-6', 'CF-12', 'K6'], null],
  ['K6', { ...profile3, threadsPerWorker: 9 }, {}, ['CF-6', 'K6'], set('Use 10', { threadsPerWorker: 10 })],
  // Connections (CF-10, R-3).
  [
    'A3',
    { ...profile3plus1, connectionsPerProcess: 10 },
    {},
    ['CF-10', 'R-3'],
    set('Use 13', { connectionsPerProcess: 'auto' }),
  ],
  [
    'A3',
    { ...thin, threadsPerWorker: 30 },
    {},
    ['CF-10', 'R-3'],
    set('Use 30', { connectionsPerProcess: 30 }),
  ],
  [
    'A5',
    profile3plus1,
    { connectionsFree: 800, reckon: 'upstream' },
    ['CF-10', 'R-3'],
    set('Limit local workers', { limitsLocalWorkers: true }),
  ],
  [
    'A5',
    profile3plus1,
    { connectionsFree: 600 },
    ['CF-10', 'R-3'],
    { label: 'Show what fits', edit: { kind: 'open-view', view: 'solve' } },
  ],
  ['db-unchecked', profile3plus1, {}, ['CF-10', 'R-3'], null],
  ['fine-database', profile3plus1, { connectionsFree: 657 }, ['CF-10', 'R-3'], null],
  ['R-3', profile3plus1, {}, ['R-3'], set('Limit them in the ops file', { limitsLocalWorkers: true })],
  // Local workers by server (CF-4, CF-8).
  ['A12', { ...thin, localWorkersPerVm: 0 }, {}, ['CF-4'], set('Use 2', { localWorkersPerVm: 'auto' })],
  ['A12', { ...profile3, localWorkersPerVm: 0 }, {}, ['CF-8'], set('Use 8', { localWorkersPerVm: 'auto' })],
  // A core left spare (CF-14, K7), and Thin’s one core (CF-1, CF-4).
  ['K7', { ...profile4, workersPerVm: 8 }, {}, ['CF-14', 'K7'], set('Use 7', { workersPerVm: 'auto' })],
  ['K7', { ...profile4, vcpusPerVm: 1 }, {}, ['CF-14', 'K7'], set('Leave none spare', { spareCore: false })],
  [
    'A15',
    { ...profile4, workersPerVm: 7, spareCore: false },
    {},
    ['CF-10', 'CF-14', 'K7'],
    set('Mark it as spare', { spareCore: true }),
  ],
  ['CF-1', { ...thin, vcpusPerVm: 2 }, {}, ['CF-1', 'CF-4'], set('Use 1 vCPU', { vcpusPerVm: 1 })],
];

describe('findingsOf', () => {
  it.each(cases)('rests %s, for %j with %j, on %j', (id, option, shared, rules, fix) => {
    const found = findingFor(id, option, shared);
    expect(found?.rules).toEqual(rules);
    expect(found?.fix ?? null).toEqual(fix);
  });

  it.each(cases)('shows for %s, %j with %j, the worst advice first and each once', (_, option, shared) => {
    const found = findingsFor(option, shared);
    const ranks = found.map((f) => ['blocker', 'caution', 'note', 'fine'].indexOf(f.severity));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(found.map((f) => f.id)).size).toBe(found.length);
  });
});
