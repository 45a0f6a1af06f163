import { aboveZero, atLeastZero, wholeNumber } from './domain.ts';
import { growsBy, type Settling } from './settling.ts';

export interface SingleServerInput {
  readonly arrivalsPerSecond: number;
  readonly serviceSeconds: number;
}

export interface MeanWait {
  readonly meanWaitSeconds: number;
}

export interface MeanInside {
  readonly meanInside: number;
}

/**
 * Mean wait before one server, first come first served (M/G/1).
 *
 * @param input Poisson arrivals per second, 0 or more; mean service time in seconds, above 0
 * @param serviceScv variance of the service time over its squared mean: 0 fixed, 1 exponential
 * @returns `grows` at or above 1 / serviceSeconds
 * @throws RangeError outside those ranges
 * Source: Pollaczek and Khinchine 1930-32; ρs(1 + c²) / (2(1 - ρ)).
 */
export function pollaczekKhinchine(input: SingleServerInput, serviceScv: number): Settling<MeanWait> {
  atLeastZero('serviceScv', serviceScv);
  const load = loadOf(input);
  if (load >= 1) return growsBy(input.arrivalsPerSecond, 1 / input.serviceSeconds);
  return {
    kind: 'settles',
    meanWaitSeconds: (load * input.serviceSeconds * (1 + serviceScv)) / (2 * (1 - load)),
  };
}

/**
 * P(wait ≤ t) before one server with a fixed service time (M/D/1). Only positive terms are summed, so no digits are
 * lost at high load or long waits; the time taken grows with the square of t / serviceSeconds.
 *
 * @returns 0 at or above capacity
 * @throws RangeError if the service time is not above 0 or another number negative
 * Source: G. J. Franx 2001, from the queue length's cumulative distribution.
 */
export function fixedServiceWaitWithin(input: SingleServerInput, seconds: number): number {
  atLeastZero('seconds', seconds);
  const load = loadOf(input);
  if (load >= 1) return 0;
  const services = Math.floor(seconds / input.serviceSeconds) + 1;
  const waitingAtMost = fixedServiceQueue(load, services);
  const leftover = input.arrivalsPerSecond * (services * input.serviceSeconds - seconds);
  let term = Math.exp(-leftover);
  let probability = 0;
  for (let j = 0; j < services; j += 1) {
    probability += (waitingAtMost[services - 1 - j] ?? 0) * term;
    term *= leftover / (j + 1);
  }
  return Math.min(1, probability);
}

/** P(at most m requests wait), m = 0 .. count - 1, for M/D/1: p(n)(1 - ā(0)) = p(0)ā(n-1) + Σ p(i)ā(n-i). */
function fixedServiceQueue(load: number, count: number): Float64Array {
  const moreThan = new Float64Array(count + 1);
  let term = Math.exp(-load);
  let within = term;
  for (let k = 0; k <= count; k += 1) {
    moreThan[k] = Math.max(0, 1 - within);
    term *= load / (k + 1);
    within += term;
  }
  const inside = new Float64Array(count + 1);
  inside[0] = 1 - load;
  const waiting = new Float64Array(count);
  let sum = 1 - load;
  for (let n = 1; n <= count; n += 1) {
    let inflow = (1 - load) * (moreThan[n - 1] ?? 0);
    for (let i = 1; i < n; i += 1) inflow += (inside[i] ?? 0) * (moreThan[n - i] ?? 0);
    inside[n] = inflow / Math.exp(-load);
    sum += inside[n] ?? 0;
    waiting[n - 1] = sum;
  }
  return waiting;
}

export interface RegularArrivals extends MeanWait {
  /** Share of arrivals that find the server busy. */
  readonly waitProbability: number;
}

/**
 * One exponential server that gets every k-th request of a Poisson stream: E_k/M/1, the share of one VM behind a single
 * round-robin router over k VMs. k = 1 is M/M/1, infinity is evenly spaced arrivals (D/M/1).
 *
 * @param input arrivals at this server per second, 0 or more; mean service time in seconds, above 0
 * @param phases whole number of at least 1, or Infinity
 * @returns `grows` at or above 1 / serviceSeconds
 * @throws RangeError outside those ranges
 * Source: GI/M/1; σ = (kλ / (kλ + μ(1 - σ)))^k, wait σ / (μ(1 - σ)).
 */
export function regularArrivals(input: SingleServerInput, phases: number): Settling<RegularArrivals> {
  if (phases !== Number.POSITIVE_INFINITY) wholeNumber('phases', phases, 1);
  const load = loadOf(input);
  if (load >= 1) return growsBy(input.arrivalsPerSecond, 1 / input.serviceSeconds);
  const waitProbability = regularRoot(load, phases);
  return {
    kind: 'settles',
    waitProbability,
    meanWaitSeconds: (waitProbability * input.serviceSeconds) / (1 - waitProbability),
  };
}

