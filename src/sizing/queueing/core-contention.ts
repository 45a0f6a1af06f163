import { aboveZero, atLeastZero, share, wholeNumber } from './domain.ts';
import { checkedDemand, type ProcessDemand, throughputsPerSecond } from './machine-repair.ts';

export interface VmProcesses {
  readonly workers: number;
  readonly threads: number;
  readonly cores: number;
  readonly localWorkers: number;
  /** Share of one core that each local worker uses, 0 to 1. */
  readonly localWorkerCpu: number;
}

// Damped by half, the fixed point gains a factor of two a round at worst.
const mostRounds = 200;
const settledWithin = 1e-10;

/** Whether processes can ever want more cores than the VM has. */
export function isContended({ workers, cores, localWorkers, localWorkerCpu }: VmProcesses): boolean {
  return workers + localWorkers * localWorkerCpu > cores;
}

/**
 * How much slower than with cores to spare a VM completes requests, for n = 0 .. workers × threads inside: factors in
 * 0 to 1, to be multiplied with the rates of {@link vmRates}.
 *
 * Mean field with the requests spread evenly: while one worker computes, 1 + Binomial(W-1, u) + L·u_L processes want
 * cores; its CPU stretches by the mean excess over the cores. Conservative: up to 4 % above simulation at 80 % load and
 * 13 % at 95 %, where workers exceed cores. The capacity itself is exact under a fair scheduler.
 *
 * @throws RangeError if a count is not a whole number, the cores not above 0 or the local workers' share outside 0 to 1
 * Source: mean field fixed point, damped by half; checked against simulation.
 */
export function contentionFactors(vm: VmProcesses, demand: ProcessDemand): Float64Array {
  const { workers, threads } = checkedProcesses(vm);
  checkedDemand(demand);
  const factors = new Float64Array(workers * threads + 1).fill(1);
  if (!isContended(vm) || demand.cpuSeconds === 0) return factors;
  const free = throughputsPerSecond(threads, demand);
  let busyShare = 0;
  for (let n = 1; n < factors.length; n += 1) {
    const perWorker = n / workers;
    let rate = interpolated(free, perWorker);
    for (let round = 0; round < mostRounds; round += 1) {
      const stretched = demand.cpuSeconds * stretchOf(vm, busyShare);
      rate = interpolated(
        throughputsAround(perWorker, { cpuSeconds: stretched, ioSeconds: demand.ioSeconds }),
        perWorker,
      );
      const change = Math.min(1, rate * stretched) - busyShare;
      busyShare += change / 2;
      if (Math.abs(change) < settledWithin) break;
    }
    factors[n] = Math.min(1, rate / interpolated(free, perWorker));
  }
  return factors;
}

function checkedProcesses(vm: VmProcesses): VmProcesses {
  wholeNumber('workers', vm.workers, 1);
  wholeNumber('threads', vm.threads, 1);
  aboveZero('cores', vm.cores);
  atLeastZero('localWorkers', vm.localWorkers);
  share('localWorkerCpu', vm.localWorkerCpu);
  return vm;
}

/** Mean of max(1, A/C) over the number A of processes that want a core while one worker computes. */
function stretchOf({ workers, cores, localWorkers, localWorkerCpu }: VmProcesses, busyShare: number): number {
  const certain = 1 + localWorkers * localWorkerCpu;
  const others = workers - 1;
  if (busyShare >= 1) return Math.max(1, (certain + others) / cores);
  const odds = busyShare / (1 - busyShare);
  let probability = (1 - busyShare) ** others;
  let stretch = 0;
  for (let busy = 0; busy <= others; busy += 1) {
    stretch += probability * Math.max(1, (certain + busy) / cores);
    probability *= ((others - busy) / (busy + 1)) * odds;
  }
  return stretch;
}

function throughputsAround(perWorker: number, demand: ProcessDemand): Float64Array {
  return throughputsPerSecond(Math.ceil(perWorker), demand);
}

function interpolated(rates: Float64Array, count: number): number {
  const lower = Math.floor(count);
  const low = rates[lower] ?? 0;
  const high = rates[Math.min(lower + 1, rates.length - 1)] ?? low;
  return low + (count - lower) * (high - low);
}
