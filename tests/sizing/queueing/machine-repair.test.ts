import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB } from '../../../src/sizing/queueing/erlang.ts';
import {
  meanValuesOf,
  speedUpOf,
  threadsForCeiling,
  throughputPerSecond,
  throughputsPerSecond,
  worthwhileThreads,
} from '../../../src/sizing/queueing/machine-repair.ts';

const demands = fc.record({
  cpuSeconds: fc.double({ min: 1e-4, max: 2, noNaN: true }),
  ioSeconds: fc.double({ min: 0, max: 20, noNaN: true }),
});

describe('throughputPerSecond', () => {
  it.each([
    [0.05, 0.05, 1, 10],
    [0.05, 0.05, 2, 16],
    [0.05, 0.05, 3, 18.75],
    [0.05, 0.05, 5, 19.9386503067],
    [0.05, 0.05, 10, 19.9999979724],
    [0.02, 0.08, 2, 19.2307692308],
    [0.02, 0.08, 5, 40.0466562986],
    [0.02, 0.08, 10, 49.7346225563],
    [0.02, 0.08, 20, 49.9999995861],
    [1, 4, 5, 0.800933125972],
  ])(
    'completes the published rate with %d s CPU, %d s I/O and %d inside',
    (cpuSeconds, ioSeconds, inside, rate) => {
      expect(throughputPerSecond(inside, { cpuSeconds, ioSeconds })).toBeCloseTo(rate, 9);
    },
  );

  it.each([
    [0.3, 20, 2.94282621257],
    [0.05, 5, 12.4867804102],
    [0.3, 60, 1.05898682507],
  ])(
    'completes the published rate in a Heat engine of 64 with %d s CPU and %d s I/O',
    (cpuSeconds, ioSeconds, rate) => {
      expect(throughputPerSecond(64, { cpuSeconds, ioSeconds })).toBeCloseTo(rate, 10);
    },
  );

  it('is 1/cpu without I/O and n/io without CPU', () => {
    expect(throughputPerSecond(7, { cpuSeconds: 0.5, ioSeconds: 0 })).toBe(2);
    expect(throughputPerSecond(7, { cpuSeconds: 0, ioSeconds: 0.5 })).toBe(14);
  });

  it('refuses a request that takes no time', () => {
    expect(() => throughputPerSecond(1, { cpuSeconds: 0, ioSeconds: 0 })).toThrow(RangeError);
  });
});

describe('throughputsPerSecond', () => {
  it('rises with every request inside, by less each time, between its bounds', () => {
    fc.assert(
      fc.property(demands, ({ cpuSeconds, ioSeconds }) => {
        const rates = throughputsPerSecond(40, { cpuSeconds, ioSeconds });
        let gain = Number.POSITIVE_INFINITY;
        for (let n = 1; n <= 40; n += 1) {
          const rate = rates[n] ?? Number.NaN;
          const step = rate - (rates[n - 1] ?? Number.NaN);
          const slack = rate * 1e-9;
          expect(step).toBeGreaterThanOrEqual(-slack);
          expect(step).toBeLessThanOrEqual(gain + slack);
          expect(rate).toBeLessThanOrEqual(Math.min(n / (cpuSeconds + ioSeconds), 1 / cpuSeconds) + slack);
          expect(rate).toBeGreaterThanOrEqual(n / (ioSeconds + n * cpuSeconds) - slack);
          gain = step;
        }
      }),
    );
  });

  it('agrees with mean value analysis and with Erlang B', () => {
    fc.assert(
      fc.property(demands, fc.integer({ min: 1, max: 60 }), (demand, inside) => {
        const rate = throughputPerSecond(inside, demand);
        expect(rate * demand.cpuSeconds).toBeCloseTo(
          meanValuesOf(inside, demand).throughputPerSecond * demand.cpuSeconds,
          9,
        );
        expect(rate * demand.cpuSeconds).toBeCloseTo(
          1 - erlangB(inside, demand.ioSeconds / demand.cpuSeconds),
          9,
        );
      }),
    );
  });
});

