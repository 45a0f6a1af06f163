import { describe, expect, it } from 'vitest';
import { heat } from '../../../../src/sizing/calculators/heat/index.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { planWith, table, upstream } from './plans.ts';

const notes = (shared: Inputs = {}, own: Inputs = {}) =>
  heat.evaluate(planWith(shared, { ...table, ...own }), 'A').formNotes;

describe('form notes', () => {
  it.each([
    [4, 'Table row 4: 2 engine, 2 API.'],
    [16, 'Table row 16: 8 engine, 4 API.'],
    [32, 'Table row 32+: 16 engine, 8 API.'],
    [200, 'Table row 32+: 16 engine, 8 API.'],
    [31, '31 is between rows; the lower one, 16, is used (our reading): 8 engine, 4 API.'],
    [3, 'Under the table; 1 worker per 2 vCPU (our reading): 1 engine, 1 API.'],
  ])('says how %i vCPU are read: %s', (vcpuPerController, hint) => {
    expect(notes({ vcpuPerController }).hints.vcpuPerController).toBe(hint);
  });

  it('has the limits, the table and the text beside the fields', () => {
    expect(notes().hints).toMatchObject({
      resources: 'Limit 1,000 per stack.',
      stacksAtOnce: 'Limit 100 per project.',
      engineWorkers: 'Table: 8. Text, 2 to 4 per core: 32 to 64.',
      apiWorkers: 'Table: 4.',
    });
  });

  it.each([
    // 2 × 5 are the default of 10.
    [5, 10, 'At least 2 × 5 = 10. Default 10.'],
    [5, 9, 'At least 2 × 5 = 10. 9 is too small.'],
    [6, 12, 'At least 2 × 6 = 12. The default 10 is too small.'],
    [6, 10, 'At least 2 × 6 = 12. The default 10 is too small.'],
  ])('says for %i workers and pool %i: %s', (engineWorkers, poolSize, hint) => {
    expect(notes({}, { engineWorkers, poolSize }).hints.poolSize).toBe(hint);
  });

  it('says by the source code what heat-engine makes of the overflow', () => {
    expect(notes().hints.overflow).toBe('Default 20.');
    const hint = (own: Inputs) => notes(upstream, own).hints.overflow;
    expect(hint({})).toBe('Default 20. heat-engine uses 64.');
    expect(hint({ overflow: 100 })).toBe('Default 20. heat-engine uses 100.');
    expect(hint({ executorThreads: 8 })).toBe('Default 20. heat-engine uses 8.');
  });

  it('says of convergence and of the executor what each reckoning makes of them', () => {
    expect(notes().hints.convergence).toBe('Off: one worker, in sequence.');
    expect(notes(upstream).hints.convergence).toBe('Off: the legacy engine, a stack in one process.');
    expect(notes().hints.executorThreads).toContain('64 upstream. Empty: not counted.');
    expect(notes(upstream).hints.executorThreads).toBe('executor_thread_pool_size. Empty: 64.');
  });

  it('sums up the cores, and what is left for Heat where there is a limit', () => {
    expect(notes().legends).toEqual({ controllers: '48 vCPU' });
    expect(notes({ maxConnections: 1000, otherConnections: 400 }).legends).toEqual({
      controllers: '48 vCPU',
      database: '600 for Heat',
    });
  });

  it('hides what others use where there is no limit, and the guide’s tasks from the source code', () => {
    expect(notes().hidden).toEqual(['otherConnections']);
    expect(notes({ maxConnections: 1000 }).hidden).toEqual([]);
    expect(notes({ maxConnections: 1000, ...upstream }).hidden).toEqual(['tasksPerWorker']);
  });
});

describe('problems', () => {
  it('refuses a chain longer than the stack', () => {
    const { problems, result } = heat.evaluate(planWith({ resources: 300, longestChain: 301 }), 'A');
    expect(problems.A).toEqual([
      { field: 'longestChain', message: 'Longest chain cannot exceed the 300 resources.' },
    ]);
    expect(result).toBeNull();
  });

  it('refuses more resources that wait for nothing than there are', () => {
    const { problems } = heat.evaluate(planWith({ resources: 30, leaves: 31 }), 'A');
    expect(problems.A).toEqual([
      { field: 'leaves', message: 'Resources that wait for nothing cannot exceed the 30 resources.' },
    ]);
  });

  it('refuses other services above max_connections', () => {
    const { problems } = heat.evaluate(planWith({ maxConnections: 100, otherConnections: 101 }), 'A');
    expect(problems.A?.[0]?.message).toBe('Other services use more than max_connections, 100.');
  });

  it('accepts a chain of all resources, as many leaves, and a database that others fill', () => {
    const plan = planWith({
      resources: 30,
      longestChain: 30,
      leaves: 30,
      maxConnections: 100,
      otherConnections: 100,
    });
    expect(heat.evaluate(plan, 'A').problems).toEqual({});
  });

  it('speaks of one resource in the singular', () => {
    const plan = planWith({
      resources: 1,
      longestChain: 2,
      leaves: 2,
      maxConnections: 5,
      otherConnections: 6,
    });
    expect(heat.evaluate(plan, 'A').problems.A).toEqual([
      { field: 'longestChain', message: 'Longest chain cannot exceed the 1 resource.' },
      { field: 'leaves', message: 'Resources that wait for nothing cannot exceed the 1 resource.' },
      { field: 'otherConnections', message: 'Other services use more than max_connections, 5.' },
    ]);
  });

  it('has no quarrel with what others use where there is no limit', () => {
    expect(heat.evaluate(planWith({ otherConnections: 500 }), 'A').problems).toEqual({});
  });
});
