import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { fleets, planWith, resultOf } from './plans.ts';

describe('chartsOf', () => {
  it('names who carries the load in every condition, also who carries it exactly', () => {
    const said = (fleet: Inputs) =>
      resultOf(planWith(fleet)).charts.find((chart) => chart.id === 'capacity-by-condition')?.subtitle;
    // 15 VMs of 2 × 20 in three AZs keep 10: 400 of 400; 14 keep 9.
    expect(said({ ...fleets.profile2, vms: 15 })).toBe('B carries 400 in every condition.');
    expect(said({ ...fleets.profile2, vms: 14 })).toBe('No option carries 400 in every condition.');
  });
});
