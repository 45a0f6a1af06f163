import { type GuideSchedule, guideSchedule } from '../../hot/guide-schedule.ts';
import type { StackSchedule } from '../../hot/stack-schedule.ts';
import type { StackGraph } from '../../hot/template-graph.ts';
import { upstreamSchedule } from '../../hot/upstream-schedule.ts';
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

export function runGuide(
  graph: StackGraph,
  secondsOf: (type: string) => number,
  engine: TemplateEngine,
): GuideSchedule {
  return guideSchedule(graph, {
    secondsOf,
    workers: engine.processes * engine.tasksPerWorker,
    isConvergence: engine.isConvergence,
  });
}

export function runUpstream(
  graph: StackGraph,
  secondsOf: (type: string) => number,
  engine: TemplateEngine,
): StackSchedule {
  return upstreamSchedule(graph, {
    secondsOf,
    engineProcesses: engine.processes,
    isConvergence: engine.isConvergence,
    slotsPerProcess: engine.slotsPerProcess,
    engineCores: engine.cores,
    stackTimeoutSeconds: engine.stackTimeoutSeconds,
  });
}
