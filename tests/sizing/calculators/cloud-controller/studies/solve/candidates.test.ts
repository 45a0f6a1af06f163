import { describe, expect, it } from 'vitest';
import type { Search } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import {
  candidatesOf,
  kindOf,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import { search, size } from './search.ts';

/** "VMs × workers × threads" of each row, Thin with "t". */
function rowsFor(changes: Partial<Search>): readonly string[] {
  const candidates = candidatesOf({ ...search, ...changes });
  return Array.from({ length: candidates.count }, (_, row) => {
    const { isThin, workers } = kindOf(candidates, row);
    return `${candidates.vms[row]} × ${isThin ? 't' : workers} × ${candidates.threads[row]}`;
  });
}

describe('candidatesOf', () => {
  it('knows of a VM what CF-7, CF-8 and R-3 say: 4 GiB a process, a pool a process, two local workers a worker', () => {
    const { kinds } = candidatesOf({ ...search, sizes: [size(4), size(2, 16, 0.5)], thinThreads: 20 });
    expect(kinds).toEqual([
      { size: size(4), isThin: false, vcpus: 4, workers: 4, memoryGib: 16, pools: 5, otherConnections: 8 },
      { size: size(4), isThin: true, vcpus: 4, workers: 1, memoryGib: 4, pools: 0, otherConnections: 27 },
      {
        size: size(2, 16, 0.5),
        isThin: false,
        vcpus: 2,
        workers: 2,
        memoryGib: 16,
        pools: 3,
        otherConnections: 4,
      },
      {
        size: size(2, 16, 0.5),
        isThin: true,
        vcpus: 2,
        workers: 1,
        memoryGib: 16,
        pools: 0,
        otherConnections: 27,
      },
    ]);
  });

  it.each([
    // 80 on a VM: 5 carry 400; a stalled worker takes 20, a VM 80; of 3 zones two must carry 5 VMs.
    ['all', '5 × 4 × 20'],
    ['worker', '6 × 4 × 20'],
    ['vm', '6 × 4 × 20'],
    ['az', '8 × 4 × 20'],
  ] as const)('has the smallest fleet that survives %s: %s', (condition, row) => {
    expect(rowsFor({ condition })).toEqual([row]);
  });

  it('finds the smallest where the load just fits: 380 with a worker stalled on five VMs, 381 on six', () => {
    expect(rowsFor({ condition: 'worker', load: 380 })).toEqual(['5 × 4 × 20']);
    expect(rowsFor({ condition: 'worker', load: 381 })).toEqual(['6 × 4 × 20']);
  });

  it('has a VM in every zone if asked to', () => {
    const few = { condition: 'all', load: 10, zones: 5 } as const;
    expect(rowsFor(few)).toEqual(['5 × 4 × 20']);
    expect(rowsFor({ ...few, hasVmInEveryZone: false })).toEqual(['1 × 4 × 20']);
  });

  it.each([
    ['no', 4, [4]],
    ['yes', 4, [3]],
    ['either', 4, [4, 3]],
    ['any', 4, [4, 3, 2]],
    // A spare core never leaves a single worker behind (CF-9), and one core has no choice.
    ['yes', 2, []],
    ['either', 2, [2]],
    ['yes', 3, [2]],
    ['any', 2, [2]],
    ['any', 1, [1]],
    ['either', 1, [1]],
    ['yes', 1, []],
  ] as const)('considers with "%s" on %d cores %o workers', (workerChoice, vcpus, workers) => {
    const { kinds } = candidatesOf({ ...search, workerChoice, sizes: [size(vcpus)] });
    expect(kinds.map((kind) => kind.workers)).toEqual(workers);
  });

  it('has a row for each number of threads, and one for Thin', () => {
    expect(rowsFor({ leastThreads: 19, thinThreads: 10 })).toEqual([
      '7 × 4 × 19',
      '6 × 4 × 20',
      '41 × t × 10',
    ]);
    expect(rowsFor({ leastThreads: 21, thinThreads: 20 })).toEqual(['21 × t × 20']);
  });

  it('leaves out workers that the memory of a VM does not hold, and names the size', () => {
    const four = { workerChoice: 'any', sizes: [size(4, 12)] } as const;
    expect(rowsFor(four)).toEqual(['8 × 3 × 20', '11 × 2 × 20']);
    expect(candidatesOf({ ...search, ...four }).tooSmall).toEqual([size(4, 12)]);
    const small = candidatesOf({ ...search, sizes: [size(4, 3.5)], thinThreads: 20 });
    expect([small.count, small.tooSmall]).toEqual([0, [size(4, 3.5)]]);
    expect(candidatesOf({ ...search, sizes: [size(4, 16)] }).tooSmall).toEqual([]);
    // Where no number of threads is allowed, nothing is too small for them.
    expect(candidatesOf({ ...search, sizes: [size(4, 3.5)], leastThreads: 21 }).tooSmall).toEqual([]);
  });
});

describe('kindOf', () => {
  it('throws where there is no setting at all', () => {
    const empty = candidatesOf({ ...search, sizes: [] });
    expect(() => kindOf(empty, 0)).toThrow(RangeError);
  });
});
