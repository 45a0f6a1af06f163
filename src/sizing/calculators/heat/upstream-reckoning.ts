/**
 * What the published source of heat-engine does. Times are rough on purpose: a template's size and
 * longest chain leave open how many of its resources wait for nothing, and each of those costs a second. Unless that
 * number is given, the range spans every template of that size. Connections are exact upper bounds.
 */
import { chainSeconds, workSeconds } from './guide-reckoning.ts';
import { fanInDelaySeconds } from './hot/engine-timing.ts';
import type { HeatInputs } from './params.ts';
import {
  type ConnectionCeiling,
  largestFitting,
  type Reckoning,
  type TimeRange,
  totalled,
} from './reckoning.ts';
import { poolByRule } from './worker-table.ts';

/** oslo.messaging's default of `executor_thread_pool_size`: resources one engine process works on at once. */
export const defaultExecutorThreads = 64;

/** `_converge_create_or_update` sleeps that long after each leaf it casts. */
const secondsPerLeaf = 1;

/** The legacy engine looks at its resources once a second. */
const secondsPerLegacyStep = 1;

/** Engine CPU of one create, measured on 19.0.0 without cloud calls; one process is one core at most. */
const convergenceCpuSeconds = { low: 0.03, high: 0.04 } as const;
const legacyCpuSeconds = 0.012;

/** Slowest measured legacy stack: 201 trivial resources in 19.8 s. */
const legacySlowSecondsPerResource = 0.1;

/** From a node's end to the start of the next one that waits for it. */
const secondsPerHandover = 0.1;

export function reckonUpstream(inputs: HeatInputs, free: number | null): Reckoning {
  return {
    allUp: stackTime(inputs, inputs.controllers),
    controllerLost: inputs.controllers > 1 ? stackTime(inputs, inputs.controllers - 1) : null,
    convergenceOff: legacyTime(inputs, inputs.controllers),
    ceiling: upstreamCeiling(inputs),
    databaseBoundWorkers: free === null ? null : databaseBound(inputs, free),
  };
}

export function executorThreadsOf(inputs: HeatInputs): number {
  return inputs.executorThreads ?? defaultExecutorThreads;
}

/** Engine processes only, with overflow raised to the executor's threads. */
export function upstreamCeiling(inputs: HeatInputs): ConnectionCeiling {
  const engines = inputs.controllers * inputs.engineWorkers;
  return totalled({
    enginePool: engines * inputs.poolSize,
    engineOverflow: engines * Math.max(inputs.overflow, executorThreadsOf(inputs)),
    apiPool: 0,
    apiOverflow: 0,
  });
}

/** Most and fewest resources of such a stack that wait for nothing; one number where the user gave it. */
export function leavesOf(inputs: HeatInputs): { readonly fewest: number; readonly most: number } {
  const { leaves, longestChain, resources } = inputs;
  if (leaves !== null) return { fewest: leaves, most: leaves };
  return { fewest: longestChain === 1 ? resources : 1, most: Math.max(1, resources - longestChain + 1) };
}

function stackTime(inputs: HeatInputs, controllers: number): TimeRange {
  return inputs.convergence ? convergenceTime(inputs, controllers) : legacyTime(inputs, controllers);
}

function convergenceTime(inputs: HeatInputs, controllers: number): TimeRange {
  const places = controllers * inputs.engineWorkers * executorThreadsOf(inputs);
  const creates = inputs.resources * inputs.stacksAtOnce;
  const cores = controllers * Math.min(inputs.engineWorkers, inputs.vcpuPerController);
  const leaves = leavesOf(inputs);
  const lowSeconds = Math.max(
    // The last leaf starts late; the longest chain may begin with the first one.
    (leaves.fewest - 1) * secondsPerLeaf + inputs.secondsPerResource,
    chainSeconds(inputs),
    workSeconds(inputs) / places,
    (creates * convergenceCpuSeconds.low) / cores,
  );
  // A poll a second finds a resource complete at the next whole second.
  const polledSeconds = Math.ceil(inputs.secondsPerResource);
  const chain = inputs.longestChain * polledSeconds;
  const highSeconds =
    (leaves.most - 1) * secondsPerLeaf +
    fanInSeconds(inputs, controllers) +
    (creates * polledSeconds) / places +
    chain * (1 - 1 / places) +
    (inputs.longestChain - 1) * secondsPerHandover +
    (creates * convergenceCpuSeconds.high) / cores;
  return { lowSeconds, highSeconds: Math.max(lowSeconds, highSeconds) };
}

/**
 * What it costs at most when resources that wait for something finish together; leaves start too far apart for that.
 * Where the leaves are not known the pauses counted for them are more than this.
 */
function fanInSeconds(
  { engineWorkers, leaves, resources, stacksAtOnce, ...inputs }: HeatInputs,
  controllers: number,
): number {
  if (leaves === null) return 0;
  const processesPerStack = (controllers * engineWorkers) / stacksAtOnce;
  const threads = inputs.executorThreads ?? defaultExecutorThreads;
  return fanInDelaySeconds(Math.max(0, resources - leaves), processesPerStack, threads);
}

/** A stack stays in one process, which steps all its ready resources together: a level costs its slowest one. */
function legacyTime(inputs: HeatInputs, controllers: number): TimeRange {
  const engines = controllers * inputs.engineWorkers;
  const creates = inputs.resources * inputs.stacksAtOnce;
  const cores = controllers * Math.min(inputs.engineWorkers, inputs.vcpuPerController);
  const stacksPerProcess = Math.ceil(inputs.stacksAtOnce / engines);
  const turns = Math.ceil(inputs.stacksAtOnce / (engines * executorThreadsOf(inputs)));
  const levelLow = Math.max(secondsPerLegacyStep, inputs.secondsPerResource);
  const levelHigh = Math.ceil(inputs.secondsPerResource) + secondsPerLegacyStep;
  const crowding = Math.max(1, inputs.engineWorkers / inputs.vcpuPerController);
  return {
    lowSeconds: Math.max(inputs.longestChain * levelLow, (creates * legacyCpuSeconds) / cores),
    highSeconds:
      turns * inputs.longestChain * levelHigh +
      inputs.resources * stacksPerProcess * legacySlowSecondsPerResource * crowding,
  };
}

/** At pool = 2 × workers and no overflow set, which heat-engine then raises. */
function databaseBound(inputs: HeatInputs, free: number): number {
  const raised = executorThreadsOf(inputs);
  return largestFitting(256, (w) => inputs.controllers * w * (poolByRule(w) + raised) <= free);
}
