import { describe, expect, it } from 'vitest';
import type { SimulatedServer } from '../../../../src/sizing/queueing/simulation/base-simulation.ts';
import { noOverhead } from '../../../../src/sizing/queueing/simulation/request-overhead.ts';
import { simulate } from '../../../../src/sizing/queueing/simulation/simulation.ts';
import { constant, fleetOf, poisson } from './fleet-of.ts';
import { responsesOf } from './play-trace.ts';

describe('simulate, with requests of known size', () => {
  it('lets a second request use the GVL while the first waits for I/O', () => {
    // 10 CPU, 40 I/O, 10 CPU each; the second starts at 10 and finds the GVL free whenever it needs it.
    expect(
      responsesOf(fleetOf('thin', 1, 1, 2), [
        [0, 20, 40],
        [0, 20, 40],
      ]),
    ).toEqual([60, 70]);
  });

  it('makes a request wait for the only thread', () => {
    expect(
      responsesOf(fleetOf('thin', 1, 1, 1), [
        [0, 20, 40],
        [0, 20, 40],
      ]),
    ).toEqual([60, 120]);
  });

  it('lets the GVL go after 100 ms when another thread waits', () => {
    // The long request holds from 0; the short one comes at 50, gets the GVL at 150 and is done at 160.
    expect(
      responsesOf(fleetOf('thin', 1, 1, 2), [
        [0, 300, 0],
        [50, 10, 0],
      ]),
    ).toEqual([310, 110]);
  });

  it('slows both of two workers on one core to half', () => {
    const config = fleetOf('puma-5', 1, 2, 1);
    const oneCore = { ...config, fleet: { ...config.fleet, coresPerVm: 1 } };
    // Together from 0 to 40 at half speed; then the longer has 20 ms left alone.
    expect(
      responsesOf(oneCore, [
        [0, 20, 0],
        [0, 40, 0],
      ]),
    ).toEqual([40, 60]);
    expect(
      responsesOf(config, [
        [0, 20, 0],
        [0, 40, 0],
      ]),
    ).toEqual([20, 40]);
  });

  it('leaves a request in the queue of a busy Puma 7 worker while the other one is free, but not on Puma 6', () => {
    // Both workers take one long or short request; the third comes to whoever accepts it first. With eager accept
    // both workers, busy but off the GVL, hold back equally long, so that it may land behind the long one.
    const rows = [
      [0, 0, 1000],
      [1, 0, 100],
      [2, 0, 100],
    ] as const;
    const worst = (server: SimulatedServer) =>
      Math.max(
        ...[1, 2, 3, 4, 5, 6, 7, 8].map(
          (seed) => responsesOf({ ...fleetOf(server, 1, 2, 1), seed }, rows)[2]!,
        ),
      );
    expect(worst('puma-6')).toBeLessThan(250);
    expect(worst('puma-7')).toBeGreaterThan(1000);
  });

  it('follows a kept connection to the same worker 25 times, then opens a new one', () => {
    // One request at a time over one connection; the 4-thread workers are otherwise idle, so a stalled worker shows
    // where the connection leads: requests 2 to 25 all meet the fate of request 1.
    const rows = Array.from({ length: 25 }, (_, index) => [index * 100, 10, 0] as const);
    const config = fleetOf('puma-7-keep-alive', 1, 2, 4);
    const stalled = (worker: number) =>
      responsesOf(
        { ...config, failures: [{ kind: 'stall', atMs: 50, durationMs: 100_000, vm: 0, worker }] },
        rows,
      ).filter((ms) => ms > 10).length;
    expect([stalled(0), stalled(1)].sort((a, b) => a - b)).toEqual([0, 1]);
  });
});

describe('simulate, with wait_for_less_busy_worker', () => {
  it.each([
    [10, 100, 3.69],
    [10, 200, 5.49],
    [5, 80, 3.33],
    [5, 120, 5.28],
  ])(
    'makes the mean of 2 x %i threads at %i a second worse by about the measured %d ms',
    (threads, perSecond, ms) => {
      const meanOf = (server: SimulatedServer) =>
        simulate({
          ...fleetOf(server, 1, 2, threads),
          healthProbe: null,
          arrivals: poisson(perSecond),
          durationMs: Number.POSITIVE_INFINITY,
          requests: 60_000,
        }).response!.meanMs;
      const worse = meanOf('puma-6') - meanOf('puma-5');
      expect(worse).toBeGreaterThan(ms - 1.5);
      expect(worse).toBeLessThan(ms + 1.5);
    },
  );
});

