import { mostVms } from '../../size.ts';
import type { Block } from './blocks.ts';
import { blocksOf, leastIn, mostIn } from './blocks.ts';
import type { Candidates } from './candidates.ts';
import type { Limits, NearMiss } from './limits.ts';
import { excessesOf, limitIds, limitKinds } from './limits.ts';
import type { Measure } from './measures.ts';
import { measures } from './measures.ts';
import type { Miss, Misses } from './misses.ts';
import { addMiss, hurdleOf, isFar } from './misses.ts';
import type { RowOrder } from './row-order.ts';

/** Settings within all limits and those outside. */
export interface Division {
  readonly fitting: Int32Array;
  /** Where in `fitting` the rows of a block stand; blocks without any are left out. */
  readonly stretches: readonly Stretch[];
  /** How many settings are outside at least one limit. */
  readonly rejected: number;
  /** The rejected settings that lie outside by the least. */
  readonly nearest: readonly NearMiss[];
  /**
   * The smallest step that lets something fit: one limit raised if that is enough for any setting, by the smallest
   * share of it; else the setting for which all raises together are the least. Fleets larger than any the form accepts
   * count only where there are no others: no raise lets them in. Undefined where something fits.
   */
  readonly relaxation: NearMiss | undefined;
}

export interface Stretch {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

interface SetLimit {
  readonly measure: Measure;
  readonly most: number;
}

/** Of each row of a block, from its first on: by which share it is outside limits, and how many of them. */
interface Outside {
  readonly share: Float64Array;
  readonly passed: Uint8Array;
}

/** What has been divided so far. */
interface Progress {
  readonly fitting: Int32Array;
  readonly misses: Misses;
  fits: number;
  rejected: number;
}

/**
 * Divides all rows by the limits; those that no fleet makes fast enough (an infinite p95) are in neither part. Exact: a
 * block whose bounds already say that all of it fits, or that none of it is worth naming, needs no look at its rows.
 */
export function dividedByLimits(
  candidates: Candidates,
  limits: Limits,
  p95Ms: Float64Array,
  order: RowOrder,
): Division {
  const setLimits = limitIds
    .filter((id) => Number.isFinite(limits[id]))
    .map((id): SetLimit => ({ measure: measures[limitKinds[id].measure], most: limits[id] }));
  const blocks = blocksOf(candidates);
  const longest = blocks.reduce((most, { end, start }) => Math.max(most, end - start), 0);
  const outside = { share: new Float64Array(longest), passed: new Uint8Array(longest) };
  const fitting = new Int32Array(candidates.count);
  const misses: Misses = { nearest: [], easiest: undefined };
  const progress: Progress = { fitting, misses, fits: 0, rejected: 0 };
  const stretches: Stretch[] = [];
  const isTimed = p95Ms.length > 0;
  for (const block of blocks) {
    const from = progress.fits;
    const binding = setLimits.filter(({ measure, most }) => mostIn(measure, block) > most);
    if (!isTimed && binding.length === 0) addAll(progress, block);
    else if (!isTimed && isBlockFar(misses, block, binding)) progress.rejected += block.end - block.start;
    else {
      markOutside(outside, candidates, block, binding);
      divideRows(progress, candidates, block, outside, p95Ms, order);
    }
    if (progress.fits > from) stretches.push({ block, from, to: progress.fits });
  }
  const nearMiss = ({ row, share }: Miss): NearMiss => ({
    row,
    share,
    excesses: excessesOf(candidates, row, limits),
  });
  return {
    fitting: fitting.subarray(0, progress.fits),
    stretches,
    rejected: progress.rejected,
    nearest: misses.nearest.map(nearMiss),
    relaxation: progress.fits > 0 || !misses.easiest ? undefined : nearMiss(misses.easiest),
  };
}

function addAll(progress: Progress, { end, start }: Block): void {
  const { fits, fitting } = progress;
  for (let row = start; row < end; row += 1) fitting[fits + row - start] = row;
  progress.fits = fits + end - start;
}

function divideRows(
  progress: Progress,
  { vms }: Candidates,
  { end, start }: Block,
  { passed, share }: Outside,
  p95Ms: Float64Array,
  order: RowOrder,
): void {
  const { fitting, misses } = progress;
  for (let row = start; row < end; row += 1) {
    if (p95Ms[row] === Number.POSITIVE_INFINITY) continue;
    const limitsPassed = passed[row - start] ?? 0;
    if (limitsPassed === 0) {
      fitting[progress.fits] = row;
      progress.fits += 1;
      continue;
    }
    progress.rejected += 1;
    const miss = {
      row,
      share: share[row - start] ?? 0,
      hurdle: hurdleOf(limitsPassed, (vms[row] ?? 0) > mostVms),
    };
    if (!isFar(misses, miss.share, miss.hurdle)) addMiss(misses, miss, order);
  }
}

function isBlockFar(misses: Misses, block: Block, limits: readonly SetLimit[]): boolean {
  // What passes no limit has no share, and nothing without a share is far.
  let share = 0;
  let passed = 0;
  for (const { measure, most } of limits) {
    const least = leastIn(measure, block);
    if (least <= most) continue;
    share += shareOver(least, most);
    passed += 1;
  }
  return isFar(misses, share, hurdleOf(passed, block.fewestVms > mostVms));
}

function shareOver(needed: number, most: number): number {
  return (needed - most) / most;
}

function markOutside(
  { passed, share }: Outside,
  { threads, vms }: Candidates,
  { end, kind, start }: Block,
  limits: readonly SetLimit[],
): void {
  share.fill(0, 0, end - start);
  passed.fill(0, 0, end - start);
  for (const { measure, most } of limits) {
    const fixed = measure.fixed(kind);
    const perThread = measure.perThread(kind);
    const isOfFleet = measure.of === 'fleet';
    for (let row = start; row < end; row += 1) {
      // As `amountAt` has it; its look-ups for every row would take longer than the arithmetic.
      const ofVm = fixed + perThread * (threads[row] ?? 0);
      const needed = isOfFleet ? (vms[row] ?? 0) * ofVm : ofVm;
      if (needed <= most) continue;
      share[row - start] = (share[row - start] ?? 0) + shareOver(needed, most);
      passed[row - start] = (passed[row - start] ?? 0) + 1;
    }
  }
}
