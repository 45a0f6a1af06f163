import { describe, expect, it } from 'vitest';
import {
  queuePoolError,
  tooManyConnectionsError,
} from '../../../../src/sizing/calculators/heat/database-findings.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { comparisonOf, findingOf, planWith, table, today } from './plans.ts';

function advised(shared: Inputs, options: readonly Inputs[], selected: 'A' | 'B' = 'A') {
  const { baseline, selected: option } = comparisonOf(planWith(shared, ...options), selected);
  return { baseline, option };
}

describe('tooManyConnectionsError', () => {
  const seen = (shared: Inputs, options: readonly Inputs[], selected?: 'A' | 'B') =>
    tooManyConnectionsError(advised({ errorSeen: '1040', ...shared }, options, selected));

  it('keeps the baseline, where the error was seen, and adds an option with the overflow that fits', () => {
    // 24 × (10 + 12) = 528 of 540, nine tenths of 600.
    const finding = seen({ maxConnections: 600 }, [today]);
    expect(finding?.text).toContain('Heat may open 720, 600 are free.');
    expect(finding?.fix).toEqual({
      label: 'Add an option: use overflow 12',
      edit: { kind: 'add-option', name: 'What fits', inputs: { overflow: 12 } },
    });
  });

  it('changes another option itself', () => {
    expect(seen({ maxConnections: 600 }, [table, today], 'B')?.fix).toEqual({
      label: 'Use overflow 12',
      edit: { kind: 'set', inputs: { overflow: 12 } },
    });
  });

  it('sets a limit for all, also from the baseline', () => {
    // No overflow is left to lower: 576 ÷ 0.8.
    expect(seen({ maxConnections: 500 }, [table])?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { maxConnections: 720 },
    });
  });

  it('says nothing where no such error was seen', () => {
    expect(seen({ errorSeen: 'none', maxConnections: 500 }, [table])).toBeUndefined();
    expect(seen({ errorSeen: 'queuepool' }, [table])).toBeUndefined();
  });

  it('calls a ceiling of exactly what is free one that fits', () => {
    expect(seen({ maxConnections: 576 }, [table])?.id).toBe('H10-unexplained');
    expect(seen({ maxConnections: 575 }, [table])?.id).toBe('H10');
    expect(seen({ maxConnections: 576 }, [today, table], 'B')?.id).toBe('H10-answered');
  });

  it('doubts an answer only where the other reckoning does not fit', () => {
    // By the source code 24 × (16 + 64) = 1,920.
    const answered = (maxConnections: number) => seen({ maxConnections }, [today, table], 'B');
    expect(answered(1919)?.text).toContain('By the other reckoning, upstream, Heat may open 1,920');
    expect(answered(1919)?.title).toBe('576 connections fit where 1040 was seen, by the guide');
    expect(answered(1920)?.text).not.toContain('other reckoning');
    expect(answered(1920)?.title).toBe('576 connections fit where 1040 was seen');
    expect(answered(1920)?.text).toContain('the baseline may open 720.');
    const pools = { ...table, executorThreads: 1, apiWorkers: 40 };
    // By the source code 24 × 17 = 408, by the guide 24 × 17 + 120 × 16 = 2,328.
    const turned = seen({ maxConnections: 500, reckonBy: 'upstream' }, [today, pools], 'B');
    expect(turned?.title).toBe('408 connections fit where 1040 was seen, by upstream');
    expect(turned?.text).toContain('By the other reckoning, guide, Heat may open 2,328');
  });

  it('has without a limit a lower ceiling for an answer', () => {
    const finding = seen({}, [today, table], 'B');
    expect(finding).toMatchObject({
      id: 'H10-answered',
      severity: 'fine',
      title: '144 connections fewer than where 1040 was seen',
      rules: ['HT-8'],
    });
    expect(finding?.fix).toBeUndefined();
    expect(seen({}, [table, table], 'B')?.id).toBe('H10');
  });

  it('offers without a limit the pool of the rule and no overflow, to the baseline as an option', () => {
    const edit = { overflow: 0, poolSize: 8 };
    expect(seen({}, [today])?.fix).toEqual({
      label: 'Add an option with overflow 0',
      edit: { kind: 'add-option', name: 'No overflow', inputs: edit },
    });
    expect(seen({}, [today, { ...today, overflow: 30 }], 'B')?.fix).toEqual({
      label: 'Use pool 8 and overflow 0',
      edit: { kind: 'set', inputs: edit },
    });
    expect(seen({}, [today])).toMatchObject({
      id: 'H10',
      severity: 'caution',
      title: 'Lower pool + overflow, or raise max_connections',
      rules: ['HT-8', 'HT-11'],
    });
  });

  it('offers nothing where that would not open fewer than today', () => {
    expect(seen({}, [table])?.fix).toBeUndefined();
    expect(seen({}, [table, { ...table, engineWorkers: 16 }], 'B')?.fix).toBeUndefined();
  });
});

