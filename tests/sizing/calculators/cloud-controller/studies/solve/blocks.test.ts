import { describe, expect, it } from 'vitest';
import {
  blocksOf,
  leastIn,
  mostIn,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/blocks.ts';
import { candidatesOf } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import type { MeasureId } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/measures.ts';
import { measures } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/measures.ts';
import { search, size } from './search.ts';

/** 7 × 72, 7 × 76 and 6 × 80 on four cores, 5 × 128 to 4 × 160 on eight: one VM may be lost. */
const sizes = [...search.sizes, size(8, 64, 0.5)];
const candidates = candidatesOf({ ...search, sizes, leastThreads: 18 });

describe('blocksOf', () => {
  it('has the rows of each kind of VM together, with bounds that they reach', () => {
    const [four, eight, ...more] = blocksOf(candidates);
    expect(four).toEqual({
      kind: candidates.kinds[0],
      start: 0,
      end: 3,
      fewestVms: 6,
      mostVms: 7,
      fewestThreads: 18,
      mostThreads: 20,
      // Of 7 × 18, 7 × 19 and 6 × 20.
      leastProduct: 120,
    });
    // ⌈400 / 144⌉, ⌈400 / 152⌉ and ⌈400 / 160⌉ are three, and one more.
    expect(eight).toMatchObject({ start: 3, end: 6, fewestVms: 4, mostVms: 4, leastProduct: 72 });
    expect(more).toEqual([]);
  });

  it('has none where there is no setting', () => {
    expect(blocksOf(candidatesOf({ ...search, sizes: [] }))).toEqual([]);
  });
});

describe('leastIn and mostIn', () => {
  it.each<[MeasureId, number, number]>([
    ['vms', 6, 7],
    ['vcpu', 24, 28],
    ['memory', 96, 112],
    ['vm-memory', 16, 16],
    // 6 × 8 + 5 × 120, the least itself; at most 7 × (8 + 5 × 20).
    ['connections', 648, 756],
    ['loss', 72, 80],
    ['threads', 18, 20],
    ['cost', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('bound %s by %d and %d', (id, least, most) => {
    const [block] = blocksOf(candidates);
    if (!block) throw new Error('There is no block.');
    expect([leastIn(measures[id], block), mostIn(measures[id], block)]).toEqual([least, most]);
  });
});
