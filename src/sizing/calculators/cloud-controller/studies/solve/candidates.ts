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

/** Settings as columns; one row is a size, workers and threads with the smallest fleet that carries the load. */
export interface Candidates {
  readonly count: number;
  readonly size: Uint16Array;
  readonly isThin: Uint8Array;
  readonly vcpusPerVm: Uint8Array;
  readonly workers: Uint8Array;
  readonly threads: Uint8Array;
  readonly vms: Uint32Array;
  readonly vcpus: Uint32Array;
  readonly memoryPerVmGib: Float64Array;
  readonly memoryGib: Float64Array;
  readonly connectionsPerVm: Uint32Array;
  readonly connections: Uint32Array;
  /** Requests that go with one VM. */
  readonly loss: Uint32Array;
  /** Infinite where the size has no price. */
  readonly cost: Float64Array;
  readonly pricePerVm: Float64Array;
  /** Sizes whose memory does not hold the workers they would have cores for. */
  readonly tooSmall: readonly VmSize[];
}

/**
 * Every setting with its smallest fleet, limits apart. All totals grow with the number of VMs, so no larger fleet of
 * the same setting can be better in any of them.
 *
 * @param search `zones` must be at least 2 where an AZ must be survived; no fleet in a single one does
 * Source: CF-5 and CF-14 for workers, CF-7 for memory, CF-8 and R-3 for connections, CF-11 for capacity.
 */
export function candidatesOf(search: Search): Candidates {
  const rows = blocksOf(search);
  const columns = emptyColumns(settingsIn(rows.blocks), rows.tooSmall);
  let start = 0;
  for (const block of rows.blocks) start = fillBlock(columns, start, block, search);
  return columns;
}

/** How many settings a search looks at. */
export function settingsOf(search: Search): number {
  return settingsIn(blocksOf(search).blocks);
}

function settingsIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.mostThreads - block.leastThreads + 1, 0);
}

/** All settings of one size and worker count; only threads vary. */
interface Block {
  readonly index: number;
  readonly size: VmSize;
  readonly isThin: boolean;
  readonly workers: number;
  readonly leastThreads: number;
  readonly mostThreads: number;
}

function blocksOf(search: Search): {
  readonly blocks: readonly Block[];
  readonly tooSmall: readonly VmSize[];
} {
  const blocks: Block[] = [];
  const tooSmall = new Set<VmSize>();
  const { leastThreads, memoryPerProcessGib, mostThreads, sizes, thinThreads } = search;
  for (const [index, size] of sizes.entries()) {
    const holds = (processes: number) =>
      size.memoryGib === undefined || processes * memoryPerProcessGib <= size.memoryGib;
    for (const workers of mostThreads < leastThreads ? [] : workerCounts(size.vcpus, search.workerChoice)) {
      if (holds(workers)) blocks.push({ index, size, isThin: false, workers, leastThreads, mostThreads });
      else tooSmall.add(size);
    }
    if (thinThreads !== undefined && holds(1))
      blocks.push({
        index,
        size,
        isThin: true,
        workers: 1,
        leastThreads: thinThreads,
        mostThreads: thinThreads,
      });
  }
  return { blocks, tooSmall: [...tooSmall] };
}

/** A spare core never leaves a single worker behind (CF-9); one core has no choice. */
function workerCounts(vcpus: number, choice: WorkerChoice): readonly number[] {
  if (vcpus === 1) return choice === 'yes' ? [] : [1];
  if (choice === 'any') return Array.from({ length: vcpus - 1 }, (_, index) => vcpus - index);
  const spare = vcpus > 2 ? [vcpus - 1] : [];
  return choice === 'no' ? [vcpus] : choice === 'yes' ? spare : [vcpus, ...spare];
}

function emptyColumns(count: number, tooSmall: readonly VmSize[]): Candidates {
  return {
    count,
    tooSmall,
    size: new Uint16Array(count),
    isThin: new Uint8Array(count),
    vcpusPerVm: new Uint8Array(count),
    workers: new Uint8Array(count),
    threads: new Uint8Array(count),
    vms: new Uint32Array(count),
    vcpus: new Uint32Array(count),
    memoryPerVmGib: new Float64Array(count),
    memoryGib: new Float64Array(count),
    connectionsPerVm: new Uint32Array(count),
    connections: new Uint32Array(count),
    loss: new Uint32Array(count),
    cost: new Float64Array(count),
    pricePerVm: new Float64Array(count),
  };
}

/** Fills the rows of a block from `start` on; returns where the next block starts. */
function fillBlock(columns: Candidates, start: number, block: Block, search: Search): number {
  const { index, isThin, leastThreads, mostThreads, size, workers } = block;
  const end = start + mostThreads - leastThreads + 1;
  const memoryPerVm = size.memoryGib ?? workers * search.memoryPerProcessGib;
  const price = size.price ?? Number.POSITIVE_INFINITY;
  columns.size.fill(index, start, end);
  columns.isThin.fill(isThin ? 1 : 0, start, end);
  columns.vcpusPerVm.fill(size.vcpus, start, end);
  columns.workers.fill(workers, start, end);
  columns.memoryPerVmGib.fill(memoryPerVm, start, end);
  columns.pricePerVm.fill(price, start, end);
  const { condition, load, zones } = search;
  const fewest = search.hasVmInEveryZone ? zones : 1;
  const perVmFixed = isThin ? search.connectionsPerThinVm : 2 * workers * search.connectionsPerPumaLocal;
  const pools = isThin ? 0 : workers + 1;
  const { connections, connectionsPerVm, cost, loss, memoryGib, threads, vcpus, vms } = columns;
  for (let row = start, count = leastThreads; row < end; row += 1, count += 1) {
    const needed = Math.max(fewest, smallestFleet(condition, load, workers * count, count, zones));
    const perVm = pools * count + perVmFixed;
    threads[row] = count;
    loss[row] = workers * count;
    connectionsPerVm[row] = perVm;
    // As `setVms` has it; a call for each of a million rows would take longer than the search.
    vms[row] = needed;
    vcpus[row] = needed * size.vcpus;
    memoryGib[row] = needed * memoryPerVm;
    connections[row] = needed * perVm;
    cost[row] = needed * price;
  }
  return end;
}

/** Gives a setting another number of VMs and works its totals out again. */
export function setVms(columns: Candidates, row: number, vms: number): void {
  columns.vms[row] = vms;
  columns.vcpus[row] = vms * (columns.vcpusPerVm[row] ?? 0);
  columns.memoryGib[row] = vms * (columns.memoryPerVmGib[row] ?? 0);
  columns.connections[row] = vms * (columns.connectionsPerVm[row] ?? 0);
  columns.cost[row] = vms * (columns.pricePerVm[row] ?? 0);
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
