import { describe, expect, it } from 'vitest';
import {
  noOverhead,
  type RequestOverhead,
} from '../../../../src/sizing/queueing/simulation/request-overhead.ts';
import { simulate } from '../../../../src/sizing/queueing/simulation/simulation.ts';
import type { SimulationConfig } from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { constant, fleetOf, thinOf } from './fleet-of.ts';
import { playTrace, responsesOf, type TraceRow } from './play-trace.ts';

describe('simulate, with overheads', () => {
  /** The response of one request with 20 ms CPU and so much I/O in two pauses, on a Thin with four threads. */
  function responseWith(overhead: Partial<RequestOverhead>, ioMs: number): number {
    const result = simulate({
      ...thinOf(4),
      overhead: { ...noOverhead, ...overhead },
      shape: { ioPauses: 2, pieces: 'equal' },
      demand: { kind: 'independent', cpuMs: constant(20), ioMs: constant(ioMs) },
      warmUpShare: 0,
      arrivals: { kind: 'renewal', gapMs: constant(1000) },
      durationMs: Number.POSITIVE_INFINITY,
      requests: 1,
    });
    return result.response?.meanMs ?? Number.NaN;
  }

  it.each<readonly [Partial<RequestOverhead>, number, number]>([
    [{}, 0, 20],
    [{}, 30, 50],
    [{ cpuMs: 2 }, 0, 22],
    [{ cpuMs: 2 }, 30, 52],
    // Held for reading and writing with I/O, on top without; either way it counts.
    [{ latencyMs: 3 }, 0, 23],
    [{ latencyMs: 3 }, 30, 53],
    // Each of two pauses is longer.
    [{ pauseMs: 1 }, 0, 20],
    [{ pauseMs: 1 }, 30, 52],
    // 40 % for three of four threads: 0.4 × 3/4 × 20 = 6; of the first 5 ms only: 0.4 × 3/4 × 5 = 1.5.
    [{ cpuShare: 0.4 }, 0, 26],
    [{ cpuShare: 0.4, cpuShareLimitMs: 5 }, 0, 21.5],
    [{ cpuShare: 0.4, cpuShareLimitMs: 50, cpuMs: 1 }, 30, 57],
  ])('%o makes 20 ms CPU and %i ms I/O take %d ms', (overhead, ioMs, responseMs) => {
    expect(responseWith(overhead, ioMs)).toBeCloseTo(responseMs, 9);
  });

  it('splits one duration into CPU and I/O by its share', () => {
    const result = simulate({
      ...thinOf(1),
      overhead: noOverhead,
      demand: { kind: 'shared-total', totalMs: constant(40), cpuShare: 0.25 },
      warmUpShare: 0,
      arrivals: { kind: 'renewal', gapMs: constant(100) },
      durationMs: Number.POSITIVE_INFINITY,
      requests: 3,
    });
    expect(result.response).toMatchObject({ meanMs: 40, maxMs: 40 });
    // Three times 10 ms CPU in 300 ms until the last arrival; of the third none is over by then.
    expect(result.coreUtilisation).toBeCloseTo((2 * 10) / 300, 9);
  });
});

describe('simulate, with turns at the GVL', () => {
  it.each<readonly [what: string, rows: readonly TraceRow[], responses: readonly number[]]>([
    // 0-100, 100-200, 200-300, 300-400, 400-500, 500-600 in turns.
    [
      'two of 300',
      [
        [0, 300, 0],
        [0, 300, 0],
      ],
      [500, 600],
    ],
    // The first has 50 left after one turn, behind the other two.
    [
      'three of 150',
      [
        [0, 150, 0],
        [0, 150, 0],
        [0, 150, 0],
      ],
      [350, 400, 450],
    ],
    // Whoever is within the quantum keeps it.
    [
      'two of 100',
      [
        [0, 100, 0],
        [0, 100, 0],
      ],
      [100, 200],
    ],
    // The second comes at 250: the first has 50 left, less than a quantum.
    [
      'one that comes late',
      [
        [0, 300, 0],
        [250, 10, 0],
      ],
      [300, 60],
    ],
    // It comes at 150 and waits for one quantum from then on.
    [
      'one that comes in the middle',
      [
        [0, 400, 0],
        [150, 10, 0],
      ],
      [410, 110],
    ],
  ])('runs %s as round robin does', (_what, rows, responses) => {
    expect(responsesOf(thinOf(5), rows)).toEqual(responses);
  });

  it('alternates CPU and I/O in equal pieces', () => {
    // Three pieces of 10 and two pauses of 20; the other's 15 ms fit into the first pause but for 5 ms.
    const rows: readonly TraceRow[] = [
      [0, 30, 40],
      [15, 15, 0],
    ];
    expect(responsesOf(thinOf(2), rows, 2)).toEqual([70, 15]);
    const late: readonly TraceRow[] = [
      [0, 30, 40],
      [25, 15, 0],
    ];
    expect(responsesOf(thinOf(2), late, 2)).toEqual([80, 15]);
  });

  it('counts the wait until a request has a thread', () => {
    const { response } = playTrace(thinOf(1), [
      [0, 20, 40],
      [10, 20, 40],
    ]);
    // The second waits from 10 to 60.
    expect(response).toMatchObject({ count: 2, meanWaitMs: 25, maxMs: 110 });
  });
});

