import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/sizing/core/finding.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { database, findingOf, firstVisit, planWith, resultOf, table, today } from './plans.ts';

const find = (id: string, shared: Inputs, option: Inputs = {}) =>
  findingOf(planWith(shared, { ...table, ...option }), id);
const button = (finding: Finding | undefined) =>
  finding?.fix?.edit.kind === 'open-view' ? undefined : finding?.fix?.edit.inputs;

describe('findings', () => {
  it('blocks a pool under twice the workers and offers 16', () => {
    const finding = find('H1', {}, { poolSize: 10 });
    expect(finding).toMatchObject({ severity: 'blocker', title: 'Pool 10 is under 2 × 8' });
    expect(button(finding)).toEqual({ poolSize: 16 });
    expect(find('H1', {})).toBeUndefined();
  });

  it('blocks 1,080 connections where 600 are free and offers the pool rule without overflow', () => {
    const finding = find('H2', database, { poolSize: 10, overflow: 20 });
    expect(finding).toMatchObject({ severity: 'blocker', title: 'Heat may open 1,080 of 600 connections' });
    expect(button(finding)).toEqual({ poolSize: 16, overflow: 0 });
  });

  it('offers max_connections 11,740 where no overflow is small enough', () => {
    // 9,072 are four fifths of 11,340, and 400 belong to others.
    const finding = find('H2', database, { engineWorkers: 32, poolSize: 64, overflow: 20 });
    expect(button(finding)).toEqual({ maxConnections: 11_740 });
  });

  it('cautions that 24 of 600 spare is thin and offers 1,120', () => {
    const finding = find('H4', database);
    expect(finding).toMatchObject({ severity: 'caution', title: '24 connections spare is thin' });
    expect(button(finding)).toEqual({ maxConnections: 1120 });
    expect(find('H4', { ...database, maxConnections: 1120 })).toBeUndefined();
  });

  it('blocks a stack over the limit of 1,000 resources, not one of exactly 1,000', () => {
    expect(find('H3', { resources: 1001 })?.title).toBe('Over 1,000 resources per stack');
    expect(find('H3', { resources: 1000 })).toBeUndefined();
  });

  it('cautions that Heat raises overflow by itself until the floor is counted', () => {
    const finding = find('H5', database);
    expect(finding?.text).toContain('2,112');
    expect(finding?.text).toContain('1,920');
    expect(button(finding)).toEqual({ executorThreads: 64 });
    expect(find('H5', database, { executorThreads: 64 })).toBeUndefined();
    expect(find('H5', database, { overflow: 64 })).toBeUndefined();
  });

  it('says by upstream that overflow 0 becomes 64', () => {
    expect(find('R-5', { ...database, reckonBy: 'upstream' })?.title).toBe('Overflow 0 becomes 64');
  });

  it('cautions against convergence off from 50 resources on', () => {
    expect(find('H6', { resources: 50 }, { convergence: false })?.severity).toBe('caution');
    expect(find('H6', { resources: 49 }, { convergence: false })).toBeUndefined();
    expect(find('H6', { resources: 50 })).toBeUndefined();
  });

  it('does not call the legacy engine sequential when reckoning by upstream', () => {
    const finding = find('H6', { reckonBy: 'upstream' }, { convergence: false });
    expect(finding?.severity).toBe('note');
    expect(finding?.text).toContain('the legacy engine overlaps independent ones');
  });

  it('notes workers above the table together with what the text allows', () => {
    const finding = find('H7', {}, { engineWorkers: 9, poolSize: 18 });
    expect(finding?.title).toBe('9 workers exceed the table’s 8; text allows 32–64');
    expect(find('H7', {})).toBeUndefined();
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
    const finding = find('H8', {}, { engineWorkers: 18, poolSize: 36 });
    expect(finding?.title).toBe('Past 17 workers the longest chain sets the time');
    expect(button(finding)).toEqual({ engineWorkers: 17 });
    expect(find('H8', {}, { engineWorkers: 17, poolSize: 34 })).toBeUndefined();
  });

  it('notes that the default of 4 workers is twice the table’s on 4 vCPU', () => {
    expect(find('K9', { vcpuPerController: 4 }, { engineWorkers: 4 })?.severity).toBe('note');
    expect(find('K9', { vcpuPerController: 8 }, { engineWorkers: 4 })).toBeUndefined();
  });

  it('cautions that fewer than 4 engine workers can deadlock, as the guide’s own table has it', () => {
    const finding = find('R-9', { vcpuPerController: 4 }, { engineWorkers: 2 });
    expect(finding?.text).toContain('The guide’s table gives 2.');
    expect(button(finding)).toEqual({ engineWorkers: 4 });
    expect(find('R-9', {}, { engineWorkers: 4 })).toBeUndefined();
  });

  it('raises a pool the user fixed together with the workers', () => {
    const finding = find('R-9', {}, { engineWorkers: 2, poolSize: 4 });
    expect(button(finding)).toEqual({ engineWorkers: 4, poolSize: 8 });
  });

  it('warns in both reckonings that a queue depth of 0 proves nothing', () => {
    expect(find('R-9-queue', {})).toBeDefined();
    expect(find('R-9-queue', { reckonBy: 'upstream' })).toBeDefined();
  });

  it('says that 295 leaves take 4:54 to start', () => {
    expect(find('R-7', {})?.text).toContain('4:54');
    expect(find('R-7', { resources: 6, longestChain: 6 })).toBeUndefined();
  });

  it('says when the last of the leaves starts, and cautions where the target is over by then', () => {
    expect(find('R-7', { leaves: 200 })?.text).toContain(
      '200 wait for nothing, and the last one starts after 3:19',
    );
    expect(find('R-7', {})?.text).toContain('If all 295 that may be independent are, the last one starts');
    expect(find('R-7', {})?.text).not.toContain('past');
    // 16 workers are done after 125 + 120 × 47/48 = 242.5 s; the last leaf starts after 294.
    const sixteen = { engineWorkers: 16, poolSize: 32 };
    expect(find('R-7', {}, sixteen)?.text).toContain('That is past the');
    expect(find('R-7', { targetMinutes: 4.5 }, sixteen)?.severity).toBe('caution');
    expect(find('R-7', { targetMinutes: 5 }, sixteen)?.severity).toBe('note');
    expect(find('R-7', {}, { convergence: false })).toBeUndefined();
  });

  it('counts the executor’s floor in what the guide’s other worker count would open', () => {
    // 96 × (64 + 64) + 12 × (64 + 20).
    const finding = find('K1', { stacksAtOnce: 2 }, { executorThreads: 64 });
    expect(finding?.text).toContain('The stacks would take');
    expect(finding?.text).toContain('with overflow raised to 64, may open 13,296 connections');
    expect(find('K1', {})?.text).toContain('with the default overflow of 20, may open 9,072 connections');
    expect(find('K1', { reckonBy: 'upstream' })).toBeUndefined();
  });

  it('says that stacks keep their mode where an option changes it', () => {
    const plan = planWith({}, table, { ...table, convergence: false });
    expect(findingOf(plan, 'mode-sticky', 'B')?.severity).toBe('note');
    expect(findingOf(plan, 'mode-sticky', 'A')).toBeUndefined();
  });

  it('cautions against an RPC timeout under upstream’s 60 s', () => {
    expect(find('R-10-rpc', { rpcTimeoutSeconds: 59 })?.severity).toBe('caution');
    expect(find('R-10-rpc', { rpcTimeoutSeconds: 60 })).toBeUndefined();
  });

  it('says from 25.0.0 on that API workers are no Heat option', () => {
    expect(find('R-10', { release: '25' })).toBeDefined();
    expect(find('R-10', { release: '16' })).toBeUndefined();
  });

  it('blocks a target below the short end and cautions about one inside the range', () => {
    // 4:10 to 6:05 at 8 workers; 16 workers need 125 s + 120 s × 47/48 = 4:02, 15 need 133.3 + 117.3 s = 4:11.
    expect(find('target', { targetMinutes: 4 })?.severity).toBe('blocker');
    expect(find('target', { targetMinutes: 5 })?.severity).toBe('caution');
    expect(find('target', { targetMinutes: 6.5 })).toBeUndefined();
  });

  it('offers the fewest workers that keep a target of 4:30', () => {
    // High end: 6,000 ÷ 3w + 120 × (1 − 1 ÷ 3w). 13 workers: 153.8 + 116.9 = 270.8 s; 14: 142.9 + 117.1 = 260.0 s.
    const finding = find('target', { targetMinutes: 4.5 });
    expect(button(finding)).toEqual({ engineWorkers: 14, poolSize: 28 });
  });

  it('says that the longest chain alone misses a target of 1:30', () => {
    const finding = find('target', { targetMinutes: 1.5 });
    expect(finding?.text).toContain('The longest chain alone takes 2:00.');
    expect(finding?.fix).toBeUndefined();
  });

  it('cautions about more stacks at once than one project may hold', () => {
    expect(find('stack-limit', { stacksAtOnce: 101 })?.severity).toBe('caution');
    expect(find('stack-limit', { stacksAtOnce: 100 })).toBeUndefined();
  });

  it('calls less than a tenth spare thin, and none spare by its name', () => {
    // 24 processes × 16 + 12 × 16 = 576.
    const spare = (free: number) => find('H4', { maxConnections: 400 + free, otherConnections: 400 });
    expect(spare(576)?.title).toBe('No connection is spare');
    expect(spare(639)?.title).toBe('63 connections spare is thin');
    expect(spare(640)).toBeUndefined();
    expect(spare(575)).toBeUndefined();
    expect(find('H4', {})).toBeUndefined();
  });

  it('tells a changed executor, and cautions where it is lowered', () => {
    const lowered = find('R-8-executor', {}, { executorThreads: 4 });
    expect(lowered?.severity).toBe('caution');
    expect(lowered?.text).toContain('Each process then has 4 places');
    expect(button(lowered)).toEqual({ executorThreads: 64 });
    const raised = find('R-8-executor', {}, { executorThreads: 128 });
    expect(raised?.severity).toBe('note');
    expect(raised?.text).not.toContain('places');
    expect(find('R-8-executor', {}, { executorThreads: 64 })).toBeUndefined();
    expect(find('R-8-executor', {})).toBeUndefined();
  });

  it('offers the guide’s RPC timeout of 120 s', () => {
    expect(button(find('R-10-rpc', { rpcTimeoutSeconds: 59 }))).toEqual({ rpcTimeoutSeconds: 120 });
  });

  it('says of workers over the table what they take, idle and of the cores', () => {
    // 9 × 150 MB and 33 × 150 MB, in GiB.
    const nine = find('H7', {}, { engineWorkers: 9, poolSize: 18 })?.text;
    expect(nine).toContain('9 is over the table and falls short of the text. Idle they take about 1.3 GiB');
    expect(nine).not.toContain('processes');
    const many = find('H7', {}, { engineWorkers: 33, poolSize: 66 })?.text;
    expect(many).toContain('33 is over the table. Idle they take about 4.8 GiB');
    expect(many).toContain('16 cores for 33 processes');
    expect(find('H7', {}, { engineWorkers: 16, poolSize: 32 })?.text).not.toContain('processes');
  });

  it('keeps four workers where one chain of 300 would need one', () => {
    const chain = { resources: 300, longestChain: 300 };
    const finding = find('H8', chain);
    expect(finding?.title).toBe('Past 1 worker the longest chain sets the time');
    expect(finding?.text).toContain('so 4 stay');
    expect(button(finding)).toEqual({ engineWorkers: 4 });
    expect(find('H8', chain, { engineWorkers: 4 })).toBeUndefined();
    expect(find('H8', { ...chain, reckonBy: 'upstream' })).toBeUndefined();
    expect(find('H8', chain, { convergence: false })).toBeUndefined();
    expect(find('H8', {}, { engineWorkers: 18, poolSize: 36 })?.text).not.toContain('stay');
  });

  it('tells from 25.0.0 on that the legacy engine will go, where it is used', () => {
    const off = { convergence: false };
    expect(button(find('R-10-legacy', { release: '25' }, off))).toEqual({ convergence: true });
    expect(find('R-10-legacy', { release: '25' })).toBeUndefined();
    expect(find('R-10-legacy', { release: '16' }, off)).toBeUndefined();
  });

  it('tells what a lost controller leaves, or that the only one leaves nothing', () => {
    expect(find('lost-work', { controllers: 2 })?.severity).toBe('note');
    expect(find('single-controller', { controllers: 2 })).toBeUndefined();
    expect(find('single-controller', { controllers: 1 })?.severity).toBe('note');
    expect(find('lost-work', { controllers: 1 })).toBeUndefined();
  });

  it('counts the engine processes that must be up: 3 × 8', () => {
    expect(find('H11', {})?.text).toContain('24 engine processes');
  });

  it('counts a raised overflow by one button, in either reckoning', () => {
    const upstream = { ...database, reckonBy: 'upstream' };
    expect(button(find('R-5', upstream))).toEqual({ overflow: 64 });
    expect(find('R-5', upstream, { overflow: 64 })).toBeUndefined();
    expect(find('R-5', database)).toBeUndefined();
    expect(find('H5', upstream)).toBeUndefined();
  });

  it('offers no pool past the rule where it is kept', () => {
    // 24 × 16 + 12 × 16 = 576; with overflow 0 nothing but max_connections is left: 400 + 576 ÷ 0.8.
    const finding = find('H2', { maxConnections: 900, otherConnections: 400 });
    expect(finding?.text).toContain('76 too many');
    expect(button(finding)).toEqual({ maxConnections: 1120 });
  });

  it('asks for max_connections where there is none', () => {
    expect(find('limit-unknown', {})).toBeDefined();
    expect(find('limit-unknown', database)).toBeUndefined();
  });
});

