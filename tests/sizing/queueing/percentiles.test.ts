import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { throughputsPerSecond } from '../../../src/sizing/queueing/machine-repair.ts';
import { responsePercentile, survivalAt, tailMeanSeconds } from '../../../src/sizing/queueing/percentiles.ts';
import { phasesOf } from '../../../src/sizing/queueing/phases.ts';
import { chainOf } from '../../../src/sizing/queueing/process-chain.ts';
import { responseTailOf } from '../../../src/sizing/queueing/response-tail.ts';

function sharedServerTail(arrivalsPerSecond: number) {
  // No thread limit in reach: 600 requests share one server of rate 1.
  const completionsPerSecond = new Float64Array(601).fill(1);
  completionsPerSecond[0] = 0;
  return responseTailOf({
    completionsPerSecond,
    arrivalsPerSecond,
    waitDecayPerSecond: 1 - arrivalsPerSecond,
    phases: phasesOf(1),
  });
}

function manyServersTail(servers: number, arrivalsPerSecond: number) {
  return responseTailOf({
    completionsPerSecond: Float64Array.from({ length: servers + 1 }, (_, n) => n),
    arrivalsPerSecond,
    waitDecayPerSecond: servers - arrivalsPerSecond,
    phases: phasesOf(1),
  });
}

describe('responsePercentile', () => {
  it.each([
    [0.8, 18.75, 36.94],
    [0.5, 6.864, 12.446],
  ])('gives the published percentiles of one shared server at load %d', (load, p95, p99) => {
    const tail = sharedServerTail(load);
    expect(Math.abs(responsePercentile(tail, 0.95) - p95)).toBeLessThan(0.025);
    expect(Math.abs(responsePercentile(tail, 0.99) - p99)).toBeLessThan(0.025);
  });

  it('gives the published 95th percentile of M/M/20 at 80 %', () => {
    expect(responsePercentile(manyServersTail(20, 16), 0.95)).toBeCloseTo(3.07763563605, 3);
  });

  it('gives the exponential percentiles of M/M/1, first come first served', () => {
    const tail = manyServersTail(1, 0.8);
    expect(responsePercentile(tail, 0.5)).toBeCloseTo(3.4657359028, 2);
    expect(responsePercentile(tail, 0.95)).toBeCloseTo(14.9786613678, 2);
    expect(responsePercentile(tail, 0.99)).toBeCloseTo(23.0258509299, 2);
  });

  it('is finite just below capacity, where it is almost all wait', () => {
    // M/M/1 with 1e-6 to spare: exponential with a mean of a million seconds.
    expect(responsePercentile(manyServersTail(1, 1 - 1e-6), 0.5) / (Math.LN2 * 1e6)).toBeCloseTo(1, 2);
  });
});

describe('responsePercentile, of geometric tails', () => {
  // Half of what is left goes at each step of a clock of two a second: P(response > t) = e^(-t).
  const halving = { survival: Float64Array.of(1, 0.5), stepsPerSecond: 2, tailRatio: 0.5 };

  it.each([0.001, 0.1, 0.5, 0.9, 0.99, 0.9999])('has the exponential’s percentile %d', (quantile) => {
    expect(responsePercentile(halving, quantile) / -Math.log(1 - quantile)).toBeCloseTo(1, 7);
  });

  it('has the exponential’s survival near and far', () => {
    for (const seconds of [0, 0.3, 1, 5, 40, 300]) {
      expect(survivalAt(halving, seconds) / Math.exp(-seconds)).toBeCloseTo(1, 7);
    }
    expect(tailMeanSeconds(halving)).toBeCloseTo(1, 12);
  });

  it('has what a sum of two exponentials takes, and no wait beyond', () => {
    // Alive until the second step of a clock of one a second: P(> t) = e^(-t) (1 + t), and two seconds on average.
    const two = { survival: Float64Array.of(1, 1, 0), stepsPerSecond: 1, tailRatio: 0 };
    for (const seconds of [0, 0.5, 2, 9]) {
      expect(survivalAt(two, seconds)).toBeCloseTo(Math.exp(-seconds) * (1 + seconds), 10);
    }
    expect(survivalAt(two, 1e4)).toBe(0);
    expect(tailMeanSeconds(two)).toBe(2);
    // A chi-square with 4 degrees is twice this: 9.4877 at 95 %, 3.3567 at 50 %.
    expect(responsePercentile(two, 0.95)).toBeCloseTo(9.4877 / 2, 4);
    expect(responsePercentile(two, 0.5)).toBeCloseTo(3.3567 / 2, 4);
  });

  it('is the same law whatever the pace of the clock', () => {
    const finer = { ...halving, stepsPerSecond: 200 };
    expect(responsePercentile(finer, 0.95) * 100).toBeCloseTo(-Math.log(0.05), 7);
    expect(tailMeanSeconds(finer)).toBeCloseTo(0.01, 12);
  });

  it('has no percentile that leaves nobody out, and no time below nothing', () => {
    expect(() => responsePercentile(halving, 1)).toThrow('1 - quantile');
    expect(() => survivalAt(halving, -1)).toThrow('seconds');
  });
});

describe('survivalAt', () => {
  it('starts at 1 and never rises', () => {
    const tail = manyServersTail(5, 4.5);
    expect(survivalAt(tail, 0)).toBeCloseTo(1, 9);
    let before = 1;
    for (let t = 0.1; t < 60; t += 0.5) {
      const alive = survivalAt(tail, t);
      expect(alive).toBeLessThanOrEqual(before + 1e-12);
      before = alive;
    }
  });
});

describe('tailMeanSeconds', () => {
  it('is the mean response of the chain, whatever the variation of the request', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        fc.constantFrom(0.1, 0.25, 1),
        (threads, cpuSeconds, load, scv) => {
          const completionsPerSecond = throughputsPerSecond(threads, { cpuSeconds, ioSeconds: 1 });
          const arrivalsPerSecond = load * (completionsPerSecond[threads] ?? 0);
          const chain = chainOf(completionsPerSecond, arrivalsPerSecond);
          if (chain.kind !== 'settles') throw new Error('expected the chain to settle');
          const tail = responseTailOf({
            completionsPerSecond,
            arrivalsPerSecond,
            waitDecayPerSecond: chain.waitDecayPerSecond,
            phases: phasesOf(1),
          });
          expect(tailMeanSeconds(tail) / chain.meanResponseSeconds).toBeCloseTo(1, 2);
          const alone = responseTailOf({
            completionsPerSecond: Float64Array.of(0, 1 / (cpuSeconds + 1)),
            arrivalsPerSecond: 0,
            waitDecayPerSecond: 1,
            phases: phasesOf(scv),
          });
          expect(tailMeanSeconds(alone)).toBeCloseTo(cpuSeconds + 1, 2);
        },
      ),
      { numRuns: 40 },
    );
  });
});
