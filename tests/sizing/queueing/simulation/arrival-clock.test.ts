import { describe, expect, it } from 'vitest';
import { noOverhead } from '../../../../src/sizing/queueing/simulation/request-overhead.ts';
import { createSimulation, simulate } from '../../../../src/sizing/queueing/simulation/simulation.ts';
import type { SimulationConfig } from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { constant, poisson, thinOf } from './fleet-of.ts';

/** A Thin that gets a request of 1 ms CPU every 10 ms, the first at 10. */
const every10: SimulationConfig = {
  ...thinOf(1),
  overhead: noOverhead,
  demand: { kind: 'independent', cpuMs: constant(1), ioMs: constant(0) },
  arrivals: { kind: 'renewal', gapMs: constant(10) },
  warmUpShare: 0,
  durationMs: Number.POSITIVE_INFINITY,
};

function traceOf(arrivalsMs: readonly number[]): SimulationConfig['arrivals'] {
  return { kind: 'trace', arrivalsMs, cpuMs: arrivalsMs.map(() => 1), ioMs: arrivalsMs.map(() => 0) };
}

describe('startLoad', () => {
  it('ends after as many requests as asked for, once the last has been answered', () => {
    const result = simulate({ ...every10, requests: 5 });
    expect(result).toMatchObject({ arrivals: 5, simulatedMs: 51, unfinished: 0 });
    expect(result.response).toMatchObject({ count: 5, meanMs: 1, maxMs: 1, meanWaitMs: 0 });
  });

  it('ends after the time asked for, whichever comes first', () => {
    expect(simulate({ ...every10, durationMs: 55 })).toMatchObject({ arrivals: 5, windowMs: 55 });
    expect(simulate({ ...every10, durationMs: 55, requests: 3 }).arrivals).toBe(3);
    expect(simulate({ ...every10, durationMs: 25, requests: 3 }).arrivals).toBe(2);
  });

  it('has the whole time pass without load', () => {
    const idle = simulate({ ...every10, arrivals: poisson(0), durationMs: 3000 });
    expect(idle).toMatchObject({ arrivals: 0, simulatedMs: 3000, windowMs: 3000, response: null });
    expect(idle.throughputPerSecond).toBe(0);
  });

  it('counts the requests that come after the warm-up’s share of the time', () => {
    // The window opens at 55: of the ten requests before 110 those from 60 on are counted.
    const result = simulate({ ...every10, durationMs: 110, warmUpShare: 0.5 });
    expect(result).toMatchObject({ arrivals: 10, windowMs: 55 });
    expect(result.response?.count).toBe(5);
    expect(result.throughputPerSecond).toBeCloseTo(5 / 0.055, 9);
    expect(result.threadUtilisation).toBeCloseTo(5 / 55, 9);
    expect(result.coreUtilisation).toBeCloseTo(5 / 55, 9);
  });

  it.each([
    [0, 10, 10],
    [0.3, 10, 7],
    [0.39, 10, 7],
    // At least one request warms up.
    [0.01, 10, 9],
  ])(
    'counts behind a warm-up of %d of %i requests the last %i where no time is given',
    (warmUpShare, requests, counted) => {
      expect(simulate({ ...every10, requests, warmUpShare }).response?.count).toBe(counted);
    },
  );

  it('plays a trace to its end, warming up over the time it takes', () => {
    const arrivals = traceOf([0, 20, 40, 60, 80, 100]);
    expect(simulate({ ...every10, arrivals })).toMatchObject({ arrivals: 6, simulatedMs: 101 });
    // Half of 100 ms; of a run of 90 ms half of that, without the last.
    expect(simulate({ ...every10, arrivals, warmUpShare: 0.5 }).response?.count).toBe(3);
    const cut = simulate({ ...every10, arrivals, warmUpShare: 0.5, durationMs: 90 });
    expect([cut.arrivals, cut.response?.count, cut.windowMs]).toEqual([5, 2, 45]);
    expect(simulate({ ...every10, arrivals, durationMs: 1e6, warmUpShare: 0.5 }).response?.count).toBe(3);
    expect(simulate({ ...every10, arrivals, requests: 2 })).toMatchObject({ arrivals: 2, simulatedMs: 21 });
    expect(simulate({ ...every10, arrivals: traceOf([]) })).toMatchObject({ arrivals: 0, response: null });
  });

  it('has a closed crowd send its first requests at once, and no more when it has sent all', () => {
    const arrivals = { kind: 'closed', clients: 2, thinkMs: 0 } as const;
    const result = simulate({ ...every10, arrivals, requests: 6 });
    // One thread: the two take turns of 1 ms, and only the first does not wait.
    expect(result).toMatchObject({ arrivals: 6, simulatedMs: 6, unfinished: 0 });
    expect(result.response).toMatchObject({ count: 6, maxMs: 2 });
    expect(result.response?.meanMs).toBeCloseTo(11 / 6, 12);
  });

  it('lets a closed crowd send until the time is over', () => {
    const arrivals = { kind: 'closed', clients: 1, thinkMs: 0 } as const;
    const demand = { kind: 'independent', cpuMs: constant(10), ioMs: constant(0) } as const;
    const result = simulate({ ...every10, arrivals, demand, durationMs: 35 });
    // At 0, 10, 20 and 30; the last ends at 40.
    expect(result).toMatchObject({ arrivals: 4, simulatedMs: 40, windowMs: 35 });
    expect(result.response?.count).toBe(4);
  });
});

describe('createSimulation', () => {
  it('tells the share of the time or of the requests that has passed, whichever is more', () => {
    const shareAfter = (change: Partial<SimulationConfig>) =>
      createSimulation({ ...every10, ...change }).advance(1).share;
    // The first event is the first arrival.
    expect(shareAfter({ durationMs: 100 })).toBeCloseTo(0.1, 12);
    expect(shareAfter({ requests: 4 })).toBeCloseTo(0.25, 12);
    expect(shareAfter({ requests: 4, durationMs: 20 })).toBeCloseTo(0.5, 12);
    expect(shareAfter({ arrivals: traceOf([5, 10, 15, 20, 25]) })).toBeCloseTo(0.2, 12);
    expect(shareAfter({ arrivals: traceOf([5, 10, 15]), requests: 2 })).toBeCloseTo(0.5, 12);
    expect(shareAfter({ requests: 1 })).toBe(1);
  });

  it('is done when the last request has been answered, and tells what it has done so far', () => {
    const simulation = createSimulation({ ...every10, requests: 2 });
    expect(simulation.advance(1)).toMatchObject({ events: 1, simulatedMs: 10, arrivals: 1, isDone: false });
    expect(simulation.result()).toMatchObject({ unfinished: 0, response: null });
    expect(simulation.advance(100)).toMatchObject({ simulatedMs: 21, arrivals: 2, share: 1, isDone: true });
    expect(simulation.result().response?.count).toBe(2);
    expect(simulation.result().traceResponsesMs).toBeNull();
  });
});
