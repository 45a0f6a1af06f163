import type { Axis } from '../../../../core/figure.ts';
import type { FleetInputs } from '../../params.ts';
import type { Candidates } from './candidates.ts';

export type CriterionId = FleetInputs['solveX'];

interface Criterion {
  readonly label: string;
  /** Smaller is better in each. */
  readonly columnOf: (candidates: Candidates, p95Ms: Float64Array) => ArrayLike<number>;
  readonly axis: Pick<Axis, 'label' | 'format'>;
}

/** What settings are compared by. */
export const criteria: Readonly<Record<CriterionId, Criterion>> = {
  vcpu: {
    label: 'total vCPU',
    columnOf: (candidates) => candidates.vcpus,
    axis: { label: 'Total vCPU', format: 'number' },
  },
  vms: {
    label: 'VMs',
    columnOf: (candidates) => candidates.vms,
    axis: { label: 'API VMs', format: 'number' },
  },
  memory: {
    label: 'memory',
    columnOf: (candidates) => candidates.memoryGib,
    axis: { label: 'Total memory (GiB)', format: 'number' },
  },
  connections: {
    label: 'DB connections',
    columnOf: (candidates) => candidates.connections,
    axis: { label: 'DB connections', format: 'number' },
  },
  loss: {
    label: 'requests lost with one VM',
    columnOf: (candidates) => candidates.loss,
    axis: { label: 'Requests lost with one VM', format: 'number' },
  },
  cost: {
    label: 'cost',
    columnOf: (candidates) => candidates.cost,
    axis: { label: 'Cost, as priced', format: 'number' },
  },
  p95: {
    label: 'p95 response',
    columnOf: (_, p95Ms) => p95Ms,
    axis: { label: 'p95 response (ms)', format: 'number' },
  },
};

/** How each goal ends the sentence "Six VMs carry today's 400 requests …". */
export const goalPhrases: Readonly<Record<FleetInputs['solveGoal'], string>> = {
  vcpu: 'on the fewest vCPU',
  vms: 'with the fewest VMs',
  memory: 'in the least memory',
  connections: 'over the fewest DB connections',
  loss: 'and lose the least with a VM',
  reserve: 'with the most threads in reserve',
  cost: 'at the lowest cost',
  p95: 'with the shortest p95',
};

/** An order of rows: by one column, smaller first, then by what breaks ties. */
export interface RowOrder {
  readonly first: ArrayLike<number>;
  readonly compare: (a: number, b: number) => number;
}

/** Orders rows by the goal; ties by cores, VMs, memory, connections and threads, so that the order never wavers. */
export function orderBy(
  goal: FleetInputs['solveGoal'],
  candidates: Candidates,
  p95Ms: Float64Array,
): RowOrder {
  const first = goal === 'reserve' ? candidates.threads : criteria[goal].columnOf(candidates, p95Ms);
  const { connections, memoryGib, threads, vcpus, vms } = candidates;
  const ties = [vcpus, vms, memoryGib, connections, threads];
  const compare = (a: number, b: number) => {
    const x = first[a] ?? 0;
    const y = first[b] ?? 0;
    // Infinities would subtract to a number that is none.
    if (x !== y) return x < y ? -1 : 1;
    const tie = ties.find((column) => column[a] !== column[b]);
    return tie ? (tie[a] ?? 0) - (tie[b] ?? 0) : a - b;
  };
  return { first, compare };
}

/** The `most` best rows in order, without sorting all of them. */
export function bestRows(rows: Int32Array, { compare, first }: RowOrder, most: number): readonly number[] {
  let kept: number[] = [];
  let worst: number | undefined;
  let bound = Number.POSITIVE_INFINITY;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (worst !== undefined && ((first[row] ?? 0) > bound || compare(row, worst) >= 0)) continue;
    kept.push(row);
    if (kept.length < 2 * most) continue;
    kept = kept.toSorted(compare).slice(0, most);
    worst = kept.at(-1);
    bound = worst === undefined ? bound : (first[worst] ?? bound);
  }
  return kept.toSorted(compare).slice(0, most);
}
