import { counted, numberText } from '../../../../core/number-text.ts';
import type { Inputs } from '../../../../core/plan.ts';
import { mostVms } from '../../size.ts';
import { type Candidates, kindOf } from './candidates.ts';

export type LimitId = 'vms' | 'vcpus' | 'memory' | 'vm-memory' | 'connections';

/** The most of each that may be used; infinite where the user set no limit. */
export type Limits = Readonly<Record<LimitId, number>>;

interface LimitKind {
  /** "Memory is what stops it". */
  readonly name: string;
  readonly needed: (candidates: Candidates, row: number) => number;
  readonly amount: (value: number) => string;
  /** The input that relaxes it. */
  readonly relax: (value: number) => Inputs;
}

const gib = (value: number) => `${numberText(value)} GiB`;

export const limitKinds: Readonly<Record<LimitId, LimitKind>> = {
  vms: {
    name: 'The number of VMs',
    needed: ({ vms }, row) => vms[row] ?? 0,
    amount: (value) => counted(value, 'VM'),
    relax: (value) => ({ solveMaxVms: value }),
  },
  vcpus: {
    name: 'The number of cores',
    needed: ({ vcpus }, row) => vcpus[row] ?? 0,
    amount: (value) => `${numberText(value)} vCPU`,
    relax: (value) => ({ solveMaxVcpus: value }),
  },
  memory: {
    name: 'Memory',
    needed: ({ memoryGib }, row) => memoryGib[row] ?? 0,
    amount: gib,
    relax: (value) => ({ solveMaxMemory: value }),
  },
  'vm-memory': {
    name: 'Memory per VM',
    needed: (candidates, row) => kindOf(candidates, row).memoryGib,
    amount: gib,
    relax: (value) => ({ solveMaxVmMemory: value }),
  },
  connections: {
    name: 'The database',
    needed: ({ connections }, row) => connections[row] ?? 0,
    amount: (value) => counted(value, 'connection'),
    relax: (value) => ({ solveMaxConnections: value }),
  },
};

const ids: readonly LimitId[] = ['vms', 'vcpus', 'memory', 'vm-memory', 'connections'];

/** What a setting needs beyond a limit. */
export interface Excess {
  readonly limit: LimitId;
  readonly needed: number;
  readonly over: number;
}

/** The limits that a setting passes, none where it fits. */
function excessesOf(candidates: Candidates, row: number, limits: Limits): readonly Excess[] {
  return ids.flatMap((limit) => {
    const needed = limitKinds[limit].needed(candidates, row);
    return needed > limits[limit] ? [{ limit, needed, over: needed - limits[limit] }] : [];
  });
}

export interface Divided {
  readonly fitting: Int32Array;
  /** Rows outside at least one limit. */
  readonly rejected: Int32Array;
  /** Of every row: by which share it is outside limits, all of them together. */
  readonly shares: Float64Array;
  /** Of every row: how many limits it is outside. */
  readonly passed: Uint8Array;
}

/** Which rows are within all limits; those that no fleet makes fast enough are in neither part. */
export function dividedByLimits(candidates: Candidates, limits: Limits, p95Ms: Float64Array): Divided {
  const { connections, count, kind, kinds, memoryGib, vcpus, vms } = candidates;
  const shares = new Float64Array(count);
  const passed = new Uint8Array(count);
  addExcess(vms, limits.vms, shares, passed);
  addExcess(vcpus, limits.vcpus, shares, passed);
  addExcess(memoryGib, limits.memory, shares, passed);
  addExcess(connections, limits.connections, shares, passed);
  if (Number.isFinite(limits['vm-memory'])) {
    const ofKinds = Float64Array.from(kinds, (vm) => vm.memoryGib);
    const ofRows = new Float64Array(count);
    for (let row = 0; row < count; row += 1) ofRows[row] = ofKinds[kind[row] ?? 0] ?? 0;
    addExcess(ofRows, limits['vm-memory'], shares, passed);
  }
  const fitting = new Int32Array(count);
  const rejected = new Int32Array(count);
  let fits = 0;
  let outside = 0;
  const isTimed = p95Ms.length > 0;
  for (let row = 0; row < count; row += 1) {
    if (isTimed && p95Ms[row] === Number.POSITIVE_INFINITY) continue;
    if (passed[row] === 0) {
      fitting[fits] = row;
      fits += 1;
    } else {
      rejected[outside] = row;
      outside += 1;
    }
  }
  return { fitting: fitting.subarray(0, fits), rejected: rejected.subarray(0, outside), shares, passed };
}

