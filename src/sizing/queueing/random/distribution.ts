import { erlangQuantile } from './erlang-quantile.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * A distribution of non-negative quantities (a duration, a demand), in whatever unit its mean is given.
 * `scv` is the squared coefficient of variation: variance over squared mean. 0 = always the same, 1 = exponential.
 */
export type Distribution =
  | { readonly kind: 'constant'; readonly mean: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'erlang'; readonly mean: number; readonly stages: number }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly scv: number }
  | { readonly kind: 'hyperexponential'; readonly mean: number; readonly scv: number }
  /** The user's own measured values, each equally likely. */
  | { readonly kind: 'empirical'; readonly values: readonly number[] };

/** Turns a uniform number strictly between 0 and 1 into a value. */
export type Quantile = (uniform: number) => number;

export function meanOf(distribution: Distribution): number {
  if (distribution.kind !== 'empirical') return distribution.mean;
  return distribution.values.reduce((sum, value) => sum + value, 0) / distribution.values.length;
}

function hyperexponentialQuantile(mean: number, scv: number): Quantile {
  const weight = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
  const frequentMean = mean / (2 * weight);
  const rareMean = mean / (2 * (1 - weight));
  return (uniform) =>
    uniform < weight
      ? -frequentMean * Math.log1p(-uniform / weight)
      : -rareMean * Math.log((1 - uniform) / (1 - weight));
}

function checkDistribution(distribution: Distribution): void {
  const refuse = (why: string) => {
    throw new RangeError(`${distribution.kind} distribution: ${why}`);
  };
  const mean = meanOf(distribution);
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) refuse(`mean ${mean} is not a finite quantity`);
  if (distribution.kind === 'erlang' && !(Number.isInteger(distribution.stages) && distribution.stages > 0)) {
    refuse(`${distribution.stages} stages`);
  }
  if (distribution.kind === 'lognormal' && !(distribution.scv >= 0 && distribution.scv < 1e6)) {
    refuse(`scv ${distribution.scv} is outside 0 to a million`);
  }
  if (distribution.kind === 'hyperexponential' && !(distribution.scv >= 1 && distribution.scv < 1e6)) {
    refuse(`scv ${distribution.scv} is outside 1 to a million`);
  }
  if (distribution.kind === 'empirical' && distribution.values.some((value) => !(value >= 0))) {
    refuse('a value is negative or not a number');
  }
}

/**
 * Draws by inversion, one uniform number a value: streams stay aligned between compared configurations.
 * The hyperexponential (balanced means) spends the same uniform on the choice of its branch and on the value.
 * @throws RangeError where the parameters describe no distribution of non-negative finite values.
 */
export function quantileOf(distribution: Distribution): Quantile {
  checkDistribution(distribution);
  switch (distribution.kind) {
    case 'constant':
      return () => distribution.mean;
    case 'exponential':
      return (uniform) => -distribution.mean * Math.log(uniform);
    case 'erlang': {
      const { mean, stages } = distribution;
      return (uniform) => (mean / stages) * erlangQuantile(stages, uniform);
    }
    case 'lognormal': {
      const variance = Math.log1p(distribution.scv);
      const deviation = Math.sqrt(variance);
      return (uniform) => distribution.mean * Math.exp(deviation * normalQuantile(uniform) - variance / 2);
    }
    case 'hyperexponential':
      return hyperexponentialQuantile(distribution.mean, distribution.scv);
    case 'empirical': {
      const sorted = Float64Array.from(distribution.values).sort();
      return (uniform) => sorted[Math.floor(uniform * sorted.length)]!;
    }
  }
}
