/**
 * The rows that no other row beats: none is at least as small in every column and smaller in one. Rows that tie in
 * all columns are all in. Exact for any number of columns; in ascending order.
 *
 * @param columns one value a row in each; smaller is better; infinite is allowed and is worst
 * @param rows which rows compete
 */
export function paretoFront(
  columns: readonly ArrayLike<number>[],
  rows: ArrayLike<number>,
): readonly number[] {
  const width = columns.length;
  // The archive as flat runs of `width` values. What beats a row moves to its head: neighbours in the table are
  // alike, so that it mostly beats the next one too.
  const values: number[] = [];
  const members: number[][] = [];
  const point = new Float64Array(width);
  const head = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    let isNowhereLess = true;
    let isSomewhereMore = false;
    for (let c = 0; c < width; c += 1) {
      const value = columns[c]?.[row] ?? Number.POSITIVE_INFINITY;
      const best = head[c] ?? 0;
      point[c] = value;
      if (value < best) isNowhereLess = false;
      else if (value > best) isSomewhereMore = true;
    }
    if (isNowhereLess && isSomewhereMore) continue;
    place(values, members, point, row);
    for (let c = 0; c < width; c += 1) head[c] = values[c] ?? 0;
  }
  return members.flat().toSorted((a, b) => a - b);
}

function place(values: number[], members: number[][], point: Float64Array, row: number): void {
  const width = point.length;
  for (let entry = 0; entry < members.length; entry += 1) {
    const relation = relationOf(values, entry * width, point);
    if (relation === 'equal') {
      members[entry]?.push(row);
      return;
    }
    if (relation === 'beats') {
      if (entry > 0) swap(values, members, width, 0, entry);
      return;
    }
    if (relation === 'beaten') {
      dropBeaten(values, members, point, entry);
      break;
    }
  }
  for (let c = 0; c < width; c += 1) values.push(point[c] ?? 0);
  members.push([row]);
}

/** How an entry of the archive stands to a point. Nothing in the archive beats what beats one of its entries. */
function relationOf(
  values: readonly number[],
  start: number,
  point: Float64Array,
): 'beats' | 'beaten' | 'equal' | 'apart' {
  let isSmaller = false;
  let isLarger = false;
  for (let c = 0; c < point.length; c += 1) {
    const difference = (values[start + c] ?? 0) - (point[c] ?? 0);
    if (difference < 0) isSmaller = true;
    else if (difference > 0) isLarger = true;
    if (isSmaller && isLarger) return 'apart';
  }
  return isSmaller ? 'beats' : isLarger ? 'beaten' : 'equal';
}

function dropBeaten(values: number[], members: number[][], point: Float64Array, from: number): void {
  const width = point.length;
  for (let entry = members.length - 1; entry >= from; entry -= 1) {
    if (relationOf(values, entry * width, point) !== 'beaten') continue;
    swap(values, members, width, entry, members.length - 1);
    members.pop();
    values.length -= width;
  }
}

function swap(values: number[], members: number[][], width: number, a: number, b: number): void {
  [members[a], members[b]] = [members[b] ?? [], members[a] ?? []];
  for (let c = 0; c < width; c += 1) {
    const kept = values[a * width + c] ?? 0;
    values[a * width + c] = values[b * width + c] ?? 0;
    values[b * width + c] = kept;
  }
}
