import type { Comparison, Sized } from '../../core/comparison.ts';
import { guideCeiling, kneeWorkers, reckonByGuide } from './guide-reckoning.ts';
import type { HeatInputs, HeatParams } from './params.ts';
import type { Reckoning } from './reckoning.ts';
import { defaultExecutorThreads, reckonUpstream } from './upstream-reckoning.ts';
import { poolByRule, readWorkerTable, type TableReading, workersByText } from './worker-table.ts';

/** One option of Heat, sized both ways. */
export interface HeatSizing {
  readonly engineTotal: number;
  readonly apiTotal: number;
  readonly table: TableReading;
  readonly text: { readonly from: number; readonly to: number };
  readonly guide: Reckoning;
  readonly upstream: Reckoning;
  /** The one the user reckons by, and the other. */
  readonly shown: Reckoning;
  readonly other: Reckoning;
  readonly otherName: 'guide' | 'upstream';
  /** The guide's ceiling with engine overflow raised as R-5 has it. */
  readonly ceilingWithFloor: number;
  /** Connections Heat may open; null without a limit. */
  readonly free: number | null;
  readonly poolNeeded: number;
  readonly isPoolUnderRule: boolean;
  /** Fewest workers at which the longest chain sets the time; by the guide's model only. */
  readonly knee: number;
}

export type HeatOption = Sized<HeatParams, HeatSizing>;
export type HeatComparison = Comparison<HeatParams, HeatSizing>;

/** Sizes one option. Defined for every input in range; contradictions are reported apart, see `problemsOf`. */
export function sizeHeat(inputs: HeatInputs): HeatSizing {
  const free =
    inputs.maxConnections === null ? null : Math.max(0, inputs.maxConnections - inputs.otherConnections);
  const guide = reckonByGuide(inputs, free);
  const upstream = reckonUpstream(inputs, free);
  const isGuide = inputs.reckonBy === 'guide';
  const poolNeeded = poolByRule(inputs.engineWorkers);
  return {
    engineTotal: inputs.controllers * inputs.engineWorkers,
    apiTotal: inputs.controllers * inputs.apiWorkers,
    table: readWorkerTable(inputs.vcpuPerController),
    text: workersByText(inputs.vcpuPerController),
    guide,
    upstream,
    shown: isGuide ? guide : upstream,
    other: isGuide ? upstream : guide,
    otherName: isGuide ? 'upstream' : 'guide',
    ceilingWithFloor: guideCeiling(inputs, inputs.executorThreads ?? defaultExecutorThreads).total,
    free,
    poolNeeded,
    isPoolUnderRule: inputs.poolSize < poolNeeded,
    knee: kneeWorkers(inputs),
  };
}