describe('meanValuesOf', () => {
  it('gives the published queue and residence of five requests', () => {
    const values = meanValuesOf(5, { cpuSeconds: 1, ioSeconds: 4 });
    expect(values.atLock).toBeCloseTo(1.79626749611, 10);
    expect(values.lockResidenceSeconds).toBeCloseTo(2.2427184466, 9);
    expect(values.throughputPerSecond).toBeCloseTo(0.800933125972, 11);
  });
});

describe('speedUpOf', () => {
  it.each([
    [0.25, 2, 1.1429, 1.28, 1.3333],
    [0.25, 5, 1.25, 1.3333, 1.3333],
    [0.5, 2, 1.3333, 1.6, 2],
    [0.5, 3, 1.5, 1.875, 2],
    [0.5, 5, 1.6667, 1.9939, 2],
    [0.75, 3, 2, 2.6154, 3],
    [0.75, 10, 3.0769, 3.9968, 4],
    [0.9, 5, 3.5714, 4.7509, 5],
    [0.9, 20, 6.8966, 9.9938, 10],
  ])(
    'puts the exact curve between its bounds at I/O share %d with %d threads',
    (ioShare, threads, low, exact, high) => {
      const speed = speedUpOf(threads, ioShare);
      expect(speed.pessimistic).toBeCloseTo(low, 4);
      expect(speed.exact).toBeCloseTo(exact, 4);
      expect(speed.optimistic).toBeCloseTo(high, 4);
    },
  );

  it("has Amdahl's law as its pessimistic bound N(D+Z)/(Z+ND)", () => {
    fc.assert(
      fc.property(demands, fc.integer({ min: 1, max: 100 }), ({ cpuSeconds: d, ioSeconds: z }, n) => {
        expect(speedUpOf(n, z / (d + z)).pessimistic / ((n * (d + z)) / (z + n * d))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('grows with every thread when nothing needs CPU', () => {
    expect(speedUpOf(12, 1)).toEqual({ optimistic: 12, exact: 12, pessimistic: 12 });
  });
});

describe('worthwhileThreads', () => {
  it.each([
    [0.1, 2, 2],
    [0.2, 2, 2],
    [0.25, 3, 2],
    [0.3, 3, 3],
    [0.4, 3, 3],
    [0.5, 4, 4],
    [0.6, 5, 4],
    [0.7, 6, 5],
    [0.75, 7, 6],
    [0.8, 7, 7],
    [0.9, 10, 11],
  ])('stops at I/O share %d after %d threads by Amdahl and %d exactly', (ioShare, amdahl, exact) => {
    expect(worthwhileThreads(ioShare, 0.05, 100, 'pessimistic')).toBe(amdahl);
    expect(worthwhileThreads(ioShare, 0.05, 100)).toBe(exact);
  });

  it('takes a thread that gains exactly the least gain', () => {
    // Without CPU the second thread doubles the first's work, the third adds half of that.
    expect(worthwhileThreads(1, 1, 10)).toBe(2);
    expect(worthwhileThreads(1, 0.5, 10)).toBe(3);
  });

  it('never stops before the limit when nothing needs CPU', () => {
    expect(worthwhileThreads(1, 0.05, 15)).toBe(15);
  });
});

describe('threadsForCeiling', () => {
  it.each([
    [0.25, 2],
    [0.5, 3],
    [0.6, 4],
    [0.7, 5],
    [0.75, 6],
    [0.8, 7],
    [0.9, 12],
  ])('reaches 90 % of the ceiling at I/O share %d with %d threads', (ioShare, threads) => {
    expect(threadsForCeiling(ioShare, 0.9, 100)).toBe(threads);
  });

  it('is reached by one thread that never waits, and by none where none is enough', () => {
    expect(threadsForCeiling(0, 1, 50)).toBe(1);
    expect(threadsForCeiling(1, 0.9, 50)).toBe(50);
    expect(threadsForCeiling(0.9, 0.9, 5)).toBe(5);
  });
});
