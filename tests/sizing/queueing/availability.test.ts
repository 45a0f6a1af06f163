import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityOf, enoughUp, unitsUp } from '../../../src/sizing/queueing/availability.ts';

describe('availabilityOf', () => {
  it('is 0.9 for nine hours up and one down', () => {
    expect(availabilityOf(9 * 3600, 3600)).toBeCloseTo(0.9, 12);
  });
});

describe('unitsUp', () => {
  it('is the binomial distribution', () => {
    expect([...unitsUp(3, 0.9)].map((p) => Number(p.toFixed(12)))).toEqual([0.001, 0.027, 0.243, 0.729]);
  });

  it('is the binomial distribution on both sides of its mode', () => {
    // Pascal's sixth row over 2⁵.
    expect([...unitsUp(5, 0.5)].map((p) => p * 32)).toEqual(
      [1, 5, 10, 10, 5, 1].map((ways) => expect.closeTo(ways, 12)),
    );
    // 0.4⁴, 4 × 0.6 × 0.4³, 6 × 0.6² × 0.4², 4 × 0.6³ × 0.4, 0.6⁴.
    expect([...unitsUp(4, 0.6)]).toEqual(
      [0.0256, 0.1536, 0.3456, 0.3456, 0.1296].map((p) => expect.closeTo(p, 12)),
    );
  });

  it('sums to 1 for any fleet', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (units, up) => {
          expect(unitsUp(units, up).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('is certain at the ends', () => {
    expect([...unitsUp(2, 1)]).toEqual([0, 0, 1]);
    expect([...unitsUp(2, 0)]).toEqual([1, 0, 0]);
  });
});

describe('enoughUp', () => {
  it('has at least 2 of 3 up in 97.2 % of the time', () => {
    expect(enoughUp(3, 2, 0.9)).toBeCloseTo(0.972, 12);
  });

  it('never has more units than there are', () => {
    expect(enoughUp(3, 4, 0.9)).toBe(0);
  });
});
