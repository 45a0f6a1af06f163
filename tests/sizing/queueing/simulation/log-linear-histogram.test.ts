import { describe, expect, it } from 'vitest';
import { createRandomStream } from '../../../../src/sizing/queueing/random/random-stream.ts';
import { LogLinearHistogram } from '../../../../src/sizing/queueing/simulation/log-linear-histogram.ts';

describe('LogLinearHistogram', () => {
  it.each([0.01, 0.5, 0.95, 0.99, 0.999, 1])(
    'has the quantile %d within 0.4 % of the sorted values',
    (share) => {
      const stream = createRandomStream(9, 0);
      const histogram = new LogLinearHistogram();
      const values = Array.from({ length: 20_000 }, () => -200 * Math.log(stream.nextUniform()));
      for (const value of values) histogram.add(value);
      const exact = values.sort((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;
      expect(Math.abs(histogram.quantile(share) / exact - 1)).toBeLessThan(0.004);
    },
  );

  it('counts what lies outside its range at the ends of it', () => {
    const histogram = new LogLinearHistogram();
    histogram.add(0);
    histogram.add(1e30);
    expect(histogram.quantile(0.5)).toBeLessThan(1e-5);
    expect(histogram.quantile(1)).toBeGreaterThan(1e13);
  });

  it.each([
    // A bucket is a 128th of its octave wide; what is given back is its middle.
    ['1', 1, 1 + 1 / 256],
    ['just below the second bucket from 1', 1.0078, 1 + 1 / 256],
    ['the second bucket from 1', 1 + 1 / 128, 1 + 3 / 256],
    ['3', 3, 2 * (1.5 + 1 / 256)],
    ['the lowest that is told apart', 2 ** -20, 2 ** -20 * (1 + 1 / 256)],
    ['nothing', 0, 2 ** -20 * (1 + 1 / 256)],
    ['the highest that is told apart', 2 ** 44 - 1, 2 ** 43 * (1 + 255 / 256)],
    ['more than that', 2 ** 50, 2 ** 43 * (1 + 255 / 256)],
  ])('gives the middle of the bucket of %s', (_what, value, middle) => {
    const histogram = new LogLinearHistogram();
    histogram.add(value);
    expect(histogram.count).toBe(1);
    expect(histogram.quantile(0.5)).toBe(middle);
  });

  it('takes the nearest rank, and at least the first', () => {
    const histogram = new LogLinearHistogram();
    for (const value of [8, 1, 4, 2]) histogram.add(value);
    const near = (share: number) => Math.floor(histogram.quantile(share));
    expect([0, 0.25, 0.26, 0.5, 0.75, 0.76, 1].map(near)).toEqual([1, 1, 2, 2, 4, 8, 8]);
  });

  it('has no quantile beyond what was counted', () => {
    const histogram = new LogLinearHistogram();
    expect(() => histogram.quantile(0.5)).toThrow('histogram of 0 has no quantile 0.5');
  });
});
