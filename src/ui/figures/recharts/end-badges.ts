import type { Axis, Point } from '../../../sizing/core/figure.ts';
import { axisFraction } from './axis-scale.ts';

/** Where a drawn line ends, as fractions of the plot. */
export interface LineEnd {
  readonly x: number;
  readonly y: number;
  /** It leaves through the top: its values go on above the axis. */
  readonly isClipped: boolean;
}

/** The last place of a line inside the plot, or where it leaves through the top; undefined if it is never inside. */
export function lineEnd(points: readonly Point[], x: Axis, y: Axis): LineEnd | undefined {
  let end: LineEnd | undefined;
  for (const point of points) {
    const at = { x: axisFraction(x, point.x), y: axisFraction(y, point.y) };
    if (at.x < 0) continue;
    if (at.x > 1) break;
    if (at.y > 1) {
      if (!end) return undefined;
      const share = (1 - end.y) / (at.y - end.y);
      return { x: end.x + share * (at.x - end.x), y: 1, isClipped: true };
    }
    end = { ...at, isClipped: false };
  }
  return end;
}

/**
 * Moves positions apart until neighbours are `gap` from each other, none below `min` or, if there is room, above
 * `max`. Keeps their order and returns them in the order given.
 */
export function spread(
  positions: readonly number[],
  gap: number,
  min: number,
  max: number,
): readonly number[] {
  const order = positions.map((_, i) => i).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const moved = [...positions];
  let limit = Number.POSITIVE_INFINITY;
  let from = max;
  for (const i of order.toReversed()) {
    const at = Math.min(moved[i] ?? 0, from, limit);
    moved[i] = at;
    limit = at - gap;
    from = max;
  }
  limit = min;
  for (const i of order) {
    const at = Math.max(moved[i] ?? 0, limit);
    moved[i] = at;
    limit = at + gap;
  }
  return moved;
}
