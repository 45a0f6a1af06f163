import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { cellOf, planWith } from './plans.ts';

/** The published case: 300 resources of 20 s with a chain of 6 on three controllers of 16 vCPU. */
const shared: Inputs = {
  controllers: 3,
  vcpuPerController: 16,
  resources: 300,
  secondsPerResource: 20,
  longestChain: 6,
};
const table: Inputs = { engineWorkers: 8, apiWorkers: 4, poolSize: 16, overflow: 0 };

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
