import { spread } from './end-badges.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where a badge stands, and on which side of it there is room for its text. */
export interface PlacedBadge extends Spot {
  readonly textSide: 'left' | 'right';
  /** The badge stands beside its point, which is then marked and joined to it. */
  readonly isMoved: boolean;
  /** No other badge is close above or below. */
  readonly isAlone: boolean;
}

/** The plot's box. */
interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const badgePx = 18;
const samePx = 3;
const asidePx = 22;

/**
 * Badges that do not cover one another and do not lie about their values. Those at the same point stand side by
 * side around it; those only close to one another step aside, by turns to the right and to the left.
 */
export function placeLayout(spots: readonly Spot[], bounds: Bounds): readonly PlacedBadge[] {
  const leaders = leadersOf(spots);
  const points = spots.filter((_, i) => leaders[i] === i);
  return spots.map((spot, i) => {
    const point = spots[leaders[i] ?? i] ?? spot;
    const group = spots.filter((_, k) => leaders[k] === leaders[i]);
    const rank = group.indexOf(spot);
    const crowd = crowdOf(point, points).toSorted((a, b) => a.y - b.y);
    if (crowd.length > 1) return steppedAside(point, crowd, rank, bounds);
    const halfRow = ((group.length - 1) / 2) * (badgePx - 1);
    // A row of badges at the edge stays inside: outside it would cover the axis.
    const middle = Math.max(Math.min(spot.x, bounds.right - halfRow), bounds.left + halfRow);
    return {
      x: (halfRow === 0 ? spot.x : middle) + rank * (badgePx - 1) - halfRow,
      y: spot.y,
      textSide: rank === 0 && group.length > 1 ? 'left' : 'right',
      isMoved: false,
      isAlone: points.every(
        (other) => other === point || !isNear(other.x, spot.x) || Math.abs(other.y - spot.y) > 2 * badgePx,
      ),
    };
  });
}

function steppedAside(
  point: Spot,
  crowd: readonly Spot[],
  rank: number,
  { left, right, top, bottom }: Bounds,
): PlacedBadge {
  const outermost = asidePx + badgePx;
  const hasRight = crowd.every((p) => p.x + outermost <= right);
  const hasLeft = crowd.every((p) => p.x - outermost >= left);
  const sideOf = (index: number) => (!hasRight || (hasLeft && index % 2 === 1) ? 'left' : 'right');
  const at = crowd.indexOf(point);
  const textSide = sideOf(at);
  const side = crowd.filter((_, i) => sideOf(i) === textSide);
  const heights = spread(
    side.map((p) => p.y),
    badgePx,
    top,
    bottom,
  );
  const aside = asidePx + rank * (badgePx - 1);
  return {
    x: textSide === 'left' ? point.x - aside : point.x + aside,
    y: heights[side.indexOf(point)] ?? point.y,
    textSide,
    isMoved: true,
    isAlone: false,
  };
}

/** For each spot the first one that it cannot be told from; that one stands for the point. */
export function leadersOf(spots: readonly Spot[]): readonly number[] {
  const leaders: number[] = [];
  for (const [i, spot] of spots.entries()) {
    const first = spots.findIndex((other, k) => k < i && leaders[k] === k && isSame(other, spot));
    leaders.push(first < 0 ? i : first);
  }
  return leaders;
}

function isSame(a: Spot, b: Spot): boolean {
  return Math.abs(a.x - b.x) < samePx && Math.abs(a.y - b.y) < samePx;
}

/** All points that lie under one another's badges, this one included. */
function crowdOf(point: Spot, points: readonly Spot[]): readonly Spot[] {
  const crowd = [point];
  for (const member of crowd) {
    for (const other of points) {
      if (!crowd.includes(other) && isNear(other.x, member.x) && isNear(other.y, member.y)) crowd.push(other);
    }
  }
  return crowd;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < badgePx - 1;
}
