import { createRandomStream } from '../random/random-stream.ts';
import { EventHeap } from './event-heap.ts';

export interface MmcResult {
  readonly customers: number;
  readonly events: number;
  readonly meanWaitMs: number;
  readonly meanResponseMs: number;
  /** Share of customers that found every server busy. */
  readonly waitingShare: number;
}

/** Waiting customers' arrival times, first in first out, in a ring that doubles when full. */
class WaitingLine {
  length = 0;
  private first = 0;
  private times = new Float64Array(1024);

  push(timeMs: number): void {
    if (this.length === this.times.length) this.grow();
    this.times[(this.first + this.length) & (this.times.length - 1)] = timeMs;
    this.length += 1;
  }

  shift(): number {
    const timeMs = this.times[this.first]!;
    this.first = (this.first + 1) & (this.times.length - 1);
    this.length -= 1;
    return timeMs;
  }

  private grow(): void {
    const grown = new Float64Array(2 * this.times.length);
    grown.set(this.times.subarray(this.first));
    grown.set(this.times.subarray(0, this.first), this.times.length - this.first);
    this.times = grown;
    this.first = 0;
  }
}

/**
 * M/M/c, first come first served, by an event heap and nothing else: the yardstick for the speed of the calendar and
 * a second opinion for the fleet. Starts empty; every customer counts.
 * @param arrivalsPerSecond Poisson arrivals; at or above capacity the means grow with `customers`.
 */
export function mmcSimulation(
  servers: number,
  arrivalsPerSecond: number,
  meanServiceMs: number,
  customers: number,
  seed: number,
): MmcResult {
  const gaps = createRandomStream(seed, 0);
  const services = createRandomStream(seed, 1);
  const heap = new EventHeap(servers + 1);
  const arrival = servers;
  const freeServers = Int32Array.from({ length: servers }, (_, server) => server);
  const meanGapMs = 1000 / arrivalsPerSecond;
  const line = new WaitingLine();
  let free = servers;
  let arrived = 0;
  let events = 0;
  let waited = 0;
  let waitMs = 0;
  let serviceMs = 0;
  heap.schedule(arrival, -meanGapMs * Math.log(gaps.nextUniform()));
  while (heap.size > 0) {
    const nowMs = heap.firstTime();
    const timer = heap.firstId();
    events += 1;
    let server = timer;
    if (timer === arrival) {
      arrived += 1;
      if (arrived < customers) heap.schedule(arrival, nowMs - meanGapMs * Math.log(gaps.nextUniform()));
      else heap.cancel(arrival);
      if (free === 0) {
        line.push(nowMs);
        waited += 1;
        continue;
      }
      free -= 1;
      server = freeServers[free]!;
    } else if (line.length > 0) {
      waitMs += nowMs - line.shift();
    } else {
      heap.cancel(timer);
      freeServers[free] = timer;
      free += 1;
      continue;
    }
    const lengthMs = -meanServiceMs * Math.log(services.nextUniform());
    serviceMs += lengthMs;
    heap.schedule(server, nowMs + lengthMs);
  }
  const meanWaitMs = waitMs / customers;
  return {
    customers,
    events,
    meanWaitMs,
    meanResponseMs: meanWaitMs + serviceMs / customers,
    waitingShare: waited / customers,
  };
}
