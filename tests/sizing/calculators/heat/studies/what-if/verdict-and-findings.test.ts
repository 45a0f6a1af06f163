import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { table } from '../../plans.ts';
import { findingIn } from '../view-of.ts';
import { unchanged, whatIfView } from './what-if-view.ts';

describe('whatIfVerdict', () => {
  it.each([
    [{}, 'meets', 'Option A bears the conditions'],
    [{ rpcTimeoutSeconds: 59 }, 'changes', 'Option A bears the conditions, with 1 caution'],
    [
      { rpcTimeoutSeconds: 59, stackTimeoutSeconds: 5 },
      'changes',
      'Option A bears the conditions, with 2 cautions',
    ],
    [{ resources: 1001 }, 'short', 'Option A has 1 blocker with all up'],
    [{ resources: 1001, maxConnections: 5 }, 'short', 'Option A has 2 blockers with all up'],
    [{ lostControllers: 3, resources: 1001 }, 'short', 'Option A stops in one of the conditions'],
  ])('says with %j: %s, %s', (shared, state, stateText) => {
    // Overflow 64 is what Heat raises it to: nothing is left to caution about.
    const verdict = whatIfView(shared, [{ ...table, overflow: 64 }]).verdict;
    expect(verdict).toMatchObject({ state, stateText });
  });

  it('tells what stops before what takes longest, and that nothing changes', () => {
    const headline = (shared: Inputs) => whatIfView(shared).verdict.headline;
    expect(headline({ lostWorkers: 24 })).toBe('With 24 engine workers lost nothing is created any more.');
    expect(headline({ ...unchanged, slowFactor: 2 })).toBe(
      'Cloud APIs 2 times slower: 8:20 to 12:10 instead of 4:10 to 6:05.',
    );
    expect(headline(unchanged)).toBe('Nothing changes.');
    expect(whatIfView({ lostWorkers: 24 }).verdict.spoken).toBe(
      'Option A. With 24 engine workers lost nothing is created any more.',
    );
  });

  it('has its figures explained with what the condition leaves', () => {
    const figures = whatIfView({ lostControllers: 3 }).verdict.keyFigures;
    expect(figures.map(({ label }) => label)).toEqual([
      'All up',
      '3 controllers lost',
      'Cloud APIs 2 times slower',
      '2 times the resources',
    ]);
    expect(figures[1]?.cell).toEqual({ text: 'stops', value: null, note: 'no engine left', tone: 'bad' });
    expect(figures[2]?.cell).toMatchObject({
      text: '8:20',
      value: 500,
      note: 'to 12:10',
      explain: {
        worked: '20 × 2 = 40 s per resource: 8:20 to 12:10',
        origins: ['guide', 'yours', 'assumed'],
        rules: ['HT-1', 'HT-5', 'M1'],
      },
    });
  });
});

describe('what-if findings', () => {
  it('rest on the guide’s or the source code’s model', () => {
    const rules = (reckonBy: string) =>
      findingIn(whatIfView({ reckonBy, targetMinutes: 1, lostControllers: 0 }), 'target-controllers')?.rules;
    expect(rules('guide')).toEqual(['M1']);
    expect(rules('upstream')).toEqual(['M2']);
    expect(findingIn(whatIfView({ lostControllers: 3 }), 'stops-controllers')).toMatchObject({
      severity: 'blocker',
      title: '3 controllers lost: no engine is left',
      text: '3 − 3 = 0 controllers. Nothing is created until engines come back.',
      rules: ['HT-1'],
    });
  });

  it('name the limit, both defaults and what a short RPC timeout does', () => {
    const short = { rpcTimeoutSeconds: 59, stackTimeoutSeconds: 2614, maxStacksPerProject: 9 };
    const found = whatIfView(short);
    expect(findingIn(found, 'limit-rpc')).toMatchObject({
      severity: 'caution',
      title: 'RPC timeout: 60 s needed, 59 s set',
      rules: ['HT-7', 'R-10'],
      fix: { label: 'Allow 60 s' },
    });
    expect(findingIn(found, 'limit-rpc')?.text).toContain('a call between engines');
    expect(findingIn(found, 'limit-action')).toMatchObject({
      title: 'Stack action timeout: 2,615 s needed, 2,614 s set',
      text: 'Guide’s default not named, upstream’s 3,600.',
      rules: ['R-16'],
    });
    expect(findingIn(found, 'limit-stacks')).toMatchObject({ severity: 'caution', rules: ['HT-7', 'R-10'] });
    expect(findingIn(whatIfView({ stackTimeoutSeconds: 2615 }), 'limit-action')).toBeUndefined();
    // 1,000 stacks of 6,000 s on three workers take 2,000,000 s, longer than a day.
    const endless = whatIfView({ manyStacks: 1000 }, [{ ...table, engineWorkers: 1 }]);
    expect(findingIn(endless, 'limit-action')?.id).toBe('limit-action');
    expect(findingIn(endless, 'limit-action')?.fix).toBeUndefined();
  });

  it('block a stack over the limit of resources, not one stack too many', () => {
    expect(findingIn(whatIfView({ resources: 1001, growthFactor: 1 }), 'limit-resources')?.severity).toBe(
      'blocker',
    );
    expect(findingIn(whatIfView({ resources: 1000, growthFactor: 1 }), 'limit-resources')).toBeUndefined();
    expect(findingIn(whatIfView({ resources: 1001, manyStacks: 101 }), 'limit-stacks')?.severity).toBe(
      'caution',
    );
  });

  it('say how many controllers may be lost: none is a note, some are fine', () => {
    const loss = (targetMinutes: number | null, shared: Inputs = {}) =>
      findingIn(whatIfView({ targetMinutes, ...shared }), 'largest-loss');
    // 365 s with three controllers, 487.5 s with two, 855 s with one.
    expect(loss(365 / 60)).toMatchObject({
      severity: 'note',
      title: 'A keeps the target with 0 controllers lost, not with 1',
      text: 'The target is 6:05.',
      rules: ['HT-1'],
    });
    expect(loss(487.5 / 60)).toMatchObject({
      severity: 'fine',
      title: 'A keeps the target with 1 controller lost, not with 2',
    });
    expect(loss(60)?.title).toBe('A keeps the target with 2 controllers lost, not with 3');
    expect(loss(6)).toBeUndefined();
    expect(loss(null)).toBeUndefined();
    expect(loss(60, { controllers: 1 })).toBeUndefined();
  });

  it('point to the rule file beside the alert, without a button to where one is', () => {
    const alert = findingIn(whatIfView({}), 'H11');
    expect(alert?.text).toMatch(/The rule file stands under Files\.$/);
    expect(alert).not.toHaveProperty('fix');
    expect(alert?.title).toContain('orchestration_engine_up');
  });
});

describe('what-if hints', () => {
  it('say of how many', () => {
    expect(whatIfView({}).hints).toEqual({
      lostControllers: 'Of 3.',
      lostWorkers: 'Of 24, option A. On controllers that are up.',
      manyStacks: 'Limit 100 per project.',
    });
  });
});
