import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { throughputsPerSecond } from '../../../src/sizing/queueing/machine-repair.ts';
import { chainOf } from '../../../src/sizing/queueing/process-chain.ts';
import {
  closedResponseSeconds,
  evenRates,
  slotRates,
  vmRates,
} from '../../../src/sizing/queueing/workers.ts';

function chainOfVm(
  policy: 'slot' | 'even',
  workers: number,
  threads: number,
  cpuSeconds: number,
  ioSeconds: number,
  load: number,
) {
  const chain = chainOf(
    vmRates(workers, throughputsPerSecond(threads, { cpuSeconds, ioSeconds }), policy),
    load,
  );
  if (chain.kind !== 'settles') throw new Error('expected the chain to settle');
  return chain;
}

describe('slotRates', () => {
  it.each([
    [4, 5, 60, 0.167685473411, 0.0370835174033],
    [8, 10, 128, 0.197721585137, 7.68050842176e-6],
  ])(
    'gives the published response of %d workers with %d threads at %d/s',
    (workers, threads, load, r, pw) => {
      const chain = chainOfVm('slot', workers, threads, 0.05, 0.05, load);
      expect(chain.meanResponseSeconds).toBeCloseTo(r, 11);
      expect(chain.waitProbability / pw).toBeCloseTo(1, 8);
    },
  );

  it('predicts the wait for the lock that 37signals measured at 64 ms within 3 %', () => {
    const chain = chainOfVm('slot', 16, 2, 0.19, 0.053, 50);
    expect(chain.meanInServiceSeconds - 0.243).toBeCloseTo(0.0658835105574, 11);
    expect(chain.meanResponseSeconds).toBeCloseTo(0.308920182951, 11);
    expect(Math.abs((chain.meanInServiceSeconds - 0.243) / 0.06395 - 1)).toBeLessThan(0.04);
  });

  it('cannot carry the 100/s that failed at 37signals', () => {
    const rates = slotRates(16, throughputsPerSecond(2, { cpuSeconds: 0.19, ioSeconds: 0.053 }));
    expect(rates.at(-1)).toBeCloseTo(81.7, 0);
    expect(chainOf(rates, 100).kind).toBe('grows');
  });

  it('answers the 37signals load on 32 single-threaded workers within 2 % of the measured 239 ms', () => {
    const chain = chainOfVm('slot', 32, 1, 0.19, 0.053, 50);
    expect(chain.meanInServiceSeconds).toBeCloseTo(0.243, 12);
    expect(chain.meanInServiceSeconds / 0.239).toBeLessThan(1.02);
    expect(32 / 0.243).toBeCloseTo(131.7, 1);
    expect(chain.utilisation).toBeCloseTo(50 / 131.687, 4);
  });

  it('is independent machines when nothing needs CPU: n/io with n inside', () => {
    const rates = slotRates(3, throughputsPerSecond(4, { cpuSeconds: 0, ioSeconds: 2 }));
    rates.forEach((rate, n) => {
      expect(rate).toBeCloseTo(n / 2, 10);
    });
  });

  it('counts every placement of two requests on two single-threaded workers', () => {
    // Two requests on two workers with one thread each: always one in each.
    expect(slotRates(2, Float64Array.of(0, 10))[2]).toBeCloseTo(20, 12);
    // One free thread in three is on the busy worker: 2 workers, 2 threads, rates 10 and 16.
    // Weights f = 1, 2/10, 2/160: F(1) = 0.4, F(2) = 0.04 + 0.025, mu(2) = 3 F(1)/F(2).
    expect(slotRates(2, Float64Array.of(0, 10, 16))[2]).toBeCloseTo((3 * 0.4) / 0.065, 10);
  });

  it('is finite and rising for 24 workers of 64 threads', () => {
    const rates = slotRates(24, throughputsPerSecond(64, { cpuSeconds: 0.02, ioSeconds: 0.5 }));
    for (let n = 1; n < rates.length; n += 1) {
      expect(rates[n] ?? Number.NaN).toBeGreaterThan((rates[n - 1] ?? Number.NaN) - 1e-6);
    }
  });
});

describe('evenRates', () => {
  it.each([
    [4, 5, 0.05, 0.05, 60, 0.146139841258],
    [8, 10, 0.05, 0.05, 128, 0.143150336736],
    [16, 2, 0.19, 0.053, 50, 0.250157574444],
  ])('gives the published response of %d workers with %d threads', (workers, threads, cpu, io, load, r) => {
    expect(chainOfVm('even', workers, threads, cpu, io, load).meanResponseSeconds).toBeCloseTo(r, 11);
  });

  it('never waits longer than the random slot does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 0.98, noNaN: true }),
        (workers, threads, cpuSeconds, load) => {
          const one = throughputsPerSecond(threads, { cpuSeconds, ioSeconds: 1 - cpuSeconds + 0.01 });
          const even = evenRates(workers, one);
          const slot = slotRates(workers, one);
          const arrivals = load * (slot.at(-1) ?? 0);
          const best = chainOf(even, arrivals);
          const usual = chainOf(slot, arrivals);
          if (best.kind !== 'settles' || usual.kind !== 'settles') throw new Error('expected both to settle');
          expect(best.meanWaitSeconds).toBeLessThanOrEqual(usual.meanWaitSeconds * (1 + 1e-9) + 1e-12);
          expect(best.meanResponseSeconds).toBeLessThanOrEqual(usual.meanResponseSeconds * (1 + 1e-9));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('closedResponseSeconds', () => {
  const one = throughputsPerSecond(4, { cpuSeconds: 0.0502, ioSeconds: 0.0387 });

  // GitLab's closed loop: median milliseconds with 1 to 8 clients; demands fitted to the first and the last.
  it.each([
    [1, 88.9, 88.9],
    [2, 101.1, 94.9],
    [3, 114.4, 104.7],
    [4, 128.1, 117.2],
    [5, 142.5, 133.6],
    [6, 159.5, 154.9],
    [7, 179.7, 181.2],
    [8, 202.4, 202.4],
  ])('is within 11 % of GitLab with %d clients and random accept', (clients, modelMs, measuredMs) => {
    const ms = closedResponseSeconds(slotRates(2, one), clients) * 1000;
    expect(Math.abs(ms - modelMs)).toBeLessThan(0.3);
    expect(Math.abs(ms / measuredMs - 1)).toBeLessThan(0.11);
  });

  it.each([
    [1, 88.9, 92.2],
    [2, 88.9, 93.0],
    [3, 106.0, 100.2],
    [4, 117.3, 105.6],
    [5, 137.9, 131.6],
    [6, 156.3, 156.4],
    [7, 179.7, 180.9],
    [8, 202.4, 206.4],
  ])(
    'is within 11.5 % of GitLab with %d clients and idle workers preferred',
    (clients, modelMs, measuredMs) => {
      const ms = closedResponseSeconds(evenRates(2, one), clients) * 1000;
      expect(Math.abs(ms - modelMs)).toBeLessThan(0.3);
      expect(Math.abs(ms / measuredMs - 1)).toBeLessThan(0.115);
    },
  );
});
