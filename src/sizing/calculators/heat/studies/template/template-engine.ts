import {
  type GuideOptions,
  type GuideSchedule,
  guideMakespanSeconds,
  guideSchedule,
} from '../../hot/guide-schedule.ts';
import type { StackSchedule } from '../../hot/stack-schedule.ts';
import type { StackGraph } from '../../hot/template-graph.ts';
import {
  type UpstreamOptions,
  upstreamMakespanSeconds,
  upstreamSchedule,
} from '../../hot/upstream-schedule.ts';
import type { HeatInputs } from '../../params.ts';
import type { HeatOption } from '../../size.ts';
import { executorThreadsOf } from '../../upstream-reckoning.ts';

/** What runs a stack: an option's engines, or those it is replayed with. */
export interface TemplateEngine {
  readonly processes: number;
  readonly tasksPerWorker: number;
  readonly slotsPerProcess: number;
  /** Cores of all controllers together. */
  readonly cores: number;
  readonly isConvergence: boolean;
  readonly stackTimeoutSeconds: number;
}

export function engineOf({ inputs }: HeatOption): TemplateEngine {
  return {
    processes: inputs.templateWorkers ?? inputs.controllers * inputs.engineWorkers,
    tasksPerWorker: inputs.tasksPerWorker,
    slotsPerProcess: executorThreadsOf(inputs),
    cores: coresOf(inputs),
    isConvergence: inputs.convergence,
    stackTimeoutSeconds: inputs.stackTimeoutSeconds,
  };
}

function coresOf(inputs: HeatInputs): number {
  const perController = Math.min(inputs.engineWorkers, inputs.vcpuPerController);
  return inputs.controllers * (inputs.templateWorkers === null ? perController : inputs.vcpuPerController);
}

type SecondsOf = (type: string) => number;

export function runGuide(graph: StackGraph, secondsOf: SecondsOf, engine: TemplateEngine): GuideSchedule {
  return guideSchedule(graph, guideOptions(secondsOf, engine));
}

export function runUpstream(graph: StackGraph, secondsOf: SecondsOf, engine: TemplateEngine): StackSchedule {
  return upstreamSchedule(graph, upstreamOptions(secondsOf, engine));
}

/** The guide's time without its schedule. */
export function guideSeconds(graph: StackGraph, secondsOf: SecondsOf, engine: TemplateEngine): number {
  return guideMakespanSeconds(graph, guideOptions(secondsOf, engine));
}

/** The source code's time without its schedule; null where the stack never ends. */
export function upstreamSeconds(
  graph: StackGraph,
  secondsOf: SecondsOf,
  engine: TemplateEngine,
): number | null {
  return upstreamMakespanSeconds(graph, upstreamOptions(secondsOf, engine));
}

function guideOptions(secondsOf: SecondsOf, engine: TemplateEngine): GuideOptions {
  return {
    secondsOf,
    workers: engine.processes * engine.tasksPerWorker,
    isConvergence: engine.isConvergence,
  };
}

function upstreamOptions(secondsOf: SecondsOf, engine: TemplateEngine): UpstreamOptions {
  return {
    secondsOf,
    engineProcesses: engine.processes,
    isConvergence: engine.isConvergence,
    slotsPerProcess: engine.slotsPerProcess,
    engineCores: engine.cores,
    stackTimeoutSeconds: engine.stackTimeoutSeconds,
  };
}
