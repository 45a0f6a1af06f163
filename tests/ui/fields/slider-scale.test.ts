import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionOf, valueAt } from '../../../src/ui/fields/slider-scale.ts';

const workers = { range: [1, 256], step: 1 } as const;

describe('positionOf', () => {
  it('halves the way from 1 to 64 at 8 on a log scale', () => {
    expect(positionOf({ min: 1, max: 64, scale: 'log', marks: [] }, 8)).toBeCloseTo(0.5, 12);
  });

  it('halves the way from 10 to 20 at 15 on a linear scale', () => {
    expect(positionOf({ min: 10, max: 20, scale: 'linear', marks: [] }, 15)).toBe(0.5);
  });

  it('stands at the end for a value beyond the slider', () => {
    const slider = { min: 10, max: 20, scale: 'linear', marks: [] } as const;
    expect(positionOf(slider, 40)).toBe(1);
    expect(positionOf(slider, 1)).toBe(0);
  });
});

describe('valueAt', () => {
  it.each(['linear', 'log'] as const)('gives back every value of a %s slider from its position', (scale) => {
    const slider = { min: 1, max: 64, scale, marks: [] };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), (value) => {
        expect(valueAt(slider, workers, positionOf(slider, value))).toBe(value);
      }),
    );
  });
});
