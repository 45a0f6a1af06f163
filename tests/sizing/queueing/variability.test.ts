import { describe, expect, it } from 'vitest';
import { throughputsPerSecond } from '../../../src/sizing/queueing/machine-repair.ts';
import { correctedCongestion, variableThroughputs } from '../../../src/sizing/queueing/variability.ts';

const demand = { cpuSeconds: 0.01, ioSeconds: 0.04 };

// The shares 0.3, 0.9, 0.2, 0.4 and 0.15 were fitted to simulations: see variability.ts. How near they come is tested
// with fleet-response.ts; here is what is reckoned with them.
describe('variableThroughputs', () => {
  it('is machine repair for exponential demands and for independent bursts', () => {
    const exact = throughputsPerSecond(20, demand);
    expect(variableThroughputs(20, demand, { cpuScv: 1, ioScv: 1, cpuBursts: 'alike' })).toEqual(exact);
    expect(variableThroughputs(20, demand, { cpuScv: 0.2, ioScv: 0.2, cpuBursts: 'independent' })).toEqual(
      exact,
    );
  });

  it('lies between machine repair and the deterministic bound for fixed demands', () => {
    const exact = throughputsPerSecond(20, demand);
    const fixed = variableThroughputs(20, demand, { cpuScv: 0, ioScv: 0, cpuBursts: 'alike' });
    for (let n = 1; n <= 20; n += 1) {
      expect(fixed[n]).toBeGreaterThanOrEqual((exact[n] ?? 0) - 1e-9);
      expect(fixed[n]).toBeLessThanOrEqual(Math.min(n / 0.05, 100) + 1e-9);
    }
  });

  it('has requests of equal size meet three tenths of the queue, and of half the variation so much more', () => {
    const fixed = variableThroughputs(2, demand, { cpuScv: 0, ioScv: 0, cpuBursts: 'alike' });
    expect([fixed[0], fixed[1]]).toEqual([0, expect.closeTo(20, 10)]);
    // One request is a fifth of the time at the lock: 2 / (0.04 + 0.01 (1 + 0.3 × 0.2)).
    expect(fixed[2]).toBeCloseTo(2 / 0.0506, 10);
    const half = variableThroughputs(2, demand, { cpuScv: 0.5, ioScv: 0, cpuBursts: 'alike' });
    expect(half[2]).toBeCloseTo(2 / (0.05 + 0.01 * (0.3 + 0.7 * Math.cbrt(0.5)) * 0.2), 10);
  });

  it('never completes more than the lock lets through, and reaches that with requests of equal size', () => {
    const fixed = variableThroughputs(40, demand, { cpuScv: 0, ioScv: 0, cpuBursts: 'alike' });
    expect(fixed[40]).toBe(100);
    for (const rate of fixed) expect(rate).toBeLessThanOrEqual(100);
  });

  it('refuses what is no number of requests, no demand or no variation', () => {
    const none = { cpuScv: 0, ioScv: 0, cpuBursts: 'alike' } as const;
    expect(() => variableThroughputs(-1, demand, none)).toThrow('most');
    expect(() => variableThroughputs(1, { cpuSeconds: 0, ioSeconds: 0 }, none)).toThrow(RangeError);
    expect(() => variableThroughputs(1, demand, { ...none, ioScv: -1 })).toThrow('ioScv');
    expect(() => variableThroughputs(1, demand, { ...none, cpuScv: -1 })).toThrow('cpuScv');
  });
});

describe('correctedCongestion', () => {
  it.each([
    [0, 0, 0.5],
    [0.25, 0.25, 0.5 + (0.25 * (0.01 ** 2 + 0.04 ** 2)) / 0.05 ** 2 / 2],
    [1, 1, 0.5 + (0.01 ** 2 + 0.04 ** 2) / 0.05 ** 2 / 2],
  ])(
    'scales the wait for a single thread as Pollaczek and Khinchine do, coefficients %d and %d',
    (cpuScv, ioScv, factor) => {
      const waits = correctedCongestion({ backlogSeconds: 1, lockSeconds: 0, ioSeconds: 0.04 }, 0.05, {
        cpuScv,
        ioScv,
        cpuBursts: 'alike',
      });
      expect(waits.backlogSeconds).toBeCloseTo(factor, 12);
    },
  );

  it('leaves the wait for the lock alone when bursts are independent', () => {
    const waits = correctedCongestion({ backlogSeconds: 0, lockSeconds: 0.3, ioSeconds: 0.04 }, 0.5, {
      cpuScv: 0.2,
      ioScv: 0.25,
      cpuBursts: 'independent',
    });
    expect(waits.lockSeconds).toBe(0.3);
  });

  it('stretches the wait for the lock by the variation of CPU, the more the busier it is', () => {
    // 10 ms of 50 at the lock: busy 1/5. Held variation (0.01² c + 0.04²)/0.05² with I/O of variation 1.
    const at = (cpuScv: number) =>
      correctedCongestion({ backlogSeconds: 1, lockSeconds: 0.01, ioSeconds: 0.04 }, 0.05, {
        cpuScv,
        ioScv: 1,
        cpuBursts: 'alike',
      });
    expect(at(1).lockSeconds).toBeCloseTo(0.01 * (0.9 + 0.2 + 0.4 / 5), 12);
    expect(at(4).lockSeconds).toBeCloseTo(0.01 * (0.9 + 4 * (0.2 + 0.4 / 5)), 12);
    expect(at(0).lockSeconds).toBeCloseTo(0.009, 12);
    expect(at(1).backlogSeconds).toBeCloseTo(0.84 * (1 + 0.15 / 5), 12);
    // Held variation (4 × 0.0001 + 0.0016)/0.0025 = 0.8; the stretch counts a variation of at most 1.
    expect(at(4).backlogSeconds).toBeCloseTo(0.9 * (1 + 0.15 / 5), 12);
    expect(at(0.5).backlogSeconds).toBeCloseTo(0.83 * (1 + 0.15 / 10), 12);
    expect(at(1).ioSeconds).toBe(0.04);
  });

  it('scales the wait for a thread of independent bursts alone', () => {
    const congestion = { backlogSeconds: 1, lockSeconds: 0.01, ioSeconds: 0.04 };
    expect(correctedCongestion(congestion, 0.05, { cpuScv: 1, ioScv: 1, cpuBursts: 'independent' })).toEqual({
      backlogSeconds: expect.closeTo(0.84, 12),
      lockSeconds: 0.01,
      ioSeconds: 0.04,
    });
  });

  it('has no time at the lock where I/O is all', () => {
    const waits = correctedCongestion({ backlogSeconds: 1, lockSeconds: 0, ioSeconds: 0.05 }, 0.04, {
      cpuScv: 9,
      ioScv: 0,
      cpuBursts: 'alike',
    });
    expect(waits).toEqual({ backlogSeconds: 0.5, lockSeconds: 0, ioSeconds: 0.05 });
  });
});