// Bisection and not iteration of σ: near capacity the iteration takes millions of rounds.
function regularRoot(load: number, phases: number): number {
  if (load === 0) return 0;
  let low = 0;
  let high = load;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (transformAt(middle, load, phases) > middle) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function transformAt(sigma: number, load: number, phases: number): number {
  if (phases === Number.POSITIVE_INFINITY) return Math.exp(-(1 - sigma) / load);
  return Math.exp(-phases * Math.log1p((1 - sigma) / (phases * load)));
}

export interface SharedServer {
  readonly meanResponseSeconds: number;
  readonly responseVariance: number;
}

/**
 * Response of one server shared in infinitely small turns, exponential demands (M/M/1-PS). The mean holds for any law.
 *
 * @returns `grows` at or above 1 / serviceSeconds; the variance in seconds squared
 * @throws RangeError if the service time is not above 0 or the arrivals negative
 * Source: Coffman, Muntz and Trotter 1970; Var R = s²(2 + ρ) / ((2 - ρ)(1 - ρ)²).
 */
export function processorSharing(input: SingleServerInput): Settling<SharedServer> {
  const load = loadOf(input);
  if (load >= 1) return growsBy(input.arrivalsPerSecond, 1 / input.serviceSeconds);
  return {
    kind: 'settles',
    meanResponseSeconds: input.serviceSeconds / (1 - load),
    responseVariance: (input.serviceSeconds ** 2 * (2 + load)) / ((2 - load) * (1 - load) ** 2),
  };
}

/**
 * Mean response in seconds of a request that itself needs `ownSeconds` of a shared server (M/G/1-PS): x / (1 - ρ).
 *
 * @param load utilisation of the server, at least 0 and below 1
 * @throws RangeError outside that range or if `ownSeconds` is negative
 * Source: Kleinrock 1967; proportional to the demand, whatever the law of the others.
 */
export function sharedResponseSeconds(load: number, ownSeconds: number): number {
  atLeastZero('load', load);
  return atLeastZero('ownSeconds', ownSeconds) / aboveZero('1 - load', 1 - load);
}

export interface BreakdownInput extends SingleServerInput {
  readonly failuresPerSecond: number;
  readonly repairsPerSecond: number;
}

/**
 * Mean number of requests at one exponential server that fails and is repaired at exponential times, whether busy or
 * not, and then resumes the interrupted request.
 *
 * @returns `grows` where arrivals reach the service rate times the share of time the server is up
 * @throws RangeError if the service time or the repair rate is not above 0 or another number negative
 * Source: λ((α+β)² + αμ) / ((α+β)(βμ - λ(α+β))), failures α, repairs β (White and Christie 1958).
 */
export function serverWithBreakdowns(input: BreakdownInput): Settling<MeanInside> {
  loadOf(input);
  const failures = atLeastZero('failuresPerSecond', input.failuresPerSecond);
  const repairs = aboveZero('repairsPerSecond', input.repairsPerSecond);
  const arrivals = input.arrivalsPerSecond;
  const cycles = failures + repairs;
  const rate = 1 / input.serviceSeconds;
  const capacityPerSecond = (rate * repairs) / cycles;
  if (arrivals >= capacityPerSecond) return growsBy(arrivals, capacityPerSecond);
  return {
    kind: 'settles',
    meanInside:
      (arrivals * (cycles ** 2 + failures * rate)) / (cycles * (repairs * rate - arrivals * cycles)),
  };
}

/**
 * Mean number at one exponential server that gets Poisson batches of a fixed size, as stacks bring resources.
 *
 * @param input requests (not batches) per second, 0 or more; mean service time of one in seconds, above 0
 * @param batchSize whole number, 1 or more
 * @returns `grows` at or above 1 / serviceSeconds
 * @throws RangeError outside those ranges
 * Source: M^[b]/M/1, ρ(1 + b) / (2(1 - ρ)).
 */
export function batchArrivals(input: SingleServerInput, batchSize: number): Settling<MeanInside> {
  wholeNumber('batchSize', batchSize, 1);
  const load = loadOf(input);
  if (load >= 1) return growsBy(input.arrivalsPerSecond, 1 / input.serviceSeconds);
  return { kind: 'settles', meanInside: (load * (1 + batchSize)) / (2 * (1 - load)) };
}

function loadOf({ arrivalsPerSecond, serviceSeconds }: SingleServerInput): number {
  return atLeastZero('arrivalsPerSecond', arrivalsPerSecond) * aboveZero('serviceSeconds', serviceSeconds);
}
