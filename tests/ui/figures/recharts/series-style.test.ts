import { describe, expect, it } from 'vitest';
import type { Mark, XyChart } from '../../../../src/sizing/core/figure.ts';
import { letters } from '../../../../src/sizing/core/plan.ts';
import { seriesStroke } from '../../../../src/ui/figures/recharts/series-style.ts';
import { blankChart } from './blank-chart.ts';

const limit: Mark = { axis: 'y', at: 1, label: 'Limit', tone: 'limit' };

function looksWithoutColour(chart: XyChart): string[] {
  return chart.series.map((series) => {
    const { strokeDasharray = 'solid', strokeWidth } = seriesStroke(chart, series);
    return series.letter ? `${strokeDasharray} ${strokeWidth}` : strokeDasharray;
  });
}

describe('seriesStroke', () => {
  it.each([
    ['without marks', []],
    ['with a limit', [limit]],
  ])('tells four lines of no option apart without colour in a chart %s', (_, marks) => {
    const series = ['1', '2', '3', '4'].map((id) => ({ id, label: id, shape: 'line' as const, data: [] }));
    expect(new Set(looksWithoutColour(blankChart({ series, marks }))).size).toBe(4);
  });

  it('tells the six options apart without colour', () => {
    const series = letters.map((letter) => ({
      id: letter,
      label: letter,
      letter,
      shape: 'line' as const,
      data: [],
    }));
    expect(new Set(looksWithoutColour(blankChart({ series }))).size).toBe(6);
  });
});
