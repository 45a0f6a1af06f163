import type { HeatInputs } from './params.ts';
import {
  type ConnectionCeiling,
  largestFitting,
  type Reckoning,
  type TimeRange,
  totalled,
} from './reckoning.ts';
import { poolByRule } from './worker-table.ts';

/** Work of all stacks together, in seconds of one task after another. */
export function workSeconds(inputs: HeatInputs): number {
  return inputs.resources * inputs.secondsPerResource * inputs.stacksAtOnce;
}

/** The resources that wait for one another, in seconds: no number of workers is faster. */
export function chainSeconds(inputs: HeatInputs): number {
  return inputs.longestChain * inputs.secondsPerResource;
}

/** What the guide says, with the model M1 where it gives no number. */
export function reckonByGuide(inputs: HeatInputs, free: number | null): Reckoning {
  return {
    allUp: stackTime(inputs, inputs.controllers),
    controllerLost: inputs.controllers > 1 ? stackTime(inputs, inputs.controllers - 1) : null,
    convergenceOff: sequentialTime(inputs, inputs.controllers),
    ceiling: guideCeiling(inputs, inputs.executorThreads ?? 0),
    databaseBoundWorkers: free === null ? null : databaseBound(inputs, free),
  };
}

/**
 * Connections of every engine and API process: pool plus overflow (HT-8), where engine processes may raise their
 * overflow to `overflowFloor`; 0 leaves it as set.
 */
export function guideCeiling(inputs: HeatInputs, overflowFloor: number): ConnectionCeiling {
  const { apiWorkers, controllers, engineWorkers, overflow, poolSize } = inputs;
  const engines = controllers * engineWorkers;
  const apis = controllers * apiWorkers;
  return totalled({
    enginePool: engines * poolSize,
    engineOverflow: engines * Math.max(overflow, overflowFloor),
    apiPool: apis * poolSize,
    apiOverflow: apis * overflow,
  });
}

/** Fewest engine workers per controller at which the longest chain, not the work, sets the time. */
export function kneeWorkers(inputs: HeatInputs): number {
  const places = (inputs.resources * inputs.stacksAtOnce) / inputs.longestChain;
  return Math.max(1, Math.ceil(places / (inputs.controllers * inputs.tasksPerWorker)));
}

/** Time until all stacks stand with so many controllers at work. */
function stackTime(inputs: HeatInputs, controllers: number): TimeRange {
  return inputs.convergence ? parallelTime(inputs, controllers) : sequentialTime(inputs, controllers);
}

/** Graham's bounds of list scheduling: at least the longest chain and an even share of the work, at most M1's sum. */
function parallelTime(inputs: HeatInputs, controllers: number): TimeRange {
  const places = controllers * inputs.engineWorkers * inputs.tasksPerWorker;
  const share = workSeconds(inputs) / places;
  const chain = chainSeconds(inputs);
  const lowSeconds = Math.max(chain, share);
  return { lowSeconds, highSeconds: Math.max(lowSeconds, share + chain * (1 - 1 / places)) };
}

/** One worker takes a whole stack, resource after resource (HT-5); more stacks than workers wait their turn. */
function sequentialTime(inputs: HeatInputs, controllers: number): TimeRange {
  const places = controllers * inputs.engineWorkers * inputs.tasksPerWorker;
  const turns = Math.ceil(inputs.stacksAtOnce / places);
  const seconds = turns * inputs.resources * inputs.secondsPerResource;
  return { lowSeconds: seconds, highSeconds: seconds };
}

/** At pool = 2 × workers and no overflow set, as the guide's pool rule has it (HT-6). */
function databaseBound({ apiWorkers, controllers, executorThreads }: HeatInputs, free: number): number {
  const floor = executorThreads ?? 0;
  return largestFitting(256, (w) => {
    const pool = poolByRule(w);
    return controllers * (w * (pool + floor) + apiWorkers * pool) <= free;
  });
}
