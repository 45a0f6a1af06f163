import type { Condition } from '../../conditions.ts';
import type { VmSize } from './vm-sizes.ts';

/** How many workers are considered on a VM: as many as cores, one fewer, either, or any number. */
export type WorkerChoice = 'no' | 'yes' | 'either' | 'any';

/** What is searched, free of a plan's names, so that a million settings take no longer than arithmetic. */
export interface Search {
  readonly sizes: readonly VmSize[];
  readonly workerChoice: WorkerChoice;
  readonly leastThreads: number;
  readonly mostThreads: number;
  /** Threads of a Thin process, when Thin is considered as well. */
  readonly thinThreads: number | undefined;
  readonly load: number;
  readonly condition: Condition;
  readonly zones: number;
  readonly hasVmInEveryZone: boolean;
  readonly memoryPerProcessGib: number;
  readonly connectionsPerPumaLocal: number;
  readonly connectionsPerThinVm: number;
}

/** A VM as settings use it: one size with one number of workers. */
export interface VmKind {
  readonly size: VmSize;
  readonly isThin: boolean;
  readonly vcpus: number;
  readonly workers: number;
  readonly memoryGib: number;
  /** Processes with a pool of the size of a worker's threads. */
  readonly pools: number;
  readonly otherConnections: number;
}

/** Settings as columns; one row is a kind of VM and threads, with the smallest fleet that carries the load. */
export interface Candidates {
  readonly count: number;
  readonly kinds: readonly VmKind[];
  /** Position of the row's kind among them. */
  readonly kind: Uint16Array;
  readonly threads: Uint8Array;
  readonly vms: Uint32Array;
  readonly vcpus: Uint32Array;
  readonly memoryGib: Float64Array;
  readonly connections: Uint32Array;
  /** Requests that go with one VM. */
  readonly loss: Uint16Array;
  /** Infinite where the size has no price; empty where none has one. */
  readonly cost: Float64Array;
  /** Sizes whose memory does not hold the workers they would have cores for. */
  readonly tooSmall: readonly VmSize[];
}

/** The VM of a row. */
export function kindOf({ kind, kinds }: Candidates, row: number): VmKind {
  const found = kinds[kind[row] ?? 0];
  if (!found) throw new RangeError(`There is no setting ${row}.`);
  return found;
}

export function connectionsPerVm(candidates: Candidates, row: number): number {
  const { otherConnections, pools } = kindOf(candidates, row);
  return pools * (candidates.threads[row] ?? 0) + otherConnections;
}

/**
 * Every setting with its smallest fleet, limits apart. All totals grow with the number of VMs, so no larger fleet of
 * the same setting can be better in any of them.
 *
 * @param search `zones` must be at least 2 where an AZ must be survived; no fleet in a single one does
 * Source: CF-5 and CF-14 for workers, CF-7 for memory, CF-8 and R-3 for connections, CF-11 for capacity.
 */
export function candidatesOf(search: Search): Candidates {
  const { kinds, tooSmall } = kindsOf(search);
  const columns = emptyColumns(settingsIn(kinds, search), kinds, tooSmall);
  // A fleet's smallest number of VMs depends on workers and threads alone, whatever the size of the VM.
  const fleets = new Map<number, Uint32Array>();
  let start = 0;
  for (const [index, kind] of kinds.entries()) {
    const known = kind.isThin ? undefined : fleets.get(kind.workers);
    const needed = known ?? fleetsOf(kind, search);
    if (!kind.isThin) fleets.set(kind.workers, needed);
    start = fillKind(columns, start, index, kind, needed, leastThreadsOf(kind, search));
  }
  return columns;
}

function leastThreadsOf({ isThin }: VmKind, { leastThreads, thinThreads = 0 }: Search): number {
  return isThin ? thinThreads : leastThreads;
}

/** The smallest fleets of a kind, from the fewest threads to the most. */
function fleetsOf(kind: VmKind, search: Search): Uint32Array {
  const { isThin, workers } = kind;
  const { condition, hasVmInEveryZone, load, mostThreads, zones } = search;
  const least = leastThreadsOf(kind, search);
  const fewest = hasVmInEveryZone ? zones : 1;
  const needed = new Uint32Array(isThin ? 1 : mostThreads - least + 1);
  for (let at = 0; at < needed.length; at += 1) {
    const threads = least + at;
    needed[at] = Math.max(fewest, smallestFleet(condition, load, workers * threads, threads, zones));
  }
  return needed;
}

/** How many settings a search looks at. */
export function settingsOf(search: Search): number {
  return settingsIn(kindsOf(search).kinds, search);
}

function settingsIn(kinds: readonly VmKind[], { leastThreads, mostThreads }: Search): number {
  return kinds.reduce((sum, { isThin }) => sum + (isThin ? 1 : mostThreads - leastThreads + 1), 0);
}

