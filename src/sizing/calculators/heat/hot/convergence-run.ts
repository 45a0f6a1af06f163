import type { EngineRun } from './engine-run.ts';
import {
  convergenceCpuSeconds,
  fanInDelaySeconds,
  leafPauseSeconds,
  polledSeconds,
  racing,
  stackSetupSeconds,
  upToPoll,
} from './engine-timing.ts';
import { present } from './present.ts';
import { priorityQueue } from './priority-queue.ts';
import type { StackPlan } from './stack-plan.ts';
import type { CausedTime } from './stack-schedule.ts';

export interface Engine {
  readonly processes: number;
  readonly slotsPerProcess: number;
  /** At most as many as processes. */
  readonly cores: number;
}

interface Process {
  readonly freeLanes: number[];
  lanesUsed: number;
  readonly queue: number[];
  /** First in the queue that has not been taken. */
  next: number;
  cpuFreeAt: number;
}

interface Happening {
  readonly kind: 'ready' | 'done' | 'stack-begun' | 'stack-done';
  /** Of an item, or of a stack where it is the stack that begins or is done. */
  readonly place: number;
}

interface State {
  readonly work: StackPlan;
  readonly engine: Engine;
  readonly cpuSeconds: number;
  readonly processes: readonly Process[];
  readonly agenda: ReturnType<typeof priorityQueue<readonly [number, Happening]>>;
  readonly process: (number | undefined)[];
  readonly readyAt: (number | undefined)[];
  readonly begunAt: (number | undefined)[];
  readonly start: (number | undefined)[];
  readonly finish: (number | undefined)[];
  readonly lane: (number | undefined)[];
  readonly itemParts: (readonly CausedTime[] | undefined)[];
  readonly beforeParts: (readonly CausedTime[] | undefined)[];
  readonly stackParts: (readonly CausedTime[] | undefined)[];
  readonly waiting: number[];
  readonly unfinished: number[];
  dealt: number;
  nested: number;
  mostNested: number;
  largestCrowd: number;
  endSeconds: number | null;
}

/** Plays one create through under convergence, event by event. Ends without an end time where it stalls. */
export function convergenceRun(work: StackPlan, engine: Engine): EngineRun {
  const state = freshState(work, engine);
  beginStack(state, 0, 0);
  for (let event = state.agenda.take(); event !== undefined; event = state.agenda.take()) {
    const [now, happening] = event;
    switch (happening.kind) {
      case 'ready':
        deal(state, happening.place, now);
        break;
      case 'stack-begun':
        beginStack(state, happening.place, now);
        break;
      case 'done':
        finishItem(state, happening.place, now);
        break;
      case 'stack-done':
        endStack(state, happening.place, now);
        break;
    }
  }
  return state;
}

function freshState(work: StackPlan, engine: Engine): State {
  const none = <T>(): (T | undefined)[] => new Array<T | undefined>(work.items.length).fill(undefined);
  return {
    work,
    engine,
    // Processes that share cores each get their part of one.
    cpuSeconds: (convergenceCpuSeconds * engine.processes) / engine.cores,
    processes: Array.from({ length: Math.min(engine.processes, Math.max(1, work.items.length)) }, () => ({
      freeLanes: [],
      lanesUsed: 0,
      queue: [],
      next: 0,
      cpuFreeAt: 0,
    })),
    agenda: priorityQueue(),
    process: none(),
    readyAt: none(),
    begunAt: none(),
    start: none(),
    finish: none(),
    lane: none(),
    itemParts: none(),
    beforeParts: none(),
    stackParts: new Array(work.stacks.length).fill(undefined),
    waiting: work.items.map((item) => item.requires.length),
    unfinished: work.stacks.map((stack) => stack.items.length),
    dealt: 0,
    nested: 0,
    mostNested: 0,
    largestCrowd: 0,
    endSeconds: null,
  };
}

function plan(state: State, at: number, happening: Happening): void {
  state.agenda.put(at, [at, happening]);
}

/** Stores the stack, then casts one leaf a second. */
function beginStack(state: State, stack: number, now: number): void {
  const from = now + stackSetupSeconds;
  const { leaves } = present(state.work.stacks[stack]);
  leaves.forEach((place, index) => {
    const pause = index * leafPauseSeconds;
    state.beforeParts[place] = [
      { cause: 'stack-setup', seconds: stackSetupSeconds },
      { cause: 'leaf-pause', seconds: pause },
    ];
    plan(state, from + pause, { kind: 'ready', place });
  });
  if (leaves.length === 0) {
    state.stackParts[stack] = [{ cause: 'stack-setup', seconds: stackSetupSeconds }];
    plan(state, from, { kind: 'stack-done', place: stack });
  }
}

