import { describe, expect, it } from 'vitest';
import {
  type Distribution,
  meanOf,
  quantileOf,
} from '../../../../src/sizing/queueing/random/distribution.ts';
import { erlangQuantile } from '../../../../src/sizing/queueing/random/erlang-quantile.ts';
import { normalQuantile } from '../../../../src/sizing/queueing/random/normal-quantile.ts';
import { createRandomStream } from '../../../../src/sizing/queueing/random/random-stream.ts';

function momentsOf(distribution: Distribution, draws: number) {
  const stream = createRandomStream(5, 0);
  const quantile = quantileOf(distribution);
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < draws; index += 1) {
    const value = quantile(stream.nextUniform());
    sum += value;
    squares += value * value;
  }
  const mean = sum / draws;
  return { mean, scv: squares / draws / mean ** 2 - 1 };
}

describe('quantileOf', () => {
  const cases: readonly (readonly [Distribution, number])[] = [
    [{ kind: 'constant', mean: 40 }, 0],
    [{ kind: 'exponential', mean: 40 }, 1],
    [{ kind: 'erlang', mean: 40, stages: 4 }, 1 / 4],
    [{ kind: 'erlang', mean: 40, stages: 25 }, 1 / 25],
    [{ kind: 'lognormal', mean: 40, scv: 0.5 }, 0.5],
    [{ kind: 'lognormal', mean: 40, scv: 2 }, 2],
    [{ kind: 'hyperexponential', mean: 40, scv: 4 }, 4],
    [{ kind: 'empirical', values: [10, 30, 80] }, 26 / 48],
  ];

  it.each(cases)('%o has its mean and its variability', (distribution, scv) => {
    const moments = momentsOf(distribution, 400_000);
    expect(moments.mean).toBeCloseTo(40, 0);
    expect(Math.abs(moments.scv - scv)).toBeLessThan(0.01 + 0.05 * scv);
    expect(meanOf(distribution)).toBeCloseTo(40, 10);
  });

  it('returns each of the user’s own values as often as it was given', () => {
    const quantile = quantileOf({ kind: 'empirical', values: [5, 1, 5, 9] });
    expect([0.1, 0.3, 0.6, 0.9].map(quantile)).toEqual([1, 5, 5, 9]);
  });

  it('has the median of a lognormal at its mean over the root of 1 + scv', () => {
    expect(quantileOf({ kind: 'lognormal', mean: 10, scv: 3 })(0.5)).toBeCloseTo(5, 10);
  });

  it('turns a uniform number into the value with that chance', () => {
    const { sqrt, log } = Math;
    expect(quantileOf({ kind: 'constant', mean: 7 })(0.3)).toBe(7);
    // Exponential of mean 8: e^(-x/8) = 1/4 at 8 ln 4.
    expect(quantileOf({ kind: 'exponential', mean: 8 })(0.25)).toBeCloseTo(8 * log(4), 12);
    // Two stages of mean 5: a chi-square with 4 degrees, 9.4877 at 95 %, is twice their sum over 5.
    expect(quantileOf({ kind: 'erlang', mean: 10, stages: 2 })(0.95)).toBeCloseTo((5 * 9.4877) / 2, 3);
    // Balanced means at a variation of 4: weight (1 + √(3/5))/2, means 10/(2w) and 10/(2(1 - w)).
    const weight = (1 + sqrt(3 / 5)) / 2;
    const quantile = quantileOf({ kind: 'hyperexponential', mean: 10, scv: 4 });
    expect(quantile(weight / 2)).toBeCloseTo((10 / (2 * weight)) * log(2), 12);
    expect(quantile((1 + weight) / 2)).toBeCloseTo((10 / (2 * (1 - weight))) * log(2), 12);
    expect(quantile(weight)).toBeCloseTo(0, 12);
  });

  it.each([0.02, 0.1, 0.5, 0.9, 0.999])(
    'is the inverse of the Erlang law with three stages at %d',
    (chance) => {
      const x = erlangQuantile(3, chance);
      expect(1 - Math.exp(-x) * (1 + x + x ** 2 / 2)).toBeCloseTo(chance, 11);
    },
  );

  it.each([
    { kind: 'constant', mean: 0 },
    { kind: 'erlang', mean: 1, stages: 1 },
    { kind: 'lognormal', mean: 1, scv: 0 },
    { kind: 'lognormal', mean: 1, scv: 999_999 },
    { kind: 'hyperexponential', mean: 1, scv: 1 },
    { kind: 'hyperexponential', mean: 1, scv: 999_999 },
    { kind: 'empirical', values: [0] },
  ] as const)('takes %o', (distribution) => {
    expect(Number.isFinite(quantileOf(distribution)(0.5))).toBe(true);
  });

  it.each([
    [{ kind: 'constant', mean: Number.POSITIVE_INFINITY }, 'mean Infinity is not a finite quantity'],
    [{ kind: 'erlang', mean: 1, stages: 1.5 }, '1.5 stages'],
    [{ kind: 'erlang', mean: 1, stages: -1 }, '-1 stages'],
    [{ kind: 'lognormal', mean: 1, scv: -0.1 }, 'scv -0.1 is outside 0 to a million'],
    [{ kind: 'lognormal', mean: 1, scv: 1e6 }, 'scv 1000000 is outside 0 to a million'],
    [{ kind: 'hyperexponential', mean: 1, scv: 1e6 }, 'scv 1000000 is outside 1 to a million'],
    [{ kind: 'empirical', values: [3, -1] }, 'a value is negative or not a number'],
  ] as const)('says of %o why not: %s', (distribution, why) => {
    expect(() => quantileOf(distribution)).toThrow(`${distribution.kind} distribution: ${why}`);
  });

  it.each([
    { kind: 'exponential', mean: -1 },
    { kind: 'exponential', mean: Number.NaN },
    { kind: 'erlang', mean: 1, stages: 0 },
    { kind: 'hyperexponential', mean: 1, scv: 0.5 },
    { kind: 'empirical', values: [] },
    { kind: 'empirical', values: [1, -1] },
  ] as const)('refuses %o', (distribution) => {
    expect(() => quantileOf(distribution)).toThrow(RangeError);
  });
});

