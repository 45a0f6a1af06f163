import { wholeNumber } from './domain.ts';
import { createIndexHeap } from './index-heap.ts';
import { orderOf, type Task, type TaskCycle, type TaskOrder } from './task-graph.ts';

/** Which ready task a free slot takes: the first in the list, or the one with the longest way to the end. */
export type SchedulingPriority = 'list-order' | 'longest-path';

export interface Schedule {
  readonly kind: 'scheduled';
  readonly startSeconds: Float64Array;
  readonly finishSeconds: Float64Array;
  /** Slot of each task, 0 .. slots - 1; the lowest free one. */
  readonly slot: Int32Array;
  readonly makespanSeconds: number;
  readonly longestChain: readonly number[];
  readonly longestChainSeconds: number;
  readonly totalWorkSeconds: number;
}

/**
 * Runs a graph of tasks on identical slots: whenever a slot is free and a task has all it requires, it starts.
 *
 * At most 2 - 1/slots times as long as the best schedule. More slots, shorter tasks or fewer requirements may make it
 * longer (Graham's anomalies). O((tasks + requirements) log tasks).
 *
 * @param tasks none at all gives an empty schedule of 0 seconds
 * @param slots whole number, 1 or more
 * @returns a cycle where some tasks wait for one another
 * @throws RangeError if `slots` or a duration lies outside its range, or a requirement is not the position of a task
 * Source: Graham 1966, 1969; longest path first (Hu 1961).
 */
export function scheduleOf(
  tasks: readonly Task[],
  slots: number,
  priority: SchedulingPriority = 'list-order',
): Schedule | TaskCycle {
  wholeNumber('slots', slots, 1);
  const order = orderOf(tasks);
  if (order.kind === 'cycle') return order;
  const { longestChain, longestChainSeconds, totalWorkSeconds } = order;
  const timetable = run(tasks, Math.min(slots, Math.max(1, tasks.length)), order, priority);
  return { kind: 'scheduled', ...timetable, longestChain, longestChainSeconds, totalWorkSeconds };
}

type Timetable = Pick<Schedule, 'startSeconds' | 'finishSeconds' | 'slot' | 'makespanSeconds'>;

function run(
  tasks: readonly Task[],
  slots: number,
  { requiredBy, toEndSeconds }: TaskOrder,
  priority: SchedulingPriority,
): Timetable {
  const startSeconds = new Float64Array(tasks.length);
  const finishSeconds = new Float64Array(tasks.length);
  const slot = new Int32Array(tasks.length);
  // Equal keys leave the order to the position in the list.
  const keys =
    priority === 'list-order' ? new Float64Array(tasks.length) : toEndSeconds.map((seconds) => -seconds);
  const ready = createIndexHeap(keys);
  const running = createIndexHeap(finishSeconds);
  const freeSlots = createIndexHeap(new Float64Array(slots));
  for (let index = 0; index < slots; index += 1) freeSlots.push(index);
  const waitsFor = Int32Array.from(tasks, (task) => task.requires.length);
  waitsFor.forEach((count, position) => {
    if (count === 0) ready.push(position);
  });
  let nowSeconds = 0;
  while (ready.size() > 0 || running.size() > 0) {
    while (ready.size() > 0 && freeSlots.size() > 0) {
      const task = ready.pop() ?? 0;
      slot[task] = freeSlots.pop() ?? 0;
      startSeconds[task] = nowSeconds;
      finishSeconds[task] = nowSeconds + (tasks[task]?.durationSeconds ?? 0);
      running.push(task);
    }
    nowSeconds = finishSeconds[running.peek() ?? 0] ?? nowSeconds;
    // All that finish now do so before the next start, or the order of equals would decide.
    for (
      let done = running.peek();
      done !== undefined && finishSeconds[done] === nowSeconds;
      done = running.peek()
    ) {
      running.pop();
      freeSlots.push(slot[done] ?? 0);
      for (const follower of requiredBy[done] ?? []) {
        waitsFor[follower] = (waitsFor[follower] ?? 0) - 1;
        if (waitsFor[follower] === 0) ready.push(follower);
      }
    }
  }
  return { startSeconds, finishSeconds, slot, makespanSeconds: nowSeconds };
}
