import { remembered } from './remembered.ts';
import type { StackPlan } from './stack-plan.ts';
import type { Chain } from './stack-schedule.ts';

/**
 * A plan in which a stack inside another is plain order: its resource first, then what is inside, then a
 * milestone that what waits for the stack waits for. Node `i` is item `i`; milestones follow the items.
 */
export interface MilestonePlan {
  readonly seconds: readonly number[];
  readonly requires: readonly (readonly number[])[];
  readonly dependents: readonly (readonly number[])[];
  readonly itemCount: number;
}

export const milestonePlan = remembered(laidOut);

function laidOut({ items, stacks }: StackPlan): MilestonePlan {
  const end = new Map<number, number>();
  let count = items.length;
  for (const stack of stacks) {
    if (stack.parent !== null) {
      end.set(stack.parent, count);
      count += 1;
    }
  }
  const requires: number[][] = Array.from({ length: count }, () => []);
  const endOf = (place: number): number => end.get(place) ?? place;
  items.forEach((item, place) => {
    const parent = stacks[item.stack]?.parent ?? null;
    const own = item.requires.map(endOf);
    requires[place]?.push(...(own.length === 0 && parent !== null ? [parent] : own));
  });
  for (const { parent, roots } of stacks) {
    if (parent !== null) {
      requires[endOf(parent)]?.push(...(roots.length === 0 ? [parent] : roots.map(endOf)));
    }
  }
  const dependents: number[][] = Array.from({ length: count }, () => []);
  requires.forEach((list, place) => {
    for (const other of list) {
      dependents[other]?.push(place);
    }
  });
  const seconds = Array.from({ length: count }, (_, place) => items[place]?.seconds ?? 0);
  return { seconds, requires, dependents, itemCount: items.length };
}

/** For each node the longest work from its start to the end of everything behind it. */
export const tailSeconds = remembered(tailsOf);

function tailsOf(plan: MilestonePlan): readonly number[] {
  const tails = plan.seconds.map(() => 0);
  for (const node of orderOf(plan).reverse()) {
    const behind = (plan.dependents[node] ?? []).reduce((most, next) => Math.max(most, tails[next] ?? 0), 0);
    tails[node] = (plan.seconds[node] ?? 0) + behind;
  }
  return tails;
}

/** Each node after all it requires. */
function orderOf(plan: MilestonePlan): number[] {
  const waiting = plan.requires.map((list) => list.length);
  const order = waiting.flatMap((count, node) => (count === 0 ? [node] : []));
  for (let at = 0; at < order.length; at += 1) {
    for (const next of plan.dependents[order[at] ?? -1] ?? []) {
      waiting[next] = (waiting[next] ?? 0) - 1;
      if (waiting[next] === 0) {
        order.push(next);
      }
    }
  }
  return order;
}

/** The chain whose work takes longest: no number of workers ends a stack sooner. */
export function longestChain(plan: MilestonePlan, work: StackPlan): Chain {
  const tails = tailSeconds(plan);
  const best = (nodes: readonly number[]): number | undefined =>
    nodes.reduce<number | undefined>(
      (found, node) => (found === undefined || (tails[node] ?? 0) > (tails[found] ?? 0) ? node : found),
      undefined,
    );
  const paths: string[] = [];
  let node = best(plan.requires.flatMap((list, place) => (list.length === 0 ? [place] : [])));
  const seconds = node === undefined ? 0 : (tails[node] ?? 0);
  while (node !== undefined) {
    const item = work.items[node];
    if (item !== undefined) {
      paths.push(item.path);
    }
    node = best(plan.dependents[node] ?? []);
  }
  return { paths, seconds };
}
