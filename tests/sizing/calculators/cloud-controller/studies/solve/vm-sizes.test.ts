import { describe, expect, it } from 'vitest';
import {
  havePrices,
  vmSizesOf,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/vm-sizes.ts';
import { size } from './search.ts';

describe('vmSizesOf', () => {
  it('reads vCPU alone, with GiB, and with GiB and price', () => {
    expect(vmSizesOf('2, 4:16 ,8:32:0.4')).toEqual({
      sizes: [size(2), size(4, 16), size(8, 32, 0.4)],
      refused: [],
    });
  });

  it('takes 1 to 64 vCPU with some memory, and refuses all else as it is written', () => {
    expect(vmSizesOf('1, 64, 0, 65, 4:0, 4:0.5, x, ')).toEqual({
      sizes: [size(1), size(64), size(4, 0.5)],
      refused: ['0', '65', '4:0', 'x', ''],
    });
  });

  it('counts an entry once that is repeated, and keeps what differs in vCPU, memory or price', () => {
    expect(vmSizesOf('4:16:1, 4:16:1, 8:16:1, 4:32:1, 4:16:2, 4:16, 4').sizes).toEqual([
      size(4, 16, 1),
      size(8, 16, 1),
      size(4, 32, 1),
      size(4, 16, 2),
      size(4, 16),
      size(4),
    ]);
  });
});

describe('havePrices', () => {
  it('is so where every size has a price, also one of 0, and there is a size', () => {
    expect(havePrices([size(4, 16, 1), size(8, 32, 0)])).toBe(true);
    expect(havePrices([size(4, 16, 1), size(8, 32)])).toBe(false);
    expect(havePrices([])).toBe(false);
  });
});