/** RabbitMQ hands messages to the processes in turn, busy or not. */
function deal(state: State, place: number, now: number): void {
  const index = state.dealt % state.processes.length;
  state.dealt += 1;
  state.readyAt[place] = now;
  state.process[place] = index;
  present(state.processes[index]).queue.push(place);
  takeQueued(state, index, now);
}

function takeQueued(state: State, index: number, now: number): void {
  const process = present(state.processes[index]);
  const { slotsPerProcess } = state.engine;
  const hasSlot = (): boolean => process.freeLanes.length > 0 || process.lanesUsed < slotsPerProcess;
  while (process.next < process.queue.length && hasSlot()) {
    const place = present(process.queue[process.next]);
    const freed = process.freeLanes.pop();
    const lane = freed ?? process.lanesUsed;
    process.lanesUsed += freed === undefined ? 1 : 0;
    process.next += 1;
    state.lane[place] = index * slotsPerProcess + lane;
    begin(state, process, place, now);
  }
}

function begin(state: State, process: Process, place: number, now: number): void {
  const { nestedStack, seconds } = present(state.work.items[place]);
  const cpuFrom = Math.max(now, process.cpuFreeAt);
  const begun = cpuFrom + state.cpuSeconds;
  process.cpuFreeAt = begun;
  state.start[place] = now;
  state.begunAt[place] = begun;
  const parts: readonly CausedTime[] = [
    { cause: 'slots', seconds: now - present(state.readyAt[place]) },
    { cause: 'engine-cpu', seconds: begun - now },
  ];
  if (nestedStack !== null) {
    state.itemParts[place] = parts;
    state.nested += 1;
    state.mostNested = Math.max(state.mostNested, state.nested);
    plan(state, begun, { kind: 'stack-begun', place: nestedStack });
  } else {
    const polled = polledSeconds(seconds);
    state.itemParts[place] = [
      ...parts,
      { cause: 'work', seconds },
      { cause: 'polling', seconds: polled - seconds },
    ];
    plan(state, begun + polled, { kind: 'done', place });
  }
}

function finishItem(state: State, place: number, now: number): void {
  const { dependents, stack } = present(state.work.items[place]);
  const index = present(state.process[place]);
  state.finish[place] = now;
  present(state.processes[index]).freeLanes.push(
    present(state.lane[place]) - index * state.engine.slotsPerProcess,
  );
  for (const next of dependents) {
    const left = present(state.waiting[next]) - 1;
    state.waiting[next] = left;
    if (left === 0) {
      const delay = meet(state, present(state.work.items[next]).requires);
      state.beforeParts[next] = [{ cause: 'fan-in', seconds: delay }];
      plan(state, now + delay, { kind: 'ready', place: next });
    }
  }
  const unfinished = present(state.unfinished[stack]) - 1;
  state.unfinished[stack] = unfinished;
  if (unfinished === 0) {
    const delay = meet(state, present(state.work.stacks[stack]).roots);
    state.stackParts[stack] = [{ cause: 'fan-in', seconds: delay }];
    plan(state, now + delay, { kind: 'stack-done', place: stack });
  }
  takeQueued(state, index, now);
}

/** Completions meet at a sync point; those that come together hold one another up. */
function meet(state: State, places: readonly number[]): number {
  const crowd = racing(places.map((place) => present(state.finish[place])));
  state.largestCrowd = Math.max(state.largestCrowd, crowd);
  return fanInDelaySeconds(crowd, state.engine.processes, state.engine.slotsPerProcess);
}

/** The resource that holds the stack polls it once a second, in its own slot. */
function endStack(state: State, stack: number, now: number): void {
  const { parent } = present(state.work.stacks[stack]);
  if (parent === null) {
    state.endSeconds = now;
    return;
  }
  state.nested -= 1;
  const begun = present(state.begunAt[parent]);
  const inside = now - begun;
  const polled = upToPoll(inside);
  state.itemParts[parent] = [
    ...present(state.itemParts[parent]),
    { cause: 'polling', seconds: polled - inside },
  ];
  plan(state, begun + polled, { kind: 'done', place: parent });
}
