import { slotsFor } from '../../../../queueing/blocking.ts';
import { sharedQueueOf } from '../../../../queueing/erlang.ts';
import { type Fleet, fleetOf, meanResponseOf } from '../../../../queueing/fleet-response.ts';
import { reckonByGuide } from '../../guide-reckoning.ts';
import type { HeatInputs } from '../../params.ts';
import type { TimeRange } from '../../reckoning.ts';
import { executorThreadsOf, reckonUpstream } from '../../upstream-reckoning.ts';

/** Engine CPU of a legacy create against a convergence one: 19 of 40 ms, measured. */
const legacyCpuShare = 19 / 40;

/** An option's engines under a stream of stacks, see rule M4. */
export interface EngineLoad {
  /** What queues: resources, or whole stacks where convergence is off. */
  readonly queues: 'resources' | 'stacks';
  /** Places of all engine processes together. */
  readonly places: number;
  /** Stacks an hour above which the backlog grows. */
  readonly ceilingPerHour: number;
  readonly limitedBy: 'places' | 'CPU';
  /** Stacks an hour that the CPU alone would allow. */
  readonly cpuCeilingPerHour: number;
  /** A stack with nobody else at work. */
  readonly alone: TimeRange;
  readonly answerAt: (stacksPerHour: number) => EngineAnswer;
}

export type EngineAnswer =
  | {
      readonly kind: 'settles';
      readonly stackTime: TimeRange;
      readonly placesInUse: number;
      /** Mean wait for a place of a resource, or of a stack: singly, and with what comes at once. */
      readonly wait: TimeRange;
      /** Stacks in progress on average, and what 99 of 100 moments stay within. */
      readonly stacksInProgress: number;
      readonly mostInProgress: number;
    }
  | { readonly kind: 'grows'; readonly stacksPerHour: number };

interface Engines {
  readonly processes: number;
  readonly tasks: number;
  readonly cores: number;
  readonly cpuSeconds: number;
  readonly alone: TimeRange;
}

/** Source: machine repair for a process; Erlang C for a shared queue; batches by the mean wait of M^[b]/M/1. */
export function engineLoadOf(inputs: HeatInputs): EngineLoad {
  const isGuide = inputs.reckonBy === 'guide';
  // A resource takes at least its CPU.
  const secondsPerResource = Math.max(inputs.secondsPerResource, inputs.cpuMsPerCreate / 1000);
  const one = { ...inputs, secondsPerResource, stacksAtOnce: 1 };
  const engines: Engines = {
    processes: inputs.controllers * inputs.engineWorkers,
    tasks: isGuide ? inputs.tasksPerWorker : executorThreadsOf(inputs),
    cores: inputs.controllers * Math.min(inputs.engineWorkers, inputs.vcpuPerController),
    cpuSeconds: inputs.cpuMsPerCreate / 1000,
    alone: (isGuide ? reckonByGuide(one, null) : reckonUpstream(one, null)).allUp,
  };
  return inputs.convergence ? resourceLoad(inputs, engines) : stackLoad(inputs, engines);
}

/** Each resource of a stack is a task of its own. */
function resourceLoad(inputs: HeatInputs, engines: Engines): EngineLoad {
  const { alone, cores, cpuSeconds, processes, tasks } = engines;
  const { engineWorkers, resources, secondsPerResource, vcpuPerController } = inputs;
  const fleet = fleetOf({
    vms: processes,
    workers: 1,
    threads: tasks,
    coresPerVm: Math.min(1, vcpuPerController / engineWorkers),
    localWorkers: 0,
    localWorkerCpu: 0,
    cpuSecondsPerRequest: cpuSeconds,
    ioSecondsPerRequest: Math.max(0, secondsPerResource - cpuSeconds),
    cpuScv: 1,
    ioScv: 1,
    cpuBursts: 'independent',
    policy: 'slot',
    routing: 'random',
  });
  const perHour = 3600 / resources;
  const cpuCeilingPerHour = (cores / cpuSeconds) * perHour;
  const ceilingPerHour = fleet.ceilingPerSecond * perHour;
  return {
    queues: 'resources',
    places: processes * tasks,
    ceilingPerHour,
    limitedBy: ceilingPerHour > 0.95 * cpuCeilingPerHour ? 'CPU' : 'places',
    cpuCeilingPerHour,
    alone,
    answerAt: (stacksPerHour) =>
      resourceAnswer(inputs, engines, fleet, stacksPerHour) ?? grows(stacksPerHour, ceilingPerHour),
  };
}

