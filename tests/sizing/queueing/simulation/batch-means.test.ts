import { describe, expect, it } from 'vitest';
import { createRandomStream } from '../../../../src/sizing/queueing/random/random-stream.ts';
import { BatchMeans, batchInterval } from '../../../../src/sizing/queueing/simulation/batch-means.ts';

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
});

describe('batchInterval', () => {
  it('is Student’s t times the standard error', () => {
    // Ten zeros and ten twos: variance 20/19, standard error sqrt(1/19), t(19) 2.0930.
    const values = Array.from({ length: 20 }, (_, index) => (index % 2) * 2);
    expect(batchInterval(values).halfWidth).toBeCloseTo(2.09302 / Math.sqrt(19), 5);
  });
});
