/** How each number comes about, with the user's values in it. */
import type { Explanation } from '../../core/explanation.ts';
import { numberText } from '../../core/number-text.ts';
import type { Origin } from '../../core/rule.ts';
import { chainSeconds, workSeconds } from './guide-reckoning.ts';
import type { HeatInputs } from './params.ts';
import { differsByAQuarter, type Reckoning, type TimeRange } from './reckoning.ts';
import type { HeatOption, HeatSizing } from './size.ts';
import { clockText, rangeText } from './time-text.ts';
import { executorThreadsOf, leavesOf } from './upstream-reckoning.ts';

const n = numberText;

/** Adds what the other way of reckoning gives, where it differs by more than a quarter. */
function withOther(
  explain: Explanation,
  sizing: HeatSizing,
  numbersOf: (reckoning: Reckoning) => readonly number[],
  textOf: (reckoning: Reckoning) => string,
): Explanation {
  const others = numbersOf(sizing.other);
  const differs = numbersOf(sizing.shown).some((shown, at) => differsByAQuarter(shown, others[at] ?? shown));
  return differs ? { ...explain, other: `${sizing.otherName}: ${textOf(sizing.other)}` } : explain;
}

/**
 * The ceiling of the other reckoning, where it would be more than a quarter away or higher at all: a limit that is
 * too low by a fifth refuses connections just as well.
 */
export function otherCeiling({ sizing }: HeatOption): string | null {
  const [shown, other] = [sizing.shown.ceiling.total, sizing.other.ceiling.total];
  return other > shown || differsByAQuarter(shown, other) ? `${sizing.otherName}: ${n(other)}` : null;
}

export function explainCeiling(option: HeatOption): Explanation {
  const { inputs, sizing } = option;
  const explain = inputs.reckonBy === 'guide' ? guideCeilingLine(inputs) : upstreamCeilingLine(inputs);
  const other = otherCeiling(option);
  return {
    ...explain,
    worked: `${explain.worked} = ${n(sizing.shown.ceiling.total)}`,
    ...(other !== null && { other }),
  };
}

function guideCeilingLine(inputs: HeatInputs): Explanation {
  const { apiWorkers, controllers, engineWorkers, executorThreads, overflow, poolSize } = inputs;
  const isRaised = executorThreads !== null && executorThreads > overflow;
  const engineOverflow = isRaised ? executorThreads : overflow;
  return {
    formula: isRaised
      ? 'Controllers × (engine workers × (pool + overflow floor) + API workers × (pool + overflow))'
      : 'Controllers × (engine workers + API workers) × (pool + overflow)',
    worked: isRaised
      ? `${n(controllers)} × (${n(engineWorkers)} × (${n(poolSize)} + ${n(engineOverflow)}) + ${n(apiWorkers)} × (${n(poolSize)} + ${n(overflow)}))`
      : `${n(controllers)} × (${n(engineWorkers)} + ${n(apiWorkers)}) × (${n(poolSize)} + ${n(overflow)})`,
    origins: isRaised ? ['guide', 'release', 'yours'] : ['guide', 'yours', 'assumed'],
    rules: isRaised ? ['HT-8', 'K3', 'R-5'] : ['HT-8', 'K3'],
  };
}

function upstreamCeilingLine(inputs: HeatInputs): Explanation {
  const { controllers, engineWorkers, overflow, poolSize } = inputs;
  const raised = Math.max(overflow, executorThreadsOf(inputs));
  return {
    formula: 'Controllers × engine workers × (pool + the larger of overflow and executor threads)',
    worked: `${n(controllers)} × ${n(engineWorkers)} × (${n(poolSize)} + ${n(raised)})`,
    origins: ['release', 'yours'],
    rules: ['R-5', 'R-6'],
  };
}

export function explainFree({ inputs, sizing }: HeatOption): Explanation {
  return {
    formula: 'max_connections − used by other services',
    worked: `${n(inputs.maxConnections ?? 0)} − ${n(inputs.otherConnections)} = ${n(sizing.free ?? 0)}`,
    origins: ['yours'],
    rules: ['HT-11'],
  };
}

/** The time of all stacks with so many controllers at work. */
export function explainTime(option: HeatOption, controllers: number): Explanation {
  const { inputs } = option;
  const pick = (r: Reckoning) => (controllers === inputs.controllers ? r.allUp : r.controllerLost);
  return explainRange(option, pick, inputs.convergence, controllers);
}

