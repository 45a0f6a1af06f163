import { describe, expect, it } from 'vitest';
import type { XyChart } from '../../../../src/sizing/core/figure.ts';
import { plotFrame } from '../../../../src/ui/figures/recharts/plot-frame.ts';
import { rowBadges, spreadAround } from '../../../../src/ui/figures/recharts/row-badges.ts';

const chart: XyChart = {
  kind: 'xy',
  id: 'c',
  title: '',
  subtitle: '',
  x: { label: '', scale: 'linear', min: 0, max: 500, format: 'number' },
  y: {
    label: '',
    scale: 'linear',
    min: -0.4,
    max: 1.7,
    ticks: [0, 1],
    format: 'number',
    names: ['VM lost', 'All up'],
    notes: [
      { text: 'B 40 short', tone: 'bad' },
      { text: 'B exact', tone: 'good' },
    ],
  },
  // Thin 20 × 20 and profile 2, as published: equal all up, 380 and 360 with a VM lost.
  series: (
    [
      ['A', 380],
      ['B', 360],
    ] as const
  ).map(([letter, lost]) => ({
    id: letter,
    label: letter,
    letter,
    shape: 'dots',
    marker: 'circle',
    filled: true,
    data: [
      { x: 400, y: 1 },
      { x: lost, y: 0 },
    ],
  })),
  marks: [],
  places: [],
};
const frameOf = (width: number) =>
  plotFrame(chart, { width, height: 272, left: 80, hasXAxis: true, hasLegend: true });

describe('spreadAround', () => {
  it('leaves what is far enough apart', () => {
    expect(spreadAround([10, 40], 18, 0, 100)).toEqual([10, 40]);
  });

  it('sets those at one place evenly around it, inside the bounds', () => {
    expect(spreadAround([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]);
    expect(spreadAround([0, 0], 10, 0, 100)).toEqual([0, 10]);
    expect(spreadAround([100, 100], 10, 0, 100)).toEqual([90, 100]);
  });

  it('moves neighbours of those that were moved', () => {
    expect(spreadAround([50, 50, 58], 10, 0, 100)).toEqual([42 + 2 / 3, 52 + 2 / 3, 62 + 2 / 3]);
  });
});

describe('rowBadges', () => {
  it('gives every option a badge in every row, none over another, each dot where its value is', () => {
    const frame = frameOf(600);
    const badges = rowBadges(chart, frame);
    expect(badges.map(({ letter }) => letter)).toEqual(['B', 'A', 'A', 'B']);
    for (const row of new Set(badges.map(({ y }) => y))) {
      const [left, right] = badges.filter(({ y }) => y === row);
      expect((right?.x ?? 0) - (left?.x ?? 0)).toBeGreaterThanOrEqual(18);
    }
    const allUp = badges.slice(2);
    expect(new Set(allUp.map(({ spotX }) => spotX)).size).toBe(1);
  });

  it('writes what stands at the rows’ ends only where there is room', () => {
    expect(frameOf(600).hasRowNotes).toBe(true);
    expect(frameOf(340).hasRowNotes).toBe(false);
    expect(600 - frameOf(600).right).toBeGreaterThan(60);
  });
});