describe('queuePoolError', () => {
  const seen = (shared: Inputs, options: readonly Inputs[], selected?: 'A' | 'B') =>
    queuePoolError(advised({ errorSeen: 'queuepool', ...shared }, options, selected));

  it('doubles the pool of the baseline, in an option beside it', () => {
    const finding = seen({}, [today]);
    expect(finding?.fix).toEqual({
      label: 'Add an option with pool 20',
      edit: { kind: 'add-option', name: 'Use pool 20', inputs: { poolSize: 20 } },
    });
    // 24 × (20 + 20).
    expect(finding?.text).toContain('It has 30, today 30. With pool 20 Heat may open 960.');
  });

  it('is answered from one connection a process more on', () => {
    const more = (overflow: number) => seen({}, [today, { ...today, overflow }], 'B');
    expect(more(21)).toMatchObject({
      id: 'H9-answered',
      severity: 'fine',
      title: '31 connections a process answer the QueuePool error',
    });
    expect(more(21)?.text).toContain('It had 30;');
    expect(more(20)?.id).toBe('H9');
    expect(more(20)?.fix).toEqual({
      label: 'Use pool 20',
      edit: { kind: 'set', inputs: { poolSize: 20 } },
    });
  });

  it('raises the pool past what today has, where less overflow is set', () => {
    // Today 10 + 64; with overflow 0 that takes 75 of pool.
    const wide = { ...today, overflow: 64 };
    expect(seen({}, [wide, { ...today, overflow: 0 }], 'B')?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { poolSize: 75 },
    });
  });

  it('keeps to the pool rule of many workers', () => {
    expect(seen({}, [today, { ...today, engineWorkers: 16, poolSize: 5 }], 'B')?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { poolSize: 32 },
    });
  });

  it('offers a pool of 512, the most the field takes, and none larger', () => {
    expect(seen({}, [{ ...today, poolSize: 256 }])?.fix?.label).toBe('Add an option with pool 512');
    const finding = seen({}, [{ ...today, poolSize: 257 }]);
    expect(finding?.id).toBe('H9');
    expect(finding?.fix).toBeUndefined();
  });
});

describe('overTheLimit', () => {
  it('names the limit that would keep a fifth of the share free: 400 + 720 ÷ 0.8', () => {
    const finding = findingOf(planWith({ maxConnections: 1000, otherConnections: 400 }, today), 'H2');
    expect(finding?.text).toBe(
      '120 too many: the server answers “Too many connections”. As it is set, max_connections 1,300 would keep a fifth of Heat’s share free.',
    );
  });

  it('says nothing of a ceiling that is exactly free', () => {
    expect(findingOf(planWith({ maxConnections: 720 }, today), 'H2')).toBeUndefined();
    expect(findingOf(planWith({ maxConnections: 719 }, today), 'H2')?.title).toBe(
      'Heat may open 720 of 719 connections',
    );
  });
});

describe('thinMargin', () => {
  it('says nothing where no limit is given', () => {
    expect(findingOf(planWith({}, table), 'H4')).toBeUndefined();
  });
});

describe('overflowRaised', () => {
  it('says so up to an overflow of 63, by either reckoning', () => {
    for (const [id, reckonBy] of [
      ['H5', 'guide'],
      ['R-5', 'upstream'],
    ] as const) {
      expect(findingOf(planWith({ reckonBy }, { ...table, overflow: 63 }), id)?.id).toBe(id);
      expect(findingOf(planWith({ reckonBy }, { ...table, overflow: 64 }), id)).toBeUndefined();
    }
  });

  it('takes the executor’s threads that are set by the source code', () => {
    const own = { ...table, overflow: 8 };
    const plan = (executorThreads: number) => planWith({ reckonBy: 'upstream' }, { ...own, executorThreads });
    expect(findingOf(plan(9), 'R-5')?.title).toBe('Overflow 8 becomes 9');
    expect(findingOf(plan(8), 'R-5')).toBeUndefined();
  });
});

describe('limitUnknown', () => {
  it('names a limit that would do, as long as the field takes it', () => {
    // 576 ÷ 0.8.
    expect(findingOf(planWith({}, table), 'limit-unknown')?.text).toBe(
      'Heat may open 576 connections. max_connections 720 would carry them with a fifth to spare.',
    );
    const huge = { engineWorkers: 256, apiWorkers: 64, poolSize: 512 };
    const text = findingOf(planWith({ controllers: 32 }, huge), 'limit-unknown')?.text;
    expect(text).toMatch(/^Heat may open [\d,]+ connections\.$/);
  });
});
