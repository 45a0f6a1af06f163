import type { FleetInputs } from '../../params.ts';
import type { Block } from './blocks.ts';
import { leastIn } from './blocks.ts';
import type { Candidates } from './candidates.ts';
import { kindOf } from './candidates.ts';
import type { CriterionId } from './criteria.ts';
import type { Division } from './division.ts';
import { amountAt, amountOf, measures } from './measures.ts';

/** What rows are ordered by: a criterion, or the threads in use, which leave the more in reserve the fewer they are. */
type ValueId = CriterionId | 'threads';

/** The value of a row; smaller is better. */
export function rowValue(id: ValueId, candidates: Candidates, p95Ms: Float64Array, row: number): number {
  return id === 'p95' ? (p95Ms[row] ?? Number.POSITIVE_INFINITY) : amountOf(id, candidates, row);
}

/** No row of the block has a smaller value. */
export function leastValueIn(id: ValueId, block: Block): number {
  return id === 'p95' ? 0 : leastIn(measures[id], block);
}

/** An order of rows: by one value, then by what breaks ties. */
export interface RowOrder {
  readonly by: ValueId;
  readonly valueAt: (row: number) => number;
  readonly compare: (a: number, b: number) => number;
}

const tieBreakers = (['vcpu', 'vms', 'memory', 'connections', 'threads'] as const).map((id) => measures[id]);

/** Orders rows by the goal; ties by cores, VMs, memory, connections and threads, so that the order never wavers. */
export function orderBy(
  goal: FleetInputs['solveGoal'],
  candidates: Candidates,
  p95Ms: Float64Array,
): RowOrder {
  const { threads, vms } = candidates;
  const by = goal === 'reserve' ? 'threads' : goal;
  const compare = (a: number, b: number) => {
    const x = rowValue(by, candidates, p95Ms, a);
    const y = rowValue(by, candidates, p95Ms, b);
    // Infinities would subtract to a number that is none.
    if (x !== y) return x < y ? -1 : 1;
    const [kindA, kindB] = [kindOf(candidates, a), kindOf(candidates, b)];
    for (const measure of tieBreakers) {
      const difference =
        amountAt(measure, kindA, vms[a] ?? 0, threads[a] ?? 0) -
        amountAt(measure, kindB, vms[b] ?? 0, threads[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return a - b;
  };
  return { by, valueAt: (row) => rowValue(by, candidates, p95Ms, row), compare };
}

/** The `most` best of the rows that fit, in order, without sorting all of them. */
export function bestRows(
  { fitting, stretches }: Division,
  { by, compare, valueAt }: RowOrder,
  most: number,
): readonly number[] {
  let kept: number[] = [];
  let worst: number | undefined;
  let bound = Number.POSITIVE_INFINITY;
  for (const { block, from, to } of stretches) {
    if (leastValueIn(by, block) > bound) continue;
    for (const row of fitting.subarray(from, to)) {
      if (worst !== undefined && (valueAt(row) > bound || compare(row, worst) >= 0)) continue;
      kept.push(row);
      if (kept.length < 2 * most) continue;
      kept = kept.toSorted(compare).slice(0, most);
      worst = kept.at(-1);
      bound = worst === undefined ? bound : valueAt(worst);
    }
  }
  return kept.toSorted(compare).slice(0, most);
}
