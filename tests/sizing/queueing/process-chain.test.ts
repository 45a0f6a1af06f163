import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossWithRoom } from '../../../src/sizing/queueing/blocking.ts';
import { sharedQueueOf } from '../../../src/sizing/queueing/erlang.ts';
import { throughputsPerSecond } from '../../../src/sizing/queueing/machine-repair.ts';
import { chainOf, levelProbabilities, lossWithBacklog } from '../../../src/sizing/queueing/process-chain.ts';

function chainOfProcess(cpuSeconds: number, ioSeconds: number, threads: number, arrivalsPerSecond: number) {
  const chain = chainOf(throughputsPerSecond(threads, { cpuSeconds, ioSeconds }), arrivalsPerSecond);
  if (chain.kind !== 'settles') throw new Error('expected the chain to settle');
  return chain;
}

describe('chainOf', () => {
  it.each([
    [0.02, 0.08, 10, 40, 0.181439278856, 0.242344892678],
    [0.05, 0.05, 5, 16, 0.302810552693, 0.403041175339],
    [0.05, 0.05, 3, 15, 0.305573770492, 0.590163934426],
    [0.02, 0.08, 3, 22, 0.224906247892, 0.639292804454],
  ])(
    'gives the published response with %d s CPU, %d s I/O, %d threads and %d/s',
    (cpu, io, threads, load, r, pw) => {
      const chain = chainOfProcess(cpu, io, threads, load);
      expect(chain.meanResponseSeconds).toBeCloseTo(r, 11);
      expect(chain.waitProbability).toBeCloseTo(pw, 11);
    },
  );

  it.each([
    [0.02, 0.08, 10, 40, 0.181458973353, 0.242332418596, 0.002],
    [0.05, 0.05, 5, 16, 0.302830147272, 0.403038780583, 0.002],
    [0.05, 0.05, 3, 15, 0.306625122027, 0.590129097059, 0.005],
  ])(
    'comes close to the exact two-dimensional chain with %d s CPU, %d s I/O and %d threads',
    (cpu, io, threads, load, r, pw, within) => {
      const chain = chainOfProcess(cpu, io, threads, load);
      expect(Math.abs(chain.meanResponseSeconds / r - 1)).toBeLessThan(within);
      expect(chain.waitProbability).toBeCloseTo(pw, 3);
    },
  );

  it('is the Jackson network when threads never run out', () => {
    const chain = chainOfProcess(0.05, 0.05, 400, 16);
    expect(chain.meanResponseSeconds).toBeCloseTo(0.3, 12);
    expect(chain.meanInside).toBeCloseTo(4.8, 11);
  });

  it('is M/M/c when requests do nothing but I/O', () => {
    const chain = chainOfProcess(0, 1, 20, 16);
    const queue = sharedQueueOf({ servers: 20, arrivalsPerSecond: 16, serviceSeconds: 1 });
    if (queue.kind !== 'settles') throw new Error('expected the queue to settle');
    expect(chain.waitProbability).toBeCloseTo(queue.waitProbability, 12);
    expect(chain.meanResponseSeconds).toBeCloseTo(queue.meanResponseSeconds, 12);
  });

  it('has the published Erlang C of 1000 servers, whose terms would overflow', () => {
    expect(chainOfProcess(0, 1, 1000, 980).waitProbability).toBeCloseTo(0.412200292365, 10);
  });

  it('takes CPU and I/O alone at no load', () => {
    expect(chainOfProcess(0.05, 0.2, 10, 0).meanResponseSeconds).toBeCloseTo(0.25, 12);
  });

  it('says by how much the queue grows above capacity', () => {
    const chain = chainOf(throughputsPerSecond(1, { cpuSeconds: 0.05, ioSeconds: 0.05 }), 13);
    expect(chain.kind).toBe('grows');
    expect(chain.kind === 'grows' && chain.growthPerSecond).toBeCloseTo(3, 12);
  });

  it("keeps Little's law and probabilities in 0 to 1, up to 1000 threads", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (threads, cpuShare, load) => {
          const rates = throughputsPerSecond(threads, { cpuSeconds: cpuShare, ioSeconds: 1 - cpuShare });
          const arrivals = load * (rates[threads] ?? 0);
          const chain = chainOfProcess(cpuShare, 1 - cpuShare, threads, arrivals);
          expect(chain.waitProbability).toBeGreaterThanOrEqual(0);
          expect(chain.waitProbability).toBeLessThanOrEqual(1);
          expect(Number.isFinite(chain.meanResponseSeconds)).toBe(true);
          expect(chain.meanInside).toBeCloseTo(arrivals * chain.meanResponseSeconds, 6);
        },
      ),
    );
  });
});

describe('levelProbabilities', () => {
  it('sums to 1 and has the mean of the chain', () => {
    const rates = throughputsPerSecond(5, { cpuSeconds: 0.05, ioSeconds: 0.05 });
    const levels = levelProbabilities(rates, 16, 500);
    expect(levels.reduce((sum, level) => sum + level, 0)).toBeCloseTo(1, 12);
    const mean = levels.reduce((sum, level, inside) => sum + inside * level, 0);
    expect(mean).toBeCloseTo(16 * 0.302810552693, 8);
  });

  it('leaves to 1000 and more the published Erlang C of 1000 servers, whose terms would overflow', () => {
    const rates = Float64Array.from({ length: 1001 }, (_, inside) => inside);
    const levels = levelProbabilities(rates, 980, 1500);
    expect(levels.reduce((sum, level) => sum + level, 0)).toBeCloseTo(1, 10);
    expect(levels.subarray(1000).reduce((sum, level) => sum + level, 0)).toBeCloseTo(0.412200292365, 10);
  });

  it('is the Poisson law where servers never run out, at its mode by Stirling’s series', () => {
    const rates = Float64Array.from({ length: 1001 }, (_, inside) => inside);
    const levels = levelProbabilities(rates, 500, 1000);
    const mode = Math.exp(-1 / (12 * 500) + 1 / (360 * 500 ** 3)) / Math.sqrt(2 * Math.PI * 500);
    expect(levels[500]! / mode).toBeCloseTo(1, 10);
    expect(levels[499]! / mode).toBeCloseTo(1, 10);
  });
});

describe('lossWithBacklog', () => {
  it('is the loss of M/M/1/5 for one thread and four waiting', () => {
    expect(lossWithBacklog(Float64Array.of(0, 1), 0.8, 4)).toBeCloseTo(0.0888194986556, 12);
    expect(lossWithBacklog(Float64Array.of(0, 1), 0.8, 4)).toBeCloseTo(lossWithRoom(0.8, 5), 12);
  });

  it('loses the excess over capacity in the long run', () => {
    expect(lossWithBacklog(Float64Array.of(0, 10, 20), 30, 1024)).toBeCloseTo(1 / 3, 9);
  });
});
