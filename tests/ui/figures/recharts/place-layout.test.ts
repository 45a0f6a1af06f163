import { describe, expect, it } from 'vitest';
import { placeLayout } from '../../../../src/ui/figures/recharts/place-layout.ts';

const plot = { left: 0, right: 300, top: 0, bottom: 200 };

describe('placeLayout', () => {
  it('leaves badges on their points where none is near', () => {
    const placed = placeLayout(
      [
        { x: 10, y: 50 },
        { x: 100, y: 50 },
      ],
      plot,
    );
    expect(placed.map(({ x, y, isMoved }) => ({ x, y, isMoved }))).toEqual([
      { x: 10, y: 50, isMoved: false },
      { x: 100, y: 50, isMoved: false },
    ]);
  });

  it('puts options at the same point side by side at the same height, so that both show the true value', () => {
    const [b, c] = placeLayout(
      [
        { x: 60, y: 80 },
        { x: 60, y: 80 },
      ],
      plot,
    );
    expect([b?.y, c?.y]).toEqual([80, 80]);
    expect((c?.x ?? 0) - (b?.x ?? 0)).toBeGreaterThanOrEqual(16);
    expect(((b?.x ?? 0) + (c?.x ?? 0)) / 2).toBe(60);
    expect([b?.textSide, c?.textSide]).toEqual(['left', 'right']);
  });

  it('moves close ones aside, one to either side, at their true heights', () => {
    const [a, b] = placeLayout(
      [
        { x: 60, y: 80 },
        { x: 60, y: 88 },
      ],
      plot,
    );
    expect([a?.y, b?.y]).toEqual([80, 88]);
    expect([a?.isMoved, b?.isMoved]).toEqual([true, true]);
    expect([a?.textSide, b?.textSide]).toEqual(['right', 'left']);
    expect((a?.x ?? 0) - (b?.x ?? 0)).toBeGreaterThanOrEqual(18);
  });

  it('keeps those that step aside inside the plot', () => {
    const placed = placeLayout(
      [
        { x: 295, y: 80 },
        { x: 295, y: 88 },
      ],
      plot,
    );
    expect(placed.map((p) => p.textSide)).toEqual(['left', 'left']);
    const [a, b] = placed.map((p) => p.y);
    expect(Math.abs((a ?? 0) - (b ?? 0))).toBeGreaterThanOrEqual(18);
  });
});
