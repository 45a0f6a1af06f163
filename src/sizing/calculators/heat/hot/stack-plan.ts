import { layersOf } from './graph-shape.ts';
import { present } from './present.ts';
import { remembered } from './remembered.ts';
import type { StackGraph } from './template-graph.ts';

/** One resource of one stack, as something to be done. Numbers are places in the plan's lists. */
interface WorkItem {
  /** Names from the outermost stack inwards, joined by `/`. */
  readonly path: string;
  readonly type: string;
  readonly seconds: number;
  readonly stack: number;
  readonly nestedStack: number | null;
  readonly requires: readonly number[];
  readonly dependents: readonly number[];
}

interface WorkStack {
  /** The resource that holds this stack; null for the outermost one. */
  readonly parent: number | null;
  readonly items: readonly number[];
  /** Items that wait for nothing in their stack, in the template's order. */
  readonly leaves: readonly number[];
  /** Items that nothing in their stack waits for. */
  readonly roots: readonly number[];
}

export interface StackPlan {
  readonly items: readonly WorkItem[];
  /** The outermost stack first; each after the one that holds it. */
  readonly stacks: readonly WorkStack[];
}

/**
 * Lays a graph and the stacks inside it out flat. A resource with external_id takes no time, and one that holds
 * a stack none beside what is inside.
 */
export function stackPlan(graph: StackGraph, secondsOf: (type: string) => number): StackPlan {
  return plansOf(secondsOf)(graph);
}

const plansOf = remembered((secondsOf: (type: string) => number) =>
  remembered((graph: StackGraph) => laidOut(graph, secondsOf)),
);

function laidOut(graph: StackGraph, secondsOf: (type: string) => number): StackPlan {
  const items: (WorkItem & {
    readonly requires: number[];
    readonly dependents: number[];
    nestedStack: number | null;
  })[] = [];
  const stacks: WorkStack[] = [];
  const open: { readonly graph: StackGraph; readonly parent: number | null; readonly prefix: string }[] = [
    { graph, parent: null, prefix: '' },
  ];
  // The list grows on the way, and the loop goes on to its end.
  for (const [at, next] of open.entries()) {
    const first = items.length;
    const places = new Map(next.graph.resources.map((resource, index) => [resource.name, first + index]));
    for (const { name, type, isExternal, nested } of next.graph.resources) {
      const path = next.prefix + name;
      const place = items.length;
      const nestedStack = nested === null ? null : open.length;
      items.push({
        path,
        type,
        seconds: isExternal || nested !== null ? 0 : secondsOf(type),
        stack: at,
        nestedStack,
        requires: [],
        dependents: [],
      });
      if (nested !== null) {
        open.push({ graph: nested, parent: place, prefix: `${path}/` });
      }
    }
    for (const { from, to } of next.graph.edges) {
      const fromPlace = present(places.get(from));
      const toPlace = present(places.get(to));
      present(items[fromPlace]).requires.push(toPlace);
      present(items[toPlace]).dependents.push(fromPlace);
    }
    const own = [...places.values()];
    stacks.push({
      parent: next.parent,
      items: own,
      leaves: own.filter((place) => present(items[place]).requires.length === 0),
      roots: own.filter((place) => present(items[place]).dependents.length === 0),
    });
  }
  return { items, stacks };
}

/**
 * A graph with so many resources in each level, each waiting for one of the level before. For estimates from
 * counts alone: `[1, 100]` is one resource and a hundred behind it, a hundred ones a chain.
 */
export function graphOfShape(widths: readonly number[], type: string): StackGraph {
  const names = widths.map((width, level) => Array.from({ length: width }, (_, at) => `${level}_${at}`));
  const edges = names.flatMap((level, depth) => {
    const before = names[depth - 1] ?? [];
    return level.flatMap((from, at) => {
      const to = before[at % before.length];
      return to === undefined ? [] : [{ from, to, reasons: ['depends_on' as const], line: 1 }];
    });
  });
  const flat = names.flat();
  return {
    version: '',
    resources: flat.map((name) => ({
      name,
      type,
      line: 1,
      isExternal: false,
      nested: null,
      missingFile: null,
    })),
    edges,
    disabledByCondition: [],
    conditions: [],
    missingParameters: [],
    shape: layersOf(flat, edges).shape,
  };
}
