import { aboveZero, atLeastZero, wholeNumber } from './domain.ts';

/**
 * P(more than `limit` in progress) where nothing queues (M/G/∞): the count is Poisson whatever the duration's law,
 * for example stacks in progress when slots are plentiful.
 *
 * @param meanInProgress arrival rate times mean duration, 0 or more
 * @param limit whole number, 0 or more
 * @throws RangeError outside those ranges
 * Source: Poisson tail; summed on the side of the mean where it is small, so tiny tails keep their digits.
 */
export function poissonTail(meanInProgress: number, limit: number): number {
  atLeastZero('meanInProgress', meanInProgress);
  wholeNumber('limit', limit, 0);
  if (meanInProgress === 0) return 0;
  const isUpperTail = limit >= meanInProgress;
  let k = isUpperTail ? limit + 1 : limit;
  let term = Math.exp(k * Math.log(meanInProgress) - meanInProgress - logFactorial(k));
  let sum = 0;
  while (term > sum * 1e-17) {
    sum += term;
    if (isUpperTail) {
      k += 1;
      term *= meanInProgress / k;
    } else {
      term *= k / meanInProgress;
      k -= 1;
    }
  }
  return isUpperTail ? sum : 1 - sum;
}

/**
 * The smallest number of slots that is exceeded with less than probability `tolerated` (M/G/∞).
 *
 * @param meanInProgress arrival rate times mean duration, 0 or more
 * @param tolerated above 0
 * @throws RangeError outside those ranges
 * Source: Poisson tail, searched upwards from the mean.
 */
export function slotsFor(meanInProgress: number, tolerated: number): number {
  aboveZero('tolerated', tolerated);
  let high = 1;
  while (poissonTail(meanInProgress, high) >= tolerated) high *= 2;
  let low = 0;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (poissonTail(meanInProgress, middle) < tolerated) high = middle;
    else low = middle + 1;
  }
  return low;
}

export interface Engset {
  /** Share of time during which all servers are busy. */
  readonly timeCongestion: number;
  /** Share of calls that find all servers busy. */
  readonly callCongestion: number;
}

/**
 * Loss system fed by a finite number of sources.
 *
 * @param sources whole number, 1 or more
 * @param servers whole number, 0 or more; with at least as many servers as sources nothing is lost
 * @param idleSourceErlangs call rate of one idle source times mean holding time, 0 or more
 * @throws RangeError outside those ranges
 * Source: T. O. Engset 1918; E(k) = (S-k+1)αE(k-1) / (k + (S-k+1)αE(k-1)); calls see one source fewer.
 */
export function engset(sources: number, servers: number, idleSourceErlangs: number): Engset {
  wholeNumber('sources', sources, 1);
  wholeNumber('servers', servers, 0);
  atLeastZero('idleSourceErlangs', idleSourceErlangs);
  return {
    timeCongestion: engsetTime(sources, servers, idleSourceErlangs),
    callCongestion: engsetTime(sources - 1, servers, idleSourceErlangs),
  };
}

function engsetTime(sources: number, servers: number, idleSourceErlangs: number): number {
  let congestion = 1;
  for (let k = 1; k <= servers; k += 1) {
    const offered = Math.max(0, sources - k + 1) * idleSourceErlangs * congestion;
    congestion = offered / (k + offered);
  }
  return congestion;
}

/**
 * Share of arrivals lost by one server with room for `room` requests in all (M/M/1/K).
 *
 * @param offeredErlangs arrival rate times mean service time, 0 or more
 * @param room whole number, 1 or more
 * @throws RangeError outside those ranges
 * Source: truncated geometric distribution, by the recurrence L(k) = ρL(k-1) / (1 + ρL(k-1)), L(0) = 1.
 */
export function lossWithRoom(offeredErlangs: number, room: number): number {
  atLeastZero('offeredErlangs', offeredErlangs);
  wholeNumber('room', room, 1);
  let lost = 1;
  for (let k = 1; k <= room; k += 1) lost = (offeredErlangs * lost) / (1 + offeredErlangs * lost);
  return lost;
}

function logFactorial(k: number): number {
  if (k < 256) {
    let sum = 0;
    for (let i = 2; i <= k; i += 1) sum += Math.log(i);
    return sum;
  }
  // Stirling's series; the first term left out is below 1e-15 from here on.
  return (k + 0.5) * Math.log(k) - k + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * k) - 1 / (360 * k ** 3);
}
