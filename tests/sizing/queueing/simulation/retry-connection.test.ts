import { describe, expect, it } from 'vitest';
import { thinListenQueue } from '../../../../src/sizing/queueing/simulation/base-simulation.ts';
import { createSimulation, simulate } from '../../../../src/sizing/queueing/simulation/simulation.ts';
import type { SimulationConfig } from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { constant, fleetOf, poisson } from './fleet-of.ts';

const thin: SimulationConfig = {
  ...fleetOf('thin', 1, 1, 20),
  unacceptedLimitPerVm: thinListenQueue,
  healthProbe: null,
  warmUpShare: 0,
  durationMs: 20_000,
};

describe('retryConnection', () => {
  it('refuses what a stalled Thin’s kernel queue of 101 does not hold', () => {
    const { errors } = simulate({
      ...thin,
      arrivals: { kind: 'renewal', gapMs: constant(10) },
      failures: [{ kind: 'stall', atMs: 6000, durationMs: 5000, vm: 0, worker: null }],
    });
    // 500 come in the five seconds, give or take the one at either end.
    expect(Math.abs(errors.refused - (500 - 101))).toBeLessThanOrEqual(1);
  });

  it('lets clients over TCP try a full queue again until they give up', () => {
    const run = (giveUpMs: number) =>
      simulate({
        ...thin,
        connectRetry: { everyMs: 1000, giveUpMs },
        arrivals: { kind: 'renewal', gapMs: constant(10) },
        failures: [{ kind: 'stall', atMs: 6000, durationMs: 5000, vm: 0, worker: null }],
      });
    expect(run(10_000).errors.refused).toBe(0);
    // 101 wait, and the 200 of the last two seconds get in with their first or second try after the end.
    expect(Math.abs(run(2000).errors.refused - (500 - 101 - 200))).toBeLessThanOrEqual(1);
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
});
