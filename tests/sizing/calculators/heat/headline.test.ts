import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { planWith, resultOf, table, today, verdictOf } from './plans.ts';

const headline = (shared: Inputs, ...options: readonly Inputs[]) => verdictOf(shared, ...options).headline;
const paragraph = (shared: Inputs, ...options: readonly Inputs[]) =>
  plainText(verdictOf(shared, ...options).paragraph);

describe('headline of one option', () => {
  it.each([
    [{}, 'Eight workers per controller create the stack in 4:10 to 6:05 and may open 576 connections.'],
    [
      { stacksAtOnce: 2 },
      'Eight workers per controller create 2 stacks in 8:20 to 10:15 and may open 576 connections.',
    ],
    [
      { maxConnections: 576 },
      'Eight workers per controller create the stack in 4:10 to 6:05 and may open 576 connections, within the 576 free.',
    ],
    [
      { maxConnections: 575 },
      'Eight workers per controller create the stack in 4:10 to 6:05 but may open 1 connection too many.',
    ],
    [{ resources: 1000, longestChain: 6 }, 'Eight workers per controller create the stack in 13:53 to 15:48'],
    [{ resources: 1001 }, 'A stack of 1,001 resources is over the limit of 1,000.'],
    // Missed only where even the short end of 250 s is over: 4.2 minutes are 252 s.
    [{ targetMinutes: 4.2 }, 'Eight workers per controller create the stack'],
    [{ targetMinutes: 4 }, 'Eight workers per controller miss the target of 4:00.'],
  ])('says with %j: %s', (shared, text) => {
    expect(headline(shared, table)).toContain(text);
  });

  it('misses no target that the short end meets exactly', () => {
    // 288 × 20 s over 24.
    expect(headline({ resources: 288, targetMinutes: 4 }, table)).toContain('create the stack in 4:00');
  });

  it('speaks of one worker in the singular', () => {
    const one = { ...table, engineWorkers: 1 };
    expect(headline({ targetMinutes: 1 }, one)).toBe('One worker per controller misses the target of 1:00.');
    expect(headline({}, one)).toMatch(/^One worker per controller creates the stack in/);
    expect(headline({}, one, one)).toBe(
      'One worker per controller keeps the wait and opens as many connections.',
    );
  });
});

describe('headline against a baseline', () => {
  it.each([
    // The short end: 6,000 s over 3 w. 4 → 8 workers halve it.
    ['halve', 4, 8, 'halve the wait'],
    // 4 → 7: 500 → 285.7 s, 57 %.
    ['cut', 4, 7, 'cut the wait from 8:20 to 4:46'],
    ['cut more than half', 2, 8, 'cut the wait from 16:40 to 4:10'],
    ['lengthen', 8, 4, 'lengthen the wait from 4:10 to 8:20'],
    ['keep', 8, 8, 'keep the wait'],
    // 13 → 14: 153.8 → 142.9 s, 7 % less.
    ['cut little', 13, 14, 'cut the wait from 2:34 to 2:23'],
  ])('%ss the wait from %i to %i workers', (_, before, after, text) => {
    const wide = { ...table, poolSize: 40 };
    expect(headline({}, { ...wide, engineWorkers: before }, { ...wide, engineWorkers: after })).toContain(
      text,
    );
  });

  it.each([
    // 55 and 45 % of the wait count as half, 56 and 44 % do not.
    [20, 11, true],
    [20, 9, true],
    [25, 14, false],
    [25, 11, false],
  ])('calls %i workers’ wait that falls to %i parts halved: %s', (before, after, isHalved) => {
    const own = { apiWorkers: 4, poolSize: 64 };
    // Independent resources of 1 s on one controller: over `after` workers first, then over `before`.
    const shared = { controllers: 1, resources: 50 * before, longestChain: 1, secondsPerResource: 1 };
    const text = headline(
      { ...shared, maxResourcesPerStack: 9999 },
      { ...own, engineWorkers: after },
      { ...own, engineWorkers: before },
    );
    expect(text.includes('halve')).toBe(isHalved);
  });

  it('speaks of the longest wait where only the long ends differ', () => {
    // Chain-bound at 2:00 either way: 111.1 + 117.8 s with 18 workers, 62.5 + 118.75 s with 32.
    const wide = { ...table, poolSize: 64 };
    expect(headline({}, { ...wide, engineWorkers: 18 }, { ...wide, engineWorkers: 32 })).toContain(
      'cut the longest wait from 3:49 to 3:01',
    );
    expect(headline({}, { ...wide, engineWorkers: 32 }, { ...wide, engineWorkers: 18 })).toContain(
      'lengthen the longest wait from 3:01 to 3:49',
    );
  });

  it('does not make much of less than a twentieth', () => {
    const wide = { ...table, poolSize: 200 };
    const change = (before: number, after: number) =>
      headline({ controllers: 1 }, { ...wide, engineWorkers: before }, { ...wide, engineWorkers: after });
    // 20 → 21 workers: 300 → 285.7 s, 4.8 % less; 18 → 19: 333.3 → 315.8 s, 5.3 % less.
    expect(change(20, 21)).toContain('hardly change the wait');
    expect(change(18, 19)).toContain('cut the wait');
    expect(change(20, 19)).toContain('lengthen the wait');
    expect(change(22, 21)).toContain('hardly change the wait');
  });

  it.each([
    // 24 × 16 + 12 × 16 = 576 against 720 of today’s settings.
    [{}, today, table, 'halve the wait and open fewer connections.'],
    [{}, table, today, 'lengthen the wait from 4:10 to 8:20 and open more connections.'],
    [{}, table, { ...table, overflow: 1 }, 'keep the wait and open more connections.'],
    [{}, table, table, 'keep the wait and open as many connections.'],
    [
      { maxConnections: 1000 },
      table,
      { ...table, overflow: 1 },
      'keep the wait and stay within the connections free.',
    ],
    [
      { maxConnections: 1000 },
      table,
      today,
      'lengthen the wait from 4:10 to 8:20 but stay within the connections free.',
    ],
    [{}, { ...today, overflow: 0 }, table, 'halve the wait but open more connections.'],
    [{}, table, { ...table, poolSize: 15 }, 'keep the wait and leave the pool under 2 × 8.'],
  ])('joins both halves by what they are worth, with %j', (shared, before, after, text) => {
    expect(headline(shared, before, after)).toContain(text);
  });
});

