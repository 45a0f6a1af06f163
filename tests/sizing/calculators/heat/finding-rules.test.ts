import { describe, expect, it } from 'vitest';
import type { Edit, Severity } from '../../../../src/sizing/core/finding.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { findOnTable } from './find-on-table.ts';
import { database, findingOf, planWith, ranksOf, resultOf, table, upstream } from './plans.ts';

/** What each piece of advice rests on: the guide's sections, the source code's, and where they contradict. */
const cited: readonly (readonly [string, Severity, readonly string[], Inputs, Inputs])[] = [
  ['H1', 'blocker', ['HT-6', 'K2', 'K3'], {}, { poolSize: 15 }],
  ['H2', 'blocker', ['HT-8', 'HT-11', 'K3'], { maxConnections: 500 }, {}],
  ['H3', 'blocker', ['HT-7'], { resources: 1001 }, {}],
  ['H4', 'caution', ['HT-8'], database, {}],
  ['H5', 'caution', ['R-5', 'R-6'], {}, {}],
  ['R-5', 'note', ['R-5'], upstream, {}],
  ['H6', 'caution', ['HT-5'], {}, { convergence: false }],
  ['H6', 'note', ['HT-5', 'R-7', 'R-10'], upstream, { convergence: false }],
  ['H7', 'note', ['K1', 'HT-2', 'HT-3', 'HT-4', 'R-8'], {}, { engineWorkers: 9 }],
  ['H8', 'note', ['HT-5', 'M1'], {}, { engineWorkers: 18 }],
  ['H9', 'caution', ['HT-8', 'HT-6'], { errorSeen: 'queuepool' }, {}],
  ['H10', 'caution', ['HT-8', 'HT-11'], { errorSeen: '1040' }, {}],
  ['H10', 'caution', ['HT-8', 'HT-11'], { errorSeen: '1040', maxConnections: 500 }, {}],
  ['H10-unexplained', 'caution', ['HT-11', 'R-5'], { errorSeen: '1040', maxConnections: 5000 }, {}],
  ['H11', 'note', ['HT-9'], {}, {}],
  ['HT-5', 'fine', ['HT-5'], {}, {}],
  ['K1', 'note', ['HT-2', 'HT-3', 'K1'], {}, {}],
  ['K9', 'note', ['K9', 'HT-3', 'HT-7', 'R-9'], { vcpuPerController: 4 }, { engineWorkers: 4 }],
  ['R-7', 'note', ['R-7'], {}, {}],
  ['R-8-executor', 'note', ['R-5', 'R-8', 'R-9'], {}, { executorThreads: 65 }],
  ['R-9', 'caution', ['R-9', 'HT-3'], {}, { engineWorkers: 3 }],
  ['R-9-queue', 'note', ['HT-4', 'R-9'], {}, {}],
  ['R-10', 'note', ['R-10'], { release: '25' }, {}],
  ['R-10-legacy', 'caution', ['R-10'], { release: '25' }, { convergence: false }],
  ['R-10-rpc', 'caution', ['HT-7', 'R-9', 'R-10'], { rpcTimeoutSeconds: 59 }, {}],
  ['limit-unknown', 'note', ['HT-11'], {}, {}],
  ['lost-work', 'note', ['R-9'], {}, {}],
  ['single-controller', 'note', ['HT-1'], { controllers: 1 }, {}],
  ['stack-limit', 'caution', ['HT-7', 'R-10'], { stacksAtOnce: 101 }, {}],
  ['target', 'blocker', ['HT-5', 'M1'], { targetMinutes: 4 }, {}],
  ['target', 'blocker', ['HT-5', 'M2'], { ...upstream, targetMinutes: 1 }, {}],
];

