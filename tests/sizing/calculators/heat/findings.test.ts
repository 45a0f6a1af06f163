import { describe, expect, it } from 'vitest';
import { buttonOf, findOnTable } from './find-on-table.ts';
import { findingOf, firstVisit, planWith, table } from './plans.ts';

describe('findings about workers, stacks and releases', () => {
  it('blocks a stack over the limit of 1,000 resources, not one of exactly 1,000', () => {
    expect(findOnTable('H3', { resources: 1001 })?.title).toBe('Over 1,000 resources per stack');
    expect(findOnTable('H3', { resources: 1000 })).toBeUndefined();
  });

  it('cautions against convergence off from 50 resources on', () => {
    expect(findOnTable('H6', { resources: 50 }, { convergence: false })?.severity).toBe('caution');
    expect(findOnTable('H6', { resources: 49 }, { convergence: false })).toBeUndefined();
    expect(findOnTable('H6', { resources: 50 })).toBeUndefined();
  });

  it('does not call the legacy engine sequential when reckoning by upstream', () => {
    const finding = findOnTable('H6', { reckonBy: 'upstream' }, { convergence: false });
    expect(finding?.severity).toBe('note');
    expect(finding?.text).toContain('the legacy engine overlaps independent ones');
  });

  it('notes workers above the table together with what the text allows', () => {
    const finding = findOnTable('H7', {}, { engineWorkers: 9, poolSize: 18 });
    expect(finding?.title).toBe('9 workers exceed the table’s 8; text allows 32–64');
    expect(findOnTable('H7', {})).toBeUndefined();
  });

  it('answers why not the guide’s other worker count', () => {
    const { plan, selected } = firstVisit();
    expect(findingOf(plan, 'K1', selected)).toMatchObject({
      title: 'Why not 32 workers per controller?',
      text: expect.stringContaining('9,072 connections'),
    });
    expect(findingOf(plan, 'K1', 'D')).toBeUndefined();
  });

  it('notes workers past the 17 that the longest chain leaves useful', () => {
    const finding = findOnTable('H8', {}, { engineWorkers: 18, poolSize: 36 });
    expect(finding?.title).toBe('Past 17 workers the longest chain sets the time');
    expect(buttonOf(finding)).toEqual({ engineWorkers: 17 });
    expect(findOnTable('H8', {}, { engineWorkers: 17, poolSize: 34 })).toBeUndefined();
  });

  it('notes that the default of 4 workers is twice the table’s on 4 vCPU', () => {
    expect(findOnTable('K9', { vcpuPerController: 4 }, { engineWorkers: 4 })?.severity).toBe('note');
    expect(findOnTable('K9', { vcpuPerController: 8 }, { engineWorkers: 4 })).toBeUndefined();
  });

  it('cautions that fewer than 4 engine workers can deadlock, as the guide’s own table has it', () => {
    const finding = findOnTable('R-9', { vcpuPerController: 4 }, { engineWorkers: 2 });
    expect(finding?.text).toContain('The guide’s table gives 2.');
    expect(buttonOf(finding)).toEqual({ engineWorkers: 4 });
    expect(findOnTable('R-9', {}, { engineWorkers: 4 })).toBeUndefined();
  });

  it('raises a pool the user fixed together with the workers', () => {
    const finding = findOnTable('R-9', {}, { engineWorkers: 2, poolSize: 4 });
    expect(buttonOf(finding)).toEqual({ engineWorkers: 4, poolSize: 8 });
  });

  it('warns in both reckonings that a queue depth of 0 proves nothing', () => {
    expect(findOnTable('R-9-queue', {})).toBeDefined();
    expect(findOnTable('R-9-queue', { reckonBy: 'upstream' })).toBeDefined();
  });

  it('says that 295 leaves take 4:54 to start', () => {
    expect(findOnTable('R-7', {})?.text).toContain('4:54');
    expect(findOnTable('R-7', { resources: 6, longestChain: 6 })).toBeUndefined();
  });

  it('says when the last of the leaves starts, and cautions where the target is over by then', () => {
    expect(findOnTable('R-7', { leaves: 200 })?.text).toContain(
      '200 wait for nothing, and the last one starts after 3:19',
    );
    expect(findOnTable('R-7', {})?.text).toContain(
      'If all 295 that may be independent are, the last one starts',
    );
    expect(findOnTable('R-7', {})?.text).not.toContain('past');
    // 16 workers are done after 125 + 120 × 47/48 = 242.5 s; the last leaf starts after 294.
    const sixteen = { engineWorkers: 16, poolSize: 32 };
    expect(findOnTable('R-7', {}, sixteen)?.text).toContain('That is past the');
    expect(findOnTable('R-7', { targetMinutes: 4.5 }, sixteen)?.severity).toBe('caution');
    expect(findOnTable('R-7', { targetMinutes: 5 }, sixteen)?.severity).toBe('note');
    expect(findOnTable('R-7', {}, { convergence: false })).toBeUndefined();
  });

  it('counts the executor’s floor in what the guide’s other worker count would open', () => {
    // 96 × (64 + 64) + 12 × (64 + 20).
    const finding = findOnTable('K1', { stacksAtOnce: 2 }, { executorThreads: 64 });
    expect(finding?.text).toContain('The stacks would take');
    expect(finding?.text).toContain('with overflow raised to 64, may open 13,296 connections');
    expect(findOnTable('K1', {})?.text).toContain(
      'with the default overflow of 20, may open 9,072 connections',
    );
    expect(findOnTable('K1', { reckonBy: 'upstream' })).toBeUndefined();
  });

  it('says that stacks keep their mode where an option changes it', () => {
    const plan = planWith({}, table, { ...table, convergence: false });
    expect(findingOf(plan, 'mode-sticky', 'B')?.severity).toBe('note');
    expect(findingOf(plan, 'mode-sticky', 'A')).toBeUndefined();
  });

  it('cautions against an RPC timeout under upstream’s 60 s', () => {
    expect(findOnTable('R-10-rpc', { rpcTimeoutSeconds: 59 })?.severity).toBe('caution');
    expect(findOnTable('R-10-rpc', { rpcTimeoutSeconds: 60 })).toBeUndefined();
  });

  it('says from 25.0.0 on that API workers are no Heat option', () => {
    expect(findOnTable('R-10', { release: '25' })).toBeDefined();
    expect(findOnTable('R-10', { release: '16' })).toBeUndefined();
  });

  it('blocks a target below the short end and cautions about one inside the range', () => {
    // 4:10 to 6:05 at 8 workers; 16 workers need 125 s + 120 s × 47/48 = 4:02, 15 need 133.3 + 117.3 s = 4:11.
    expect(findOnTable('target', { targetMinutes: 4 })?.severity).toBe('blocker');
    expect(findOnTable('target', { targetMinutes: 5 })?.severity).toBe('caution');
    expect(findOnTable('target', { targetMinutes: 6.5 })).toBeUndefined();
  });

  it('offers the fewest workers that keep a target of 4:30', () => {
    // High end: 6,000 ÷ 3w + 120 × (1 − 1 ÷ 3w). 13 workers: 153.8 + 116.9 = 270.8 s; 14: 142.9 + 117.1 = 260.0 s.
    const finding = findOnTable('target', { targetMinutes: 4.5 });
    expect(buttonOf(finding)).toEqual({ engineWorkers: 14, poolSize: 28 });
  });

  it('says that the longest chain alone misses a target of 1:30', () => {
    const finding = findOnTable('target', { targetMinutes: 1.5 });
    expect(finding?.text).toContain('The longest chain alone takes 2:00.');
    expect(finding?.fix).toBeUndefined();
  });

  it('cautions about more stacks at once than one project may hold', () => {
    expect(findOnTable('stack-limit', { stacksAtOnce: 101 })?.severity).toBe('caution');
    expect(findOnTable('stack-limit', { stacksAtOnce: 100 })).toBeUndefined();
  });

  it('tells a changed executor, and cautions where it is lowered', () => {
    const lowered = findOnTable('R-8-executor', {}, { executorThreads: 4 });
    expect(lowered?.severity).toBe('caution');
    expect(lowered?.text).toContain('Each process then has 4 places');
    expect(buttonOf(lowered)).toEqual({ executorThreads: 64 });
    const raised = findOnTable('R-8-executor', {}, { executorThreads: 128 });
    expect(raised?.severity).toBe('note');
    expect(raised?.text).not.toContain('places');
    expect(findOnTable('R-8-executor', {}, { executorThreads: 64 })).toBeUndefined();
    expect(findOnTable('R-8-executor', {})).toBeUndefined();
  });

  it('offers the guide’s RPC timeout of 120 s', () => {
    expect(buttonOf(findOnTable('R-10-rpc', { rpcTimeoutSeconds: 59 }))).toEqual({ rpcTimeoutSeconds: 120 });
  });

  it('says of workers over the table what they take, idle and of the cores', () => {
    // 9 × 150 MB and 33 × 150 MB, in GiB.
    const nine = findOnTable('H7', {}, { engineWorkers: 9, poolSize: 18 })?.text;
    expect(nine).toContain('9 is over the table and falls short of the text. Idle they take about 1.3 GiB');
    expect(nine).not.toContain('processes');
    const many = findOnTable('H7', {}, { engineWorkers: 33, poolSize: 66 })?.text;
    expect(many).toContain('33 is over the table. Idle they take about 4.8 GiB');
    expect(many).toContain('16 cores for 33 processes');
    expect(findOnTable('H7', {}, { engineWorkers: 16, poolSize: 32 })?.text).not.toContain('processes');
  });

  it('keeps four workers where one chain of 300 would need one', () => {
    const chain = { resources: 300, longestChain: 300 };
    const finding = findOnTable('H8', chain);
    expect(finding?.title).toBe('Past 1 worker the longest chain sets the time');
    expect(finding?.text).toContain('so 4 stay');
    expect(buttonOf(finding)).toEqual({ engineWorkers: 4 });
    expect(findOnTable('H8', chain, { engineWorkers: 4 })).toBeUndefined();
    expect(findOnTable('H8', { ...chain, reckonBy: 'upstream' })).toBeUndefined();
    expect(findOnTable('H8', chain, { convergence: false })).toBeUndefined();
    expect(findOnTable('H8', {}, { engineWorkers: 18, poolSize: 36 })?.text).not.toContain('stay');
  });

  it('tells from 25.0.0 on that the legacy engine will go, where it is used', () => {
    const off = { convergence: false };
    expect(buttonOf(findOnTable('R-10-legacy', { release: '25' }, off))).toEqual({ convergence: true });
    expect(findOnTable('R-10-legacy', { release: '25' })).toBeUndefined();
    expect(findOnTable('R-10-legacy', { release: '16' }, off)).toBeUndefined();
  });

  it('tells what a lost controller leaves, or that the only one leaves nothing', () => {
    expect(findOnTable('lost-work', { controllers: 2 })?.severity).toBe('note');
    expect(findOnTable('single-controller', { controllers: 2 })).toBeUndefined();
    expect(findOnTable('single-controller', { controllers: 1 })?.severity).toBe('note');
    expect(findOnTable('lost-work', { controllers: 1 })).toBeUndefined();
  });

  it('counts the engine processes that must be up: 3 × 8', () => {
    expect(findOnTable('H11', {})?.text).toContain('24 engine processes');
  });
});
