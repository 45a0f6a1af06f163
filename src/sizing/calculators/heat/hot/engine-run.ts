import { greatestPlace } from './greatest-place.ts';
import { present } from './present.ts';
import type { StackPlan } from './stack-plan.ts';
import type { CausedTime } from './stack-schedule.ts';

/** What a run of an engine leaves behind, by place of item or stack; undefined for what never happened. */
export interface EngineRun {
  /** Null where the outermost stack never ends. */
  readonly endSeconds: number | null;
  readonly start: readonly (number | undefined)[];
  readonly finish: readonly (number | undefined)[];
  readonly lane: readonly (number | undefined)[];
  /** From being ready to its finish: where the time of each item goes, without the time inside its stack. */
  readonly itemParts: readonly (readonly CausedTime[] | undefined)[];
  /** Between the last requirement (or the stack's start) and being ready. */
  readonly beforeParts: readonly (readonly CausedTime[] | undefined)[];
  readonly stackParts: readonly (readonly CausedTime[] | undefined)[];
  /** Most stacks in progress inside others at one time. */
  readonly mostNested: number;
  /** Most resources that reported to the same one at once, or that started in one step. */
  readonly largestCrowd: number;
}

/** Follows the time back from the end: through the item that finished last, and into the stack it holds. */
export function lastPathOf(
  work: StackPlan,
  run: EngineRun,
): { readonly items: ReadonlySet<number>; readonly parts: readonly CausedTime[] } {
  const onPath = new Set<number>();
  const parts: CausedTime[] = [];
  const open = [0];
  for (let stack = open.pop(); stack !== undefined; stack = open.pop()) {
    parts.push(...present(run.stackParts[stack]));
    let place = greatestPlace(present(work.stacks[stack]).roots, run.finish);
    while (place !== undefined) {
      onPath.add(place);
      parts.push(...present(run.itemParts[place]), ...(run.beforeParts[place] ?? []));
      const { nestedStack, requires } = present(work.items[place]);
      if (nestedStack !== null) {
        open.push(nestedStack);
      }
      place = greatestPlace(requires, run.finish);
    }
  }
  return { items: onPath, parts };
}