describe('findings, the two errors', () => {
  it('lowers connections for 1040 and raises them for QueuePool', () => {
    const tooMany = planWith({ ...database, errorSeen: '1040' }, today);
    expect(findingOf(tooMany, 'H10')?.fix).toEqual({
      label: 'Show what fits',
      edit: { kind: 'open-view', view: 'connections' },
    });
    // 24 processes: 22 each are 528, the most that leaves a tenth of 600 spare.
    expect(button(findingOf(tooMany, 'H2'))).toEqual({ overflow: 12 });
    expect(findingOf(tooMany, 'H9')).toBeUndefined();
    const tooFew = planWith({ ...database, errorSeen: 'queuepool' }, today);
    expect(button(findingOf(tooFew, 'H9'))).toEqual({ poolSize: 20 });
    expect(findingOf(tooFew, 'H10')).toBeUndefined();
  });

  it('leaves the baseline as it is and adds an option instead', () => {
    const plan = planWith({ ...database, errorSeen: 'queuepool' }, today);
    expect(findingOf(plan, 'H9')?.fix?.edit.kind).toBe('add-option');
  });

  it('is content with an option that answers the error', () => {
    const { plan } = firstVisit();
    const answered = findingOf(plan, 'H10-answered', 'C');
    expect(answered?.severity).toBe('fine');
    expect(answered?.title).toBe('576 connections fit where 1040 was seen, by the guide');
    expect(answered?.text).toContain('upstream, Heat may open 1,920, which do not fit');
    expect(findingOf(plan, 'H10', 'B')?.severity).toBe('caution');
  });

  it('doubts a baseline that shows 1040 though its ceiling fits', () => {
    const plan = planWith({ ...database, errorSeen: '1040' }, table);
    expect(findingOf(plan, 'H10-unexplained')?.text).toContain('1,920');
  });

  it('puts the blocker that causes the error first', () => {
    const both = { ...table, poolSize: 10, overflow: 20 };
    const first = (errorSeen: string) => resultOf(planWith({ ...database, errorSeen }, both)).findings[0]?.id;
    expect(first('1040')).toBe('H2');
    expect(first('queuepool')).toBe('H1');
  });
});
