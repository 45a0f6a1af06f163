import { aboveZero, atLeastZero, wholeNumber } from './domain.ts';
import { growsBy, type Settling } from './settling.ts';

export interface StallInput {
  /** Arrivals that keep coming to the stalled capacity. */
  readonly arrivalsPerSecond: number;
  /** What the whole of it completes when it works. */
  readonly capacityPerSecond: number;
  /** What is left of the capacity during the stall, 0 where all of it stalls. */
  readonly remainingPerSecond: number;
  readonly stallSeconds: number;
}

export interface Stall {
  /** Requests waiting when the stall ends. */
  readonly backlog: number;
  /** Seconds after the end of the stall until the backlog is gone. */
  readonly drainSeconds: number;
  /** Requests that arrive while there is a backlog, each of them delayed. */
  readonly affected: number;
  /** Sum over all affected requests of the extra delay. */
  readonly totalExtraDelaySeconds: number;
  /** Extra delay of the request that is delayed the most. */
  readonly longestExtraDelaySeconds: number;
}

/**
 * What a loss of capacity for a while does, as a fluid: a backlog builds up during the stall and drains after it.
 *
 * With nothing left (`remainingPerSecond` 0) this is one Thin process while the router keeps sending to it. A Puma VM
 * loses one worker: the rest keeps (W-1) X(T), and without an excess over it nothing queues at all. A crash is the
 * same for the time of the restart, and loses what is inside ({@link heldByOneWorker}). Within 1.5 % of
 * simulation; where the router takes the instance out sooner, put the detection time in place of the stall.
 *
 * @returns `grows` if the whole capacity does not exceed the arrivals, so that the backlog never drains
 * @throws RangeError if a number is negative or the capacity not above 0
 * Source: fluid limit of a queue; the peak delay is that of the last request before the capacity comes back.
 */
export function stallOf(input: StallInput): Settling<Stall> {
  const arrivals = atLeastZero('arrivalsPerSecond', input.arrivalsPerSecond);
  const capacity = aboveZero('capacityPerSecond', input.capacityPerSecond);
  const remaining = atLeastZero('remainingPerSecond', input.remainingPerSecond);
  const stallSeconds = atLeastZero('stallSeconds', input.stallSeconds);
  if (arrivals >= capacity) return growsBy(arrivals, capacity);
  const backlog = Math.max(0, arrivals - remaining) * stallSeconds;
  const drainSeconds = backlog / (capacity - arrivals);
  const delayedSeconds = backlog > 0 ? stallSeconds + drainSeconds : 0;
  return {
    kind: 'settles',
    backlog,
    drainSeconds,
    affected: arrivals * delayedSeconds,
    totalExtraDelaySeconds: (backlog * delayedSeconds) / 2,
    // Longest waits who leaves just as the capacity returns: until then the rest did what had come before.
    longestExtraDelaySeconds: backlog > 0 ? backlog / arrivals : 0,
  };
}

/**
 * Requests that a stalled worker holds: those already inside it. Nothing more, because a stalled worker accepts none.
 *
 * @param meanInside mean number in service on the VM
 * @param workers whole number, 1 or more
 * @throws RangeError outside those ranges
 * Source: Little's law over identical workers; the same number is lost where the worker crashes.
 */
export function heldByOneWorker(meanInside: number, workers: number): number {
  return atLeastZero('meanInside', meanInside) / wholeNumber('workers', workers, 1);
}
