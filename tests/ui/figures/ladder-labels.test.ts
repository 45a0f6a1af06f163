import { describe, expect, it } from 'vitest';
import { labelGapPx, placeLabels } from '../../../src/ui/figures/ladder-labels.ts';

const waterY = 100;
const bottom = 300;

function rungs(...ys: readonly number[]) {
  return ys.map((y) => ({ y, isAbove: y <= waterY }));
}

function leastGap(ys: readonly number[]): number {
  return Math.min(...ys.slice(1).map((y, i) => y - (ys[i] ?? 0)));
}

describe('placeLabels', () => {
  it('leaves labels at their lines where there is room', () => {
    expect(placeLabels(rungs(20, 60, 150, 250), waterY, bottom)).toEqual([20, 60, 150, 250]);
  });

  it('keeps neighbours 16 px apart', () => {
    const placed = placeLabels(rungs(80, 82, 90, 140, 141, 150), waterY, bottom);
    expect(leastGap(placed)).toBeGreaterThanOrEqual(labelGapPx);
    expect(labelGapPx).toBe(16);
  });

  it('stacks equal values instead of printing one over the other', () => {
    const [first = 0, second = 0] = placeLabels(rungs(150, 150), waterY, bottom);
    expect(second - first).toBe(16);
  });

  it('never lets a label cross the waterline, also for values close to it', () => {
    const placed = placeLabels(rungs(96, 98, 100, 101, 103, 105), waterY, bottom);
    expect(placed.slice(0, 3).every((y) => y < waterY)).toBe(true);
    expect(placed.slice(3).every((y) => y > waterY)).toBe(true);
  });

  it('moves low labels up from the bottom', () => {
    const placed = placeLabels(rungs(297, 298, 299), waterY, bottom);
    expect(Math.max(...placed)).toBe(bottom);
    expect(leastGap(placed)).toBeGreaterThanOrEqual(16);
  });

  it('goes below the bottom rather than across the waterline when there is no room', () => {
    const placed = placeLabels(
      [290, 292, 294].map((y) => ({ y, isAbove: false })),
      285,
      bottom,
    );
    expect(placed.every((y) => y > 285)).toBe(true);
    expect(leastGap(placed)).toBeGreaterThanOrEqual(16);
  });

  it('treats all labels alike when there is no line', () => {
    const placed = placeLabels(rungs(40, 41, 200), null, bottom);
    expect(placed).toEqual([40, 56, 200]);
  });
});
