import type { Candidates, VmKind } from './candidates.ts';
import type { CriterionId } from './criteria.ts';
import type { Division } from './division.ts';
import { measures } from './measures.ts';
import type { ParetoFront } from './pareto-front.ts';
import { addToFront, emptyFront, isBeaten } from './pareto-front.ts';
import { leastValueIn, rowValue } from './row-order.ts';

/**
 * The settings that nothing beats over the axes, of those that fit. Exact: left out are only blocks that are beaten
 * even by their bounds, and rows that the row before beats.
 */
export function settingsFront(
  candidates: Candidates,
  p95Ms: Float64Array,
  { fitting, stretches }: Division,
  axes: readonly CriterionId[],
): ParetoFront {
  const front = emptyFront(axes.length);
  const point = new Float64Array(axes.length);
  for (const { block, from, to } of stretches) {
    for (const [at, axis] of axes.entries()) point[at] = leastValueIn(axis, block);
    if (isBeaten(front, point)) continue;
    const canSkip = isWorseByThreads(axes, block.kind);
    let vmsBefore = 0;
    for (const row of fitting.subarray(from, to)) {
      const vms = candidates.vms[row] ?? 0;
      if (canSkip && vms === vmsBefore) continue;
      vmsBefore = vms;
      for (const [at, axis] of axes.entries()) point[at] = rowValue(axis, candidates, p95Ms, row);
      addToFront(front, point, row);
    }
  }
  return front;
}

/**
 * Whether a thread more on as many VMs of the kind is a setting that the one without it beats: no criterion gets
 * smaller, and one gets larger. Response times do get shorter.
 */
function isWorseByThreads(axes: readonly CriterionId[], kind: VmKind): boolean {
  return axes.every((axis) => axis !== 'p95') && axes.some((axis) => perThreadOf(axis, kind) > 0);
}

function perThreadOf(axis: CriterionId, kind: VmKind): number {
  return axis === 'p95' ? 0 : measures[axis].perThread(kind);
}
