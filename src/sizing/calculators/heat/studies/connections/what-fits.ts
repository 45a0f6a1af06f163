import { ceilingOf } from '../../advice.ts';
import { type HeatInputs, params } from '../../params.ts';
import { largestFitting } from '../../reckoning.ts';
import type { HeatOption } from '../../size.ts';
import { defaultExecutorThreads } from '../../upstream-reckoning.ts';
import { poolByRule } from '../../worker-table.ts';

/** One worker count, and the largest settings with which its connections fit. */
export interface Fitting {
  readonly engineWorkers: number;
  readonly poolSize: number;
  /** Null where nothing fits, or no limit was given. */
  readonly settings: FittingSettings | null;
  /** `max_connections` at which the option's own overflow would fit with this many workers and their pool. */
  readonly neededLimit: number;
}

export interface FittingSettings {
  readonly overflow: number;
  /** Only where the executor's threads decide the overflow. */
  readonly executorThreads: number | null;
  readonly total: number;
  /** Whether the share to keep free stays free. */
  readonly keepsShare: boolean;
}

const workerCounts = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64] as const;
const guideOverflow = 20;

/**
 * For each worker count the pool by the guide's rule, and the most overflow or executor threads that fit: with a share
 * kept free where that is possible, else just so. Among the counts are the largest that fit at all, and with the share.
 */
export function whatFits({ inputs, sizing }: HeatOption): readonly Fitting[] {
  const most = (isGood: (settings: FittingSettings | null) => boolean) =>
    largestFitting(params.engineWorkers.range[1], (w) => isGood(fittingFor(inputs, sizing.free, w).settings));
  const counts = new Set([
    ...workerCounts,
    inputs.engineWorkers,
    sizing.table.engineWorkers,
    ...(sizing.shown.databaseBoundWorkers ? [sizing.shown.databaseBoundWorkers] : []),
    ...(sizing.free === null
      ? []
      : [most((settings) => settings !== null), most((settings) => settings?.keepsShare === true)]),
  ]);
  return [...counts]
    .filter((count) => count > 0)
    .sort((a, b) => a - b)
    .map((engineWorkers) => fittingFor(inputs, sizing.free, engineWorkers));
}

function fittingFor(inputs: HeatInputs, free: number | null, engineWorkers: number): Fitting {
  const poolSize = poolByRule(engineWorkers);
  const there = { ...inputs, engineWorkers, poolSize };
  const share = 1 - inputs.keepFreePercent / 100;
  return {
    engineWorkers,
    poolSize,
    settings: free === null ? null : largestSettings(there, free, share),
    neededLimit: inputs.otherConnections + Math.ceil(ceilingOf(there) / share),
  };
}

function largestSettings(inputs: HeatInputs, free: number, share: number): FittingSettings | null {
  const kept = largestIn(inputs, free * share);
  if (kept) return { ...kept, keepsShare: true };
  const tight = largestIn(inputs, free);
  return tight && { ...tight, keepsShare: false };
}

/** The executor's threads where they raise the overflow, else the overflow itself. */
function largestIn(inputs: HeatInputs, room: number): Omit<FittingSettings, 'keepsShare'> | null {
  const isRaised = inputs.reckonBy === 'upstream' || inputs.executorThreads !== null;
  if (!isRaised) {
    for (let overflow = Math.max(guideOverflow, inputs.overflow); overflow >= 0; overflow -= 1) {
      const total = ceilingOf({ ...inputs, overflow });
      if (total <= room) return { overflow, executorThreads: null, total };
    }
    return null;
  }
  for (let threads = defaultExecutorThreads; threads >= 1; threads -= 1) {
    const overflow = Math.min(inputs.overflow, threads);
    const total = ceilingOf({ ...inputs, overflow, executorThreads: threads });
    if (total <= room) return { overflow, executorThreads: threads, total };
  }
  return null;
}

/** What a fix of such a row sets. */
export function fittingInputs(fitting: Fitting, settings: FittingSettings): Partial<HeatInputs> {
  const { executorThreads, overflow } = settings;
  return {
    engineWorkers: fitting.engineWorkers,
    poolSize: fitting.poolSize,
    overflow,
    ...(executorThreads !== null && { executorThreads }),
  };
}

/** Whether the form takes that limit. */
export function isLimitAccepted(limit: number): boolean {
  return limit >= 1 && limit <= params.maxConnections.range[1];
}
