import type { Series } from '../../../sizing/core/figure.ts';

/** A box in px that words should not cover, or that words would take. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How much of a box the obstacles cover, in px²; those that overlap one another count twice. */
function coveredArea(box: Box, obstacles: readonly Box[]): number {
  return obstacles.reduce((sum, other) => {
    const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    return width > 0 && height > 0 ? sum + width * height : sum;
  }, 0);
}

/** The candidate least covered; the earlier one among equals. */
export function leastCovered<T extends { readonly box: Box }>(
  candidates: readonly [T, ...T[]],
  obstacles: readonly Box[],
): T {
  let [best] = candidates;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const covered = coveredArea(candidate.box, obstacles);
    if (covered >= least) continue;
    best = candidate;
    least = covered;
  }
  return best;
}

const strokePx = 2;
const stepPx = 6;

/** Small boxes along a series' lines, close enough for no word to slip between them. */
export function seriesBoxes(
  series: Series,
  placeX: (value: number) => number,
  placeY: (value: number) => number,
): readonly Box[] {
  if (series.shape === 'dots') return series.data.map((d) => boxAround(placeX(d.x), placeY(d.y), 5));
  if (series.shape === 'band')
    return (['low', 'high'] as const).flatMap((side) =>
      pathBoxes(series.data.map((d) => ({ x: placeX(d.x), y: placeY(d[side]) }))),
    );
  return pathBoxes(series.data.map((d) => ({ x: placeX(d.x), y: placeY(d.y) })));
}

function pathBoxes(points: readonly { readonly x: number; readonly y: number }[]): readonly Box[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    if (!before) return [boxAround(point.x, point.y, strokePx)];
    const steps = Math.max(1, Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / stepPx));
    return Array.from({ length: steps }, (_, k) => {
      const share = (k + 1) / steps;
      return boxAround(
        before.x + share * (point.x - before.x),
        before.y + share * (point.y - before.y),
        strokePx,
      );
    });
  });
}

export function boxAround(x: number, y: number, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}
