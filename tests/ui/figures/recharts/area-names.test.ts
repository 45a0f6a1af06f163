import { describe, expect, it } from 'vitest';
import { placedAreas } from '../../../../src/ui/figures/recharts/area-names.ts';
import { levelLabelPlace } from '../../../../src/ui/figures/recharts/mark-layout.ts';
import { plotObstacles } from '../../../../src/ui/figures/recharts/placed-options.ts';
import { plotFrame } from '../../../../src/ui/figures/recharts/plot-frame.ts';
import { blankChart } from './blank-chart.ts';

const axis = { label: '', scale: 'linear', min: 0, max: 1.2, format: 'percent' } as const;
const over = { axis: 'y', at: 1, label: 'Cores over', tone: 'limit' } as const;
const chart = blankChart({
  x: axis,
  y: axis,
  marks: [over],
  areas: [
    { fromX: 0, toX: 0.8, y: 1.1, text: 'More cores or VMs' },
    { fromX: 0.8, toX: 1.2, y: 1.1, text: 'Scale out' },
  ],
});

const frameOf = (width: number) =>
  plotFrame(chart, { width, height: 272, left: 45, hasXAxis: true, hasLegend: true });

describe('placedAreas', () => {
  it('names a part in its middle, where the part is as wide as its name', () => {
    const frame = frameOf(345);
    const [left, right] = placedAreas(chart, frame);
    expect(left?.x).toBeCloseTo(frame.left + (frame.right - frame.left) / 3, 5);
    expect(right?.text).toBe('Scale out');
    expect(placedAreas(chart, frameOf(160)).map(({ text }) => text)).toEqual([]);
  });

  it('is kept clear of by the words of a line', () => {
    for (const width of [345, 700]) {
      const frame = frameOf(width);
      const y = frame.bottom - (frame.bottom - frame.top) / 1.2;
      const place = levelLabelPlace(over, y, frame, plotObstacles(chart, frame, []));
      const wide = over.label.length * 6.4;
      for (const { box } of placedAreas(chart, frame)) {
        const isApart =
          place.x + wide <= box.left ||
          place.x >= box.right ||
          place.y - 11 >= box.bottom ||
          place.y + 3 <= box.top;
        expect(isApart).toBe(true);
      }
    }
  });
});
