import { counted, numberText } from '../../../../core/number-text.ts';
import type { GraphFigure } from '../../../../core/study-figures.ts';
import { type MilestonePlan, milestonePlan } from '../../hot/milestone-plan.ts';
import type { StackGraph } from '../../hot/template-graph.ts';
import { clockText } from '../../time-text.ts';
import { groupLayers } from './group-layers.ts';
import { layersInPlan } from './layers-in-plan.ts';
import type { TemplateFacts } from './template-facts.ts';

/** Above this the picture shows groups of one type and level. */
const mostNodes = 150;

/** What waits for what: stacks inside others unfolded, the longest chain marked. */
export function graphFigure(facts: TemplateFacts, chain: readonly string[]): GraphFigure {
  const { items } = facts.plan;
  const plan = milestonePlan(facts.plan);
  const layers = layersInPlan(plan);
  const critical = new Set(chain);
  const groups =
    items.length <= mostNodes
      ? items.map((_, place) => ({ layer: layers[place] ?? 0, places: [place] }))
      : groupLayers(items, layers, mostNodes);
  const groupAt = new Map(
    groups.flatMap(({ places }, group) => places.map((place) => [place, group] as const)),
  );
  const criticalGroups = new Set(
    groups.flatMap(({ places }, group) =>
      places.some((place) => critical.has(items[place]?.path ?? '')) ? [group] : [],
    ),
  );
  const edges = edgesBetween(facts, plan, groupAt);
  const chainEdges = edgesOfChain(facts, chain, groupAt);
  const isGrouped = items.length > mostNodes;
  return {
    kind: 'graph',
    id: 'template-graph',
    title: 'What waits for what?',
    subtitle: subtitleOf(facts, chain, isGrouped),
    nodes: groups.map(({ layer, places }, group) => ({
      id: String(group),
      ...nodeText(facts, places),
      layer,
      isCritical: criticalGroups.has(group),
      count: places.length,
    })),
    edges: [...edges].map(([key, { from, isImplied, to }]) => ({
      from: String(from),
      to: String(to),
      isCritical: chainEdges.has(key),
      isImplied,
    })),
  };
}

interface GroupEdge {
  readonly from: number;
  readonly to: number;
  readonly isImplied: boolean;
}

function edgesBetween(
  facts: TemplateFacts,
  plan: MilestonePlan,
  groupAt: ReadonlyMap<number, number>,
): ReadonlyMap<string, GroupEdge> {
  const { items } = facts.plan;
  const implied = impliedEdges(facts);
  const groupsOf = groupsBefore(plan.requires, items.length, groupAt);
  const edges = new Map<string, GroupEdge>();
  items.forEach((item, place) => {
    const to = groupAt.get(place) ?? 0;
    const written = new Set(item.requires);
    for (const required of plan.requires[place] ?? []) {
      const isOwn = written.has(required);
      const isImplied = isOwn ? implied.has(`${required} ${place}`) : required < items.length;
      for (const from of groupsOf(required)) {
        if (from === to) continue;
        const key = `${from} ${to}`;
        edges.set(key, { from, to, isImplied: isImplied && (edges.get(key)?.isImplied ?? true) });
      }
    }
  });
  return edges;
}

function nodeText({ plan }: TemplateFacts, places: readonly number[]): { label: string; detail: string } {
  const items = places.flatMap((place) => plan.items[place] ?? []);
  const [first] = items;
  if (!first) return { label: '', detail: '' };
  if (items.length === 1) {
    const inside = first.nestedStack === null ? undefined : plan.stacks[first.nestedStack]?.items.length;
    const what = inside === undefined ? clockText(first.seconds) : `a stack of ${numberText(inside)}`;
    return { label: first.path, detail: `${first.type}, ${what}` };
  }
  const seconds = items.reduce((total, item) => total + item.seconds, 0);
  const types = new Set(items.map(({ type }) => type)).size;
  return {
    label: types === 1 ? first.type : `${first.type} and ${counted(types - 1, 'other type')}`,
    detail: `${counted(items.length, 'resource')}, ${clockText(seconds)} of work`,
  };
}

function subtitleOf(
  { graph, nestedStacks, resources }: TemplateFacts,
  chain: readonly string[],
  isGrouped: boolean,
) {
  if (resources === 0) return 'The template creates nothing.';
  const leaves = graph.shape.leaves;
  const inside = nestedStacks === 0 ? '' : ` ${counted(nestedStacks, 'stack')} inside.`;
  const shown = isGrouped ? ' Shown by type and level.' : '';
  return `The longest chain has ${counted(chain.length, 'resource')}; ${numberText(leaves)} of ${numberText(graph.resources.length)} wait for nothing.${inside}${shown}`;
}

/** Edges that no line of the template asks for: Heat's own plugins add them. */
function impliedEdges({ graph, plan }: TemplateFacts): ReadonlySet<string> {
  const implied = new Set<string>();
  const open: StackGraph[] = [graph];
  for (let at = 0; at < open.length; at += 1) {
    const stack = open[at];
    const places = plan.stacks[at]?.items ?? [];
    const placeOf = new Map(stack?.resources.map(({ name }, index) => [name, places[index]]));
    for (const { from, reasons, to } of stack?.edges ?? [])
      if (reasons.every((reason) => reason === 'plugin'))
        implied.add(`${placeOf.get(to)} ${placeOf.get(from)}`);
    for (const { nested } of stack?.resources ?? []) if (nested) open.push(nested);
  }
  return implied;
}

/** The groups a node stands for: its own, or those of the last resources of a stack inside another. */
function groupsBefore(
  requires: readonly (readonly number[])[],
  itemCount: number,
  groupAt: ReadonlyMap<number, number>,
): (node: number) => ReadonlySet<number> {
  const known = new Map<number, ReadonlySet<number>>();
  const find = (node: number): ReadonlySet<number> => {
    const found = known.get(node);
    if (found) return found;
    const groups =
      node < itemCount
        ? new Set([groupAt.get(node) ?? 0])
        : new Set((requires[node] ?? []).flatMap((other) => [...find(other)]));
    known.set(node, groups);
    return groups;
  };
  return find;
}

/** The steps of the longest chain from group to group. */
function edgesOfChain(
  { plan }: TemplateFacts,
  chain: readonly string[],
  groupAt: ReadonlyMap<number, number>,
): ReadonlySet<string> {
  const placeOf = new Map(plan.items.map(({ path }, place) => [path, place]));
  const groups = chain.map((path) => groupAt.get(placeOf.get(path) ?? 0) ?? 0);
  return new Set(groups.map((group, index) => `${groups[index - 1]} ${group}`));
}
