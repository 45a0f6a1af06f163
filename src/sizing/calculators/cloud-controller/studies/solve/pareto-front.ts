/**
 * The points that no other beats: none is at least as small in every value and smaller in one. Rows that tie in all
 * values share a place. Exact for any number of values.
 */
export interface ParetoFront {
  /** How many values a point has; smaller is better in each, infinite is allowed and is worst. */
  readonly width: number;
  /** The places as flat runs of `width` values. */
  readonly values: number[];
  /** The rows at each place. */
  readonly places: number[][];
}

export function emptyFront(width: number): ParetoFront {
  return { width, values: [], places: [] };
}

/** Whether a place of the front beats the point. */
export function isBeaten({ places, values, width }: ParetoFront, point: Float64Array): boolean {
  return places.some((_, place) => relationOf(values, place * width, point) === 'beats');
}

/** Lets a row compete; what it beats leaves the front. */
export function addToFront({ places, values, width }: ParetoFront, point: Float64Array, row: number): void {
  for (let place = 0; place < places.length; place += 1) {
    const relation = relationOf(values, place * width, point);
    if (relation === 'equal') {
      places[place]?.push(row);
      return;
    }
    if (relation === 'beats') {
      // Neighbours in the table are alike, so that what beats a row mostly beats the next one too.
      if (place > 0) swap(values, places, width, 0, place);
      return;
    }
    if (relation === 'beaten') {
      dropBeaten(values, places, point, place);
      break;
    }
  }
  for (const value of point) values.push(value);
  places.push([row]);
}

/** The rows on the front, in ascending order. */
export function frontRows({ places }: ParetoFront): readonly number[] {
  return places.flat().toSorted((a, b) => a - b);
}

/** How a place stands to a point. Nothing on the front beats what beats one of its places. */
function relationOf(
  values: readonly number[],
  start: number,
  point: Float64Array,
): 'beats' | 'beaten' | 'equal' | 'apart' {
  let isSmaller = false;
  let isLarger = false;
  for (let c = 0; c < point.length; c += 1) {
    const value = values[start + c] ?? 0;
    const other = point[c] ?? 0;
    // Compared, not subtracted: infinities would leave no number.
    if (value < other) isSmaller = true;
    else if (value > other) isLarger = true;
    if (isSmaller && isLarger) return 'apart';
  }
  return isSmaller ? 'beats' : isLarger ? 'beaten' : 'equal';
}

function dropBeaten(values: number[], places: number[][], point: Float64Array, from: number): void {
  const width = point.length;
  for (let place = places.length - 1; place >= from; place -= 1) {
    if (relationOf(values, place * width, point) !== 'beaten') continue;
    swap(values, places, width, place, places.length - 1);
    places.pop();
    values.length -= width;
  }
}

function swap(values: number[], places: number[][], width: number, a: number, b: number): void {
  [places[a], places[b]] = [places[b] ?? [], places[a] ?? []];
  for (let c = 0; c < width; c += 1) {
    const kept = values[a * width + c] ?? 0;
    values[a * width + c] = values[b * width + c] ?? 0;
    values[b * width + c] = kept;
  }
}
