interface Wish {
  /** Where the middle would like to be. */
  readonly middle: number;
  readonly height: number;
}

/**
 * Middles of items in a column, in their order and `gap` apart, as near to their wishes as that allows (least squares):
 * neighbours that would overlap are pooled and placed around their common mean.
 */
export function columnPlaces(wishes: readonly Wish[], gap: number): readonly number[] {
  // Behind all items above it, an item's wish becomes one that must only not fall: an isotonic regression.
  const offsets: number[] = [];
  let offset = 0;
  for (const [i, wish] of wishes.entries()) {
    const above = wishes[i - 1];
    if (above) offset += (above.height + wish.height) / 2 + gap;
    offsets.push(offset);
  }
  const pools: { sum: number; count: number }[] = [];
  for (const [i, wish] of wishes.entries()) {
    let pool = { sum: wish.middle - (offsets[i] ?? 0), count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools
    .flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count))
    .map((place, i) => place + (offsets[i] ?? 0));
}
