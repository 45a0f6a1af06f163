import { describe, expect, it } from 'vitest';
import { thinListenQueue } from '../../../../src/sizing/queueing/simulation/base-simulation.ts';
import { createSimulation, simulate } from '../../../../src/sizing/queueing/simulation/simulation.ts';
import type { SimulationConfig } from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { constant, poisson, thinOf } from './fleet-of.ts';
import { playTrace, responsesIn, responsesOf } from './play-trace.ts';

const thin: SimulationConfig = {
  ...thinOf(20),
  unacceptedLimitPerVm: thinListenQueue,
  warmUpShare: 0,
  durationMs: 20_000,
};

/** Requests every 10 ms that a Thin refuses while it is stalled for five seconds: 500 come, or one more or less. */
function refusedInStall(connectRetry: SimulationConfig['connectRetry']): number {
  return simulate({
    ...thin,
    connectRetry,
    arrivals: { kind: 'renewal', gapMs: constant(10) },
    failures: [{ kind: 'stall', atMs: 6000, durationMs: 5000, vm: 0, worker: null }],
  }).errors.refused;
}

describe('retryConnection', () => {
  it('refuses what a stalled Thin’s kernel queue of 101 does not hold', () => {
    expect(Math.abs(refusedInStall(null) - (500 - 101))).toBeLessThanOrEqual(1);
  });

  it('lets clients over TCP try a full queue again until they give up', () => {
    expect(refusedInStall({ everyMs: 1000, giveUpMs: 10_000 })).toBe(0);
    // 101 wait, and the 200 of the last two seconds get in with their first or second try after the end.
    const impatient = refusedInStall({ everyMs: 1000, giveUpMs: 2000 });
    expect(Math.abs(impatient - (500 - 101 - 200))).toBeLessThanOrEqual(1);
  });

  it('gives up trying a process that never comes back', () => {
    const simulation = createSimulation({
      ...thin,
      connectRetry: { everyMs: 1000, giveUpMs: 10_000 },
      arrivals: poisson(50),
      failures: [{ kind: 'stall', atMs: 6000, durationMs: Number.POSITIVE_INFINITY, vm: 0, worker: null }],
    });
    // A thousand requests and at most ten tries of each; a run that never ends would not be done.
    expect(simulation.advance(100_000).isDone).toBe(true);
    const result = simulation.result();
    expect(result.simulatedMs).toBeLessThan(31_000);
    expect(result.response!.count + result.errors.refused + result.unfinished).toBe(result.arrivals);
  });

  const oneAtATime: SimulationConfig = {
    ...thin,
    ...thinOf(1),
    queueLimitPerVm: 1,
  };

  /** The response of a request of 10 ms that comes at 10, while the only place is taken until 100. */
  function second(connectRetry: SimulationConfig['connectRetry'], change: Partial<SimulationConfig> = {}) {
    const result = playTrace({ ...oneAtATime, connectRetry, ...change }, [
      [0, 100, 0],
      [10, 10, 0],
      [500, 10, 0],
    ]);
    const [, ms = Number.NaN, third] = responsesIn(result);
    expect([third, result.unfinished]).toEqual([10, 0]);
    expect(result.errors).toMatchObject({ refused: ms < 0 ? 1 : 0, lost: 0 });
    return ms;
  }

  it.each([
    // Tries at 50, 90 and 130.
    [40, 1000, 130],
    [40, 120, 130],
    [40, 119, -1],
    [40, 0, -1],
    // Tries at 210 only.
    [200, 1000, 210],
    [95, 95, 105],
  ])('tries every %i ms for %i ms: a response of %i ms', (everyMs, giveUpMs, responseMs) => {
    expect(second({ everyMs, giveUpMs })).toBe(responseMs);
  });

  it('refuses at once where nobody tries again, or nobody listens', () => {
    expect(second(null)).toBe(-1);
    const failures = [{ kind: 'crash', atMs: 5, durationMs: 100, vm: 0, worker: 0 }] as const;
    const down = playTrace({ ...oneAtATime, connectRetry: { everyMs: 40, giveUpMs: 1000 }, failures }, [
      [0, 100, 0],
      [10, 10, 0],
      [200, 10, 0],
    ]);
    expect(responsesIn(down)).toEqual([-1, -1, 10]);
    expect(down.errors).toMatchObject({ lost: 1, refused: 1 });
  });

  it('gives a connection up at its next try when the process has died meanwhile', () => {
    const failures = [{ kind: 'crash', atMs: 40, durationMs: 100, vm: 0, worker: 0 }] as const;
    const result = playTrace({ ...oneAtATime, connectRetry: { everyMs: 40, giveUpMs: 1000 }, failures }, [
      [0, 100, 0],
      [10, 10, 0],
      [1200, 10, 0],
    ]);
    expect(responsesIn(result)).toEqual([-1, -1, 10]);
    expect([...result.series.queued]).toEqual([expect.closeTo(0.04, 9), 0]);
  });

  it('counts as open only what is open, not those who try, also after some of them are lost with the VM', () => {
    const config = { ...oneAtATime, connectRetry: { everyMs: 40, giveUpMs: 1000 } };
    // Tries at 50 and 90, 51 and 91, then at 130 and 131: the first is through at 140, the second at its try at 171.
    expect(
      responsesOf(config, [
        [0, 100, 0],
        [10, 10, 0],
        [11, 10, 0],
      ]),
    ).toEqual([100, 130, 170]);
    const failures = [{ kind: 'crash', atMs: 20, durationMs: 10, vm: 0, worker: null }] as const;
    const result = playTrace({ ...config, failures }, [
      [0, 100, 0],
      [10, 10, 0],
      [50, 10, 0],
      [55, 10, 0],
    ]);
    expect(responsesIn(result)).toEqual([-1, -1, 10, 50]);
  });
});
