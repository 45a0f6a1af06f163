import { describe, expect, it } from 'vitest';
import { buttonOf, findOnTable } from './find-on-table.ts';
import { database, findingOf, firstVisit, planWith, resultOf, table, today } from './plans.ts';

describe('findings about connections', () => {
  it('blocks a pool under twice the workers and offers 16', () => {
    const finding = findOnTable('H1', {}, { poolSize: 10 });
    expect(finding).toMatchObject({ severity: 'blocker', title: 'Pool 10 is under 2 × 8' });
    expect(buttonOf(finding)).toEqual({ poolSize: 16 });
    expect(findOnTable('H1', {})).toBeUndefined();
  });

  it('blocks 1,080 connections where 600 are free and offers the pool rule without overflow', () => {
    const finding = findOnTable('H2', database, { poolSize: 10, overflow: 20 });
    expect(finding).toMatchObject({ severity: 'blocker', title: 'Heat may open 1,080 of 600 connections' });
    expect(buttonOf(finding)).toEqual({ poolSize: 16, overflow: 0 });
  });

  it('offers max_connections 11,740 where no overflow is small enough', () => {
    // 9,072 are four fifths of 11,340, and 400 belong to others.
    const finding = findOnTable('H2', database, { engineWorkers: 32, poolSize: 64, overflow: 20 });
    expect(buttonOf(finding)).toEqual({ maxConnections: 11_740 });
  });

  it('cautions that 24 of 600 spare is thin and offers 1,120', () => {
    const finding = findOnTable('H4', database);
    expect(finding).toMatchObject({ severity: 'caution', title: '24 connections spare is thin' });
    expect(buttonOf(finding)).toEqual({ maxConnections: 1120 });
    expect(findOnTable('H4', { ...database, maxConnections: 1120 })).toBeUndefined();
  });

  it('cautions that Heat raises overflow by itself until the floor is counted', () => {
    const finding = findOnTable('H5', database);
    expect(finding?.text).toContain('2,112');
    expect(finding?.text).toContain('1,920');
    expect(buttonOf(finding)).toEqual({ executorThreads: 64 });
    expect(findOnTable('H5', database, { executorThreads: 64 })).toBeUndefined();
    expect(findOnTable('H5', database, { overflow: 64 })).toBeUndefined();
  });

  it('says by upstream that overflow 0 becomes 64', () => {
    expect(findOnTable('R-5', { ...database, reckonBy: 'upstream' })?.title).toBe('Overflow 0 becomes 64');
  });

  it('calls less than a tenth spare thin, and none spare by its name', () => {
    // 24 processes × 16 + 12 × 16 = 576.
    const spare = (free: number) => findOnTable('H4', { maxConnections: 400 + free, otherConnections: 400 });
    expect(spare(576)?.title).toBe('No connection is spare');
    expect(spare(639)?.title).toBe('63 connections spare is thin');
    expect(spare(640)).toBeUndefined();
    expect(spare(575)).toBeUndefined();
    expect(findOnTable('H4', {})).toBeUndefined();
  });

  it('counts a raised overflow by one button, in either reckoning', () => {
    const upstream = { ...database, reckonBy: 'upstream' };
    expect(buttonOf(findOnTable('R-5', upstream))).toEqual({ overflow: 64 });
    expect(findOnTable('R-5', upstream, { overflow: 64 })).toBeUndefined();
    expect(findOnTable('R-5', database)).toBeUndefined();
    expect(findOnTable('H5', upstream)).toBeUndefined();
  });

  it('offers no pool past the rule where it is kept', () => {
    // 24 × 16 + 12 × 16 = 576; with overflow 0 nothing but max_connections is left: 400 + 576 ÷ 0.8.
    const finding = findOnTable('H2', { maxConnections: 900, otherConnections: 400 });
    expect(finding?.text).toContain('76 too many');
    expect(buttonOf(finding)).toEqual({ maxConnections: 1120 });
  });

  it('asks for max_connections where there is none', () => {
    expect(findOnTable('limit-unknown', {})).toBeDefined();
    expect(findOnTable('limit-unknown', database)).toBeUndefined();
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
    expect(buttonOf(findingOf(tooMany, 'H2'))).toEqual({ overflow: 12 });
    expect(findingOf(tooMany, 'H9')).toBeUndefined();
    const tooFew = planWith({ ...database, errorSeen: 'queuepool' }, today);
    expect(buttonOf(findingOf(tooFew, 'H9'))).toEqual({ poolSize: 20 });
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