describe('verdict paragraph', () => {
  it.each([
    [{}, table, 'A stack of 300 resources takes 4 to 6 min'],
    [{ resources: 1, longestChain: 1 }, table, 'A stack of 1 resource takes 20 s'],
    [{ stacksAtOnce: 2 }, table, '2 stacks of 300 resources take 8 to 10 min'],
    [{}, table, 'Pool 16 with no overflow caps Heat at 576 connections (upstream: 1,920).'],
    [
      {},
      { ...table, overflow: 64 },
      'Pool 16 with overflow 64 caps Heat at 2,880 connections (upstream: 1,920).',
    ],
    [{}, { ...table, executorThreads: 64 }, 'Pool 16 with overflow raised to 64 caps'],
    [
      { reckonBy: 'upstream' },
      table,
      'Pool 16 with overflow raised to 64 caps Heat at 1,920 connections (guide: 576).',
    ],
    [{}, table, 'What the database can spare is not known.'],
    [{ maxConnections: 1000, otherConnections: 400 }, table, 'The database can spare 600.'],
  ])('says with %j: %s', (shared, own, text) => {
    expect(paragraph(shared, own)).toContain(text);
  });

  it('names the other time where an end is a quarter away, and none that is nearly the same', () => {
    // By the source code the chain of 120 s at least, and 418.8 s at most, 294 of them pauses.
    expect(paragraph({}, table)).toContain('takes 4 to 6 min (upstream: 2 to 7 min).');
    // A chain of 6,000 s by either; at most 299 handovers of 0.1 s and 12 s of CPU on 24 cores more by the source code.
    expect(paragraph({ longestChain: 300 }, table)).not.toMatch(/takes [^.]*upstream/);
  });

  it('compares with the baseline, the unit only where it is another one', () => {
    expect(paragraph({}, today, table)).toContain('takes 4 to 6 min instead of 8 to 10 (upstream');
    // One worker of one controller: 6,000 s, 1.7 h.
    const one = { ...table, engineWorkers: 1 };
    const text = paragraph({ controllers: 1, resources: 600 }, one, {
      ...table,
      engineWorkers: 16,
      poolSize: 32,
    });
    expect(text).toContain('takes 13 to 14 min instead of 3.3 h');
    expect(paragraph({}, table, table)).not.toContain('instead');
    // 7,200 s over one worker and over 60 of them, and a chain of one second: the same number of another unit.
    const many = { controllers: 1, resources: 7200, longestChain: 1, secondsPerResource: 1 };
    expect(paragraph(many, one, { ...one, engineWorkers: 60 })).toContain('takes 2 min instead of 2 h');
  });

  it('names the baseline’s ceiling, and today’s settings by that name', () => {
    expect(paragraph({}, today, table)).toContain(
      'Option A, Option 1, may open 720; what the database can spare is not known.',
    );
    const plan = planWith({ maxConnections: 1000 }, today, table);
    const named = {
      ...plan,
      options: plan.options.map((option) => (option.letter === 'A' ? { ...option, name: 'Today' } : option)),
    };
    expect(plainText(resultOf(named, 'B').verdict.paragraph)).toContain(
      'Today’s settings may open 720; the database can spare 1,000.',
    );
  });
});

describe('verdict state', () => {
  it.each([
    [{ resources: 1001, maxConnections: 500 }, { poolSize: 15 }, 'cannot create a stack of 1,001 resources'],
    // 24 × 15 + 12 × 15 = 540.
    [{ maxConnections: 500 }, { poolSize: 15 }, 'may open 40 connections too many'],
    [{ maxConnections: 539 }, { poolSize: 15 }, 'may open 1 connection too many'],
    [{ targetMinutes: 1 }, { poolSize: 15 }, 'falls short of the pool rule'],
    [{ maxConnections: 5000 }, { poolSize: 15 }, 'falls short of the pool rule'],
    [{ targetMinutes: 1 }, {}, 'misses the target time'],
    [{}, {}, 'meets the target, check one release setting'],
    [{ rpcTimeoutSeconds: 5 }, { overflow: 64 }, 'meets the target, with 1 caution'],
    [{ rpcTimeoutSeconds: 5, stacksAtOnce: 101 }, { overflow: 64 }, 'meets the target, with 2 cautions'],
    [{}, { overflow: 64 }, 'meets the target.'],
  ])('says with %j and %j: %s', (shared, own, text) => {
    expect(verdictOf(shared, { ...table, ...own }).stateText).toBe(`Option A ${text}`);
  });

  it('has its four figures with their numbers', () => {
    const { keyFigures, spoken } = verdictOf({ maxConnections: 576 }, table);
    expect(keyFigures.map(({ cell }) => cell.text)).toEqual(['4:10', '6:15', '576', '24']);
    expect(spoken).toBe('Option A: 4:10 to 6:05, 576 connections, exactly the limit.');
  });
});
