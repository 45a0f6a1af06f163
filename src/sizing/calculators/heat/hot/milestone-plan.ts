import { greatestPlace } from './greatest-place.ts';
import { present } from './present.ts';
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
    const { parent } = present(stacks[item.stack]);
    const own = item.requires.map(endOf);
    present(requires[place]).push(...(own.length === 0 && parent !== null ? [parent] : own));
  });
  for (const { parent, roots } of stacks) {
    if (parent !== null) {
      present(requires[endOf(parent)]).push(...(roots.length === 0 ? [parent] : roots.map(endOf)));
    }
  }
  const dependents: number[][] = Array.from({ length: count }, () => []);
  requires.forEach((list, place) => {
    for (const other of list) {
      present(dependents[other]).push(place);
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
    const behind = present(plan.dependents[node]).map((next) => present(tails[next]));
    tails[node] = present(plan.seconds[node]) + Math.max(0, ...behind);
  }
  return tails;
}

/** Each node after all it requires. */
function orderOf(plan: MilestonePlan): number[] {
  const waiting = plan.requires.map((list) => list.length);
  const order = waiting.flatMap((count, node) => (count === 0 ? [node] : []));
  // The list grows on the way, and the loop goes on to its end.
  for (const node of order) {
    for (const next of present(plan.dependents[node])) {
      const left = present(waiting[next]) - 1;
      waiting[next] = left;
      if (left === 0) {
        order.push(next);
      }
    }
  }
  return order;
}

/** The chain whose work takes longest: no number of workers ends a stack sooner. */
export function longestChain(plan: MilestonePlan, work: StackPlan): Chain {
  const tails = tailSeconds(plan);
  const paths: string[] = [];
  const starts = plan.requires.flatMap((list, place) => (list.length === 0 ? [place] : []));
  let node = greatestPlace(starts, tails);
  const seconds = node === undefined ? 0 : present(tails[node]);
  while (node !== undefined) {
    const item = work.items[node];
    if (item !== undefined) {
      paths.push(item.path);
    }
    node = greatestPlace(present(plan.dependents[node]), tails);
  }
  return { paths, seconds };
}
