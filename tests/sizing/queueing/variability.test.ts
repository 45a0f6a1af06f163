import { describe, expect, it } from 'vitest';
import { throughputsPerSecond } from '../../../src/sizing/queueing/machine-repair.ts';
import { correctedCongestion, variableThroughputs } from '../../../src/sizing/queueing/variability.ts';

const demand = { cpuSeconds: 0.01, ioSeconds: 0.04 };

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
});
