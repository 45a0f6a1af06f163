import fc from 'fast-check';
import { layersOf } from '../../../../../src/sizing/calculators/heat/hot/graph-shape.ts';
import type {
  GraphResource,
  StackGraph,
} from '../../../../../src/sizing/calculators/heat/hot/template-graph.ts';

export interface TimedGraph {
  readonly graph: StackGraph;
  readonly secondsOf: (type: string) => number;
}

/** Stacks of up to 12 resources with edges backwards in their order, some holding a stack of up to 4 more. */
export function timedGraphs(): fc.Arbitrary<TimedGraph> {
  const seconds = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 });
  return fc.tuple(stacks(12, 1), seconds).map(([graph, times]) => ({
    graph,
    secondsOf: (type) => times[Number(type)] ?? 0,
  }));
}

function stacks(most: number, depth: number): fc.Arbitrary<StackGraph> {
  const resource = fc.record({
    type: fc.integer({ min: 0, max: 3 }),
    requires: fc.uniqueArray(fc.nat({ max: most }), { maxLength: 3 }),
    nested: depth === 0 ? fc.constant(null) : fc.option(stacks(4, depth - 1), { freq: 4 }),
  });
  return fc.array(resource, { minLength: 1, maxLength: most }).map((list) => {
    const resources = list.map(
      ({ type, nested }, at): GraphResource => ({
        name: `r${at}`,
        type: String(type),
        line: 1,
        isExternal: false,
        nested,
        missingFile: null,
      }),
    );
    const edges = list.flatMap(({ requires }, at) =>
      requires
        .filter((to) => to < at)
        .map((to) => ({ from: `r${at}`, to: `r${to}`, reasons: ['depends_on' as const], line: 1 })),
    );
    return graphWith(resources, edges);
  });
}

function graphWith(resources: readonly GraphResource[], edges: StackGraph['edges']): StackGraph {
  return {
    version: 'test',
    resources,
    edges,
    disabledByCondition: [],
    conditions: [],
    missingParameters: [],
    shape: layersOf(
      resources.map(({ name }) => name),
      edges,
    ).shape,
  };
}

export interface BrokenEdge {
  readonly from: string;
  readonly to: string;
}

/** Edges that a schedule breaks: what waits starts before what it waits for ends, or inside before its holder. */
export function brokenEdges(
  graph: StackGraph,
  bars: readonly { readonly path: string; readonly startSeconds: number; readonly finishSeconds: number }[],
  prefix = '',
  byPath = new Map(bars.map((bar) => [bar.path, bar])),
): readonly BrokenEdge[] {
  const early = graph.edges.filter(({ from, to }) => {
    const waiting = byPath.get(prefix + from);
    const ends = endOf(byPath, graph, prefix, to);
    return waiting === undefined || waiting.startSeconds < ends - 1e-6;
  });
  const inside = graph.resources.flatMap(({ name, nested }) =>
    nested === null ? [] : brokenEdges(nested, bars, `${prefix}${name}/`, byPath),
  );
  return [...early, ...inside];
}

function endOf(
  byPath: ReadonlyMap<string, { readonly finishSeconds: number }>,
  graph: StackGraph,
  prefix: string,
  name: string,
): number {
  const nested = graph.resources.find((resource) => resource.name === name)?.nested ?? null;
  const own = byPath.get(prefix + name)?.finishSeconds ?? Number.POSITIVE_INFINITY;
  const inside = (nested?.resources ?? []).map((child) =>
    endOf(byPath, nested ?? graph, `${prefix}${name}/`, child.name),
  );
  return Math.max(own, ...inside);
}
