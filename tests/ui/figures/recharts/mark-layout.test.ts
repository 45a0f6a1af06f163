import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../../src/sizing/core/figure.ts';
import {
  levelLabelPlace,
  lowBaselines,
  uprightLayout,
} from '../../../../src/ui/figures/recharts/mark-layout.ts';
import { blankChart } from './blank-chart.ts';

const chartWith = (marks: readonly Mark[]) => blankChart({ marks });

describe('uprightLayout', () => {
  it('puts words that would run into one another on rows of their own', () => {
    const { labels, heightPx, rowPx } = uprightLayout(
      chartWith([
        { axis: 'x', at: 10, label: 'Guide table: 8', tone: 'guide' },
        { axis: 'x', at: 15, label: 'Chain-bound', tone: 'note' },
        { axis: 'x', at: 90, label: 'End', tone: 'note' },
      ]),
      0,
      600,
    );
    expect(labels.map((l) => l.row)).toEqual([0, 1, 0]);
    expect(heightPx).toBe(2 * rowPx);
  });

  it('lets no line run through the words of another mark', () => {
    const { labels } = uprightLayout(
      chartWith([
        { axis: 'x', at: 40, label: 'Guide table: 8', tone: 'guide' },
        { axis: 'x', at: 60, label: '17: chain-bound', tone: 'note' },
        { axis: 'x', at: 80, to: 100, label: 'Guide text: 32–64', tone: 'guide' },
      ]),
      0,
      300,
    );
    const [, knee, text] = labels;
    // The band's words reach back over the knee's line, which must begin below them.
    expect(text?.anchor).toBe('end');
    expect(knee?.row ?? 0).toBeGreaterThan(text?.row ?? 0);
  });

  it('turns words that would leave the plot to the left of their line', () => {
    const { labels } = uprightLayout(
      chartWith([{ axis: 'x', at: 99, label: 'You are here', tone: 'note' }]),
      0,
      600,
    );
    expect(labels[0]?.anchor).toBe('end');
    expect(labels[0]?.textX ?? 600).toBeLessThan(labels[0]?.lineX ?? 0);
  });

  it('turns words away from other lines where these run beside them', () => {
    const marks: readonly Mark[] = [
      { axis: 'x', at: 30, label: 'A full', tone: 'note' },
      { axis: 'x', at: 35, label: 'Load', tone: 'load' },
    ];
    const anchors = (isBesideLines: boolean) =>
      uprightLayout(chartWith(marks), 0, 600, isBesideLines).labels.map((l) => l.anchor);
    expect(anchors(true)).toEqual(['end', 'start']);
    // Lines that begin under the words do not cross them.
    expect(anchors(false)).toEqual(['start', 'start']);
  });

  it('centres the words of a band in it where they fit', () => {
    const { labels } = uprightLayout(
      chartWith([{ axis: 'x', at: 50, to: 100, label: 'Guide text', tone: 'guide' }]),
      0,
      600,
    );
    expect(labels[0]).toMatchObject({ anchor: 'middle', textX: 450 });
  });

  it('takes no room where nothing is named', () => {
    expect(uprightLayout(chartWith([{ axis: 'x', at: 50, label: '', tone: 'guide' }]), 0, 600).heightPx).toBe(
      0,
    );
  });
});

describe('lowBaselines', () => {
  const plot = { left: 0, right: 600, top: 20, bottom: 220 };
  const { labels, rowPx } = uprightLayout(
    chartWith([{ axis: 'x', at: 20, label: 'B, C full', detail: '14.4/h', tone: 'note' }]),
    0,
    600,
  );
  const baseline = (obstacles: Parameters<typeof lowBaselines>[3]) =>
    lowBaselines(labels, plot, rowPx, obstacles)[0] ?? Number.NaN;
  /** A level line of a series, `up` px over the bottom of the plot. */
  const lineAt = (up: number) => ({ left: 0, right: 600, top: 220 - up - 2, bottom: 220 - up + 2 });

  it('puts words at the bottom, detail included', () => {
    expect(baseline([])).toBe(220 - 8 - 14);
  });

  it('lifts words above a line that would run through their number', () => {
    const y = baseline([lineAt(11)]);
    // The detail's foot is three px below its baseline.
    expect(y + 14 + 3).toBeLessThanOrEqual(220 - 13);
    expect(y).toBeGreaterThan(220 - 60);
  });

  it('leaves words where they were when a line runs over their heads', () => {
    expect(baseline([lineAt(60)])).toBe(baseline([]));
  });

  it('lets no words run into others that were lifted', () => {
    const [label] = labels;
    if (!label) throw new Error('no label');
    const [first = 0, second = 0] = lowBaselines([label, label], plot, rowPx, []);
    expect(first - second).toBeGreaterThanOrEqual(11 + 14);
  });
});

describe('levelLabelPlace', () => {
  const plot = { left: 0, right: 300, top: 0, bottom: 200 };
  const mark: Mark = { axis: 'y', at: 1, label: 'Load 400', tone: 'load' };

  it('stands above the line at its right end where nothing is in the way', () => {
    const { x, y } = levelLabelPlace(mark, 100, plot, []);
    expect(y).toBeLessThan(100);
    expect(x).toBeGreaterThan(200);
  });

  it('moves to where it covers no badge', () => {
    const badge = { left: 270, right: 290, top: 80, bottom: 120 };
    const { x } = levelLabelPlace(mark, 100, plot, [badge]);
    expect(x + 'Load 400'.length * 6).toBeLessThan(badge.left);
  });

  it('stays inside the plot when the line is at its top', () => {
    expect(levelLabelPlace(mark, 2, plot, []).y).toBeGreaterThan(2);
  });
});
