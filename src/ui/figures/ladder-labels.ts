/** Least distance between two labels, so that they never touch. */
export const labelGapPx = 16;

const clearAbovePx = 10;
const clearBelowPx = 11;

interface Rung {
  /** Where the line really is; y grows downwards. */
  readonly y: number;
  /** Whether its value reaches the waterline. */
  readonly isAbove: boolean;
}

/**
 * Where the labels of one ladder stand, in the order given (highest value first): as near to their lines as
 * 16 px between neighbours allow, never across the waterline. Labels that find no room stand above the top or
 * below `bottom`; the caller makes room there.
 */
export function placeLabels(
  rungs: readonly Rung[],
  waterY: number | null,
  bottom: number,
): readonly number[] {
  const ys = rungs.map((r) => r.y);
  const firstBelow = waterY === null ? 0 : rungs.filter((r) => r.isAbove).length;
  if (waterY !== null) stackUp(ys, 0, firstBelow, waterY - clearAbovePx);
  const ceiling = waterY === null ? Number.NEGATIVE_INFINITY : waterY + clearBelowPx;
  stackDown(ys, firstBelow, ceiling);
  stackUp(ys, firstBelow, ys.length, bottom);
  stackDown(ys, firstBelow, ceiling);
  return ys;
}

/** From the last to the first: each at least a gap above the next one, the last not below `floor`. */
function stackUp(ys: number[], from: number, to: number, floor: number): void {
  let limit = floor;
  for (let i = to - 1; i >= from; i--) {
    const y = Math.min(ys[i] ?? limit, limit);
    ys[i] = y;
    limit = y - labelGapPx;
  }
}

/** From the first to the last: each at least a gap below the one before, the first not above `ceiling`. */
function stackDown(ys: number[], from: number, ceiling: number): void {
  let limit = ceiling;
  for (let i = from; i < ys.length; i++) {
    const y = Math.max(ys[i] ?? limit, limit);
    ys[i] = y;
    limit = y + labelGapPx;
  }
}
