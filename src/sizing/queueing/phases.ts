import { aboveZero, atLeastZero } from './domain.ts';

/**
 * A request's own demand as exponential phases of unit mean: passed one after the other (`isSeries`), or one of them
 * chosen at the start. `start` holds the probability to begin in each phase, `pace` the rate at which each ends.
 */
export interface Phases {
  readonly start: Float64Array;
  readonly pace: Float64Array;
  readonly isSeries: boolean;
}

// More phases make curves steeper than any measured request and cost time in proportion.
const mostPhases = 12;

/**
 * Phases with the given squared coefficient of variation and a mean of 1: a mixture of Erlang laws with k-1 and k
 * phases up to 1, a hyperexponential law with balanced means above. Below 1/12 the variation of 12 phases stands.
 *
 * @throws RangeError if `scv` is negative
 * Source: Tijms, A First Course in Stochastic Models (2003), appendix B.
 */
export function phasesOf(scv: number): Phases {
  atLeastZero('scv', scv);
  if (scv > 1) {
    const first = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
    return {
      start: Float64Array.of(first, 1 - first),
      pace: Float64Array.of(2 * first, 2 * (1 - first)),
      isSeries: false,
    };
  }
  const fitted = Math.max(scv, 1 / mostPhases);
  const count = Math.min(mostPhases, Math.ceil(1 / fitted - 1e-9));
  const oneFewer =
    (count * fitted - Math.sqrt(Math.max(0, count * (1 + fitted) - count ** 2 * fitted))) / (1 + fitted);
  const start = new Float64Array(count);
  start[0] = 1 - oneFewer;
  if (count > 1) start[1] = oneFewer;
  return { start, pace: new Float64Array(count).fill(count - oneFewer), isSeries: true };
}

/**
 * Squared coefficient of variation of a request's whole demand, CPU and I/O independent.
 *
 * @throws RangeError if a number is negative or the demand 0
 * Source: variances of independent parts add.
 */
export function demandScv(cpuSeconds: number, cpuScv: number, ioSeconds: number, ioScv: number): number {
  const whole = aboveZero('cpuSeconds + ioSeconds', cpuSeconds + ioSeconds);
  const variance =
    atLeastZero('cpuScv', cpuScv) * cpuSeconds ** 2 + atLeastZero('ioScv', ioScv) * ioSeconds ** 2;
  return variance / whole ** 2;
}
