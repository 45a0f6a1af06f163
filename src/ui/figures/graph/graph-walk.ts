import type { Arrow } from '../study/use-cursor.ts';
import type { GraphLayout, PlacedNode } from './graph-layout.ts';

/** Places of nodes in reading order: column by column, from top to bottom. */
export function readingOrder(layout: GraphLayout): readonly number[] {
  const at = (index: number) => layout.nodes[index] as PlacedNode; // Indices come from the same list.
  return layout.nodes.map((_, i) => i).sort((a, b) => at(a).x - at(b).x || at(a).y - at(b).y);
}

/** ← → along an edge to the nearest of the nodes it waits for or that wait for it, ↑ ↓ to the neighbour in the column. */
export function walked(layout: GraphLayout, arrow: Arrow, from: number): number | undefined {
  const here = layout.nodes[from];
  if (!here) return undefined;
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    const sign = arrow === 'ArrowDown' ? 1 : -1;
    return nearest(layout, here, (n) => n.x === here.x && sign * (n.y - here.y) > 0);
  }
  const [own, other] =
    arrow === 'ArrowRight' ? (['first', 'waiting'] as const) : (['waiting', 'first'] as const);
  const linked = new Set(layout.edges.filter((e) => e[own] === here.node.id).map((e) => e[other]));
  return nearest(layout, here, (n) => linked.has(n.node.id));
}

function nearest(
  layout: GraphLayout,
  here: PlacedNode,
  isWanted: (node: PlacedNode) => boolean,
): number | undefined {
  let best: { index: number; distance: number } | undefined;
  for (const [index, node] of layout.nodes.entries()) {
    if (!isWanted(node)) continue;
    const distance = Math.abs(node.x - here.x) * 4 + Math.abs(node.y - here.y);
    if (!best || distance < best.distance) best = { index, distance };
  }
  return best?.index;
}
