import { describe, expect, it } from 'vitest';
import {
  ceilingSentence,
  stackTimeChart,
} from '../../../../../../src/sizing/calculators/heat/studies/load/load-chart.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { upstream } from '../../plans.ts';
import { eight, four, loadOf } from './load-case-of.ts';

describe('stackTimeChart', () => {
  it('runs to a twentieth past the last ceiling, and up to four times the longest stack alone', () => {
    // 1.05 × 14.4 = 15.12; 4 × 610 s = 2,440 s; both rounded up to two digits.
    const chart = stackTimeChart(loadOf({ stacksPerHour: 10 }, [four, eight], 'B'));
    expect(chart.x).toMatchObject({ scale: 'linear', min: 0, max: 16, format: 'number' });
    expect(chart.y).toMatchObject({ scale: 'linear', min: 0, max: 2500, format: 'duration' });
    expect(stackTimeChart(loadOf({ stacksPerHour: 100 }, [eight])).x.max).toBe(110);
  });

  it('marks the load and where each option is full', () => {
    const marks = (options: readonly Inputs[]) =>
      stackTimeChart(loadOf({ stacksPerHour: 10 }, options)).marks;
    expect(marks([four, eight])).toEqual([
      { axis: 'x', at: 10, label: 'Load', detail: '10/h', tone: 'load' },
      { axis: 'x', at: 7.2, label: 'A full', detail: '7.2/h', tone: 'note', isDashed: true },
      { axis: 'x', at: 14.4, label: 'B full', detail: '14.4/h', tone: 'note', isDashed: true },
    ]);
    expect(marks([four, eight, four]).map(({ label }) => label)).toEqual(['Load', 'A, C full', 'B full']);
  });

  it('draws each option from nothing to close under its ceiling, in order', () => {
    const { series } = stackTimeChart(loadOf({ stacksPerHour: 10 }, [four, eight]));
    for (const [at, ceiling] of [7.2, 14.4].entries()) {
      const line = series[at];
      const data = line?.shape === 'line' ? line.data : [];
      const xs = data.map(({ x }) => x);
      expect(xs[0]).toBe(0);
      expect(xs).toEqual(xs.toSorted((a, b) => a - b));
      expect(Math.max(...xs)).toBeLessThan(ceiling);
      // Past nine tenths there are points of its own.
      expect(Math.max(...xs)).toBeGreaterThan(0.9 * ceiling);
      // The line ends with the first point far above the plot.
      expect(data.filter(({ y }) => y > 3 * 2500).length).toBeLessThanOrEqual(1);
    }
    expect(series.map(({ id, label, letter }) => [id, label, letter])).toEqual([
      ['A', 'Option 1', 'A'],
      ['B', 'Option 2', 'B'],
    ]);
  });

  it('has 48 even points and five near the ceiling', () => {
    // Upstream climbs late: every point is drawn.
    const load = loadOf({ ...upstream, stacksPerHour: 1 }, [eight]);
    const { series, x } = stackTimeChart(load);
    const ceiling = load.selected.load.ceilingPerHour;
    const xs = series[0]?.data.map((point) => point.x) ?? [];
    for (const at of [1, 10, 40]) {
      const even = (x.max * at) / 47;
      expect(xs.some((found) => Math.abs(found - even) < 1e-9 * x.max)).toBe(true);
    }
    for (const share of [0.9, 0.95]) expect(xs.some((found) => found === share * ceiling)).toBe(true);
  });
});

describe('ceilingSentence', () => {
  it('compares with the baseline, or counts the places', () => {
    expect(ceilingSentence(loadOf({}, [four, eight], 'B'))).toBe(
      'Option 2 is full at 14.4 stacks an hour; Option 1 at 7.2.',
    );
    expect(ceilingSentence(loadOf({}, [eight]))).toBe(
      'Option 1 is full at 14.4 stacks an hour, with 24 places.',
    );
    expect(stackTimeChart(loadOf({}, [eight])).subtitle).toBe(
      'Option 1 is full at 14.4 stacks an hour, with 24 places. The line is the cautious end of a rough range.',
    );
  });
});
