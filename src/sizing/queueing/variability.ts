import { atLeastZero, wholeNumber } from './domain.ts';
import { checkedDemand, type ProcessDemand, throughputsPerSecond } from './machine-repair.ts';

/**
 * How the CPU bursts of one request relate. `alike`: all of a request's bursts are as long as its whole demand makes
 * them, so that a big request holds the interpreter lock for long each time. `independent`: exponential bursts drawn
 * one by one, the case for which machine repair is exact.
 */
export type CpuBursts = 'alike' | 'independent';

/** Squared coefficients of variation of a request's whole CPU and whole I/O time: 0 fixed, 1 exponential. */
export interface Variability {
  readonly cpuScv: number;
  readonly ioScv: number;
  readonly cpuBursts: CpuBursts;
}

/** Throws a RangeError if a coefficient is negative; returns the variability. */
function checkedVariability(variability: Variability): Variability {
  atLeastZero('cpuScv', variability.cpuScv);
  atLeastZero('ioScv', variability.ioScv);
  return variability;
}

/*
 * The figures below are fitted, on simulations of one to four workers with 1 to 20 threads, CPU shares from 2 to 75 %,
 * at 30 to 90 % load, five bursts, first come first served at the lock. With them the mean response errs by 1 % on
 * average and at most 14 % up to a coefficient of 1, by 3 % and at most 22 % at 2. Between 0 and 1 the form of each is
 * a choice; the ends are not: without variation requests fall into step and meet less often at the lock than chance
 * would have it, and long requests with long bursts delay everyone more than product form says.
 */
const stepShare = 0.3;
const lockShareFixed = 0.9;
const lockShareSlope = 0.2;
const lockShareBusySlope = 0.4;
const backlogBusySlope = 0.15;

/**
 * {@link throughputsPerSecond} for requests of the given variability: the same up from a coefficient of 1 or with
 * independent bursts, higher below it, because requests of equal size fall into step.
 *
 * @throws RangeError if `most` is not a whole number of at least 0 or a demand or coefficient outside its range
 * Source: mean value analysis with the queue met scaled down, fitted to simulation; never above 1/cpu.
 */
export function variableThroughputs(
  most: number,
  demand: ProcessDemand,
  variability: Variability,
): Float64Array {
  const { cpuScv, cpuBursts } = checkedVariability(variability);
  if (cpuBursts === 'independent' || cpuScv >= 1) return throughputsPerSecond(most, demand);
  wholeNumber('most', most, 0);
  const { cpuSeconds, ioSeconds } = checkedDemand(demand);
  const met = stepShare + (1 - stepShare) * Math.cbrt(cpuScv);
  const rates = new Float64Array(most + 1);
  let atLock = 0;
  for (let n = 1; n <= most; n += 1) {
    const rate = Math.min(n / (ioSeconds + cpuSeconds * (1 + met * atLock)), 1 / cpuSeconds);
    atLock = n - rate * ioSeconds;
    rates[n] = rate;
  }
  return rates;
}

export interface Congestion {
  /** What is waited for a thread in the chain. */
  readonly backlogSeconds: number;
  /** What is waited for the lock, and for a core, in the chain. */
  readonly lockSeconds: number;
  readonly ioSeconds: number;
}

/**
 * The chain's waits corrected for the variability of requests.
 *
 * The wait for a thread takes (1 + c²)/2, with c² that of the time a request holds its thread at full load: exact with
 * one thread (Pollaczek and Khinchine). The wait for the lock is left alone for independent bursts.
 *
 * @param fullServiceSeconds time a request holds its thread while all threads of its worker are busy
 * @throws RangeError if a coefficient is negative
 * Source: limited processor sharing in heavy traffic (Zhang and Zwart 2008) for the thread; fitted for the lock.
 */
export function correctedCongestion(
  { backlogSeconds, lockSeconds, ioSeconds }: Congestion,
  fullServiceSeconds: number,
  variability: Variability,
): Congestion {
  const { cpuScv, ioScv, cpuBursts } = checkedVariability(variability);
  const atLockSeconds = Math.max(0, fullServiceSeconds - ioSeconds);
  const heldScv = (cpuScv * atLockSeconds ** 2 + ioScv * ioSeconds ** 2) / fullServiceSeconds ** 2;
  const backlogFactor = (1 + heldScv) / 2;
  if (cpuBursts === 'independent') {
    return { backlogSeconds: backlogSeconds * backlogFactor, lockSeconds, ioSeconds };
  }
  const busy = lockSeconds > 0 ? lockSeconds / (lockSeconds + ioSeconds) : 0;
  return {
    backlogSeconds: backlogSeconds * backlogFactor * (1 + backlogBusySlope * busy * Math.min(1, cpuScv)),
    lockSeconds: lockSeconds * (lockShareFixed + cpuScv * (lockShareSlope + lockShareBusySlope * busy)),
    ioSeconds,
  };
}
