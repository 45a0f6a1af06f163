import type { GraphShape } from './template-graph.ts';

interface NamedEdge {
  readonly from: string;
  readonly to: string;
}

interface Layers {
  readonly shape: GraphShape;
  /** Names in an order in which each comes after all it waits for; shorter than the input where there is a circle. */
  readonly order: readonly string[];
}

/** Levels by longest path from the resources that wait for nothing. */
export function layersOf(names: readonly string[], edges: readonly NamedEdge[]): Layers {
  const waiting = new Map(names.map((name) => [name, 0]));
  const dependents = new Map<string, string[]>(names.map((name) => [name, []]));
  for (const { from, to } of edges) {
    waiting.set(from, (waiting.get(from) ?? 0) + 1);
    dependents.get(to)?.push(from);
  }
  const order = names.filter((name) => waiting.get(name) === 0);
  const level = new Map<string, number>();
  const leaves = order.length;
  for (let at = 0; at < order.length; at += 1) {
    const name = order[at] ?? '';
    const next = (level.get(name) ?? 0) + 1;
    for (const dependent of dependents.get(name) ?? []) {
      level.set(dependent, Math.max(level.get(dependent) ?? 0, next));
      const left = (waiting.get(dependent) ?? 0) - 1;
      waiting.set(dependent, left);
      if (left === 0) {
        order.push(dependent);
      }
    }
  }
  const widths: number[] = [];
  for (const name of order) {
    const at = level.get(name) ?? 0;
    widths[at] = (widths[at] ?? 0) + 1;
  }
  return { shape: { depth: widths.length, widths, leaves }, order };
}

/** One circle among the edges, in order and starting at its earliest name; empty where there is none. */
export function cycleIn(names: readonly string[], edges: readonly NamedEdge[]): readonly string[] {
  const { order } = layersOf(names, edges);
  const ordered = new Set(order);
  // Each resource left over waits for another one left over, so following them must come round.
  const next = new Map<string, string>();
  for (const { from, to } of edges) {
    if (!ordered.has(from) && !ordered.has(to) && !next.has(from)) {
      next.set(from, to);
    }
  }
  const path: string[] = [];
  const seen = new Map<string, number>();
  let name = names.find((candidate) => next.has(candidate));
  while (name !== undefined && !seen.has(name)) {
    seen.set(name, path.length);
    path.push(name);
    name = next.get(name);
  }
  const cycle = name === undefined ? [] : path.slice(seen.get(name));
  const members = new Set(cycle);
  const first = Math.max(0, cycle.indexOf(names.find((candidate) => members.has(candidate)) ?? ''));
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
