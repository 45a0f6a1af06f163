import { aboveZero, atLeastZero, share } from './domain.ts';
import type { ResponseTail } from './response-tail.ts';

/**
 * P(response > t) from a tail, `seconds` 0 or more.
 *
 * @throws RangeError if `seconds` is negative
 * Source: Poisson mixture over the steps of the clock, weights from the mode outwards so that nothing underflows.
 */
export function survivalAt(tail: ResponseTail, seconds: number): number {
  const steps = tail.stepsPerSecond * atLeastZero('seconds', seconds);
  const reach = 8 * Math.sqrt(steps) + 10;
  const lastStep = tail.survival.length - 1;
  if (steps - reach > lastStep) {
    // Σ Poisson(i; Λt) C r^i = C e^{-Λt(1-r)}: the clock need not be summed where the tail is geometric.
    if (tail.tailRatio <= 0) return 0;
    const exponent = -steps * (1 - tail.tailRatio) - lastStep * Math.log(tail.tailRatio);
    return (tail.survival[lastStep] ?? 0) * Math.exp(exponent);
  }
  const mode = Math.floor(steps);
  let weights = 0;
  let sum = 0;
  let weight = 1;
  for (let i = mode; i <= steps + reach; i += 1) {
    weights += weight;
    sum += weight * stepSurvival(tail, i);
    weight *= steps / (i + 1);
  }
  weight = 1;
  for (let i = mode - 1; i >= 0 && i >= steps - reach; i -= 1) {
    weight *= (i + 1) / steps;
    weights += weight;
    sum += weight * stepSurvival(tail, i);
  }
  return sum / weights;
}

function stepSurvival({ survival, tailRatio }: ResponseTail, step: number): number {
  const last = survival.length - 1;
  if (step <= last) return survival[step] ?? 0;
  return (survival[last] ?? 0) * tailRatio ** (step - last);
}

/** Mean response in seconds as the area under the tail: the check of the tail against the chain's own mean. */
export function tailMeanSeconds({ survival, tailRatio, stepsPerSecond }: ResponseTail): number {
  let steps = 0;
  for (const alive of survival) steps += alive;
  const beyond = tailRatio < 1 ? ((survival.at(-1) ?? 0) * tailRatio) / (1 - tailRatio) : 0;
  return (steps + beyond) / stepsPerSecond;
}

/**
 * The response in seconds that a share `quantile` of all requests does not exceed.
 *
 * @throws RangeError if `quantile` is outside 0 to 1 or is 1
 * Source: bisection on {@link survivalAt} to 1e-8 of the answer.
 */
export function responsePercentile(tail: ResponseTail, quantile: number): number {
  const tolerated = aboveZero('1 - quantile', 1 - share('quantile', quantile));
  let high = 1 / tail.stepsPerSecond;
  while (survivalAt(tail, high) > tolerated) high *= 2;
  let low = 0;
  while (high - low > 1e-8 * high) {
    const middle = (low + high) / 2;
    if (survivalAt(tail, middle) > tolerated) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