/** Column by column: over a million rows that takes half the time of limit by limit. */
function addExcess(
  column: Uint32Array | Float64Array,
  most: number,
  shares: Float64Array,
  passed: Uint8Array,
): void {
  if (!Number.isFinite(most)) return;
  const perUnit = 1 / most;
  for (let row = 0; row < column.length; row += 1) {
    const needed = column[row] ?? 0;
    if (needed <= most) continue;
    shares[row] = (shares[row] ?? 0) + (needed - most) * perUnit;
    passed[row] = (passed[row] ?? 0) + 1;
  }
}

/** A rejected setting and by which share of its limits it lies outside. */
export interface NearMiss {
  readonly row: number;
  readonly excesses: readonly Excess[];
  readonly share: number;
}

/** The rejected settings that lie outside by the least, at most `most` of them; ties in the order of `better`. */
export function nearMisses(
  candidates: Candidates,
  { rejected, shares }: Divided,
  limits: Limits,
  better: (a: number, b: number) => number,
  most: number,
): readonly NearMiss[] {
  const nearest: { readonly row: number; readonly share: number }[] = [];
  let worst = Number.POSITIVE_INFINITY;
  for (let at = 0; at < rejected.length; at += 1) {
    const row = rejected[at] ?? 0;
    const share = shares[row] ?? 0;
    if (share > worst) continue;
    const isBefore = (other: { row: number; share: number }) =>
      share < other.share || (share === other.share && better(row, other.row) < 0);
    const last = nearest.at(-1);
    if (nearest.length >= most && last && !isBefore(last)) continue;
    const position = nearest.findIndex(isBefore);
    nearest.splice(position < 0 ? nearest.length : position, 0, { row, share });
    if (nearest.length > most) nearest.pop();
    if (nearest.length === most) worst = nearest.at(-1)?.share ?? worst;
  }
  return nearest.map((miss) => ({ ...miss, excesses: excessesOf(candidates, miss.row, limits) }));
}

/**
 * The smallest step that lets something fit: one limit raised if that is enough for any setting, by the smallest share
 * of it; else the setting for which all raises together are the least. Fleets larger than any the form accepts count
 * only where there are no others: no raise lets them in.
 */
export function smallestRelaxation(
  candidates: Candidates,
  divided: Divided,
  limits: Limits,
  better: (a: number, b: number) => number,
): NearMiss | undefined {
  const { passed, shares } = divided;
  const possible = possibleRows(candidates, divided.rejected);
  const rejected = possible.length > 0 ? possible : divided.rejected;
  let best: { row: number; share: number } | undefined;
  for (let at = 0; at < rejected.length; at += 1) {
    const row = rejected[at] ?? 0;
    if (passed[row] !== 1) continue;
    const share = shares[row] ?? 0;
    if (best && share > best.share) continue;
    if (!best || share < best.share || better(row, best.row) < 0) best = { row, share };
  }
  if (best) return { ...best, excesses: excessesOf(candidates, best.row, limits) };
  return nearMisses(candidates, { ...divided, rejected }, limits, better, 1)[0];
}

function possibleRows({ vms }: Candidates, rows: Int32Array): Int32Array {
  const possible = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if ((vms[row] ?? 0) > mostVms) continue;
    possible[count] = row;
    count += 1;
  }
  return possible.subarray(0, count);
}

/** "24 connections over", "8 GiB and 2 VMs over". */
export function excessText(excesses: readonly Excess[]): string {
  const parts = excesses.map(
    ({ limit, over }) => `${limitKinds[limit].amount(over)}${limit === 'vm-memory' ? ' a VM' : ''}`,
  );
  return `${parts.join(' and ')} over`;
}
