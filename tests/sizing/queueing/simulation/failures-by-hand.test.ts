import { describe, expect, it } from 'vitest';
import type { SimulatedFailure } from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { fleetOf, thinOf } from './fleet-of.ts';
import { playTrace, responsesIn, responsesOf, type TraceRow } from './play-trace.ts';

type Case = readonly [
  what: string,
  failures: readonly SimulatedFailure[],
  rows: readonly TraceRow[],
  responses: readonly number[],
];

function failure(
  kind: SimulatedFailure['kind'],
  atMs: number,
  durationMs: number,
  vm = 0,
  worker: number | null = 0,
): SimulatedFailure {
  return { kind, atMs, durationMs, vm, worker };
}

describe('simulate, with stalls and crashes', () => {
  it.each<Case>([
    ['in the middle of its work', [failure('stall', 50, 30)], [[0, 100, 0]], [130]],
    ['twice', [failure('stall', 50, 30), failure('stall', 90, 5)], [[0, 100, 0]], [135]],
    ['twice at once', [failure('stall', 50, 30), failure('stall', 70, 30)], [[0, 100, 0]], [150]],
    ['of no length', [failure('stall', 50, 0)], [[0, 100, 0]], [100]],
    ['before the request comes', [failure('stall', 0, 50)], [[10, 10, 0]], [50]],
    ['while it waits for I/O', [failure('stall', 20, 80)], [[0, 20, 40]], [110]],
    [
      'with another one waiting',
      [failure('stall', 50, 30)],
      [
        [0, 100, 0],
        [60, 10, 0],
      ],
      [130, 80],
    ],
    ['listed in any order', [failure('stall', 90, 5), failure('stall', 50, 30)], [[0, 100, 0]], [135]],
    ['with the whole VM', [failure('stall', 50, 30, 0, null)], [[0, 100, 0]], [130]],
    [
      'on the other VM',
      [failure('stall', 50, 30, 1)],
      [
        [0, 100, 0],
        [0, 100, 0],
      ],
      [100, 130],
    ],
  ])('goes on with what a stall has frozen: %s', (_what, failures, rows, responses) => {
    const vms = failures.some(({ vm }) => vm === 1) ? 2 : 1;
    expect(responsesOf({ ...thinOf(1, vms), failures }, rows)).toEqual(responses);
  });

  it.each<Case>([
    [
      'on the CPU',
      [failure('crash', 50, 30)],
      [
        [0, 100, 0],
        [90, 10, 0],
      ],
      [-1, 10],
    ],
    [
      'in I/O',
      [failure('crash', 30, 10)],
      [
        [0, 20, 40],
        [90, 10, 0],
      ],
      [-1, 10],
    ],
    [
      'waiting for a thread',
      [failure('crash', 50, 30)],
      [
        [0, 100, 0],
        [20, 10, 0],
        [90, 10, 0],
      ],
      [-1, -1, 10],
    ],
    [
      'while stalled',
      [failure('stall', 20, 100), failure('crash', 50, 10)],
      [
        [0, 100, 0],
        [90, 10, 0],
      ],
      [-1, 40],
    ],
    [
      'twice',
      [failure('crash', 50, 30), failure('crash', 70, 30)],
      [
        [0, 100, 0],
        [110, 10, 0],
      ],
      [-1, 10],
    ],
    [
      'nowhere: it is over',
      [failure('crash', 150, 10)],
      [
        [0, 100, 0],
        [200, 10, 0],
      ],
      [100, 10],
    ],
  ])('loses what is inside a process that crashes: %s', (_what, failures, rows, responses) => {
    const result = playTrace({ ...thinOf(1), failures }, rows);
    expect(responsesIn(result)).toEqual(responses);
    expect(result.errors).toMatchObject({ lost: responses.filter((ms) => ms < 0).length, refused: 0 });
    expect(result.unfinished).toBe(0);
  });

  it('refuses what comes while the only process is down', () => {
    const result = playTrace({ ...thinOf(1), failures: [failure('crash', 50, 30)] }, [
      [60, 10, 0],
      [79, 10, 0],
      [81, 10, 0],
    ]);
    expect(responsesIn(result)).toEqual([-1, -1, 10]);
    expect(result.errors).toEqual({ refused: 2, lost: 0, unreachable: 0, noBackend: 0 });
  });

  it('leaves requests unfinished in a process that stays frozen, and uses no core there', () => {
    const failures = [failure('stall', 50, Number.POSITIVE_INFINITY)];
    const alone = playTrace({ ...thinOf(1), failures }, [
      [0, 100, 0],
      [10, 100, 0],
    ]);
    expect(alone).toMatchObject({ unfinished: 2, response: null, arrivals: 2 });
    // The second VM works on to 3000.
    const beside = playTrace({ ...thinOf(1, 2), failures }, [
      [0, 100, 0],
      [0, 3000, 0],
    ]);
    expect(beside.unfinished).toBe(1);
    expect([...beside.series.busyCores]).toEqual([1.05, 1, 1].map((cores) => expect.closeTo(cores, 9)));
  });

  it('frees the core of a frozen worker for the other one', () => {
    const config = { ...fleetOf('puma-5', 1, 2, 1), healthProbe: null, seed: 1 };
    const oneCore = { ...config, fleet: { ...config.fleet, coresPerVm: 1 } };
    // At half speed to 20; then one alone: 90 ms are over at 20 + 80 = 100, the other one's at 110 + 80 = 190.
    const responses = responsesOf({ ...oneCore, failures: [failure('stall', 20, 90, 0, 1)] }, [
      [0, 90, 0],
      [0, 90, 0],
    ]);
    expect(responses.toSorted((a, b) => a - b)).toEqual([100, 190]);
  });

  it('has nobody left in queues, threads and places after a crash', () => {
    const rows: readonly TraceRow[] = [
      [0, 5000, 0],
      [10, 5000, 0],
      [2000, 10, 0],
      [2000, 10, 0],
      [6500, 10, 0],
    ];
    const config = { ...thinOf(1), queueLimitPerVm: 2, failures: [failure('crash', 500, 100)] };
    const result = playTrace(config, rows);
    expect(responsesIn(result)).toEqual([-1, -1, 10, 20, 10]);
    expect(result.errors).toEqual({ refused: 0, lost: 2, unreachable: 0, noBackend: 0 });
    expect(result.series.queued[0]).toBeCloseTo(0.49, 9);
    expect(result.series.busyThreads[0]).toBeCloseTo(0.5, 9);
    expect(result.series.busyCores[0]).toBeCloseTo(0.5, 9);
    for (const second of [1, 3, 4, 5]) {
      const { busyCores, busyThreads, queued } = result.series;
      expect([queued[second], busyThreads[second], busyCores[second]]).toEqual([0, 0, 0]);
    }
  });

  it('loses on one VM nothing of the other, and of one worker nothing of its sibling', () => {
    const rows: readonly TraceRow[] = [0, 0, 0, 0].map(() => [0, 100, 0]);
    const config = { ...fleetOf('puma-5', 2, 2, 1), healthProbe: null };
    const lostBy = (vm: number, worker: number | null) => {
      const result = playTrace({ ...config, failures: [failure('crash', 50, 10, vm, worker)] }, rows);
      return responsesIn(result).flatMap((ms, index) => (ms < 0 ? [index] : []));
    };
    // Round robin: the first and the third request are in VM 0.
    expect(lostBy(0, null)).toEqual([0, 2]);
    expect(lostBy(1, null)).toEqual([1, 3]);
    expect([...lostBy(1, 0), ...lostBy(1, 1)].toSorted()).toEqual([1, 3]);
    expect([...lostBy(0, 0), ...lostBy(0, 1)].toSorted()).toEqual([0, 2]);
  });
});
