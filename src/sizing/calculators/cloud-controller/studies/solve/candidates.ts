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

/**
 * Settings as columns; one row is a kind of VM and threads, with the smallest fleet that carries the load. What a fleet
 * amounts to is worked out from these where it is asked for: a million rows of totals take longer to write than the
 * search takes to do without most of them.
 */
export interface Candidates {
  readonly count: number;
  readonly kinds: readonly VmKind[];
  /** Position of the row's kind among them; the rows of a kind stand together. */
  readonly kind: Uint16Array;
  readonly threads: Uint8Array;
  readonly vms: Uint32Array;
  /** Sizes whose memory does not hold the workers they would have cores for. */
  readonly tooSmall: readonly VmSize[];
}

/** The VM of a row. */
export function kindOf({ kind, kinds }: Candidates, row: number): VmKind {
  const found = kinds[kind[row] ?? 0];
  if (!found) throw new RangeError(`There is no setting ${row}.`);
  return found;
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
  const count = settingsIn(kinds, search);
  const kind = new Uint16Array(count);
  const threads = new Uint8Array(count);
  const vms = new Uint32Array(count);
  // A fleet's smallest number of VMs depends on workers and threads alone, whatever the size of the VM.
  const pumaFleets = new Map<number, Fleets>();
  let start = 0;
  for (const [index, vm] of kinds.entries()) {
    const known = vm.isThin ? undefined : pumaFleets.get(vm.workers);
    const fleets = known ?? fleetsOf(vm, search);
    if (!vm.isThin) pumaFleets.set(vm.workers, fleets);
    const end = start + fleets.vms.length;
    kind.fill(index, start, end);
    threads.set(fleets.threads, start);
    vms.set(fleets.vms, start);
    start = end;
  }
  return { count, kinds, kind, threads, vms, tooSmall };
}

/** The smallest fleets of a kind, from the fewest threads to the most. */
interface Fleets {
  readonly threads: Uint8Array;
  readonly vms: Uint32Array;
}

function fleetsOf({ isThin, workers }: VmKind, search: Search): Fleets {
  const { condition, hasVmInEveryZone, leastThreads, load, mostThreads, thinThreads = 0, zones } = search;
  const least = isThin ? thinThreads : leastThreads;
  const fewest = hasVmInEveryZone ? zones : 1;
  const threads = Uint8Array.from({ length: isThin ? 1 : mostThreads - least + 1 }, (_, at) => least + at);
  const smallest = (count: number) => smallestFleet(condition, load, workers * count, count, zones);
  return { threads, vms: Uint32Array.from(threads, (count) => Math.max(fewest, smallest(count))) };
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
