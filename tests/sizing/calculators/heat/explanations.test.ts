import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { cellOf, planWith, table, upstream } from './plans.ts';

/** The published case: 300 resources of 20 s with a chain of 6 on three controllers of 16 vCPU. */
const shared: Inputs = {
  controllers: 3,
  vcpuPerController: 16,
  resources: 300,
  secondsPerResource: 20,
  longestChain: 6,
};

function explained(row: string, more: Inputs = {}, own: Inputs = {}): Explanation {
  const { explain } = cellOf(planWith({ ...shared, ...more }, { ...table, ...own }), 'A', row);
  if (!explain) throw new Error(`The row ${row} explains nothing.`);
  return explain;
}

describe('explainCeiling', () => {
  it('counts engine and API processes by the guide, after its rule of the pool per worker', () => {
    expect(explained('ceiling')).toMatchObject({
      formula: 'Controllers × (engine workers + API workers) × (pool + overflow)',
      worked: '3 × (8 + 4) × (16 + 0) = 576',
      rules: ['HT-8', 'K3'],
    });
  });

  it('raises the overflow of the engines alone where the floor is counted', () => {
    // 3 × (8 × 80 + 4 × 16) = 2,112.
    expect(explained('ceiling', {}, { executorThreads: 64 })).toMatchObject({
      worked: '3 × (8 × (16 + 64) + 4 × (16 + 0)) = 2,112',
      rules: ['HT-8', 'K3', 'R-5'],
    });
  });

  it('counts engine processes alone by the source code, with overflow raised to 64', () => {
    expect(explained('ceiling', { reckonBy: 'upstream' })).toMatchObject({
      worked: '3 × 8 × (16 + 64) = 1,920',
      rules: ['R-5', 'R-6'],
    });
  });
});

describe('explainTime', () => {
  it('shares the work out among the workers by the guide', () => {
    expect(explained('all-up').worked).toBe(
      'Work 300 × 20 s = 6,000 s, over 3 × 8 = 24 at once 250 s; chain 6 × 20 s = 120 s. ' +
        'Larger of both 4:10; 250 + 120 × (1 − 1 ÷ 24) s: 4:10 to 6:05',
    );
  });

  it('counts the tasks of a worker where there are several', () => {
    expect(explained('all-up', {}, { tasksPerWorker: 2 }).worked).toContain(
      'over 3 × 8 × 2 = 48 at once 125 s',
    );
  });

  it('has leaves and places by the source code', () => {
    const { worked } = explained('all-up', { reckonBy: 'upstream', leaves: 20 });
    expect(worked).toContain('20 leaves; chain 6 × 20 s');
    expect(worked).toContain('over 3 × 8 × 64 places');
  });
});

