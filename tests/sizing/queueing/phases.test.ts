import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandScv, type Phases, phasesOf } from '../../../src/sizing/queueing/phases.ts';

/** First two moments by conditioning on the first phase, an independent route to mean and variance. */
function momentsOf({ start, pace, isSeries }: Phases): { mean: number; scv: number } {
  let mean = 0;
  let second = 0;
  start.forEach((probability, first) => {
    const passed = isSeries ? [...pace].slice(first) : [pace[first] ?? Number.NaN];
    const sum = passed.reduce((total, rate) => total + 1 / rate, 0);
    const variance = passed.reduce((total, rate) => total + 1 / rate ** 2, 0);
    mean += probability * sum;
    second += probability * (variance + sum ** 2);
  });
  return { mean, scv: second / mean ** 2 - 1 };
}

describe('phasesOf', () => {
  it('has a mean of 1 and the variation asked for, from 1/12 up', () => {
    fc.assert(
      fc.property(fc.double({ min: 1 / 12, max: 20, noNaN: true }), (scv) => {
        const moments = momentsOf(phasesOf(scv));
        expect(moments.mean).toBeCloseTo(1, 9);
        expect(moments.scv / scv).toBeCloseTo(1, 6);
      }),
    );
  });

  it('is one exponential phase at 1 and four equal ones at a quarter', () => {
    expect([...phasesOf(1).pace]).toEqual([1]);
    expect([...phasesOf(0.25).pace].map((pace) => Number(pace.toFixed(9)))).toEqual([4, 4, 4, 4]);
  });

  it.each([
    [1, 1],
    [0.5, 2],
    [0.4, 3],
    [1 / 3, 3],
    [0.25, 4],
    [0.2, 5],
    [1 / 12, 12],
    [0.01, 12],
  ])('has for a variation of %d %i phases in a row', (scv, phases) => {
    const { isSeries, pace, start } = phasesOf(scv);
    expect([isSeries, pace.length, start.length]).toEqual([true, phases, phases]);
    expect(start.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  });

  it('has for a variation of 4 two phases to choose from, with balanced means', () => {
    const weight = (1 + Math.sqrt(3 / 5)) / 2;
    const phases = phasesOf(4);
    expect(phases.isSeries).toBe(false);
    expect([...phases.start]).toEqual([expect.closeTo(weight, 12), expect.closeTo(1 - weight, 12)]);
    expect([...phases.pace]).toEqual([expect.closeTo(2 * weight, 12), expect.closeTo(2 - 2 * weight, 12)]);
    expect(momentsOf(phases)).toEqual({ mean: expect.closeTo(1, 12), scv: expect.closeTo(4, 10) });
    expect(momentsOf(phasesOf(0.4))).toEqual({ mean: expect.closeTo(1, 12), scv: expect.closeTo(0.4, 10) });
    expect(() => phasesOf(-0.1)).toThrow('scv');
  });

  it('stops at twelve phases for fixed demands', () => {
    expect(phasesOf(0).pace.length).toBe(12);
  });
});

describe('demandScv', () => {
  it('adds the variances of CPU and I/O', () => {
    // 5 ms and 45 ms, both exponential: (25 + 2025) / 2500.
    expect(demandScv(5, 1, 45, 1)).toBeCloseTo(0.82, 12);
  });

  it('weighs each variance with the square of its part, and wants a request that takes time', () => {
    // 2 s of variation 3 and 1 s of variation 6: (3 × 4 + 6) / 9.
    expect(demandScv(2, 3, 1, 6)).toBeCloseTo(2, 12);
    expect(demandScv(2, 0, 0, 9)).toBe(0);
    expect(() => demandScv(0, 1, 0, 1)).toThrow('cpuSeconds + ioSeconds');
    expect(() => demandScv(1, -1, 1, 1)).toThrow('cpuScv');
    expect(() => demandScv(1, 1, 1, -1)).toThrow('ioScv');
  });
});
