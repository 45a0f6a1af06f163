import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engset, lossWithRoom, poissonTail, slotsFor } from '../../../src/sizing/queueing/blocking.ts';
import { erlangB } from '../../../src/sizing/queueing/erlang.ts';

describe('poissonTail', () => {
  it('gives the published tails around a mean of 10', () => {
    expect(1 - poissonTail(10, 15)).toBeCloseTo(0.951259596696, 12);
    expect(poissonTail(10, 20)).toBeCloseTo(0.00158826066186, 14);
  });

  it('falls as the limit rises, without a jump at the mean', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 3000, noNaN: true }),
        fc.integer({ min: 0, max: 4000 }),
        (mean, limit) => {
          const difference = poissonTail(mean, limit) - poissonTail(mean, limit + 1);
          expect(difference).toBeGreaterThanOrEqual(-1e-12);
          expect(poissonTail(mean, limit)).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    [300, 330],
    [300, 300],
    [300, 280],
    [260, 255],
    [260, 256],
  ])('with a mean of %i is the sum of the Poisson law beyond %i', (mean, limit) => {
    let logFactorial = 0;
    let tail = 0;
    for (let k = 1; k <= 900; k += 1) {
      logFactorial += Math.log(k);
      if (k > limit) tail += Math.exp(k * Math.log(mean) - mean - logFactorial);
    }
    expect(poissonTail(mean, limit) / tail).toBeCloseTo(1, 10);
  });

  it('is certain far below the mean, where single terms are too small for a number', () => {
    expect(poissonTail(3000, 100)).toBe(1);
  });

  it('is zero when nothing is in progress', () => {
    expect(poissonTail(0, 0)).toBe(0);
  });
});

describe('slotsFor', () => {
  it('finds the 18 slots that 10 stacks in progress exceed with less than 1 %', () => {
    expect(slotsFor(10, 0.01)).toBe(18);
  });

  it.each([1, 2, 9, 16, 18, 32])(
    'wants less than the tolerated, so that %i slots exceeded as often are too few',
    (slots) => {
      expect(slotsFor(10, poissonTail(10, slots))).toBe(slots + 1);
    },
  );

  it('needs no slot where nothing is in progress or everything is tolerated', () => {
    expect(slotsFor(0, 0.01)).toBe(0);
    expect(slotsFor(10, 2)).toBe(0);
  });
});

describe('engset', () => {
  it('gives the published congestion of 10 sources on 5 servers', () => {
    const { timeCongestion, callCongestion } = engset(10, 5, 0.5);
    expect(timeCongestion).toBeCloseTo(0.147887323944, 12);
    expect(callCongestion).toBeCloseTo(0.10696095076, 10);
  });

  it('loses nothing with a server for each source', () => {
    expect(engset(5, 5, 2).callCongestion).toBe(0);
  });

  it('tends to Erlang B with very many sources of the same total load', () => {
    expect(engset(1e7, 5, 4 / 1e7).callCongestion).toBeCloseTo(erlangB(5, 4), 6);
  });
});

describe('lossWithRoom', () => {
  it('gives the published loss of M/M/1/5 at 80 %', () => {
    expect(lossWithRoom(0.8, 5)).toBeCloseTo(0.0888194986556, 13);
  });

  it('loses what exceeds the server when the load is far above it', () => {
    expect(lossWithRoom(10, 50)).toBeCloseTo(0.9, 12);
  });
});
