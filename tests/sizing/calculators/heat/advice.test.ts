import { describe, expect, it } from 'vitest';
import {
  ceilingOf,
  engineOverflowOf,
  fittingFix,
  roomyLimit,
  workersEdit,
} from '../../../../src/sizing/calculators/heat/advice.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { optionOf, planWith, table } from './plans.ts';

/** Three controllers with 8 engine and 4 API workers. */
const option = (own: Inputs = {}, shared: Inputs = {}) => optionOf(planWith(shared, { ...table, ...own }));

describe('workersEdit', () => {
  it('leaves a pool that follows the workers alone, and one that is large enough', () => {
    expect(workersEdit(option({ poolSize: 'auto' }), 16)).toEqual({ engineWorkers: 16 });
    expect(workersEdit(option({ poolSize: 32 }), 16)).toEqual({ engineWorkers: 16 });
  });

  it('raises a pool that would fall under twice the workers', () => {
    expect(workersEdit(option({ poolSize: 31 }), 16)).toEqual({ engineWorkers: 16, poolSize: 32 });
  });
});

describe('ceilingOf', () => {
  it('counts engines and APIs by the guide, engines with at least 64 above the pool by the source code', () => {
    // 3 × 12 × 16, and 3 × 8 × (16 + 64).
    expect(ceilingOf(option().inputs)).toBe(576);
    expect(ceilingOf(option({}, { reckonBy: 'upstream' }).inputs)).toBe(1920);
    // 3 × 8 × (16 + 32) + 3 × 4 × 16 with a floor of 32 counted.
    expect(ceilingOf(option({ executorThreads: 32 }).inputs)).toBe(1344);
  });
});

describe('engineOverflowOf', () => {
  it.each([
    ['guide', 20, null, 20],
    ['guide', 20, 64, 64],
    ['guide', 100, 64, 100],
    ['upstream', 20, null, 64],
    ['upstream', 20, 8, 20],
    ['upstream', 0, 8, 8],
  ])('is by the %s, with overflow %i and %s threads, %i', (reckonBy, overflow, executorThreads, expected) => {
    expect(engineOverflowOf(option({ overflow, executorThreads }, { reckonBy }).inputs)).toBe(expected);
  });
});

describe('roomyLimit', () => {
  it('adds what others use to a ceiling that is four fifths of Heat’s share', () => {
    expect(roomyLimit(option({}, { otherConnections: 400 }).inputs, 576)).toBe(400 + 720);
    expect(roomyLimit(option().inputs, 577)).toBe(722);
  });

  it('is unknown past the 200,000 that the field takes', () => {
    expect(roomyLimit(option().inputs, 160_000)).toBe(200_000);
    expect(roomyLimit(option().inputs, 160_001)).toBeNull();
  });
});

describe('fittingFix', () => {
  it('offers nothing without a limit', () => {
    expect(fittingFix(option())).toBeUndefined();
  });

  it('offers the largest overflow that leaves a tenth of the share', () => {
    // 36 processes: 36 × (16 + 4) = 720 of 800 are nine tenths, 36 × 21 = 756 are more.
    expect(fittingFix(option({ overflow: 20 }, { maxConnections: 800 }))).toEqual({
      label: 'Use overflow 4',
      edit: { kind: 'set', inputs: { overflow: 4 } },
    });
  });

  it('offers an overflow that just fits where none leaves a tenth', () => {
    // 576 are over nine tenths of 612, and 36 × 17 = 612 fit exactly.
    expect(fittingFix(option({ overflow: 20 }, { maxConnections: 612 }))?.edit).toEqual({
      kind: 'set',
      inputs: { overflow: 1 },
    });
  });

  it('raises a pool under the rule with it', () => {
    expect(fittingFix(option({ poolSize: 10, overflow: 20 }, { maxConnections: 800 }))).toEqual({
      label: 'Use pool 16 and overflow 4',
      edit: { kind: 'set', inputs: { poolSize: 16, overflow: 4 } },
    });
  });

  it('offers max_connections where no overflow is small enough: 576 ÷ 0.8', () => {
    expect(fittingFix(option({}, { maxConnections: 575 }))).toEqual({
      label: 'Use max_connections 720',
      edit: { kind: 'set', inputs: { maxConnections: 720 } },
    });
    expect(fittingFix(option({ poolSize: 10 }, { maxConnections: 575 }))).toEqual({
      label: 'Use pool 16 and max_connections 720',
      edit: { kind: 'set', inputs: { poolSize: 16, maxConnections: 720 } },
    });
  });

  it('offers nothing where the field would not take the limit', () => {
    // 32 × (256 + 64) × 512 connections.
    const huge = { engineWorkers: 256, apiWorkers: 64, poolSize: 512 };
    expect(fittingFix(option(huge, { controllers: 32, maxConnections: 600 }))).toBeUndefined();
  });
});
