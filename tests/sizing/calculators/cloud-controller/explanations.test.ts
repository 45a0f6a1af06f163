import { describe, expect, it } from 'vitest';
import { fleets, observed, planWith, resultOf } from './plans.ts';

describe('explainLoad', () => {
  it.each([
    [{}, 'Thin VMs × threads', '20 × 20 = 400', ['guide', 'yours'], ['CF-11']],
    [
      { growthPercent: 5 },
      'Thin VMs × threads × growth, rounded up',
      '20 × 20 × 1.05 = 420',
      ['guide', 'yours'],
      ['CF-11'],
    ],
    // A peak that was entered before counts only where it is asked for.
    [{ observedPeak: 350 }, 'Thin VMs × threads', '20 × 20 = 400', ['guide', 'yours'], ['CF-11']],
    [observed(350), 'Observed peak', '350', ['yours'], ['CF-15']],
    [
      { ...observed(350), growthPercent: 10 },
      'Observed peak × growth, rounded up',
      '350 × 1.1 = 385',
      ['yours'],
      ['CF-15'],
    ],
  ])('tells of %j how the load comes about', (shared, formula, worked, origins, rules) => {
    const { line } = resultOf(planWith(fleets.profile3plus1, shared)).gauge;
    expect(line?.explain).toEqual({ formula, worked, origins, rules });
  });
});
