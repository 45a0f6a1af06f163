import { aboveZero, atLeastZero, share } from './domain.ts';

/** A wait that is zero for some and exponential for the rest, as in M/M/c and in the chain of one VM. */
export interface ExponentialWait {
  readonly waitProbability: number;
  readonly waitDecayPerSecond: number;
}

/**
 * P(wait > t) = P(wait) e^{-decay t}.
 *
 * @throws RangeError if the probability is outside 0 to 1, the decay not above 0 or `seconds` negative
 * Source: first come first served behind exponential departures.
 */
export function waitTail({ waitProbability, waitDecayPerSecond }: ExponentialWait, seconds: number): number {
  share('waitProbability', waitProbability);
  aboveZero('waitDecayPerSecond', waitDecayPerSecond);
  return waitProbability * Math.exp(-waitDecayPerSecond * atLeastZero('seconds', seconds));
}

/**
 * The wait in seconds that a share `quantile` of all requests does not exceed; 0 where fewer than that have to wait.
 *
 * @throws RangeError if a probability is outside 0 to 1, `quantile` is 1 or the decay is not above 0
 * Source: the inverse of {@link waitTail}, ln(P(wait) / (1 - q)) / decay.
 */
export function waitPercentile(
  { waitProbability, waitDecayPerSecond }: ExponentialWait,
  quantile: number,
): number {
  share('waitProbability', waitProbability);
  aboveZero('waitDecayPerSecond', waitDecayPerSecond);
  aboveZero('1 - quantile', 1 - share('quantile', quantile));
  if (waitProbability <= 1 - quantile) return 0;
  return Math.log(waitProbability / (1 - quantile)) / waitDecayPerSecond;
}
