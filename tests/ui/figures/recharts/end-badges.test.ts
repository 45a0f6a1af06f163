import { describe, expect, it } from 'vitest';
import type { Axis } from '../../../../src/sizing/core/figure.ts';
import { lineEnd, spread } from '../../../../src/ui/figures/recharts/end-badges.ts';

const x: Axis = { label: '', scale: 'linear', min: 0, max: 10, format: 'number' };
const y: Axis = { label: '', scale: 'linear', min: 0, max: 100, format: 'number' };

describe('lineEnd', () => {
  it('is the last point of a line that stays inside', () => {
    const points = [
      { x: 0, y: 50 },
      { x: 10, y: 20 },
    ];
    expect(lineEnd(points, x, y)).toEqual({ x: 1, y: 0.2, isClipped: false });
  });

  it('is where a line crosses the top when it leaves there', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 4, y: 50 },
      { x: 6, y: 150 },
    ];
    expect(lineEnd(points, x, y)).toEqual({ x: 0.5, y: 1, isClipped: true });
  });

  it('is the last point before the right edge when the data go on', () => {
    const points = [
      { x: 0, y: 10 },
      { x: 9, y: 10 },
      { x: 20, y: 10 },
    ];
    expect(lineEnd(points, x, y)?.x).toBe(0.9);
  });

  it('is undefined for a line that is never inside', () => {
    expect(lineEnd([{ x: 1, y: 500 }], x, y)).toBeUndefined();
    expect(lineEnd([], x, y)).toBeUndefined();
  });
});

describe('spread', () => {
  it('leaves positions alone that are far enough apart', () => {
    expect(spread([10, 50, 90], 20, 0, 100)).toEqual([10, 50, 90]);
  });

  it('moves close ones apart and keeps their order', () => {
    const [a = 0, b = 0, c = 0] = spread([50, 49, 51], 20, 0, 100);
    expect(b + 20).toBeLessThanOrEqual(a);
    expect(a + 20).toBeLessThanOrEqual(c);
  });

  it('stays inside when there is room', () => {
    const placed = spread([98, 99, 100], 20, 0, 100);
    expect(Math.max(...placed)).toBeLessThanOrEqual(100);
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(0);
  });

  it('never goes below the least position', () => {
    expect(Math.min(...spread([1, 1, 1], 20, 0, 30))).toBe(0);
  });
});
