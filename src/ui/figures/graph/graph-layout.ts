import type { GraphFigure } from '../../../sizing/core/study-figures.ts';
import { columnPlaces } from './column-places.ts';
import { type Hop, type LayerItem, type Layers, neighbours, orderedLayers } from './layer-order.ts';

export type GraphNode = GraphFigure['nodes'][number];
export type GraphEdge = GraphFigure['edges'][number];

export interface PlacedNode {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  /** Ids of the node that comes first and of the one that waits for it. */
  readonly first: string;
  readonly waiting: string;
  readonly path: string;
}

export interface GraphLayout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

export const nodeWidth = 168;
export const nodeHeight = 42;
const layerGap = 52;
const nodeGap = 12;
const bendHeight = 6;
const margin = 8;
/** Above this, edges run straight past other nodes: bends would cost more than they show. */
const mostBends = 4000;
const placings = 6;

interface Route {
  readonly edge: GraphEdge;
  readonly first: string;
  readonly waiting: string;
  readonly keys: readonly string[];
}

/**
 * Places nodes in columns by layer, in an order with few crossings, and leads edges around the nodes between. An edge is
 * read by the layers of its ends: the node in the later layer waits. Edges of unknown or of one and the same node are
 * left out. Pure; same figure, same layout.
 */
export function layoutOf(figure: Pick<GraphFigure, 'nodes' | 'edges'>): GraphLayout {
  const byId = new Map(figure.nodes.map((node) => [node.id, node]));
  const column = columnsOf(figure.nodes);
  const columnOf = (id: string) => column.get(byId.get(id)?.layer ?? 0) ?? 0;
  const known = figure.edges.filter((e) => e.from !== e.to && byId.has(e.from) && byId.has(e.to));
  const spans = known.reduce((sum, e) => sum + Math.abs(columnOf(e.from) - columnOf(e.to)), 0);
  const routes = known.map((edge) => routeOf(edge, columnOf, spans <= mostBends + known.length));
  const { layers, hops } = layersOf(figure.nodes, routes, columnOf, column.size);
  const middles = placed(orderedLayers(layers, hops), hops);
  const nodes = figure.nodes.map((node) => ({
    node,
    x: margin + columnOf(node.id) * (nodeWidth + layerGap),
    y: (middles.get(node.id) ?? 0) - nodeHeight / 2,
  }));
  return {
    nodes,
    edges: routes.map(({ edge, first, waiting, keys }) => ({
      edge,
      first,
      waiting,
      path: pathOf(
        keys.map((key) => middles.get(key) ?? 0),
        columnOf(first),
        columnOf(waiting),
      ),
    })),
    width: column.size * (nodeWidth + layerGap) - layerGap + 2 * margin,
    height: Math.max(0, ...[...middles.values()].map((m) => m + nodeHeight / 2)) + margin,
  };
}

/** Columns by layer number; layers that nothing stands in take no room. */
function columnsOf(nodes: readonly GraphNode[]): ReadonlyMap<number, number> {
  const used = [...new Set(nodes.map((node) => node.layer))].sort((a, b) => a - b);
  return new Map(used.map((layer, i) => [layer, i]));
}

/** Edges that leave one node share their bends, so that they run as one until they part. */
function routeOf(edge: GraphEdge, columnOf: (id: string) => number, hasBends: boolean): Route {
  const isForward = columnOf(edge.from) <= columnOf(edge.to);
  const first = isForward ? edge.from : edge.to;
  const waiting = isForward ? edge.to : edge.from;
  const between = Math.max(0, columnOf(waiting) - columnOf(first) - 1);
  const bends = hasBends
    ? Array.from({ length: between }, (_, i) => `\u0000${first} ${edge.isImplied} ${i}`)
    : [];
  return { edge, first, waiting, keys: [first, ...bends, waiting] };
}

function layersOf(
  nodes: readonly GraphNode[],
  routes: readonly Route[],
  columnOf: (id: string) => number,
  count: number,
): { readonly layers: Layers; readonly hops: readonly Hop[] } {
  const layers = Array.from({ length: count }, (): LayerItem[] => []);
  for (const node of nodes) layers[columnOf(node.id)]?.push({ key: node.id, isBend: false });
  const hops = new Map<string, Hop>();
  const bends = new Set<string>();
  for (const { keys, first, waiting } of routes) {
    if (columnOf(first) === columnOf(waiting)) continue;
    for (const [i, key] of keys.entries()) {
      const before = keys[i - 1];
      if (before !== undefined) hops.set(`${before}\u0001${key}`, { left: before, right: key });
      if (i === 0 || i === keys.length - 1 || bends.has(key)) continue;
      bends.add(key);
      layers[columnOf(first) + i]?.push({ key, isBend: true });
    }
  }
  return { layers, hops: [...hops.values()] };
}

/** The middle of every item: near the mean of its neighbours, so that chains run level; the topmost at the margin. */
function placed(layers: Layers, hops: readonly Hop[]): ReadonlyMap<string, number> {
  const toLeft = neighbours(hops, 'right', 'left');
  const toRight = neighbours(hops, 'left', 'right');
  const middles = new Map<string, number>();
  const heightOf = (item: LayerItem) => (item.isBend ? bendHeight : nodeHeight);
  const place = (layer: readonly LayerItem[], wish: (item: LayerItem) => number) => {
    const places = columnPlaces(
      layer.map((item) => ({ middle: wish(item), height: heightOf(item) })),
      nodeGap,
    );
    for (const [i, item] of layer.entries()) middles.set(item.key, places[i] ?? 0);
  };
  for (const layer of layers) place(layer, () => 0);
  for (let pass = 0; pass < placings; pass += 1) {
    for (const layer of pass % 2 === 0 ? layers : layers.toReversed()) {
      place(layer, ({ key }) => {
        const near = [...(toLeft.get(key) ?? []), ...(toRight.get(key) ?? [])].map(
          (k) => middles.get(k) ?? 0,
        );
        return near.length > 0 ? near.reduce((sum, y) => sum + y, 0) / near.length : (middles.get(key) ?? 0);
      });
    }
  }
  let top = 0;
  for (const layer of layers)
    for (const item of layer) top = Math.min(top, (middles.get(item.key) ?? 0) - heightOf(item) / 2);
  return new Map([...middles].map(([key, middle]) => [key, Math.round(middle - top + margin)]));
}

/** From the right edge of the first node, level through each column it passes, to the left edge of the waiting one. */
function pathOf(middles: readonly number[], firstColumn: number, lastColumn: number): string {
  const left = (column: number) => margin + column * (nodeWidth + layerGap);
  const [start = 0, ...rest] = middles;
  const end = rest.at(-1) ?? start;
  if (firstColumn === lastColumn) {
    // Both stand in one column: around their right side.
    const x = left(firstColumn) + nodeWidth;
    const out = x + layerGap * 0.6;
    return `M${x} ${start}C${out} ${start} ${out} ${end} ${x + 1} ${end}`;
  }
  let x = left(firstColumn) + nodeWidth;
  let y = start;
  let path = `M${x} ${y}`;
  for (const [i, middle] of rest.entries()) {
    const column = i === rest.length - 1 ? lastColumn : firstColumn + 1 + i;
    const to = left(column);
    const half = (x + to) / 2;
    path += `C${half} ${y} ${half} ${middle} ${to} ${middle}`;
    x = to;
    y = middle;
    if (i < rest.length - 1) {
      x = to + nodeWidth;
      path += `H${x}`;
    }
  }
  return path;
}
