import { describe, expect, it } from 'vitest';
import { createRandomStream } from '../../../../src/sizing/queueing/random/random-stream.ts';
import { BatchMeans, batchInterval } from '../../../../src/sizing/queueing/simulation/batch-means.ts';
import { range } from './range.ts';

/** Half-width of batch means that are the given ones, by Student's t with 19 degrees of freedom. */
function halfWidthOf(means: readonly number[]): number {
  const mean = means.reduce((sum, value) => sum + value, 0) / 20;
  const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 19;
  return 2.0930240544 * Math.sqrt(variance / 20);
}

describe('BatchMeans', () => {
  it('has intervals that hold the true mean of independent values about 95 times in 100', () => {
    let held = 0;
    const runs = 1000;
    for (let run = 0; run < runs; run += 1) {
      const stream = createRandomStream(run, 0);
      const batches = new BatchMeans();
      let sum = 0;
      for (let index = 0; index < 3000; index += 1) {
        const value = stream.nextUniform();
        sum += value;
        batches.add(value);
      }
      if (Math.abs(sum / 3000 - 0.5) <= batches.interval()!.halfWidth) held += 1;
    }
    // Binomial: 950 and four standard deviations of 6.9.
    expect(held).toBeGreaterThan(922);
    expect(held).toBeLessThan(978);
  });

  it('has none before there are 20 values', () => {
    const batches = new BatchMeans();
    for (let index = 0; index < 19; index += 1) batches.add(index);
    expect(batches.interval()).toBeNull();
    batches.add(19);
    expect(batches.interval()).not.toBeNull();
  });

  it('sees that batches of a growing queue follow one another', () => {
    const batches = new BatchMeans();
    for (let index = 0; index < 10_000; index += 1) batches.add(index);
    expect(batches.interval()!.lagOneCorrelation).toBeGreaterThan(0.7);
  });

  it.each([
    ['20 values, one a batch', 20, 0, 1],
    ['59 values, two a batch, without the first 19', 59, 19, 2],
    ['60 values, three a batch', 60, 0, 3],
    ['1279 values, 63 a batch, without the first 19', 1279, 19, 63],
    // From 1280 on pairs are one: 640 pairs, 32 a batch.
    ['1280 values, 64 a batch', 1280, 0, 64],
    // 1283 are 641 pairs and one left open; the first pair is left out.
    ['1283 values, 64 a batch, without the first pair', 1283, 2, 64],
    // At 2560 pairs join again: 640 fours, 32 a batch.
    ['2560 values, 128 a batch', 2560, 0, 128],
  ])('reads %s', (_what, count, first, perBatch) => {
    const values = range(count, (i) => ((i * 7919) % 1009) / 1009);
    const batches = new BatchMeans();
    for (const value of values) batches.add(value);
    const means = range(20, (batch) => {
      const own = values.slice(first + batch * perBatch, first + (batch + 1) * perBatch);
      return own.reduce((sum, value) => sum + value, 0) / perBatch;
    });
    expect(batches.interval()?.halfWidth).toBeCloseTo(halfWidthOf(means), 12);
  });
});

describe('batchInterval', () => {
  it('is Student’s t times the standard error', () => {
    // Ten zeros and ten twos: variance 20/19, standard error sqrt(1/19), t(19) 2.0930.
    const values = Array.from({ length: 20 }, (_, index) => (index % 2) * 2);
    expect(batchInterval(values).halfWidth).toBeCloseTo(2.09302 / Math.sqrt(19), 5);
  });

  it('tells batches that follow one another from those that alternate', () => {
    // Ten zeros, then ten twos: of 19 neighbouring products 18 are +1 and one is −1; 20 squares of 1.
    expect(batchInterval(range(20, (i) => (i < 10 ? 0 : 2))).lagOneCorrelation).toBeCloseTo(17 / 20, 12);
    expect(batchInterval(range(20, (i) => (i % 2) * 2)).lagOneCorrelation).toBeCloseTo(-19 / 20, 12);
  });

  it('calls batches that do not differ unrelated, with no width', () => {
    expect(batchInterval(range(20, () => 5))).toEqual({ halfWidth: 0, lagOneCorrelation: 0 });
  });

  it.each([0, 19, 21])('refuses %i batches', (count) => {
    expect(() => batchInterval(range(count, () => 1))).toThrow(`${count} batches, not 20`);
  });
});