describe('explanations, where they come from', () => {
  const guide = ['guide', 'yours', 'assumed'];
  const release = ['release', 'yours', 'assumed'];
  const off = { convergence: false };

  it.each([
    ['all-up', {}, {}, guide, ['HT-1', 'HT-5', 'M1']],
    ['all-up', {}, off, guide, ['HT-5']],
    ['all-up', upstream, {}, release, ['R-7', 'R-8', 'M2']],
    ['all-up', upstream, off, release, ['R-7', 'M2']],
    ['controller-lost', {}, {}, guide, ['HT-1', 'HT-5', 'M1']],
    ['convergence-off', {}, {}, guide, ['HT-5']],
    ['convergence-off', upstream, {}, release, ['R-7', 'M2']],
    ['ceiling', {}, {}, guide, ['HT-8', 'K3']],
    ['ceiling', {}, { executorThreads: 64 }, ['guide', 'release', 'yours'], ['HT-8', 'K3', 'R-5']],
    ['ceiling', upstream, {}, ['release', 'yours'], ['R-5', 'R-6']],
  ])('%s with %j and %j', (row, shared, own, origins, rules) => {
    expect(explained(row, shared, own)).toMatchObject({ origins, rules });
  });

  it('counts a floor only where it is above the overflow', () => {
    const worked = (overflow: number) => explained('ceiling', {}, { overflow, executorThreads: 20 }).worked;
    expect(worked(20)).toBe('3 × (8 + 4) × (16 + 20) = 1,296');
    // 3 × (8 × 36 + 4 × 35).
    expect(worked(19)).toBe('3 × (8 × (16 + 20) + 4 × (16 + 19)) = 1,284');
  });

  it('raises the overflow by the source code to the threads, not past a larger one', () => {
    expect(explained('ceiling', upstream, { overflow: 100 }).worked).toBe('3 × 8 × (16 + 100) = 2,784');
  });

  it('names controllers that are left', () => {
    // 6,000 s over 16 are 375 s; 375 + 120 × 15/16 = 487.5 s.
    expect(explained('controller-lost').worked).toBe(
      'Work 300 × 20 s = 6,000 s, over 2 × 8 = 16 at once 375 s; chain 6 × 20 s = 120 s. ' +
        'Larger of both 6:15; 375 + 120 × (1 − 1 ÷ 16) s: 6:15 to 8:08',
    );
  });

  it('counts stacks, and turns where there are more stacks than workers', () => {
    expect(explained('all-up', { stacksAtOnce: 2 }).worked).toMatch(/^Work 2 × 300 × 20 s = 12,000 s,/);
    const worked = (stacksAtOnce: number) => explained('all-up', { stacksAtOnce }, off).worked;
    expect(worked(24)).toBe('300 × 20 s: 1:40:00');
    expect(worked(25)).toBe('300 × 20 s, 2 turns for 25 stacks: 3:20:00');
    // Two tasks a worker are 48 places.
    expect(explained('all-up', { stacksAtOnce: 49 }, { ...off, tasksPerWorker: 2 }).worked).toContain(
      '2 turns',
    );
    expect(explained('all-up', { stacksAtOnce: 48 }, { ...off, tasksPerWorker: 2 }).worked).not.toContain(
      'turns',
    );
  });

  it('says by the source code how many leaves there may be, and that they are not known', () => {
    const unknown = explained('all-up', upstream);
    expect(unknown.formula).toContain('leaves are not known');
    expect(unknown.worked).toMatch(
      /^1 to 295 leaves; chain 6 × 20 s; work 300 × 20 s = 6,000 s over 3 × 8 × 64 places: /,
    );
    const known = explained('all-up', { ...upstream, leaves: 20 });
    expect(known.formula).not.toContain('not known');
    expect(known.worked).toMatch(/^20 leaves;/);
    expect(explained('convergence-off', upstream).worked).toBe(
      '6 levels of 20 s, 300 resources: 2:00 to 2:36',
    );
  });

  it('names the other reckoning where an end is more than a quarter away', () => {
    // By the guide 4:10 to 6:05; by the source code the chain of 120 s at least, and at most 294 pauses, 6,000 s over
    // 1,536 places, 120 s more, five handovers of 0.1 s and 12 s of CPU on 24 cores: 418.8 s.
    expect(explained('all-up').other).toBe('upstream: 2:00 to 6:59');
    // A chain of all 300 takes 6,000 s either way, and less than a quarter more at the long end.
    expect(explained('all-up', { longestChain: 300 })).not.toHaveProperty('other');
  });

  it('names the other ceiling where it is higher at all, or lower by more than a quarter', () => {
    // By the source code 24 × (16 + 64) = 1,920, whatever the API workers.
    const other = (apiWorkers: number, overflow = 64) =>
      explained('ceiling', {}, { overflow, apiWorkers }).other;
    // By the guide 3 × 11 × 80 = 2,640, of which 720 are 27 %.
    expect(other(3)).toBe('upstream: 1,920');
    // 3 × 10 × 80 = 2,400, of which 480 are a fifth.
    expect(other(2)).toBeUndefined();
    // 3 × 9 × 64 = 1,728, a tenth under what the source code opens.
    expect(other(1, 48)).toBe('upstream: 1,920');
    expect(explained('ceiling', {}, { overflow: 64, apiWorkers: 1 })).not.toHaveProperty('other');
  });
});
