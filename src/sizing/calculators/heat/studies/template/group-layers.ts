interface Group {
  readonly layer: number;
  /** Places of its resources, all of one type while there are few enough groups. */
  readonly places: readonly number[];
}

/**
 * Groups resources by level and type. Where that leaves more than `most` groups, neighbouring levels are drawn as one,
 * and at last types as well.
 */
export function groupLayers(
  items: readonly { readonly type: string }[],
  layers: readonly number[],
  most: number,
): readonly Group[] {
  const depth = layers.reduce((deepest, layer) => Math.max(deepest, layer + 1), 1);
  for (let levels = depth; levels >= 1; levels = Math.floor(levels / 2)) {
    const groups = grouped(items, layers, Math.ceil(depth / levels), true);
    if (groups.length <= most) return groups;
  }
  return grouped(items, layers, Math.ceil(depth / Math.min(depth, most)), false);
}

function grouped(
  items: readonly { readonly type: string }[],
  layers: readonly number[],
  height: number,
  isByType: boolean,
): readonly Group[] {
  const groups = new Map<string, { layer: number; places: number[] }>();
  items.forEach(({ type }, place) => {
    const layer = Math.floor((layers[place] ?? 0) / height);
    const key = isByType ? `${layer} ${type}` : String(layer);
    const group = groups.get(key);
    if (group) group.places.push(place);
    else groups.set(key, { layer, places: [place] });
  });
  return [...groups.values()];
}
