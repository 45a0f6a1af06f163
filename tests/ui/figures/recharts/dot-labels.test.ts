import { describe, expect, it } from 'vitest';
import type { XyChart } from '../../../../src/sizing/core/figure.ts';
import { dotLabels } from '../../../../src/ui/figures/recharts/dot-labels.ts';
import { placedOptions, plotObstacles } from '../../../../src/ui/figures/recharts/placed-options.ts';
import { plotFrame } from '../../../../src/ui/figures/recharts/plot-frame.ts';

const axis = { label: '', scale: 'linear', min: 0, max: 60, format: 'number' } as const;

/** Profile 2 and the setting 11 × 2 × 20 lie beside each other: 10 VMs on 20 vCPU, 11 on 22. */
const chart: XyChart = {
  kind: 'xy',
  id: 'c',
  title: '',
  subtitle: '',
  x: axis,
  y: { ...axis, max: 22 },
  series: [
    {
      id: 'front',
      label: 'front',
      shape: 'dots',
      marker: 'circle',
      filled: true,
      data: [
        { x: 22, y: 11, label: '11 × 2 × 20' },
        { x: 24, y: 6, label: '6 × 4 × 20' },
        { x: 32, y: 4, label: '4 × 7 × 20' },
      ],
    },
  ],
  marks: [],
  places: [
    { letter: 'B', x: 20, y: 10 },
    { letter: 'D', x: 32, y: 4 },
    { letter: 'C', x: 36, y: 9, text: 'you are here' },
  ],
};

describe('dotLabels', () => {
  it.each([700, 340])('sets the names of dots clear of badges and of one another, %i px wide', (width) => {
    const frame = plotFrame(chart, { width, height: 272, left: 40, hasXAxis: true, hasLegend: true });
    const options = placedOptions(chart, frame);
    const labels = dotLabels(chart, frame, plotObstacles(chart, frame, options));
    expect(labels.map(({ text }) => text)).toEqual(['11 × 2 × 20', '6 × 4 × 20', '4 × 7 × 20']);
    const boxes = labels.map(({ text, x, y, anchor }) => {
      const wide = text.length * 6.2;
      const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
      return { left, right: left + wide, top: y - 10, bottom: y + 2 };
    });
    const badges = options.map(({ badge }) => ({
      left: badge.x - 8,
      right: badge.x + 8,
      top: badge.y - 8,
      bottom: badge.y + 8,
    }));
    const isApart = (a: (typeof boxes)[number], b: (typeof boxes)[number]) =>
      a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    for (const [i, box] of boxes.entries())
      for (const other of [...badges, ...boxes.slice(i + 1)]) expect(isApart(box, other)).toBe(true);
  });
});