describe('normalQuantile', () => {
  it('has the published values', () => {
    // The first, third and last are the check values printed with AS 241.
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 13);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 13);
    expect(normalQuantile(0.5)).toBe(0);
  });
});

describe('erlangQuantile', () => {
  it('has half the chi-square table’s values, a chi-square with 2k degrees being twice an Erlang-k', () => {
    expect(2 * erlangQuantile(2, 0.95)).toBeCloseTo(9.4877, 4);
    expect(2 * erlangQuantile(5, 0.99)).toBeCloseTo(23.2093, 4);
    expect(2 * erlangQuantile(10, 0.05)).toBeCloseTo(10.8508, 4);
    expect(2 * erlangQuantile(1, 0.5)).toBeCloseTo(1.3863, 4);
  });

  it.each([1e-3, 1e-6, 1e-9])(
    'has for two stages what the series of 1 - (1 + x) / e^x gives: %d',
    (probability) => {
      const x = erlangQuantile(2, probability);
      const series = x ** 2 / 2 - x ** 3 / 3 + x ** 4 / 8 - x ** 5 / 30 + x ** 6 / 144;
      expect(series / probability).toBeCloseTo(1, 5);
    },
  );

  it.each([2, 3, 10, 50, 400])('rises with the probability for %i stages', (stages) => {
    let previous = 0;
    for (const probability of [1e-9, 1e-6, 0.001, 0.1, 0.5, 0.9, 0.999, 1 - 1e-9]) {
      const value = erlangQuantile(stages, probability);
      expect(value).toBeGreaterThan(previous);
      previous = value;
    }
  });
});
