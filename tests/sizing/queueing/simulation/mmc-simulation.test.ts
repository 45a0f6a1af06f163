import { describe, expect, it } from 'vitest';
import { createRandomStream } from '../../../../src/sizing/queueing/random/random-stream.ts';
import { mmcSimulation } from '../../../../src/sizing/queueing/simulation/mmc-simulation.ts';

/** Kiefer and Wolfowitz: the wait of each customer from the times at which the servers become free. No events. */
function kieferWolfowitz(
  servers: number,
  perSecond: number,
  serviceMs: number,
  customers: number,
  seed: number,
) {
  const gaps = createRandomStream(seed, 0);
  const services = createRandomStream(seed, 1);
  const freeAtMs = new Array<number>(servers).fill(0);
  let nowMs = 0;
  let waitMs = 0;
  let waited = 0;
  for (let customer = 0; customer < customers; customer += 1) {
    nowMs -= (1000 / perSecond) * Math.log(gaps.nextUniform());
    const earliest = freeAtMs.indexOf(Math.min(...freeAtMs));
    const startMs = Math.max(nowMs, freeAtMs[earliest]!);
    if (startMs > nowMs) waited += 1;
    waitMs += startMs - nowMs;
    freeAtMs[earliest] = startMs - serviceMs * Math.log(services.nextUniform());
  }
  return { meanWaitMs: waitMs / customers, waitingShare: waited / customers };
}

describe('mmcSimulation', () => {
  it.each([
    [1, 0.8],
    [3, 2.7],
    [20, 16],
    [5, 6],
  ])(
    'gives every customer of %i servers at %d a second the wait of the Kiefer-Wolfowitz recursion',
    (c, rate) => {
      const simulated = mmcSimulation(c, rate, 1000, 20_000, 3);
      const recursion = kieferWolfowitz(c, rate, 1000, 20_000, 3);
      expect(simulated.meanWaitMs / recursion.meanWaitMs).toBeCloseTo(1, 9);
      expect(simulated.waitingShare).toBe(recursion.waitingShare);
      expect(simulated.events).toBe(40_000);
    },
  );

  it('has the Erlang-C wait and waiting share of 20 servers at load 0.8', () => {
    const simulated = mmcSimulation(20, 16, 1000, 1_000_000, 1);
    expect(simulated.waitingShare / 0.256077793839).toBeGreaterThan(0.97);
    expect(simulated.waitingShare / 0.256077793839).toBeLessThan(1.03);
    expect(simulated.meanWaitMs / 64.0194484598).toBeGreaterThan(0.92);
    expect(simulated.meanWaitMs / 64.0194484598).toBeLessThan(1.08);
  });
});
