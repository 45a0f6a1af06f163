import { describe, expect, it } from 'vitest';
import { fleetOf } from './fleet-of.ts';
import { playTrace, responsesOf, type TraceRow } from './play-trace.ts';

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
/** Half of 40, four standard deviations either way. */
const expectHalfOfSeeds = (count: number) => expect(Math.abs(count - 20)).toBeLessThanOrEqual(12);

describe('offerToVm', () => {
  it('leaves in the listen queue what no thread is free for, and refuses beyond its limit', () => {
    const config = { ...fleetOf('puma-5', 1, 1, 1), healthProbe: null, queueLimitPerVm: 1 };
    const rows: readonly TraceRow[] = [
      [0, 100, 0],
      [1, 100, 0],
      [2, 100, 0],
    ];
    // One on the thread, one in the queue for one, none for the third.
    expect(responsesOf(config, rows)).toEqual([100, 199, -1]);
    expect(playTrace(config, rows).errors.refused).toBe(1);
  });

  it('takes no limit of threads for a Puma 7 worker, which takes all connections into its own queue', () => {
    const config = { ...fleetOf('puma-7', 1, 1, 1), healthProbe: null, queueLimitPerVm: 1 };
    expect(
      responsesOf(config, [
        [0, 100, 0],
        [1, 100, 0],
        [2, 100, 0],
      ]),
    ).toEqual([100, 199, 298]);
  });

  it('gives a connection to a single worker’s free thread although another thread has the GVL', () => {
    // The second waits for the GVL from 10 on and gets it at the end of the quantum, 110.
    expect(
      responsesOf(fleetOf('puma-5', 1, 1, 2), [
        [0, 300, 0],
        [10, 10, 0],
      ]),
    ).toEqual([310, 110]);
  });

  it('makes workers that race take their GVL before they accept', () => {
    // Both accept at the end of the quantum, 110, and one gets the third request, which then stands behind its
    // holder until the next one: 210 to 220. The holder is done 10 ms later than the 300 ms of the other.
    const responses = responsesOf(fleetOf('puma-5', 1, 2, 2), [
      [0, 300, 0],
      [0, 300, 0],
      [10, 10, 0],
    ]);
    expect(responses[2]).toBe(210);
    expect([...responses.slice(0, 2)].sort()).toEqual([300, 310]);
  });

  it('gives a connection at once to the worker whose GVL nobody has', () => {
    for (const seed of seeds) {
      expect(
        responsesOf({ ...fleetOf('puma-5', 1, 2, 2), seed }, [
          [0, 100, 0],
          [10, 10, 0],
        ]),
      ).toEqual([100, 10]);
    }
  });

  it.each(['puma-5', 'puma-6', 'puma-7'] as const)(
    'gives a connection to either of two idle workers of %s equally often',
    (server) => {
      // The first worker freezes at 5 for a second: a request of 10 ms tells by its response where it is.
      const failures = [{ kind: 'stall', atMs: 5, durationMs: 1000, vm: 0, worker: 0 }] as const;
      const responses = seeds.map(
        (seed) => responsesOf({ ...fleetOf(server, 1, 2, 2), seed, failures }, [[0, 10, 0]])[0]!,
      );
      expect([...new Set(responses)].sort((a, b) => a - b)).toEqual([10, 1010]);
      expectHalfOfSeeds(responses.filter((ms) => ms > 10).length);
    },
  );

  it('gives a connection to each of three free threads a third of the time by slot', () => {
    const config = {
      ...fleetOf('puma-5', 1, 2, 2),
      accept: { kind: 'shared', policy: 'slot', busyDelayMs: 0 },
    } as const;
    // Three threads are free when the second comes: two of one worker, where it runs alone, and one beside the first
    // request, where it waits for the end of the quantum.
    const responses = seeds.map(
      (seed) =>
        responsesOf({ ...config, seed }, [
          [0, 300, 0],
          [10, 10, 0],
        ])[1]!,
    );
    expect([...new Set(responses)].sort((a, b) => a - b)).toEqual([10, 110]);
    // A third of 40 is 13.3, four standard deviations of 2.98 either way.
    expect(Math.abs(responses.filter((ms) => ms === 110).length - 40 / 3)).toBeLessThan(12);
  });
});

describe('takeAcceptorTurn', () => {
  it.each([
    [5, 10, 10],
    [10, 10, 10],
    [10, 20, 20],
  ])(
    'takes every connection although all begins and ends at once: one each %i ms of %i ms CPU and %i ms I/O',
    (gapMs, cpuMs, ioMs) => {
      // One of two workers is frozen: whatever the other one forgets to take stays in the listen queue for good.
      const rows = Array.from({ length: 200 }, (_, index): TraceRow => [gapMs * (index + 1), cpuMs, ioMs]);
      const result = playTrace(
        {
          ...fleetOf('puma-5', 1, 2, 3),
          healthProbe: null,
          gvlOvertakingShare: 0,
          failures: [{ kind: 'stall', atMs: 0, durationMs: Number.POSITIVE_INFINITY, vm: 0, worker: 1 }],
        },
        rows,
      );
      expect(result.unfinished).toBe(0);
      expect(result.response?.count).toBe(200);
    },
  );
});
