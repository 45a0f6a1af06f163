import type { EngineRun } from './engine-run.ts';
import {
  legacySecondsPerCreate,
  polledSeconds,
  pollSeconds,
  stackSetupSeconds,
  upToPoll,
} from './engine-timing.ts';
import { present } from './present.ts';
import { priorityQueue } from './priority-queue.ts';
import type { StackPlan } from './stack-plan.ts';
import type { CausedTime } from './stack-schedule.ts';

interface Started {
  readonly from: number;
  readonly begun: number;
  readonly creating: number;
  readonly insideSeconds: number;
  readonly workSeconds: number;
}

interface Book {
  readonly started: (Started | undefined)[];
  readonly start: (number | undefined)[];
  readonly finish: (number | undefined)[];
  readonly lane: (number | undefined)[];
  readonly itemParts: (readonly CausedTime[] | undefined)[];
  readonly beforeParts: (readonly CausedTime[] | undefined)[];
  readonly stackParts: (readonly CausedTime[] | undefined)[];
  largestCrowd: number;
}

/**
 * Plays one create through without convergence: each stack in one thread that starts what is ready, pauses to
 * the next full second, and looks again. The longer of the pause and the starting counts, and the first step
 * has no pause. Source: heat/engine/scheduler.py DependencyTaskGroup.
 */
export function legacyRun(work: StackPlan): EngineRun {
  const none = <T>(length: number): (T | undefined)[] => new Array<T | undefined>(length).fill(undefined);
  const record: Book = {
    started: none(work.items.length),
    start: none(work.items.length),
    finish: none(work.items.length),
    lane: none(work.items.length),
    itemParts: none(work.items.length),
    beforeParts: none(work.items.length),
    stackParts: none(work.stacks.length),
    largestCrowd: 0,
  };
  // Stacks inside others do not share a thread, so each is played on its own, innermost first, from its own zero.
  const ends = new Array<number>(work.stacks.length).fill(0);
  for (let stack = work.stacks.length - 1; stack >= 0; stack -= 1) {
    ends[stack] = playStack(work, stack, ends, record);
  }
  for (const { parent, items } of work.stacks) {
    const from = parent === null ? 0 : present(record.start[parent]);
    for (const place of items) {
      record.start[place] = present(record.start[place]) + from;
      record.finish[place] = present(record.finish[place]) + from;
    }
  }
  work.items.forEach((_, place) => {
    record.lane[place] = place;
  });
  return { ...record, endSeconds: present(ends[0]), mostNested: work.stacks.length - 1 };
}

function playStack(work: StackPlan, stack: number, ends: readonly number[], record: Book): number {
  const { items, leaves } = present(work.stacks[stack]);
  const waiting = new Map(items.map((place) => [place, present(work.items[place]).requires.length]));
  const running = priorityQueue<number>();
  let ready = [...leaves];
  let now = stackSetupSeconds;
  let pause = 0;
  record.stackParts[stack] = items.length === 0 ? [{ cause: 'stack-setup', seconds: stackSetupSeconds }] : [];
  for (const place of leaves) {
    record.beforeParts[place] = [{ cause: 'stack-setup', seconds: stackSetupSeconds }];
  }
  while (ready.length > 0 || running.size() > 0) {
    now = startAll(work, ready, now, pause, ends, running, record);
    ready = [];
    pause = pollSeconds;
    for (const place of takeDone(running, record, now)) {
      for (const next of present(work.items[place]).dependents) {
        const left = present(waiting.get(next)) - 1;
        waiting.set(next, left);
        if (left === 0) {
          ready.push(next);
        }
      }
    }
    if (ready.length === 0 && running.size() > 0) {
      now = nextStep(running, record, now);
    }
  }
  return now;
}

/** Starts one after the other; returns when the step ends. */
function startAll(
  work: StackPlan,
  ready: readonly number[],
  from: number,
  pause: number,
  ends: readonly number[],
  running: ReturnType<typeof priorityQueue<number>>,
  record: Book,
): number {
  if (ready.length === 0) {
    return from;
  }
  const each = legacySecondsPerCreate(ready.length);
  const creating = ready.length * each;
  const step = Math.max(pause, creating);
  record.largestCrowd = Math.max(record.largestCrowd, ready.length);
  ready.forEach((place, index) => {
    const { nestedStack, seconds: workSeconds } = present(work.items[place]);
    const begun = from + (index + 1) * each;
    const insideSeconds = nestedStack === null ? 0 : present(ends[nestedStack]);
    const done = begun + insideSeconds + polledSeconds(workSeconds);
    record.start[place] = begun;
    record.finish[place] = done;
    record.started[place] = { from, begun, creating, insideSeconds, workSeconds };
    running.put(done, place);
  });
  return from + step;
}

/** Takes those done by now, and books the time since the step in which each was started. */
function takeDone(
  running: ReturnType<typeof priorityQueue<number>>,
  record: Book,
  now: number,
): readonly number[] {
  const done: number[] = [];
  for (let place = running.take(); place !== undefined; place = running.take()) {
    const finish = present(record.finish[place]);
    if (finish > now + 1e-9) {
      running.put(finish, place);
      break;
    }
    record.finish[place] = now;
    record.itemParts[place] = partsOf(present(record.started[place]), now);
    done.push(place);
  }
  return done;
}

/** The time inside a nested stack is booked there. */
function partsOf(
  { from, begun, creating, insideSeconds, workSeconds }: Started,
  now: number,
): readonly CausedTime[] {
  const isInstant = insideSeconds === 0 && workSeconds === 0;
  const cpu = isInstant ? creating : begun - from;
  const rest = now - from - cpu - insideSeconds - workSeconds;
  return [
    { cause: 'engine-cpu', seconds: cpu },
    { cause: 'work', seconds: workSeconds },
    { cause: isInstant ? 'level-pause' : 'polling', seconds: rest },
  ];
}

function nextStep(running: ReturnType<typeof priorityQueue<number>>, record: Book, now: number): number {
  const place = present(running.take());
  const done = present(record.finish[place]);
  running.put(done, place);
  return now + Math.max(pollSeconds, upToPoll(done - now));
}
