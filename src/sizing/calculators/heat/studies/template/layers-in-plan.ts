import type { MilestonePlan } from '../../hot/milestone-plan.ts';

/** For each resource of a plan how many stand before it on the longest way; milestones take no level. */
export function layersInPlan({ dependents, itemCount, requires }: MilestonePlan): readonly number[] {
  const waiting = requires.map((list) => list.length);
  const layers = new Array<number>(requires.length).fill(0);
  const order = waiting.flatMap((count, node) => (count === 0 ? [node] : []));
  for (let at = 0; at < order.length; at += 1) {
    const node = order[at] ?? 0;
    const next = (layers[node] ?? 0) + (node < itemCount ? 1 : 0);
    for (const dependent of dependents[node] ?? []) {
      layers[dependent] = Math.max(layers[dependent] ?? 0, next);
      waiting[dependent] = (waiting[dependent] ?? 0) - 1;
      if (waiting[dependent] === 0) order.push(dependent);
    }
  }
  return layers.slice(0, itemCount);
}
