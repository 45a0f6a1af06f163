/** What the findings of all files share: the option, the baseline, and edits that keep the rest of the plan true. */
import type { Edit, Finding, Fix } from '../../core/finding.ts';
import { numberText } from '../../core/number-text.ts';
import type { Inputs } from '../../core/plan.ts';
import { guideCeiling } from './guide-reckoning.ts';
import { type HeatInputs, params } from './params.ts';
import type { HeatOption } from './size.ts';
import { executorThreadsOf, upstreamCeiling } from './upstream-reckoning.ts';
import { poolByRule } from './worker-table.ts';

export interface Advised {
  readonly option: HeatOption;
  readonly baseline: HeatOption;
}

/** Zero or one finding: a check says nothing where it does not apply. */
export type Check = (advised: Advised) => Finding | undefined;

export function setFix(label: string, inputs: Inputs): Fix {
  return { label, edit: { kind: 'set', inputs } satisfies Edit };
}

/** Sets the workers and, where the user fixed the pool, raises it with them to keep the pool rule. */
export function workersEdit({ chosen }: HeatOption, engineWorkers: number): Inputs {
  const needed = poolByRule(engineWorkers);
  const isShort = chosen.poolSize !== 'auto' && chosen.poolSize < needed;
  return isShort ? { engineWorkers, poolSize: needed } : { engineWorkers };
}

/** Connections Heat may open in the user's way of reckoning. */
export function ceilingOf(inputs: HeatInputs): number {
  const isGuide = inputs.reckonBy === 'guide';
  return (isGuide ? guideCeiling(inputs, inputs.executorThreads ?? 0) : upstreamCeiling(inputs)).total;
}

/** Overflow of an engine process as it will be, in the user's way of reckoning. */
export function engineOverflowOf(inputs: HeatInputs): number {
  const raised = inputs.reckonBy === 'guide' ? (inputs.executorThreads ?? 0) : executorThreadsOf(inputs);
  return Math.max(inputs.overflow, raised);
}

/** A `max_connections` at which Heat uses four fifths of its share; null past the field's range. */
export function roomyLimit(inputs: HeatInputs, ceiling: number): number | null {
  const limit = inputs.otherConnections + Math.ceil(ceiling / 0.8);
  return limit <= params.maxConnections.range[1] ? limit : null;
}

/** The edit that brings the ceiling under what is free, keeping the pool rule; undefined when none does. */
export function fittingFix({ inputs, sizing }: HeatOption): Fix | undefined {
  const { free } = sizing;
  if (free === null) return undefined;
  const poolSize = Math.max(inputs.poolSize, sizing.poolNeeded);
  const pool = poolSize === inputs.poolSize ? {} : { poolSize };
  const poolText = poolSize === inputs.poolSize ? '' : `pool ${numberText(poolSize)} and `;
  const overflow = fittingOverflow({ ...inputs, poolSize }, free);
  if (overflow !== null) {
    return setFix(`Use ${poolText}overflow ${numberText(overflow)}`, { ...pool, overflow });
  }
  const limit = roomyLimit(inputs, ceilingOf({ ...inputs, poolSize }));
  if (limit === null) return undefined;
  return setFix(`Use ${poolText}max_connections ${numberText(limit)}`, { ...pool, maxConnections: limit });
}

/** Largest overflow that leaves a tenth of the share spare, or else one that just fits, or null. */
function fittingOverflow(inputs: HeatInputs, free: number): number | null {
  for (const room of [free * 0.9, free]) {
    for (let overflow = inputs.overflow; overflow >= 0; overflow -= 1) {
      if (ceilingOf({ ...inputs, overflow }) <= room) return overflow;
    }
  }
  return null;
}
