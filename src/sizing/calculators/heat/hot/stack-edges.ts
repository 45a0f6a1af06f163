import { cycleIn, layersOf } from './graph-shape.ts';
import { pluginEdges } from './plugin-edges.ts';
import { referencesIn } from './references-in.ts';
import type { ResourceDefinition, StackDefinition } from './stack-definition.ts';
import type { EdgeReason, GraphEdge } from './template-graph.ts';
import { TemplateFault, TemplateFaults } from './template-problem.ts';

interface FoundEdge {
  readonly from: string;
  readonly to: string;
  readonly reasons: EdgeReason[];
  readonly offset: number;
}

/**
 * All edges of one stack: those of its text, then those that plugins add. Throws the faults of all its resources
 * together.
 */
export function stackEdges(stack: StackDefinition, lineOf: (offset: number) => number): readonly GraphEdge[] {
  const found = new Map<string, Map<string, FoundEdge>>();
  const faults: TemplateFault[] = [];
  for (const resource of stack.resources.values()) {
    try {
      found.set(resource.name, writtenEdges(resource, stack));
    } catch (error) {
      if (!(error instanceof TemplateFault)) {
        throw error;
      }
      faults.push(error);
    }
  }
  if (faults.length > 0) {
    throw new TemplateFaults(faults);
  }
  const none: ReadonlySet<string> = new Set();
  const required = (name: string): ReadonlySet<string> => new Set(found.get(name)?.keys() ?? none);
  for (const { from, to } of pluginEdges(stack, required)) {
    const ofResource = found.get(from);
    if (ofResource !== undefined && !ofResource.has(to)) {
      ofResource.set(to, { from, to, reasons: ['plugin'], offset: stack.resources.get(from)?.offset ?? 0 });
    }
  }
  return [...found.values()].flatMap((edges) =>
    [...edges.values()].map(({ from, to, reasons, offset }) => ({
      from,
      to,
      reasons,
      line: lineOf(offset),
    })),
  );
}

/** What a resource depends on by its text. One with external_id depends on nothing. */
function writtenEdges(resource: ResourceDefinition, stack: StackDefinition): Map<string, FoundEdge> {
  const edges = new Map<string, FoundEdge>();
  if (resource.isExternal) {
    return edges;
  }
  const add = (to: string, reason: EdgeReason, offset: number): void => {
    const edge = edges.get(to);
    if (edge === undefined) {
      edges.set(to, { from: resource.name, to, reasons: [reason], offset });
    } else if (!edge.reasons.includes(reason)) {
      edge.reasons.push(reason);
    }
  };
  const disabled = new Set(stack.disabledByCondition);
  for (const { name, offset } of resource.dependsOn) {
    if (stack.resources.has(name)) {
      add(name, 'depends_on', offset);
    } else if (!disabled.has(name)) {
      throw new TemplateFault(
        'unknown-reference',
        offset,
        `depends_on of "${resource.name}" names "${name}", and no resource has that name.`,
      );
    }
  }
  for (const { name, offset } of referencesIn(resource.properties, stack.context)) {
    add(name, 'properties', offset);
  }
  for (const { name, offset } of referencesIn(resource.metadata, stack.context)) {
    add(name, 'metadata', offset);
  }
  return edges;
}

/** Throws a TemplateFault with the path where resources wait for one another. */
export function refuseCycle(stack: StackDefinition, edges: readonly GraphEdge[]): void {
  const names = [...stack.resources.keys()];
  if (layersOf(names, edges).order.length === names.length) {
    return;
  }
  const cycle = cycleIn(names, edges);
  const members = cycle.map((name) => ({ name, offset: stack.resources.get(name)?.offset ?? 0 }));
  const first = members[0];
  const wait = cycle.length === 1 ? 'waits for itself' : 'wait for one another';
  throw new TemplateFault('cycle', first?.offset ?? 0, `${pathText(cycle)} ${wait}.`, members);
}

/** The whole path is in the problem's `cycle`; a sentence holds no more than this. */
const mostNamed = 12;

function pathText(cycle: readonly string[]): string {
  const named =
    cycle.length <= mostNamed ? cycle : [...cycle.slice(0, mostNamed - 1), `… (${cycle.length} in all)`];
  return [...named, cycle[0]].join(' → ');
}
