import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentionFactors, isContended } from '../../../src/sizing/queueing/core-contention.ts';
import { throughputsPerSecond } from '../../../src/sizing/queueing/machine-repair.ts';

const demand = { cpuSeconds: 0.05, ioSeconds: 0.05 };

describe('contentionFactors', () => {
  it('slows nothing while every process has a core', () => {
    const vm = { workers: 4, threads: 5, cores: 4, localWorkers: 0, localWorkerCpu: 0 };
    expect(new Set(contentionFactors(vm, demand))).toEqual(new Set([1]));
    expect(isContended(vm)).toBe(false);
  });

  it.each([
    // Eight saturated workers on four cores do the work of four.
    [8, 4, 0, 0, 4 / 8],
    // Four workers and 8 local workers of a quarter core each want six cores of four.
    [4, 4, 8, 0.25, 4 / 6],
    [2, 2, 4, 0.25, 2 / 3],
  ])(
    'leaves %d workers on %d cores with %d local workers at %d their fair share',
    (workers, cores, localWorkers, localWorkerCpu, fair) => {
      const vm = { workers, threads: 20, cores, localWorkers, localWorkerCpu };
      expect(contentionFactors(vm, demand).at(-1)).toBeCloseTo(fair, 4);
    },
  );

  it('is the mean field worked out by hand for two workers of one thread on one core', () => {
    const vm = { workers: 2, threads: 1, cores: 1, localWorkers: 0, localWorkerCpu: 0 };
    // Without I/O: with one inside each is busy half of the time, u = 1/2, and CPU stretches by 1 + u; with two u = 1.
    expect([...contentionFactors(vm, { cpuSeconds: 0.05, ioSeconds: 0 })]).toEqual([
      1,
      expect.closeTo(1 / 1.5, 8),
      expect.closeTo(1 / 2, 8),
    ]);
    // As much I/O: u = n/2 s/(s + 1) with s = 1 + u. One inside: u² + 3u/2 - 1/2 = 0; two: u² + u - 1 = 0.
    const one = (-1.5 + Math.sqrt(4.25)) / 2;
    const two = (-1 + Math.sqrt(5)) / 2;
    expect([...contentionFactors(vm, demand)]).toEqual([
      1,
      expect.closeTo(2 / (2 + one), 8),
      expect.closeTo(2 / (2 + two), 8),
    ]);
  });

  it('is the mean field worked out by hand for three workers on two cores', () => {
    // Only where both others are busy CPU stretches, to 3/2: s = 1 + u²/2. With three inside u = s/(s + 1).
    const vm = { workers: 3, threads: 1, cores: 2, localWorkers: 0, localWorkerCpu: 0 };
    const factor = contentionFactors(vm, demand)[3] ?? Number.NaN;
    const stretch = 2 / factor - 1;
    const busy = stretch / (stretch + 1);
    expect(stretch).toBeCloseTo(1 + busy ** 2 / 2, 8);
    expect(stretch).toBeGreaterThan(1.1);
  });

  it('counts local workers by their share, and slows nothing where all just find a core', () => {
    const vm = { workers: 1, threads: 2, cores: 1.6, localWorkers: 1, localWorkerCpu: 0.5 };
    expect(isContended(vm)).toBe(false);
    expect(isContended({ ...vm, cores: 1.5 })).toBe(false);
    expect(isContended({ ...vm, cores: 1.4 })).toBe(true);
    expect(isContended({ ...vm, localWorkers: 2 })).toBe(true);
  });

  it('stretches a lone worker beside a busy local one by what both want over the cores', () => {
    const vm = { workers: 1, threads: 1, cores: 1, localWorkers: 1, localWorkerCpu: 0.5 };
    expect([...contentionFactors(vm, { cpuSeconds: 0.05, ioSeconds: 0 })]).toEqual([
      1,
      expect.closeTo(1 / 1.5, 9),
    ]);
    const half = { ...vm, cores: 0.5 };
    expect(contentionFactors(half, { cpuSeconds: 0.05, ioSeconds: 0 })[1]).toBeCloseTo(1 / 3, 9);
  });

  it('stretches the CPU of a Thin process by its two local workers exactly', () => {
    const vm = { workers: 1, threads: 20, cores: 1, localWorkers: 2, localWorkerCpu: 0.1 };
    const factors = contentionFactors(vm, demand);
    const free = throughputsPerSecond(20, demand);
    const stretched = throughputsPerSecond(20, { cpuSeconds: 0.06, ioSeconds: 0.05 });
    for (let n = 1; n <= 20; n += 1) {
      expect((free[n] ?? 0) * (factors[n] ?? 0)).toBeCloseTo(stretched[n] ?? Number.NaN, 6);
    }
  });

  it('leaves requests without CPU alone', () => {
    const vm = { workers: 8, threads: 2, cores: 1, localWorkers: 0, localWorkerCpu: 0 };
    expect(new Set(contentionFactors(vm, { cpuSeconds: 0, ioSeconds: 1 }))).toEqual(new Set([1]));
  });

  it('never speeds up and slows more with fewer cores', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (workers, threads, cores, localWorkerCpu) => {
          const vm = { workers, threads, localWorkers: 2, localWorkerCpu };
          const few = contentionFactors({ ...vm, cores }, demand);
          const more = contentionFactors({ ...vm, cores: cores + 1 }, demand);
          few.forEach((factor, n) => {
            expect(factor).toBeGreaterThan(0);
            expect(factor).toBeLessThanOrEqual((more[n] ?? 0) + 1e-6);
            expect(more[n]).toBeLessThanOrEqual(1);
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});
