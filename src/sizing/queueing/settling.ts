/**
 * The answer of every open queue: it settles to a steady state, or it is offered more than it can serve and the
 * backlog grows for as long as the load lasts. Growth is an answer, not an error: showing it is what the tool is for.
 */
export type Settling<Steady> = ({ readonly kind: 'settles' } & Steady) | Grows;

/** Load at or above capacity. At exactly the capacity the queue has no steady state and `growthPerSecond` is 0. */
export interface Grows {
  readonly kind: 'grows';
  /** Requests by which the backlog grows each second: arrivals minus capacity, at least 0. */
  readonly growthPerSecond: number;
}

/** The `grows` answer for a load that reaches or exceeds the capacity, both in requests per second. */
export function growsBy(arrivalsPerSecond: number, capacityPerSecond: number): Grows {
  return { kind: 'grows', growthPerSecond: Math.max(0, arrivalsPerSecond - capacityPerSecond) };
}
