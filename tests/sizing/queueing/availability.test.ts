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
