import { layersOf } from '../../hot/graph-shape.ts';
import type { GraphResource, StackGraph } from '../../hot/template-graph.ts';

/**
 * The same template with one resource more that takes no time and that all others wait for: then a single leaf is
 * left in the outermost stack. `OS::Heat::None` creates nothing.
 */
export function withCommonRoot(graph: StackGraph): StackGraph {
  const names = new Set(graph.resources.map(({ name }) => name));
  let name = 'start';
  while (names.has(name)) name += '_';
  const root: GraphResource = {
    name,
    type: 'OS::Heat::None',
    line: 1,
    isExternal: false,
    nested: null,
    missingFile: null,
  };
  const waiting = new Set(graph.edges.map(({ from }) => from));
  const edges = [
    ...graph.edges,
    ...graph.resources
      .filter((resource) => !waiting.has(resource.name))
      .map((resource) => ({ from: resource.name, to: name, reasons: ['depends_on' as const], line: 1 })),
  ];
  const resources = [root, ...graph.resources];
  const { shape } = layersOf(
    resources.map((resource) => resource.name),
    edges,
  );
  return { ...graph, resources, edges, shape };
}
