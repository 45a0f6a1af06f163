import { type StackPlan, stackPlan } from '../../hot/stack-plan.ts';
import type { StackGraph } from '../../hot/template-graph.ts';
import type { Durations } from './read-durations.ts';

/** What a template amounts to, whatever runs it. */
export interface TemplateFacts {
  readonly graph: StackGraph;
  readonly plan: StackPlan;
  /** All resources of the tree, those that hold a stack included, as Heat counts them against its limit. */
  readonly resources: number;
  readonly nestedStacks: number;
  readonly totalWorkSeconds: number;
  /** Resources that wait for nothing, as one stack of the same pauses would have them. */
  readonly leaves: number;
  readonly missingFiles: readonly string[];
  readonly disabled: readonly string[];
}

export function templateFacts(graph: StackGraph, durations: Durations): TemplateFacts {
  const plan = stackPlan(graph, durations.secondsOf);
  const stacks = stacksIn(graph);
  const all = stacks.flatMap((stack) => stack.resources);
  return {
    graph,
    plan,
    resources: plan.items.length,
    nestedStacks: plan.stacks.length - 1,
    totalWorkSeconds: plan.items.reduce((total, item) => total + item.seconds, 0),
    leaves: Math.max(1, pausesIn(graph) + 1),
    missingFiles: [...new Set(all.flatMap(({ missingFile }) => missingFile ?? []))],
    disabled: graph.disabledByCondition,
  };
}

function stacksIn(graph: StackGraph): readonly StackGraph[] {
  const open = [graph];
  for (let at = 0; at < open.length; at += 1)
    for (const { nested } of open[at]?.resources ?? []) if (nested) open.push(nested);
  return open;
}

/**
 * Seconds of pauses on the way that has most of them: a stack pauses once for each leaf but the first, and stacks
 * inside one another or behind one another add up.
 */
function pausesIn(graph: StackGraph): number {
  const own = new Map(graph.resources.map(({ name, nested }) => [name, nested ? pausesIn(nested) : 0]));
  let most = 0;
  if ([...own.values()].some((pause) => pause > 0)) {
    const behind = longestSums(graph, own);
    most = behind.reduce((longest, sum) => Math.max(longest, sum), 0);
  }
  return Math.max(0, graph.shape.leaves - 1) + most;
}

/** For each resource the largest sum of pauses on any way that ends with it. */
function longestSums(graph: StackGraph, own: ReadonlyMap<string, number>): readonly number[] {
  const waiting = new Map(graph.resources.map(({ name }) => [name, 0]));
  const dependents = new Map<string, string[]>(graph.resources.map(({ name }) => [name, []]));
  for (const { from, to } of graph.edges) {
    waiting.set(from, (waiting.get(from) ?? 0) + 1);
    dependents.get(to)?.push(from);
  }
  const order = graph.resources.flatMap(({ name }) => (waiting.get(name) === 0 ? [name] : []));
  const before = new Map<string, number>();
  const sums: number[] = [];
  for (let at = 0; at < order.length; at += 1) {
    const name = order[at] ?? '';
    const sum = (before.get(name) ?? 0) + (own.get(name) ?? 0);
    sums.push(sum);
    for (const next of dependents.get(name) ?? []) {
      before.set(next, Math.max(before.get(next) ?? 0, sum));
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  return sums;
}
