import { describe, expect, it } from 'vitest';
import { gaugeScale, scaleValues } from '../../../src/ui/figures/gauge-scale.ts';
import { limitGauge, loadGauge } from './sample-gauge.ts';

describe('gaugeScale', () => {
  it('runs to 500 for the published profiles, with a numeral every 100 and a mark every 20', () => {
    expect(gaugeScale(loadGauge(['A', 'B', 'C', 'D']))).toEqual({ max: 500, step: 100, mark: 20 });
  });

  it('leaves air above a hull that reaches the load exactly', () => {
    expect(gaugeScale(loadGauge(['A'])).max).toBeGreaterThan(400);
  });

  it('takes the load into account when every option is below it', () => {
    expect(gaugeScale(loadGauge(['A'], 4000)).max).toBeGreaterThan(4000);
  });

  it('ends at twice the limit when an option lies far beyond it', () => {
    const gauge = limitGauge([
      ['A', 720],
      ['D', 9072],
    ]);
    expect(gaugeScale(gauge).max).toBe(1200);
  });

  it('shows every column whole when none lies far beyond the limit', () => {
    expect(gaugeScale(limitGauge([['B', 1080]])).max).toBeGreaterThanOrEqual(1080);
    expect(gaugeScale(limitGauge([['B', 1400]])).max).toBeGreaterThanOrEqual(1400);
  });

  it('never has more than nine numerals, and marks nothing between whole numbers', () => {
    for (const load of [1, 2, 3, 7, 9, 10, 99, 1234, 48_000, 5_000_000]) {
      const scale = gaugeScale(loadGauge([], load));
      expect(scaleValues(scale, scale.step).length).toBeLessThanOrEqual(9);
      expect(Number.isInteger(scale.mark)).toBe(true);
      expect(scale.max % scale.step).toBe(0);
    }
  });
});