describe('findings, what they rest on', () => {
  it.each(cited)('%s is a %s and rests on %j (%j, %j)', (id, severity, rules, shared, own) => {
    expect(findOnTable(id, shared, own)).toMatchObject({ severity, rules });
  });

  it('cites for an option that answers an error what was reckoned', () => {
    const before = { ...table, overflow: 20 };
    const rulesOf = (shared: Inputs, id: string, own: Inputs) =>
      findingOf(planWith(shared, before, own), id, 'B')?.rules;
    const tooMany = { errorSeen: '1040' };
    expect(rulesOf({ ...tooMany, maxConnections: 5000 }, 'H10-answered', table)).toEqual([
      'HT-8',
      'HT-11',
      'R-5',
    ]);
    expect(rulesOf(tooMany, 'H10-answered', table)).toEqual(['HT-8']);
    expect(rulesOf({ errorSeen: 'queuepool' }, 'H9-answered', { ...table, overflow: 21 })).toEqual(['HT-8']);
  });

  it('cites Heat’s own migration of stacks where the mode changes', () => {
    const plan = planWith({}, table, { ...table, convergence: false });
    expect(findingOf(plan, 'mode-sticky', 'B')).toMatchObject({ severity: 'note', rules: ['R-10'] });
  });
});

describe('findings, their buttons', () => {
  const set = (label: string, inputs: Inputs) => ({ label, edit: { kind: 'set', inputs } satisfies Edit });

  it.each([
    ['H1', {}, { poolSize: 15 }, set('Use 16', { poolSize: 16 })],
    ['H3', { resources: 1001 }, {}, set('Allow 1,001', { maxResourcesPerStack: 1001 })],
    ['H4', database, {}, set('Use 1,120', { maxConnections: 1120 })],
    ['H5', {}, {}, set('Count it', { executorThreads: 64 })],
    ['R-5', upstream, {}, set('Use overflow 64', { overflow: 64 })],
    ['H6', {}, { convergence: false }, set('Turn on', { convergence: true })],
    ['H6', upstream, { convergence: false }, set('Turn on', { convergence: true })],
    ['R-8-executor', {}, { executorThreads: 65 }, set('Use 64', { executorThreads: 64 })],
    ['stack-limit', { stacksAtOnce: 101 }, {}, set('Allow 101', { maxStacksPerProject: 101 })],
  ])('%s offers with %j and %j one that sets it right', (id, shared, own, fix) => {
    expect(findOnTable(id, shared, own)?.fix).toEqual(fix);
  });

  it('shows the alert’s rule in the What if view', () => {
    expect(findingOf(planWith({}, table), 'H11')?.fix).toEqual({
      label: 'Show the rule',
      edit: { kind: 'open-view', view: 'what-if' },
    });
  });

  it('offers no limit that the field would not take', () => {
    // 27,648 × (230 + 0) connections and what others use are over 200,000 however they are spread.
    const most = { maxConnections: 200_000, controllers: 32 };
    const own = { engineWorkers: 108, apiWorkers: 64, poolSize: 216, overflow: 0 };
    // 32 × 172 × 216 = 1,188,864.
    const finding = findingOf(planWith(most, own), 'H2');
    expect(finding?.fix).toBeUndefined();
    expect(finding?.text).toContain('Fewer workers or a smaller pool are needed.');
    expect(finding?.text).not.toContain('As it is set');
  });

  it('asks for lower settings where a thin margin cannot be widened by the limit', () => {
    // 32 × (64 + 36) × 60 = 192,000 of 200,000; with a fifth spare it would be 240,000.
    const own = { engineWorkers: 64, apiWorkers: 36, poolSize: 60, overflow: 0 };
    const finding = findingOf(planWith({ controllers: 32, maxConnections: 200_000 }, own), 'H4');
    expect(finding?.title).toBe('8,000 connections spare is thin');
    expect(finding?.text).toContain('Lower pool or overflow');
    expect(finding?.fix).toBeUndefined();
  });
});

describe('findings, in order', () => {
  it('has the worst first', () => {
    const { findings } = resultOf(
      planWith({ ...database, rpcTimeoutSeconds: 5 }, { ...table, poolSize: 17 }),
    );
    const ranks = ranksOf(findings);
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2, 3]));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });
});
