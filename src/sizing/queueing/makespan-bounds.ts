import { aboveZero, atLeastZero, wholeNumber } from './domain.ts';

export interface MakespanBounds {
  /** No schedule is shorter: all slots busy all the time, or the longest chain. */
  readonly leastSeconds: number;
  /** No list schedule is longer, whatever its order. */
  readonly mostSeconds: number;
}

/**
 * Bounds on the time a graph of tasks takes on identical slots by list scheduling.
 *
 * @param totalWorkSeconds sum of all durations, 0 or more
 * @param longestChainSeconds longest sum of durations along a path, 0 or more
 * @param slots whole number, 1 or more
 * @throws RangeError outside those ranges
 * Source: Graham 1969; max(T1/P, T∞) ≤ makespan ≤ T1/P + (1 - 1/P) T∞.
 */
export function makespanBounds(
  totalWorkSeconds: number,
  longestChainSeconds: number,
  slots: number,
): MakespanBounds {
  atLeastZero('totalWorkSeconds', totalWorkSeconds);
  atLeastZero('longestChainSeconds', longestChainSeconds);
  wholeNumber('slots', slots, 1);
  const evenly = totalWorkSeconds / slots;
  return {
    leastSeconds: Math.max(evenly, longestChainSeconds),
    mostSeconds: evenly + (1 - 1 / slots) * longestChainSeconds,
  };
}

/**
 * Mean time until all of `tasks` independent tasks with exponential durations are done on identical slots.
 *
 * @param tasks whole number, 0 or more
 * @param slots whole number, 1 or more; as many as tasks or more means no limit
 * @param meanSeconds above 0
 * @throws RangeError outside those ranges
 * Source: minima of exponentials; s (n-P)/P + s H_P for n ≥ P, s H_n below.
 */
export function exponentialStarSeconds(tasks: number, slots: number, meanSeconds: number): number {
  wholeNumber('tasks', tasks, 0);
  wholeNumber('slots', slots, 1);
  aboveZero('meanSeconds', meanSeconds);
  const busy = Math.min(tasks, slots);
  let drained = 0;
  for (let left = busy; left >= 1; left -= 1) drained += 1 / left;
  return meanSeconds * ((tasks - busy) / slots + drained);
}
