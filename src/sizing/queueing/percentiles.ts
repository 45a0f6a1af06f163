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
  const reach = 6.5 * Math.sqrt(steps) + 10;
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
 * Source: false position (Illinois) on the logarithm of {@link survivalAt}, which is nearly straight, to 1e-8.
 */
export function responsePercentile(tail: ResponseTail, quantile: number): number {
  const tolerated = aboveZero('1 - quantile', 1 - share('quantile', quantile));
  const excess = (seconds: number): number => Math.log(survivalAt(tail, seconds) / tolerated);
  let high = 1 / tail.stepsPerSecond;
  while (excess(high) > 0) high *= 2;
  let low = 0;
  let atLow = excess(0);
  let atHigh = Math.max(excess(high), -700);
  let moved: 'low' | 'high' | undefined;
  for (let round = 0; round < 100 && high - low > 1e-8 * high; round += 1) {
    const guess = low + ((high - low) * atLow) / (atLow - atHigh);
    const atGuess = Math.max(excess(guess), -700);
    if (Math.abs(atGuess) < 1e-9) return guess;
    // Halving the value of an end that stays put twice makes it move next.
    if (atGuess > 0) {
      if (moved === 'low') atHigh /= 2;
      low = guess;
      atLow = atGuess;
      moved = 'low';
    } else {
      if (moved === 'high') atLow /= 2;
      high = guess;
      atHigh = atGuess;
      moved = 'high';
    }
  }
  return (low + high) / 2;
}