/**
 * Low end: resources come one by one to a queue that all engines share. High end: whole levels of a stack come at once,
 * to one queue by the guide, dealt blindly to each engine's own queue upstream. Both are met once a level.
 */
function resourceAnswer(
  inputs: HeatInputs,
  { alone, processes, tasks }: Engines,
  fleet: Fleet,
  stacksPerHour: number,
): EngineAnswer | undefined {
  const { longestChain, reckonBy, resources } = inputs;
  const arrivalsPerSecond = (stacksPerHour * resources) / 3600;
  const dealt = meanResponseOf(fleet, arrivalsPerSecond);
  const shared = sharedQueueOf({
    servers: processes * tasks,
    arrivalsPerSecond,
    serviceSeconds: (processes * tasks) / fleet.ceilingPerSecond,
  });
  if (dealt.kind === 'grows' || shared.kind === 'grows') return undefined;
  const isDealt = reckonBy === 'upstream';
  const queues = isDealt ? processes : 1;
  const wait: TimeRange = {
    lowSeconds: shared.meanWaitSeconds,
    highSeconds: batchWaitSeconds(
      queues / fleet.ceilingPerSecond,
      Math.max(1, resources / longestChain / queues),
      arrivalsPerSecond / fleet.ceilingPerSecond,
    ),
  };
  const lockSeconds = dealt.meanLockWaitSeconds;
  const lowSeconds = alone.lowSeconds + longestChain * (wait.lowSeconds + lockSeconds);
  const highSeconds = alone.highSeconds + longestChain * (wait.highSeconds + lockSeconds);
  return {
    kind: 'settles',
    stackTime: { lowSeconds, highSeconds },
    placesInUse: arrivalsPerSecond * (dealt.meanResponseSeconds - dealt.meanWaitSeconds),
    wait,
    ...inProgress(stacksPerHour, highSeconds),
  };
}

/**
 * Mean wait behind other batches, as if the places of a queue were one that is as fast as all of them: exact for one
 * place, the cautious end for more. Source: M^[b]/M/1, L = ρ(1 + b) / (2(1 - ρ)), less the wait within the own batch.
 */
function batchWaitSeconds(secondsPerTask: number, batch: number, utilisation: number): number {
  return (secondsPerTask * ((1 + batch) / 2) * utilisation) / (1 - utilisation);
}

/** A legacy stack keeps one place from its first resource to its last. */
function stackLoad(inputs: HeatInputs, { alone, cores, cpuSeconds, processes, tasks }: Engines): EngineLoad {
  const places = processes * tasks;
  const cpuCeilingPerHour = (3600 * cores) / (inputs.resources * cpuSeconds * legacyCpuShare);
  const placesCeilingPerHour = (3600 * places) / alone.highSeconds;
  const ceilingPerHour = Math.min(cpuCeilingPerHour, placesCeilingPerHour);
  return {
    queues: 'stacks',
    places,
    ceilingPerHour,
    limitedBy: cpuCeilingPerHour < placesCeilingPerHour ? 'CPU' : 'places',
    cpuCeilingPerHour,
    alone,
    answerAt: (stacksPerHour) => {
      const shared = sharedQueueOf({
        servers: places,
        arrivalsPerSecond: stacksPerHour / 3600,
        serviceSeconds: (3600 * places) / ceilingPerHour,
      });
      if (shared.kind === 'grows') return grows(stacksPerHour, ceilingPerHour);
      const highSeconds = alone.highSeconds + shared.meanWaitSeconds;
      return {
        kind: 'settles',
        stackTime: { lowSeconds: alone.lowSeconds + shared.meanWaitSeconds, highSeconds },
        placesInUse: (stacksPerHour * alone.highSeconds) / 3600,
        wait: { lowSeconds: shared.meanWaitSeconds, highSeconds: shared.meanWaitSeconds },
        ...inProgress(stacksPerHour, highSeconds),
      };
    },
  };
}

function grows(stacksPerHour: number, ceilingPerHour: number): EngineAnswer {
  return { kind: 'grows', stacksPerHour: Math.max(0, stacksPerHour - ceilingPerHour) };
}

/** Little's law; the spread as of stacks that come by chance and do not hold each other up. */
function inProgress(stacksPerHour: number, seconds: number) {
  const stacksInProgress = (stacksPerHour * seconds) / 3600;
  return { stacksInProgress, mostInProgress: slotsFor(stacksInProgress, 0.01) };
}