export function explainConvergenceOff(option: HeatOption): Explanation {
  return explainRange(option, (r) => r.convergenceOff, false, option.inputs.controllers);
}

function explainRange(
  { inputs, sizing }: HeatOption,
  pick: (reckoning: Reckoning) => TimeRange | null,
  isConvergence: boolean,
  controllers: number,
): Explanation {
  const range = pick(sizing.shown);
  const base =
    inputs.reckonBy === 'guide'
      ? isConvergence
        ? parallelLine(inputs, controllers)
        : sequentialLine(inputs, controllers)
      : isConvergence
        ? convergenceLine(inputs, controllers)
        : legacyLine(inputs);
  return withOther(
    range ? { ...base, worked: `${base.worked}: ${rangeText(range)}` } : base,
    sizing,
    (r) => {
      const time = pick(r);
      return time ? [time.lowSeconds, time.highSeconds] : [];
    },
    (r) => {
      const time = pick(r);
      return time ? rangeText(time) : '';
    },
  );
}

const timeOrigins: readonly Origin[] = ['guide', 'yours', 'assumed'];

function placesText(inputs: HeatInputs, controllers: number, tasks: number): string {
  return `${n(controllers)} × ${n(inputs.engineWorkers)}${tasks === 1 ? '' : ` × ${n(tasks)}`}`;
}

function workText(inputs: HeatInputs): string {
  const stacks = inputs.stacksAtOnce === 1 ? '' : `${n(inputs.stacksAtOnce)} × `;
  return `${stacks}${n(inputs.resources)} × ${n(inputs.secondsPerResource)} s = ${n(workSeconds(inputs))} s`;
}

function parallelLine(inputs: HeatInputs, controllers: number): Explanation {
  const places = controllers * inputs.engineWorkers * inputs.tasksPerWorker;
  const share = workSeconds(inputs) / places;
  const chain = chainSeconds(inputs);
  return {
    formula:
      'At least the larger of the longest chain and work ÷ workers; at most work ÷ workers + chain × (1 − 1 ÷ workers)',
    worked:
      `Work ${workText(inputs)}, over ${placesText(inputs, controllers, inputs.tasksPerWorker)} = ${n(places)} at once ` +
      `${n(share)} s; chain ${n(inputs.longestChain)} × ${n(inputs.secondsPerResource)} s = ${n(chain)} s. ` +
      `Larger of both ${clockText(Math.max(chain, share))}; ${n(share)} + ${n(chain)} × (1 − 1 ÷ ${n(places)}) s`,
    origins: timeOrigins,
    rules: ['HT-1', 'HT-5', 'M1'],
  };
}

function sequentialLine(inputs: HeatInputs, controllers: number): Explanation {
  const places = controllers * inputs.engineWorkers * inputs.tasksPerWorker;
  const turns = Math.ceil(inputs.stacksAtOnce / places);
  const waiting = turns === 1 ? '' : `, ${n(turns)} turns for ${n(inputs.stacksAtOnce)} stacks`;
  return {
    formula: 'Resources × seconds per resource: one worker takes a whole stack, in sequence',
    worked: `${n(inputs.resources)} × ${n(inputs.secondsPerResource)} s${waiting}`,
    origins: timeOrigins,
    rules: ['HT-5'],
  };
}

function convergenceLine(inputs: HeatInputs, controllers: number): Explanation {
  const leaves = leavesOf(inputs);
  const threads = executorThreadsOf(inputs);
  const leafText =
    leaves.fewest === leaves.most ? n(leaves.most) : `${n(leaves.fewest)} to ${n(leaves.most)}`;
  return {
    formula: `Rough: a second for each leaf but the first + longest chain + work ÷ places + CPU${inputs.leaves === null ? '; leaves are not known' : ''}`,
    worked:
      `${leafText} leaves; chain ${n(inputs.longestChain)} × ${n(inputs.secondsPerResource)} s; ` +
      `work ${workText(inputs)} over ${placesText(inputs, controllers, threads)} places`,
    origins: ['release', 'yours', 'assumed'],
    rules: ['R-7', 'R-8', 'M2'],
  };
}

function legacyLine(inputs: HeatInputs): Explanation {
  return {
    formula: 'Rough: levels × the slowest resource of a level, at least 1 s, + up to 0.1 s a resource',
    worked: `${n(inputs.longestChain)} levels of ${n(inputs.secondsPerResource)} s, ${n(inputs.resources)} resources`,
    origins: ['release', 'yours', 'assumed'],
    rules: ['R-7', 'M2'],
  };
}
