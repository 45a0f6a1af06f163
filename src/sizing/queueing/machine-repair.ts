import { atLeastZero, share, wholeNumber } from './domain.ts';

/** What one request costs a process: seconds holding the interpreter lock, and seconds waiting outside it. */
export interface ProcessDemand {
  readonly cpuSeconds: number;
  readonly ioSeconds: number;
}

/** Throws a RangeError unless both demands are at least 0 and their sum is above 0; returns the demand. */
export function checkedDemand(demand: ProcessDemand): ProcessDemand {
  atLeastZero('cpuSeconds', demand.cpuSeconds);
  atLeastZero('ioSeconds', demand.ioSeconds);
  if (demand.cpuSeconds + demand.ioSeconds <= 0)
    throw new RangeError('a request must take more than 0 seconds');
  return demand;
}

/**
 * Requests per second completed by one process that always holds `inside` requests, for every count from 0 to
 * `most`: a closed network of one interpreter lock and a delay, X(n) = (1 - B(n, io/cpu)) / cpu.
 *
 * Exact if the lock is shared in turns with any burst law, or first come first served with exponential bursts;
 * any I/O law.
 *
 * @throws RangeError if `most` is not a whole number of at least 0 or the demand is not positive
 * Source: machine repair model; product form (Baskett, Chandy, Muntz, Palacios 1975).
 */
export function throughputsPerSecond(most: number, demand: ProcessDemand): Float64Array {
  wholeNumber('most', most, 0);
  const { cpuSeconds, ioSeconds } = checkedDemand(demand);
  const rates = new Float64Array(most + 1);
  let isIdle = 1;
  for (let n = 1; n <= most; n += 1) {
    // B(n) = aB / (n + aB) with a = io/cpu, multiplied out so that neither demand may not be 0.
    const idleIo = ioSeconds * isIdle;
    const scale = n * cpuSeconds + idleIo;
    rates[n] = n / scale;
    isIdle = scale === 0 ? 0 : idleIo / scale;
  }
  return rates;
}

/** Requests per second of one process that always holds `inside` requests: {@link throughputsPerSecond} at one count. */
export function throughputPerSecond(inside: number, demand: ProcessDemand): number {
  return throughputsPerSecond(inside, demand)[inside] ?? 0;
}

export interface MeanValues {
  readonly throughputPerSecond: number;
  /** Time a request spends at the lock: its own CPU and its waits for the lock. */
  readonly lockResidenceSeconds: number;
  /** Mean number of requests holding or awaiting the lock. */
  readonly atLock: number;
}

/**
 * The same closed process by mean value analysis: R(n) = cpu (1 + Q(n-1)), X(n) = n / (io + R(n)), Q(n) = X(n) R(n).
 *
 * @throws RangeError if `inside` is not a whole number of at least 1 or the demand is not positive
 * Source: Reiser and Lavenberg 1980.
 */
export function meanValuesOf(inside: number, demand: ProcessDemand): MeanValues {
  wholeNumber('inside', inside, 1);
  const { cpuSeconds, ioSeconds } = checkedDemand(demand);
  let values: MeanValues = { throughputPerSecond: 0, lockResidenceSeconds: 0, atLock: 0 };
  for (let n = 1; n <= inside; n += 1) {
    const lockResidenceSeconds = cpuSeconds * (1 + values.atLock);
    const rate = n / (ioSeconds + lockResidenceSeconds);
    values = { throughputPerSecond: rate, lockResidenceSeconds, atLock: rate * lockResidenceSeconds };
  }
  return values;
}

export interface SpeedUp {
  /** min(N, 1/(1-p)): threads never wait for the lock while it has time left. */
  readonly optimistic: number;
  /** Machine repair. */
  readonly exact: number;
  /** 1/((1-p) + p/N): every request waits behind all others; known as Amdahl's law in Rails tuning guides. */
  readonly pessimistic: number;
}

/**
 * How many times the work of one thread `threads` threads of one process do.
 *
 * @param ioShare share of a request's time spent outside the lock, 0 to 1
 * @throws RangeError outside that range, or if `threads` is not a whole number of at least 1
 * Source: machine repair between its asymptotic bounds (Denning and Buzen 1978; Muntz and Wong 1974).
 */
export function speedUpOf(threads: number, ioShare: number): SpeedUp {
  wholeNumber('threads', threads, 1);
  const cpuShare = 1 - share('ioShare', ioShare);
  return {
    optimistic: Math.min(threads, 1 / cpuShare),
    exact: throughputPerSecond(threads, { cpuSeconds: cpuShare, ioSeconds: ioShare }),
    pessimistic: 1 / (cpuShare + ioShare / threads),
  };
}

/**
 * Threads after which one more gains less than `leastGain` (0.05 in Rails tuning tools), by the exact curve or by the
 * pessimistic one those tools use. Searches up to `most`, and returns `most` where every thread up to it still pays.
 *
 * @throws RangeError if a share lies outside 0 to 1 or `most` is not a whole number of at least 1
 * Source: the rule of perfm, thread_advisor and BigBinary's articles.
 */
export function worthwhileThreads(
  ioShare: number,
  leastGain: number,
  most: number,
  curve: 'exact' | 'pessimistic' = 'exact',
): number {
  share('leastGain', leastGain);
  wholeNumber('most', most, 1);
  let speed = speedUpOf(1, ioShare)[curve];
  for (let threads = 1; threads < most; threads += 1) {
    const next = speedUpOf(threads + 1, ioShare)[curve];
    if (next / speed - 1 < leastGain) return threads;
    speed = next;
  }
  return most;
}

/**
 * The fewest threads with which one process reaches `ofCeiling` (say 0.9) of its ceiling 1/cpu; `most` if none does.
 *
 * @throws RangeError if a share lies outside 0 to 1 or `most` is not a whole number of at least 1
 * Source: machine repair, U(n) = 1 - B(n, io/cpu).
 */
export function threadsForCeiling(ioShare: number, ofCeiling: number, most: number): number {
  share('ofCeiling', ofCeiling);
  wholeNumber('most', most, 1);
  const cpuSeconds = 1 - share('ioShare', ioShare);
  const rates = throughputsPerSecond(most, { cpuSeconds, ioSeconds: ioShare });
  for (let threads = 1; threads < most; threads += 1) {
    if ((rates[threads] ?? 0) * cpuSeconds >= ofCeiling) return threads;
  }
  return most;
}
