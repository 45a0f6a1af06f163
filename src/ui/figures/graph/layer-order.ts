/** A node of a layered graph, or a bend of an edge that passes through a layer. */
export interface LayerItem {
  readonly key: string;
  readonly isBend: boolean;
}

export type Layers = readonly (readonly LayerItem[])[];

/** A step between neighbouring layers, by keys. */
export interface Hop {
  readonly left: string;
  readonly right: string;
}

const sweeps = 8;

/**
 * The items of each layer in an order with few crossings: each layer in turn is sorted by the mean place of its
 * neighbours in the layer before, to the right and back again, and the best order met on the way is kept. Same input,
 * same order.
 */
export function orderedLayers(layers: Layers, hops: readonly Hop[]): Layers {
  const toLeft = neighbours(hops, 'right', 'left');
  const toRight = neighbours(hops, 'left', 'right');
  let current = layers;
  let best = layers;
  let fewest = crossings(layers, toRight);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep += 1) {
    current = sweep % 2 === 0 ? swept(current, toLeft) : swept(current.toReversed(), toRight).toReversed();
    const count = crossings(current, toRight);
    if (count < fewest) {
      best = current;
      fewest = count;
    }
  }
  return best;
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

export function neighbours(hops: readonly Hop[], from: keyof Hop, to: keyof Hop): Neighbours {
  const found = new Map<string, string[]>();
  for (const hop of hops) {
    const list = found.get(hop[from]);
    if (list) list.push(hop[to]);
    else found.set(hop[from], [hop[to]]);
  }
  return found;
}

/** Each layer sorted by the one before it. An item without a neighbour there keeps its place. */
function swept(layers: Layers, toBefore: Neighbours): Layers {
  const done: (readonly LayerItem[])[] = [];
  for (const layer of layers) {
    const before = new Map(
      (done.at(-1) ?? []).map((item, place, all) => [item.key, (place + 0.5) / all.length]),
    );
    const weighted = layer.map((item, place) => {
      const places = (toBefore.get(item.key) ?? []).flatMap((key) => before.get(key) ?? []);
      const mean = places.reduce((sum, p) => sum + p, 0) / places.length;
      return { item, weight: places.length > 0 ? mean : (place + 0.5) / layer.length };
    });
    done.push(weighted.toSorted((a, b) => a.weight - b.weight).map(({ item }) => item));
  }
  return done;
}

/** How often hops cross, in all gaps together. */
export function crossings(layers: Layers, toRight: Neighbours): number {
  let count = 0;
  for (const [i, layer] of layers.entries()) {
    const right = new Map((layers[i + 1] ?? []).map((item, place) => [item.key, place]));
    const ends = layer.flatMap((item) =>
      (toRight.get(item.key) ?? []).flatMap((key) => right.get(key) ?? []).toSorted((a, b) => a - b),
    );
    count += inversions(ends, right.size);
  }
  return count;
}

/** Pairs that stand in the wrong order, by a tree of counts: no more than n log n steps. */
function inversions(ends: readonly number[], size: number): number {
  const tree = new Int32Array(size + 1);
  let count = 0;
  for (const [seen, end] of ends.entries()) {
    let notAbove = 0;
    for (let i = end + 1; i > 0; i -= i & -i) notAbove += tree[i] ?? 0;
    count += seen - notAbove;
    for (let i = end + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
  }
  return count;
}
