import type { Engine } from './convergence-run.ts';
import { convergenceRun } from './convergence-run.ts';
import type { EngineRun } from './engine-run.ts';
import { lastPathOf } from './engine-run.ts';
import { defaultSlotsPerProcess } from './engine-timing.ts';
import { legacyRun } from './legacy-run.ts';
import { longestChain, milestonePlan } from './milestone-plan.ts';
import type { StackPlan } from './stack-plan.ts';
import { stackPlan } from './stack-plan.ts';
import type { ScheduleBar, StackSchedule } from './stack-schedule.ts';
import { boundText, summedCauses } from './stack-schedule.ts';
import type { StackGraph } from './template-graph.ts';
import { upstreamFindings } from './upstream-findings.ts';

export interface UpstreamOptions {
  readonly secondsOf: (type: string) => number;
  /** heat-engine worker processes of the whole cluster. At least 1. */
  readonly engineProcesses: number;
  readonly isConvergence: boolean;
  /** `executor_thread_pool_size`; 64 if not given. */
  readonly slotsPerProcess?: number;
  /** Processor cores the engine processes can use; as many as processes if not given. */
  readonly engineCores?: number;
  /** `stack_action_timeout`, seconds; 3600 if not given. */
  readonly stackTimeoutSeconds?: number;
}

/**
 * How long Heat takes to create one stack on an otherwise idle cluster, by what its engine does (see
 * engine-timing.ts): under convergence one leaf a second, messages dealt to the processes in turn, 64 resources
 * at a time in each, a slot held until a stack inside is done; without it, steps of at least a second in one
 * thread for each stack.
 */
export function upstreamSchedule(graph: StackGraph, options: UpstreamOptions): StackSchedule {
  const work = stackPlan(graph, options.secondsOf);
  const engine = engineOf(options);
  const run = played(work, engine, options);
  const last = run.endSeconds === null ? null : lastPathOf(work, run);
  const breakdown = summedCauses(last?.parts ?? []);
  return {
    makespanSeconds: run.endSeconds,
    bars: barsOf(work.items, run, last?.items ?? new Set()),
    longestChain: longestChain(milestonePlan(work), work),
    totalWorkSeconds: work.items.reduce((total, item) => total + item.seconds, 0),
    breakdown,
    boundBy:
      run.endSeconds === null
        ? 'It never ends: every slot is held by a stack that waits for its own resources.'
        : boundText(breakdown),
    findings: upstreamFindings(work, run, engine, {
      isConvergence: options.isConvergence,
      stackTimeoutSeconds: options.stackTimeoutSeconds ?? 3600,
    }),
  };
}

/** The makespan alone, for curves over many worker counts; null where the stack never ends. */
export function upstreamMakespanSeconds(graph: StackGraph, options: UpstreamOptions): number | null {
  return played(stackPlan(graph, options.secondsOf), engineOf(options), options).endSeconds;
}

function engineOf(options: UpstreamOptions): Engine {
  const processes = Math.max(1, Math.floor(options.engineProcesses));
  return {
    processes,
    slotsPerProcess: Math.max(1, Math.floor(options.slotsPerProcess ?? defaultSlotsPerProcess)),
    cores: Math.max(1, Math.min(processes, options.engineCores ?? processes)),
  };
}

function played(work: StackPlan, engine: Engine, { isConvergence }: UpstreamOptions): EngineRun {
  return isConvergence ? convergenceRun(work, engine) : legacyRun(work);
}

/** Resources that never start, in a stack that stalls, have no bar. */
function barsOf(
  items: readonly { readonly path: string; readonly type: string }[],
  run: EngineRun,
  last: ReadonlySet<number>,
): readonly ScheduleBar[] {
  return items.flatMap(({ path, type }, at) => {
    const startSeconds = run.start[at];
    const finishSeconds = run.finish[at];
    return startSeconds === undefined || finishSeconds === undefined
      ? []
      : [{ path, type, startSeconds, finishSeconds, lane: run.lane[at] ?? 0, isOnLastPath: last.has(at) }];
  });
}