describe('simulate, with failures', () => {
  const lossless = { healthProbe: null, warmUpShare: 0, durationMs: 20_000 } as const;

  it('loses half of the requests when one of two Thins behind its proxy dies for good', () => {
    const result = simulate({
      ...fleetOf('thin', 2, 1, 20),
      ...lossless,
      arrivals: poisson(120),
      failures: [{ kind: 'crash', atMs: 6000, durationMs: Number.POSITIVE_INFINITY, vm: 0, worker: 0 }],
    });
    // Measured: 828 of 2368. Fluid: 60 a second for 14 seconds.
    expect(result.errors.refused).toBeGreaterThan(0.9 * 840);
    expect(result.errors.refused).toBeLessThan(1.1 * 840);
    expect(result.errors.lost).toBeLessThan(15);
  });

  it('loses only what is inside when one of two Puma workers dies and returns', () => {
    const result = simulate({
      ...fleetOf('puma-5', 1, 2, 10),
      ...lossless,
      arrivals: poisson(120),
      failures: [{ kind: 'crash', atMs: 6000, durationMs: 100, vm: 0, worker: 1 }],
    });
    // Measured: 3. Little: half of 120 a second times 0.05 s.
    expect(result.errors.lost).toBeLessThanOrEqual(9);
    expect(result.errors.refused + result.errors.unreachable + result.errors.noBackend).toBe(0);
  });

  it('tries another VM when one is gone, and gives up when all are', () => {
    const crash = (vm: number) =>
      ({ kind: 'crash', atMs: 5000, durationMs: Number.POSITIVE_INFINITY, vm, worker: null }) as const;
    const config = { ...fleetOf('puma-6', 2, 2, 10), ...lossless, arrivals: poisson(50) };
    expect(simulate({ ...config, failures: [crash(0)] }).errors.unreachable).toBe(0);
    expect(simulate({ ...config, failures: [crash(0), crash(1)] }).errors.unreachable).toBeGreaterThan(600);
  });

  it('refuses connections beyond the listen queue', () => {
    const result = simulate({
      ...fleetOf('puma-5', 1, 1, 5),
      ...lossless,
      queueLimitPerVm: 10,
      arrivals: poisson(400),
    });
    expect(result.errors.refused).toBeGreaterThan(1000);
    expect(result.response!.meanWaitMs).toBeLessThan(1000);
  });

  it('takes a stalled VM out of the pool after about 6 s of queueing and brings it back', () => {
    const { series } = simulate({
      ...fleetOf('thin', 2, 1, 20),
      warmUpShare: 0,
      durationMs: 60_000,
      arrivals: poisson(60),
      failures: [{ kind: 'stall', atMs: 12_000, durationMs: 20_000, vm: 0, worker: null }],
    });
    expect(series.vmsInPool[13]).toBe(2);
    expect(Math.min(...series.vmsInPool.subarray(18, 32))).toBe(1);
    expect(series.vmsInPool[55]).toBe(2);
  });

  it('loses the second VM to the first one’s load when that is more than it can carry', () => {
    const run = (perSecond: number) =>
      simulate({
        ...fleetOf('thin', 2, 1, 20),
        queueLimitPerVm: Number.POSITIVE_INFINITY,
        warmUpShare: 0,
        durationMs: 90_000,
        arrivals: poisson(perSecond),
        failures: [{ kind: 'stall', atMs: 5000, durationMs: 70_000, vm: 0, worker: null }],
      });
    // One Thin carries about 185 a second.
    expect(run(260).errors.noBackend).toBeGreaterThan(1000);
    expect(run(100).errors.noBackend).toBe(0);
  });

  it('builds the fluid backlog of arrivals times stall and drains it at the spare rate', () => {
    // 16 a second against 20, stalled for 30 s: 480 wait, gone 120 s later.
    const { series } = simulate({
      ...fleetOf('thin', 1, 1, 20),
      overhead: noOverhead,
      healthProbe: null,
      warmUpShare: 0,
      demand: { kind: 'independent', cpuMs: constant(50), ioMs: constant(50) },
      durationMs: 400_000,
      arrivals: { kind: 'renewal', gapMs: constant(62.5) },
      failures: [{ kind: 'stall', atMs: 20_000, durationMs: 30_000, vm: 0, worker: null }],
    });
    const deepest = Math.max(...series.queued);
    expect(deepest).toBeGreaterThan(0.93 * 460);
    expect(deepest).toBeLessThan(1.03 * 480);
    const emptyFrom = series.queued.findIndex((queued, second) => second > 50 && queued < 1);
    expect(emptyFrom).toBeGreaterThan(50 + 100);
    expect(emptyFrom).toBeLessThan(50 + 130);
  });
});
