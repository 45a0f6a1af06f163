import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { firstVisit, planWith, resultOf, table, today, verdictOf } from './plans.ts';

const headline = (shared: Inputs, ...options: readonly Inputs[]) => verdictOf(shared, ...options).headline;

describe('verdict', () => {
  it('answers a new visitor in one sentence with its figures', () => {
    const { plan, selected } = firstVisit();
    const { verdict } = resultOf(plan, selected);
    expect(verdict.headline).toBe('Eight workers per controller halve the wait and open fewer connections.');
    expect(verdict.state).toBe('changes');
    expect(verdict.stateText).toBe('Option C meets the target, check one release setting');
    expect(verdict.keyFigures.map(({ cell, label }) => [label, cell.text, cell.note])).toEqual([
      ['Stack time', '4:10', 'to 6:05'],
      ['With a controller lost', '6:15', 'to 8:08'],
      ['DB connections', '576', '24 spare'],
      ['Engine workers', '24', '+12'],
    ]);
    const said = plainText(verdict.paragraph);
    expect(said).toContain('takes 4 to 6 min instead of 8 to 10');
    expect(said).toContain('Pool 16 with no overflow caps Heat at 576 connections (upstream: 1,920).');
    expect(said).toContain('Today’s settings may open 720; the database can spare 600.');
    expect(verdict.spoken).toBe('Option C: 4:10 to 6:05, 576 connections, 24 spare.');
  });

  it('turns the sentence where one half is bad', () => {
    const { plan } = firstVisit();
    expect(resultOf(plan, 'B').verdict).toMatchObject({
      state: 'short',
      stateText: 'Option B may open 480 connections too many',
      headline: 'Eight workers per controller halve the wait but may open 480 connections too many.',
    });
  });

  it('speaks of one option by itself', () => {
    expect(headline({}, today)).toBe(
      'Four workers per controller create the stack in 8:20 to 10:10 and may open 720 connections.',
    );
  });

  it('speaks of one worker in the singular', () => {
    expect(headline({}, today, { ...today, engineWorkers: 1 })).toBe(
      'One worker per controller lengthens the wait from 8:20 to 33:20 but opens fewer connections.',
    );
  });

  it('says so when nothing changes', () => {
    expect(headline({}, today, today)).toBe(
      'Four workers per controller keep the wait and open as many connections.',
    );
  });

  it('names the blocker that counts most, or how many cautions there are', () => {
    const state = (shared: Inputs, option: Inputs = {}) =>
      resultOf(planWith(shared, { ...table, executorThreads: 64, ...option })).verdict.stateText;
    expect(state({ resources: 1001 }, { poolSize: 10 })).toBe(
      'Option A cannot create a stack of 1,001 resources',
    );
    expect(state({}, { poolSize: 10 })).toBe('Option A falls short of the pool rule');
    expect(state({ targetMinutes: 4 })).toBe('Option A misses the target time');
    expect(state({ rpcTimeoutSeconds: 59 })).toBe('Option A meets the target, with 1 caution');
    expect(state({})).toBe('Option A meets the target.');
  });

  it('does not make much of a small difference', () => {
    // 19 for 18 workers, both past the knee: 111.1 + 117.8 s against 105.3 + 117.9 s at the long end.
    const wide = { ...table, poolSize: 38 };
    expect(headline({}, { ...wide, engineWorkers: 18 }, { ...wide, engineWorkers: 19 })).toMatch(
      /^19 workers per controller hardly change the wait/,
    );
  });

  it('names a stack that may not be created before anything else', () => {
    expect(headline({ resources: 1200 }, today)).toBe(
      'A stack of 1,200 resources is over the limit of 1,000.',
    );
  });

  it('names a missed target', () => {
    expect(headline({ targetMinutes: 3 }, table)).toBe(
      'Eight workers per controller miss the target of 3:00.',
    );
  });

  it('names a pool under the rule', () => {
    expect(headline({}, today, { ...today, engineWorkers: 8 })).toBe(
      'Eight workers per controller halve the wait but leave the pool under 2 × 8.',
    );
  });

  it('meets the target without cautions when overflow is set to what Heat uses', () => {
    const plan = planWith({ maxConnections: 10_000 }, { ...table, overflow: 64 });
    expect(resultOf(plan).verdict).toMatchObject({ state: 'meets', stateText: 'Option A meets the target.' });
  });
});
