import { spread } from './end-badges.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where a badge stands, and on which side of it there is room for its text. */
export interface PlacedBadge extends Spot {
  readonly textSide: 'left' | 'right';
  /** The badge had to leave its point, which is then marked and joined to it. */
  readonly isMoved: boolean;
  /** No other badge is close above or below. */
  readonly isAlone: boolean;
}

const badgePx = 18;
const samePx = 3;

/**
 * Badges that do not cover one another. Those at the same point stand side by side around it; those only close to
 * one another give way upwards or downwards.
 */
export function placeLayout(spots: readonly Spot[], top: number, bottom: number): readonly PlacedBadge[] {
  const isSame = (a: Spot, b: Spot) => Math.abs(a.x - b.x) < samePx && Math.abs(a.y - b.y) < samePx;
  return spots.map((spot) => {
    const group = spots.filter((other) => isSame(other, spot));
    // The first badge of each group stands for it.
    const leaders = spots.filter(
      (other, k) =>
        Math.abs(other.x - spot.x) < badgePx && spots.findIndex((first) => isSame(first, other)) === k,
    );
    const leader = leaders.findIndex((other) => isSame(other, spot));
    const apart = spread(
      leaders.map((other) => other.y),
      badgePx,
      top,
      bottom,
    );
    const rank = group.indexOf(spot);
    const y = apart[leader] ?? spot.y;
    return {
      x: spot.x + (rank - (group.length - 1) / 2) * (badgePx - 1),
      y,
      textSide: rank === 0 && group.length > 1 ? 'left' : 'right',
      isMoved: Math.abs(y - spot.y) > samePx,
      isAlone: leaders.every((other) => isSame(other, spot) || Math.abs(other.y - spot.y) > 2 * badgePx),
    };
  });
}
