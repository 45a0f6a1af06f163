import { aboveZero, atLeastZero, wholeNumber } from './domain.ts';
import { growsBy, type Settling } from './settling.ts';

/**
 * Erlang's loss formula: the share of arrivals that find all servers busy when nobody waits.
 * By recurrence, so that it neither overflows nor loses digits with thousands of servers.
 *
 * @param servers whole number, 0 or more
 * @param offeredErlangs arrival rate times mean service time, 0 or more; any service time distribution
 * @throws RangeError outside those ranges
 * Source: A. K. Erlang 1917; recurrence B(k) = aB(k-1) / (k + aB(k-1)), B(0) = 1.
 */
export function erlangB(servers: number, offeredErlangs: number): number {
  wholeNumber('servers', servers, 0);
  atLeastZero('offeredErlangs', offeredErlangs);
  let blocked = 1;
  for (let k = 1; k <= servers; k += 1) {
    const carried = offeredErlangs * blocked;
    blocked = carried / (k + carried);
  }
  return blocked;
}

/**
 * Erlang's delay formula: the share of arrivals that must wait for one of the servers (M/M/c).
 * Is 1 at and above capacity, where every arrival waits.
 *
 * @param servers whole number, 1 or more
 * @param offeredErlangs arrival rate times mean service time, 0 or more; exponential service times
 * @throws RangeError outside those ranges
 * Source: A. K. Erlang 1917; C = cB / (c - a(1 - B)).
 */
export function erlangC(servers: number, offeredErlangs: number): number {
  wholeNumber('servers', servers, 1);
  const blocked = erlangB(servers, offeredErlangs);
  if (offeredErlangs >= servers) return 1;
  return (servers * blocked) / (servers - offeredErlangs * (1 - blocked));
}

export interface SharedQueueInput {
  readonly servers: number;
  readonly arrivalsPerSecond: number;
  readonly serviceSeconds: number;
}

export interface SharedQueue {
  readonly utilisation: number;
  readonly waitProbability: number;
  readonly meanWaitSeconds: number;
  readonly meanResponseSeconds: number;
  /** Rate at which the tail of the wait decays: P(wait > t) = waitProbability × exp(-rate × t). */
  readonly waitDecayPerSecond: number;
}

/**
 * Steady state of one queue before identical servers (M/M/c, c = 1 for M/M/1), Poisson arrivals, exponential service.
 * Requests and seconds; `grows` at or above `servers / serviceSeconds` arrivals per second.
 *
 * @throws RangeError if `servers` is not a whole number of at least 1 or `serviceSeconds` is not above 0
 * Source: Erlang's delay formula; P(wait) by PASTA, mean wait C / (cμ - λ).
 */
export function sharedQueueOf({
  servers,
  arrivalsPerSecond,
  serviceSeconds,
}: SharedQueueInput): Settling<SharedQueue> {
  wholeNumber('servers', servers, 1);
  atLeastZero('arrivalsPerSecond', arrivalsPerSecond);
  aboveZero('serviceSeconds', serviceSeconds);
  const capacityPerSecond = servers / serviceSeconds;
  if (arrivalsPerSecond >= capacityPerSecond) return growsBy(arrivalsPerSecond, capacityPerSecond);
  const waitProbability = erlangC(servers, arrivalsPerSecond * serviceSeconds);
  const waitDecayPerSecond = capacityPerSecond - arrivalsPerSecond;
  const meanWaitSeconds = waitProbability / waitDecayPerSecond;
  return {
    kind: 'settles',
    utilisation: arrivalsPerSecond / capacityPerSecond,
    waitProbability,
    meanWaitSeconds,
    meanResponseSeconds: meanWaitSeconds + serviceSeconds,
    waitDecayPerSecond,
  };
}

/**
 * P(response > t) of M/M/c, first come first served: wait and own service together.
 *
 * @returns a probability; 1 at or above capacity
 * @throws RangeError as {@link sharedQueueOf}, or if `seconds` is negative
 * Source: e^{-μt} [1 + Cμ (1 - e^{-(cμ-λ-μ)t}) / (cμ-λ-μ)]; the fraction tends to t where cμ-λ-μ = 0.
 */
export function sharedQueueResponseTail(input: SharedQueueInput, seconds: number): number {
  atLeastZero('seconds', seconds);
  const steady = sharedQueueOf(input);
  if (steady.kind === 'grows') return 1;
  const ratePerSecond = 1 / input.serviceSeconds;
  const gapPerSecond = Math.abs(steady.waitDecayPerSecond - ratePerSecond);
  const gapTime = gapPerSecond * seconds;
  // expm1 keeps the digits where cμ-λ-μ is almost 0; with the slower of both rates before it nothing overflows.
  const spread = gapTime < 1e-12 ? seconds : -Math.expm1(-gapTime) / gapPerSecond;
  const slower = Math.exp(-Math.min(ratePerSecond, steady.waitDecayPerSecond) * seconds);
  return Math.exp(-ratePerSecond * seconds) + steady.waitProbability * ratePerSecond * spread * slower;
}
