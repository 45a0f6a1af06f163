import { aboveZero, atLeastZero, wholeNumber } from './domain.ts';
import { growsBy, type Settling } from './settling.ts';

/** Steady state of one queue before one VM or one process. Means in seconds, counts in requests. */
export interface ChainState {
  /** Arrivals over the rate with every thread busy. */
  readonly utilisation: number;
  /** Share of arrivals that find every thread busy. */
  readonly waitProbability: number;
  /** Mean wait for a thread, over all requests. */
  readonly meanWaitSeconds: number;
  /** Mean time from getting a thread to the end, waits for the interpreter lock included. */
  readonly meanInServiceSeconds: number;
  readonly meanResponseSeconds: number;
  /** Mean number of requests inside, waiting ones included. */
  readonly meanInside: number;
  /** P(wait > t) = waitProbability × exp(-waitDecayPerSecond × t). */
  readonly waitDecayPerSecond: number;
}

// Terms of the sum are scaled down by this before they can overflow.
const tooLarge = 1e200;
// Below such a load products lose digits to underflow, and the answer is that of no load.
const noLoad = 1e-150;

/**
 * Birth-death chain with state-dependent completion rates: the flow-equivalent centre of a process or a VM.
 *
 * Exact without a thread limit, within 0.2 % from 10 threads on, and too low by up to 18 % for 2 or 3 threads with
 * much I/O: the limit on threads has no product form. `meanWaitSeconds` is what the variability correction scales.
 *
 * @param completionsPerSecond completions per second with n requests inside, n = 0 .. number of threads, entry 0 being
 *   0 and all others above 0; with more inside the last one holds
 * @param arrivalsPerSecond Poisson arrivals, 0 or more
 * @returns `grows` at or above the last rate
 * @throws RangeError if there is no thread or a number lies outside its range
 * Source: Chandy, Herzog and Woo 1975; P(wait) by PASTA.
 */
export function chainOf(completionsPerSecond: Float64Array, arrivalsPerSecond: number): Settling<ChainState> {
  const threads = wholeNumber('threads', completionsPerSecond.length - 1, 1);
  atLeastZero('arrivalsPerSecond', arrivalsPerSecond);
  const capacityPerSecond = aboveZero('full rate', rateAt(completionsPerSecond, threads));
  if (arrivalsPerSecond >= capacityPerSecond) return growsBy(arrivalsPerSecond, capacityPerSecond);
  let weight = 1;
  let below = 0;
  let insideBelow = 0;
  for (let n = 1; n <= threads; n += 1) {
    below += weight;
    insideBelow += (n - 1) * weight;
    weight *= arrivalsPerSecond / rateAt(completionsPerSecond, n);
    if (weight > tooLarge) {
      below /= tooLarge;
      insideBelow /= tooLarge;
      weight /= tooLarge;
    }
  }
  const utilisation = arrivalsPerSecond / capacityPerSecond;
  const allBusy = weight / (1 - utilisation);
  const waitProbability = allBusy / (below + allBusy);
  const waitDecayPerSecond = capacityPerSecond - arrivalsPerSecond;
  const meanWaitSeconds = waitProbability / waitDecayPerSecond;
  const meanInService = insideBelow / (below + allBusy) + threads * waitProbability;
  const meanInServiceSeconds =
    utilisation > noLoad ? meanInService / arrivalsPerSecond : 1 / rateAt(completionsPerSecond, 1);
  return {
    kind: 'settles',
    utilisation,
    waitProbability,
    meanWaitSeconds,
    meanInServiceSeconds,
    meanResponseSeconds: meanWaitSeconds + meanInServiceSeconds,
    meanInside: meanInService + arrivalsPerSecond * meanWaitSeconds,
    waitDecayPerSecond,
  };
}

/**
 * Probabilities of 0 .. `most` requests inside an open chain that settles, and of more than `most` as the last entry.
 * Beyond the threads the probabilities fall geometrically.
 *
 * @throws RangeError if the load is not below the full rate or `most` is below the number of threads
 * Source: balance equations of the birth-death chain.
 */
export function levelProbabilities(
  completionsPerSecond: Float64Array,
  arrivalsPerSecond: number,
  most: number,
): Float64Array {
  const threads = wholeNumber('threads', completionsPerSecond.length - 1, 1);
  wholeNumber('most', most, threads);
  const utilisation = arrivalsPerSecond / rateAt(completionsPerSecond, threads);
  aboveZero('1 - utilisation', 1 - utilisation);
  const levels = new Float64Array(most + 2);
  let weight = 1;
  let sum = 0;
  for (let n = 0; n <= most; n += 1) {
    if (n > 0) weight *= arrivalsPerSecond / rateAt(completionsPerSecond, Math.min(n, threads));
    if (weight > tooLarge) {
      for (let i = 0; i < n; i += 1) levels[i] = (levels[i] ?? 0) / tooLarge;
      sum /= tooLarge;
      weight /= tooLarge;
    }
    levels[n] = weight;
    sum += weight;
  }
  const beyond = (weight * utilisation) / (1 - utilisation);
  levels[most + 1] = beyond;
  sum += beyond;
  return levels.map((level) => level / sum);
}

/**
 * Share of arrivals lost where at most `backlog` requests may wait: a full listen backlog refuses connections.
 * Defined for any load, above capacity too.
 *
 * @throws RangeError if a number lies outside its range
 * Source: the truncated chain, by PASTA.
 */
export function lossWithBacklog(
  completionsPerSecond: Float64Array,
  arrivalsPerSecond: number,
  backlog: number,
): number {
  const threads = wholeNumber('threads', completionsPerSecond.length - 1, 1);
  wholeNumber('backlog', backlog, 0);
  atLeastZero('arrivalsPerSecond', arrivalsPerSecond);
  // Like Erlang B: the loss with room for n follows from the loss with room for n - 1, and never leaves 0 to 1.
  let lost = 1;
  for (let n = 1; n <= threads + backlog; n += 1) {
    const offered = arrivalsPerSecond * lost;
    lost = offered / (rateAt(completionsPerSecond, Math.min(n, threads)) + offered);
  }
  return lost;
}

function rateAt(completionsPerSecond: Float64Array, inside: number): number {
  return completionsPerSecond[inside] ?? 0;
}
