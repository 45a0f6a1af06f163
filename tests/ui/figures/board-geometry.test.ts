import { describe, expect, it } from 'vitest';
import { boardGeometry } from '../../../src/ui/figures/board-geometry.ts';
import { limitGauge, loadGauge } from './sample-gauge.ts';

describe('boardGeometry', () => {
  it('gives the labels 17 % of a wide board and words to the ladder', () => {
    const geometry = boardGeometry(730, loadGauge(['A', 'B', 'C', 'D']), 4);
    expect(geometry.axisWidth).toBeCloseTo(124.1);
    expect(geometry.hasWords).toBe(true);
    expect(geometry.contentWidth).toBeCloseTo(730);
  });

  it('fits four options into a phone of 390 px with an axis of 46 px and letters', () => {
    const geometry = boardGeometry(390, loadGauge(['A', 'B', 'C', 'D']), 4);
    expect(geometry.axisWidth).toBe(46);
    expect(geometry.columnWidth).toBe(86);
    expect(geometry.hasWords).toBe(false);
  });

  it('lets six options on a phone scroll rather than squeeze below 86 px', () => {
    const geometry = boardGeometry(390, loadGauge(['A', 'B', 'C', 'D', 'E', 'F']), 6);
    expect(geometry.columnWidth).toBeGreaterThanOrEqual(86);
    expect(geometry.contentWidth).toBeGreaterThan(390);
  });

  it('widens columns for long numbers instead of cutting them', () => {
    const short = boardGeometry(390, limitGauge([['A', 720]]), 4);
    const long = boardGeometry(390, limitGauge([['A', 123_456_789]]), 4);
    expect(long.columnWidth).toBeGreaterThan(short.columnWidth);
  });
});