describe('simulate, with cores for few', () => {
  const oneCore = (vms: number): SimulationConfig => {
    const config = { ...fleetOf('puma-5', vms, 2, 1), healthProbe: null };
    return { ...config, fleet: { ...config.fleet, coresPerVm: 1 } };
  };

  it('slows the workers of each VM by themselves', () => {
    // Round robin: VM 0 has 1 and 1 ms, VM 1 has 20 and 40 ms.
    const rows: readonly TraceRow[] = [
      [0, 1, 0],
      [0, 20, 0],
      [0, 1, 0],
      [0, 40, 0],
    ];
    expect(responsesOf(oneCore(2), rows)).toEqual([2, 40, 2, 60]);
  });

  it('slows a worker from when another one begins, and no longer than it works', () => {
    // Alone to 20, then both at half speed to 40, where either has had the 10 ms it needs.
    expect(
      responsesOf(oneCore(1), [
        [0, 30, 0],
        [20, 10, 0],
      ]),
    ).toEqual([40, 20]);
    expect(
      responsesOf(oneCore(1), [
        [0, 50, 0],
        [20, 10, 0],
      ]),
    ).toEqual([60, 20]);
  });

  it('counts the cores in use, at most all of them', () => {
    const { series, simulatedMs } = playTrace(oneCore(1), [
      [0, 20, 0],
      [0, 40, 0],
    ]);
    expect(simulatedMs).toBeCloseTo(60, 9);
    expect(series.busyCores[0]).toBeCloseTo(1, 9);
  });
});

describe('simulate, with local workers', () => {
  /** A Thin VM without load whose local workers have turns of 50 ms. */
  function idleWith(localWorkersPerVm: number, localWorkerCpuShare: number, coresPerVm: number) {
    const config = thinOf(1, 2);
    return simulate({
      ...config,
      fleet: { ...config.fleet, localWorkersPerVm, localWorkerCpuShare, coresPerVm },
      arrivals: { kind: 'poisson', perSecond: 0 },
      warmUpShare: 0,
      durationMs: 500_000,
    });
  }

  it.each([
    [1, 0.5, 1, 0.5],
    [1, 0.25, 1, 0.25],
    [2, 0.5, 4, 0.25],
    [2, 0, 1, 0],
    [3, 1, 2, 1],
  ])(
    'keeps %i workers of a share of %d on %d cores busy as asked: %d of the cores',
    (workers, share, cores, used) => {
      // Turns and pauses are exponential, about 5000 of each: four standard deviations of at most 0.37 %.
      expect(Math.abs(idleWith(workers, share, cores).coreUtilisation - used)).toBeLessThan(0.015);
    },
  );

  it.each([
    [0.5, 100],
    [0.25, 200],
  ])('has a turn of 50 ms and a pause that gives the share %d: a cycle of %i ms', (share, cycleMs) => {
    // Two events a cycle on each of two VMs, and the end; counts vary by less than the root of their number.
    const cycles = (2 * 500_000) / cycleMs;
    expect(Math.abs((idleWith(1, share, 1).events - 1) / 2 - cycles)).toBeLessThan(4 * Math.sqrt(cycles));
  });

  it('lets a request have half of the only core beside a local worker that never rests', () => {
    const config = thinOf(1);
    const fleet = { ...config.fleet, localWorkersPerVm: 1, localWorkerCpuShare: 1, coresPerVm: 1 };
    expect(responsesOf({ ...config, fleet }, [[100, 20, 0]])).toEqual([40]);
    expect(responsesOf({ ...config, fleet: { ...fleet, coresPerVm: 2 } }, [[100, 20, 0]])).toEqual([20]);
  });

  it('stops local workers that crash with their VM, and starts them again', () => {
    const config = thinOf(1);
    const { series } = simulate({
      ...config,
      fleet: { ...config.fleet, localWorkersPerVm: 1, localWorkerCpuShare: 1, coresPerVm: 1 },
      arrivals: { kind: 'poisson', perSecond: 0 },
      warmUpShare: 0,
      durationMs: 9000,
      failures: [{ kind: 'crash', atMs: 3000, durationMs: 2000, vm: 0, worker: null }],
    });
    const cores = [...series.busyCores].map((used) => Number(used.toFixed(9)));
    expect(cores).toEqual([1, 1, 1, 0, 0, 1, 1, 1, 1]);
  });
});
