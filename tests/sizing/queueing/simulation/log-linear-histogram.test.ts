import { describe, expect, it } from 'vitest';
import { createRandomStream } from '../../../../src/sizing/queueing/random/random-stream.ts';
import { LogLinearHistogram } from '../../../../src/sizing/queueing/simulation/log-linear-histogram.ts';

describe('LogLinearHistogram', () => {
  it.each([0.01, 0.5, 0.95, 0.99, 0.999, 1])(
    'has the quantile %d within 0.4 %% of the sorted values',
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
});
