import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../src/sizing/core/plan.ts';
import { boardGeometry } from '../../../src/ui/figures/board-geometry.ts';
import { gaugeLayout } from '../../../src/ui/figures/gauge-layout.ts';
import { limitGauge, loadGauge } from './sample-gauge.ts';

const four: readonly Letter[] = ['A', 'B', 'C', 'D'];

function layoutOf(letters: readonly Letter[], load: number | null, width = 730) {
  const gauge = loadGauge(letters, load);
  return gaugeLayout(gauge, boardGeometry(width, gauge, letters.length), letters, load ?? undefined);
}

describe('gaugeLayout', () => {
  it('puts equal values of different options at the same height', () => {
    const { hulls } = layoutOf(four, 400);
    const [a, b] = hulls;
    expect(a?.topY).toBe(b?.topY);
  });

  it('draws heights in proportion to values', () => {
    const { hulls, plotTop, plotBottom, scale } = layoutOf(four, 400);
    const c = hulls.find((h) => h.hull.letter === 'C');
    expect((plotBottom - (c?.topY ?? 0)) / (plotBottom - plotTop)).toBeCloseTo(468 / scale.max, 10);
  });

  it('keeps ladder labels 16 px apart and on their side of the waterline, for every profile', () => {
    const { hulls, waterY } = layoutOf(['A', 'B', 'C', 'D', 'E', 'F'], 400);
    for (const { lines } of hulls) {
      lines.forEach((l, i) => {
        expect(l.labelY < (waterY ?? 0)).toBe(l.line.value >= 400);
        const next = lines[i + 1];
        if (next) expect(next.labelY - l.labelY).toBeGreaterThanOrEqual(16);
      });
    }
  });

  it('keeps every label inside the drawing, whatever the load', () => {
    for (const load of [0, 1, 5, 210, 400, 468, 624, 2000, 100_000]) {
      const { hulls, height, marginY } = layoutOf(['A', 'C', 'F'], load);
      const ys = hulls.flatMap((h) => h.lines.map((l) => l.labelY));
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(10);
      expect(Math.max(...ys)).toBeLessThan(marginY - 10);
      expect(marginY).toBeLessThan(height);
    }
  });

  it('puts the ring at the condition to survive', () => {
    const { hulls } = layoutOf(four, 400);
    expect(hulls.map((h) => h.ring?.line.value)).toEqual([380, 360, 416, 315]);
  });

  it('says 20 short, 40 short, 16 spare and 85 short for the published profiles', () => {
    const { hulls } = layoutOf(four, 400);
    expect(hulls.map((h) => `${h.margin.sign} ${h.margin.text}`)).toEqual([
      '▼ 20 short',
      '▼ 40 short',
      '▲ 16 spare',
      '▼ 85 short',
    ]);
  });

  it('judges by the load that is tried, not by the plan’s', () => {
    const gauge = loadGauge(['C']);
    const layout = gaugeLayout(gauge, boardGeometry(730, gauge, 1), ['C'], 440);
    expect(layout.hulls[0]?.margin.text).toBe('24 short');
  });

  it('gives no judgement without a line', () => {
    const { hulls, waterY } = layoutOf(['A', 'C'], null);
    expect(waterY).toBeNull();
    expect(hulls.map((h) => h.margin.tone)).toEqual(['plain', 'plain']);
  });

  it('tears a column that leaves the scale and no other', () => {
    const gauge = limitGauge([
      ['A', 720],
      ['C', 576],
      ['D', 9072],
    ]);
    const { hulls } = gaugeLayout(gauge, boardGeometry(730, gauge, 3), ['A', 'C', 'D'], 600);
    expect(hulls.map((h) => h.isTorn)).toEqual([false, false, true]);
    expect(hulls.map((h) => `${h.margin.sign} ${h.margin.text}`)).toEqual([
      '▲ 120 over',
      '▼ 24 spare',
      '▲ 8,472 over',
    ]);
  });

  it('follows the order of the columns, also around an option without a hull', () => {
    const gauge = loadGauge(['A', 'C']);
    const geometry = boardGeometry(730, gauge, 3);
    const { hulls } = gaugeLayout(gauge, geometry, ['C', 'B', 'A'], 400);
    const x = Object.fromEntries(hulls.map((h) => [h.hull.letter, h.x]));
    expect(x.C).toBe(0);
    expect(x.A).toBeCloseTo(2 * geometry.columnWidth);
  });

  it('hides the numeral behind the flag', () => {
    const { numerals } = layoutOf(four, 400);
    expect(numerals.filter((n) => n.isHidden).map((n) => n.value)).toEqual([400]);
  });
});
