import { greatestPlace } from './greatest-place.ts';
import type { MilestonePlan } from './milestone-plan.ts';
import { longestChain, milestonePlan, tailSeconds } from './milestone-plan.ts';
import { present } from './present.ts';
import { priorityQueue } from './priority-queue.ts';
import type { StackPlan } from './stack-plan.ts';
import { stackPlan } from './stack-plan.ts';
import type { CausedTime, StackSchedule } from './stack-schedule.ts';
import { boundText, summedCauses } from './stack-schedule.ts';
import type { StackGraph } from './template-graph.ts';

export interface GuideOptions {
  readonly secondsOf: (type: string) => number;
  /** Engine workers of the whole cluster. At least 1. */
  readonly workers: number;
  /** Without convergence the guide lets one worker do a whole stack. */
  readonly isConvergence: boolean;
}

export interface GuideSchedule extends StackSchedule {
  readonly makespanSeconds: number;
  /** Graham: no schedule that leaves no worker idle ends before or after these. */
  readonly leastSeconds: number;
  readonly mostSeconds: number;
}

/**
 * The guide's picture of a stack: a worker does one resource at a time, and a free worker takes the ready
 * resource with the longest work behind it. Not how Heat works; see upstreamSchedule for that.
 */
export function guideSchedule(graph: StackGraph, options: GuideOptions): GuideSchedule {
  const work = stackPlan(graph, options.secondsOf);
  const plan = milestonePlan(work);
  const workers = workersOf(options);
  const run = listSchedule(plan, workers);
  const totalWorkSeconds = plan.seconds.reduce((total, seconds) => total + seconds, 0);
  const makespanSeconds = latest(run);
  const chain = longestChain(plan, work);
  const last = lastPath(plan, run);
  const breakdown = summedCauses(last.parts);
  return {
    makespanSeconds,
    bars: barsOf(work, run, last.nodes),
    longestChain: chain,
    totalWorkSeconds,
    leastSeconds: Math.max(totalWorkSeconds / workers, chain.seconds),
    mostSeconds: totalWorkSeconds / workers + (1 - 1 / workers) * chain.seconds,
    breakdown,
    boundBy: boundText(breakdown),
    findings: [],
  };
}

/** The makespan alone, for curves over many worker counts. */
export function guideMakespanSeconds(graph: StackGraph, options: GuideOptions): number {
  return latest(listSchedule(milestonePlan(stackPlan(graph, options.secondsOf)), workersOf(options)));
}

function workersOf({ isConvergence, workers }: GuideOptions): number {
  return isConvergence ? Math.max(1, Math.floor(workers)) : 1;
}

function latest({ finish }: Run): number {
  return finish.reduce((most, seconds) => Math.max(most, seconds), 0);
}

interface Run {
  readonly start: readonly number[];
  readonly finish: readonly number[];
  readonly lane: readonly number[];
}

function listSchedule(plan: MilestonePlan, workers: number): Run {
  const count = plan.seconds.length;
  const start = new Array<number>(count).fill(0);
  const finish = new Array<number>(count).fill(0);
  const lane = new Array<number>(count).fill(0);
  const waiting = plan.requires.map((list) => list.length);
  const tails = tailSeconds(plan);
  const ready = priorityQueue<number>();
  const running = priorityQueue<number>();
  const lanes = priorityQueue<number>();
  // No more lanes than there are resources can ever be busy.
  Array.from({ length: Math.min(workers, Math.max(1, plan.itemCount)) }, (_, at) => lanes.put(at, at));
  const done = (first: number, now: number): void => {
    const open = [first];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const next of present(plan.dependents[node])) {
        const left = present(waiting[next]) - 1;
        waiting[next] = left;
        if (left === 0 && next >= plan.itemCount) {
          start[next] = now;
          finish[next] = now;
          open.push(next);
        } else if (left === 0) {
          ready.put(-present(tails[next]), next);
        }
      }
    }
  };
  waiting.forEach((required, node) => {
    if (required === 0) {
      ready.put(-present(tails[node]), node);
    }
  });
  let now = 0;
  while (ready.size() > 0 || running.size() > 0) {
    while (ready.size() > 0 && lanes.size() > 0) {
      const node = present(ready.take());
      const end = now + present(plan.seconds[node]);
      start[node] = now;
      finish[node] = end;
      lane[node] = present(lanes.take());
      running.put(end, node);
    }
    const node = present(running.take());
    const freed = present(lane[node]);
    now = present(finish[node]);
    lanes.put(freed, freed);
    done(node, now);
  }
  return { start, finish, lane };
}

function lastPath(
  plan: MilestonePlan,
  run: Run,
): { readonly nodes: ReadonlySet<number>; readonly parts: readonly CausedTime[] } {
  const nodes = new Set<number>();
  const parts: CausedTime[] = [];
  let node = greatestPlace(plan.seconds.keys(), run.finish);
  while (node !== undefined) {
    nodes.add(node);
    const start = present(run.start[node]);
    const before = greatestPlace(present(plan.requires[node]), run.finish);
    const readyAt = before === undefined ? 0 : present(run.finish[before]);
    parts.push(
      { cause: 'work', seconds: present(run.finish[node]) - start },
      { cause: 'slots', seconds: start - readyAt },
    );
    node = before;
  }
  return { nodes, parts };
}

function barsOf({ items }: StackPlan, run: Run, last: ReadonlySet<number>): StackSchedule['bars'] {
  return items.map(({ path, type }, at) => ({
    path,
    type,
    startSeconds: present(run.start[at]),
    finishSeconds: present(run.finish[at]),
    lane: present(run.lane[at]),
    isOnLastPath: last.has(at),
  }));
}
