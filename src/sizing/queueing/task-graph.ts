import { atLeastZero } from './domain.ts';

/** A task and the positions in the list of the tasks it waits for. */
export interface Task {
  readonly durationSeconds: number;
  readonly requires: readonly number[];
}

export interface TaskOrder {
  readonly kind: 'ordered';
  /** Positions so that each task comes after all it requires. */
  readonly order: Int32Array;
  /** For each task, the tasks that wait for it. */
  readonly requiredBy: readonly (readonly number[])[];
  /** For each task, the longest sum of durations from its start to the end of the graph, its own included. */
  readonly toEndSeconds: Float64Array;
  /** Tasks of one longest chain, first to last. */
  readonly longestChain: readonly number[];
  readonly longestChainSeconds: number;
  readonly totalWorkSeconds: number;
}

/** Tasks that wait for one another: each requires the next, the last the first. */
export interface TaskCycle {
  readonly kind: 'cycle';
  readonly tasks: readonly number[];
}

/**
 * Orders tasks by what they require and finds the longest chain, in O(tasks + requirements).
 *
 * @returns a cycle where some tasks wait for one another
 * @throws RangeError if a duration is negative or a requirement is not the position of a task
 * Source: topological sorting (Kahn 1962).
 */
export function orderOf(tasks: readonly Task[]): TaskOrder | TaskCycle {
  const waitsFor = new Int32Array(tasks.length);
  const requiredBy: number[][] = tasks.map(() => []);
  tasks.forEach((task, position) => {
    atLeastZero('durationSeconds', task.durationSeconds);
    for (const required of task.requires) {
      const followers = requiredBy[required];
      if (followers === undefined)
        throw new RangeError(`task ${position} requires ${required}, which is no task`);
      followers.push(position);
    }
    waitsFor[position] = task.requires.length;
  });
  const order = new Int32Array(tasks.length);
  let ordered = 0;
  waitsFor.forEach((count, position) => {
    if (count === 0) order[ordered++] = position;
  });
  for (let next = 0; next < ordered; next += 1) {
    for (const follower of requiredBy[order[next] ?? 0] ?? []) {
      waitsFor[follower] = (waitsFor[follower] ?? 0) - 1;
      if (waitsFor[follower] === 0) order[ordered++] = follower;
    }
  }
  if (ordered < tasks.length) return cycleAmong(tasks, waitsFor);
  return { kind: 'ordered', order, requiredBy, ...chainsOf(tasks, order, requiredBy) };
}

function chainsOf(
  tasks: readonly Task[],
  order: Int32Array,
  requiredBy: readonly (readonly number[])[],
): Pick<TaskOrder, 'toEndSeconds' | 'longestChain' | 'longestChainSeconds' | 'totalWorkSeconds'> {
  const toEndSeconds = new Float64Array(tasks.length);
  const following = new Int32Array(tasks.length).fill(-1);
  let first = -1;
  let totalWorkSeconds = 0;
  for (const position of order.toReversed()) {
    let longest = 0;
    for (const follower of requiredBy[position] ?? []) {
      const seconds = toEndSeconds[follower] ?? 0;
      if ((following[position] ?? -1) < 0 || seconds > longest) {
        longest = seconds;
        following[position] = follower;
      }
    }
    const own = tasks[position]?.durationSeconds ?? 0;
    totalWorkSeconds += own;
    toEndSeconds[position] = own + longest;
    if (first < 0 || own + longest > (toEndSeconds[first] ?? 0)) first = position;
  }
  const longestChain: number[] = [];
  for (let position = first; position >= 0; position = following[position] ?? -1) longestChain.push(position);
  return { toEndSeconds, longestChain, longestChainSeconds: toEndSeconds[first] ?? 0, totalWorkSeconds };
}

// Every task left over requires another one left over, so walking along requirements must come back.
function cycleAmong(tasks: readonly Task[], waitsFor: Int32Array): TaskCycle {
  const walked: number[] = [];
  const seenAt = new Map<number, number>();
  let position = waitsFor.findIndex((count) => count > 0);
  while (!seenAt.has(position)) {
    seenAt.set(position, walked.length);
    walked.push(position);
    position = tasks[position]?.requires.find((required) => (waitsFor[required] ?? 0) > 0) ?? position;
  }
  return { kind: 'cycle', tasks: walked.slice(seenAt.get(position)) };
}
