import { describe, expect, it } from 'vitest';
import { placeLayout } from '../../../../src/ui/figures/recharts/place-layout.ts';

describe('placeLayout', () => {
  it('leaves badges on their points where none is near', () => {
    const placed = placeLayout(
      [
        { x: 10, y: 50 },
        { x: 100, y: 50 },
      ],
      0,
      200,
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
      0,
      200,
    );
    expect([b?.y, c?.y]).toEqual([80, 80]);
    expect((c?.x ?? 0) - (b?.x ?? 0)).toBeGreaterThanOrEqual(16);
    expect(((b?.x ?? 0) + (c?.x ?? 0)) / 2).toBe(60);
    expect([b?.textSide, c?.textSide]).toEqual(['left', 'right']);
  });

  it('moves close ones apart and says which left its point', () => {
    const placed = placeLayout(
      [
        { x: 60, y: 80 },
        { x: 60, y: 88 },
      ],
      0,
      200,
    );
    expect(Math.abs((placed[0]?.y ?? 0) - (placed[1]?.y ?? 0))).toBeGreaterThanOrEqual(18);
    expect(placed.filter((p) => p.isMoved)).toHaveLength(1);
  });
});
