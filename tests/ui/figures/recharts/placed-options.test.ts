import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../src/sizing/core/figure.ts';
import { placedOptions } from '../../../../src/ui/figures/recharts/placed-options.ts';
import { plotFrame } from '../../../../src/ui/figures/recharts/plot-frame.ts';
import { blankChart } from './blank-chart.ts';

const size = { width: 400, height: 272, left: 40, hasXAxis: true, hasLegend: true };

function placed(places: readonly Place[]) {
  const chart = blankChart({ places });
  return placedOptions(chart, plotFrame(chart, size));
}

describe('placedOptions', () => {
  it('writes what options at one point share once, beside the last of them', () => {
    const texts = placed([
      { letter: 'B', x: 50, y: 50, text: '8' },
      { letter: 'C', x: 50, y: 50, text: '8' },
    ]).map((p) => p.place.text);
    expect(texts).toEqual(['', '8']);
  });

  it('writes every value of options that cannot be told apart', () => {
    const texts = placed([
      { letter: 'A', x: 50, y: 50, text: '380' },
      { letter: 'B', x: 50, y: 50.1, text: '360' },
    ]).map((p) => p.place.text);
    expect(texts).toEqual(['', '380, 360']);
  });

  it('lets no text run into another option’s badge', () => {
    const [a, b] = placed([
      { letter: 'A', x: 50, y: 50, text: '1,080' },
      { letter: 'B', x: 58, y: 50, text: '576' },
    ]);
    expect(a?.textBox).toBeDefined();
    const overlaps =
      (a?.textBox?.right ?? 0) > (b?.badge.x ?? 0) - 9 &&
      (a?.textBox?.left ?? 0) < (b?.badge.x ?? 0) + 9 &&
      (a?.textBox?.bottom ?? 0) > (b?.badge.y ?? 0) - 9 &&
      (a?.textBox?.top ?? 0) < (b?.badge.y ?? 0) + 9;
    expect(overlaps).toBe(false);
  });
});