function kindsOf(search: Search): {
  readonly kinds: readonly VmKind[];
  readonly tooSmall: readonly VmSize[];
} {
  const kinds: VmKind[] = [];
  const tooSmall = new Set<VmSize>();
  const { connectionsPerPumaLocal, connectionsPerThinVm, memoryPerProcessGib } = search;
  const hasThreads = search.leastThreads <= search.mostThreads;
  for (const size of search.sizes) {
    const holds = (processes: number) =>
      size.memoryGib === undefined || processes * memoryPerProcessGib <= size.memoryGib;
    for (const workers of hasThreads ? workerCounts(size.vcpus, search.workerChoice) : []) {
      if (!holds(workers)) tooSmall.add(size);
      else
        kinds.push({
          size,
          isThin: false,
          vcpus: size.vcpus,
          workers,
          memoryGib: size.memoryGib ?? workers * memoryPerProcessGib,
          pools: workers + 1,
          otherConnections: 2 * workers * connectionsPerPumaLocal,
        });
    }
    if (search.thinThreads !== undefined && holds(1))
      kinds.push({
        size,
        isThin: true,
        vcpus: size.vcpus,
        workers: 1,
        memoryGib: size.memoryGib ?? memoryPerProcessGib,
        pools: 0,
        otherConnections: connectionsPerThinVm,
      });
  }
  return { kinds, tooSmall: [...tooSmall] };
}

/** A spare core never leaves a single worker behind (CF-9); one core has no choice. */
function workerCounts(vcpus: number, choice: WorkerChoice): readonly number[] {
  if (vcpus === 1) return choice === 'yes' ? [] : [1];
  if (choice === 'any') return Array.from({ length: vcpus - 1 }, (_, index) => vcpus - index);
  const spare = vcpus > 2 ? [vcpus - 1] : [];
  return choice === 'no' ? [vcpus] : choice === 'yes' ? spare : [vcpus, ...spare];
}

function emptyColumns(count: number, kinds: readonly VmKind[], tooSmall: readonly VmSize[]): Candidates {
  const hasPrice = kinds.some((kind) => kind.size.price !== undefined);
  return {
    count,
    kinds,
    tooSmall,
    kind: new Uint16Array(count),
    threads: new Uint8Array(count),
    vms: new Uint32Array(count),
    vcpus: new Uint32Array(count),
    memoryGib: new Float64Array(count),
    connections: new Uint32Array(count),
    loss: new Uint16Array(count),
    cost: new Float64Array(hasPrice ? count : 0),
  };
}

/** Fills the rows of a kind from `start` on, one for each fleet; returns where the next kind starts. */
function fillKind(
  columns: Candidates,
  start: number,
  index: number,
  kind: VmKind,
  fleets: Uint32Array,
  least: number,
): number {
  const { memoryGib: memoryPerVm, otherConnections, pools, size, vcpus: cores, workers } = kind;
  const end = start + fleets.length;
  const price = size.price ?? Number.POSITIVE_INFINITY;
  columns.kind.fill(index, start, end);
  columns.vms.set(fleets, start);
  const { connections, cost, loss, memoryGib, threads, vcpus } = columns;
  const isPriced = cost.length > 0;
  for (let at = 0; at < fleets.length; at += 1) {
    const row = start + at;
    const count = least + at;
    const needed = fleets[at] ?? 0;
    threads[row] = count;
    loss[row] = workers * count;
    // As `setVms` has it; a call for each of a million rows would take longer than the search.
    vcpus[row] = needed * cores;
    memoryGib[row] = needed * memoryPerVm;
    connections[row] = needed * (pools * count + otherConnections);
    if (isPriced) cost[row] = needed * price;
  }
  return end;
}

/** Gives a setting another number of VMs and works its totals out again. */
export function setVms(columns: Candidates, row: number, vms: number): void {
  const { memoryGib, size, vcpus } = kindOf(columns, row);
  columns.vms[row] = vms;
  columns.vcpus[row] = vms * vcpus;
  columns.memoryGib[row] = vms * memoryGib;
  columns.connections[row] = vms * connectionsPerVm(columns, row);
  if (columns.cost.length > 0) columns.cost[row] = vms * (size.price ?? Number.POSITIVE_INFINITY);
}

/** Fewest VMs by arithmetic: what `carriesOf` says of a fleet, solved for the fleet. */
function smallestFleet(
  condition: Condition,
  load: number,
  perVm: number,
  threads: number,
  zones: number,
): number {
  switch (condition) {
    case 'all':
      return Math.ceil(load / perVm);
    case 'worker':
      return Math.ceil((load + threads) / perVm);
    case 'vm':
      return Math.ceil(load / perVm) + 1;
    case 'az':
      // ⌊n (z − 1) / z⌋ VMs are left outside the largest zone.
      return Math.ceil((Math.ceil(load / perVm) * zones) / (zones - 1));
  }
}
