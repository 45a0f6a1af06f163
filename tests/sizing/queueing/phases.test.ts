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

  it('stops at twelve phases for fixed demands', () => {
    expect(phasesOf(0).pace.length).toBe(12);
  });
});

describe('demandScv', () => {
  it('adds the variances of CPU and I/O', () => {
    // 5 ms and 45 ms, both exponential: (25 + 2025) / 2500.
    expect(demandScv(5, 1, 45, 1)).toBeCloseTo(0.82, 12);
  });
});
