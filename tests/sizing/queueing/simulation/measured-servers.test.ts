import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../../src/sizing/queueing/random/distribution.ts';
import {
  baseSimulation,
  thinListenQueue,
} from '../../../../src/sizing/queueing/simulation/base-simulation.ts';
import {
  emptyRequestCpuMs,
  measuredOverhead,
} from '../../../../src/sizing/queueing/simulation/request-overhead.ts';
import { simulate } from '../../../../src/sizing/queueing/simulation/simulation.ts';
import type {
  SimulatedFailure,
  SimulationConfig,
} from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { hasMeasurements, type MeasuredRequest, readMeasurements, readTrace } from './read-trace.ts';

const reason = hasMeasurements ? '' : ' (skipped: the measurements are not on this machine)';

function serverOf(kind: string, vms: number, workers: number, threads: number): SimulationConfig {
  return {
    ...baseSimulation(kind === 'thin' ? 'thin' : 'puma-5', {
      vms,
      workersPerVm: workers,
      threadsPerWorker: threads,
      coresPerVm: workers,
      localWorkersPerVm: 0,
      localWorkerCpuShare: 0,
      localWorkerTurnMs: 50,
    }),
    healthProbe: null,
    durationMs: Number.POSITIVE_INFINITY,
  };
}

/** Who gets the GVL or a core next is chance: what one seed gives is not what the model says. */
const repetitions = 8;

/** Each request's measured and simulated response, once a repetition, without the first two seconds as measured. */
function replay(name: string, server: SimulationConfig, failures: readonly SimulatedFailure[] = []) {
  const rows = readTrace(name);
  const arrivals = {
    kind: 'trace',
    arrivalsMs: rows.map((row) => row.arrivalMs),
    cpuMs: rows.map((row) => row.cpuMs),
    ioMs: rows.map((row) => row.ioMs),
  } as const;
  return Array.from({ length: repetitions }, (_, replication) => {
    const { traceResponsesMs } = simulate({ ...server, replication, failures, warmUpShare: 0, arrivals });
    return rows
      .map((row, index) => ({ ...row, simulatedMs: traceResponsesMs![index]! }))
      .filter((row) => row.arrivalMs >= 2000);
  }).flat();
}

type Replayed = MeasuredRequest & { readonly simulatedMs: number };

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const quantileOf = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;

function ratioOf(rows: readonly Replayed[], statistic: (values: readonly number[]) => number): number {
  return statistic(rows.map((row) => row.simulatedMs)) / statistic(rows.map((row) => row.responseMs));
}

function expectWithin(ratio: number, tolerance: number): void {
  expect(ratio).toBeGreaterThan(1 - tolerance);
  expect(ratio).toBeLessThan(1 + tolerance);
}

const slowCount = (values: readonly number[]) => values.filter((value) => value > 1000).length;

/**
 * Seconds of arrival that carry a mean: at least 30 requests, and none of them more than a tenth of the second's total,
 * or the mean would say who was caught inside, which is chance.
 */
function carryingSeconds(rows: readonly Replayed[]): readonly (readonly Replayed[])[] {
  const seconds = Array.from({ length: 20 }, (_, second) =>
    rows.filter((row) => Math.floor(row.arrivalMs / 1000) === second),
  );
  return seconds.filter((arrived) => {
    const times = arrived.map((row) => row.responseMs);
    const requests = arrived.length / repetitions;
    return requests >= 30 && Math.max(...times) <= 0.1 * requests * meanOf(times);
  });
}

function expectSecondsWithin(rows: readonly Replayed[], tolerance: number, least: number): void {
  const seconds = carryingSeconds(rows);
  expect(seconds.length).toBeGreaterThanOrEqual(least);
  for (const arrived of seconds) expectWithin(ratioOf(arrived, meanOf), tolerance);
}

describe.skipIf(!hasMeasurements)(`simulate, fed a real server's arrivals and sizes${reason}`, () => {
  it.each([
    ['puma_s10_10-40_80', 'puma', 1, 10],
    ['puma_s1_5-45_80', 'puma', 1, 1],
    ['puma_s20_20-20_80', 'puma', 1, 20],
    ['puma_s20_5-45_90', 'puma', 1, 20],
    ['thin_20_5-45_90', 'thin', 1, 20],
    ['puma_w2t10_5-45_80', 'puma', 2, 10],
    ['puma_w2t5_5-45_90', 'puma', 2, 5],
  ])('has the mean of %s within 5 % and its p95 within 10 %', (name, server, workers, threads) => {
    const rows = replay(name, serverOf(server, 1, workers, threads));
    expectWithin(ratioOf(rows, meanOf), 0.05);
    expectWithin(
      ratioOf(rows, (values) => quantileOf(values, 0.95)),
      0.1,
    );
  });

  it('makes light requests wait behind heavy ones as in hetero_puma_s5', () => {
    const rows = replay('hetero_puma_s5', serverOf('puma', 1, 1, 5));
    const light = rows.filter((row) => row.kind === 0);
    expectWithin(ratioOf(light, meanOf), 0.05);
    expectWithin(
      ratioOf(
        rows.filter((row) => row.kind === 2),
        meanOf,
      ),
      0.05,
    );
    expectSecondsWithin(rows, 0.2, 5);
    expectWithin(
      ratioOf(light, (values) => quantileOf(values, 0.99)),
      0.2,
    );
  });

  it('suffers from one request of three seconds as hog_puma20_60 does', () => {
    const rows = replay('hog_puma20_60', serverOf('puma', 1, 1, 20));
    const light = rows.filter((row) => row.kind === 0);
    expectWithin(ratioOf(rows, slowCount), 0.2);
    expectWithin(
      ratioOf(light, (values) => quantileOf(values, 0.99)),
      0.2,
    );
    expectSecondsWithin(rows, 0.2, 17);
  });

  it('holds back half of the requests when one of two Thins stalls, as in stop_2thin_120', () => {
    const stall = { kind: 'stall', atMs: 6000, durationMs: 5000, vm: 0, worker: null } as const;
    // The load came over TCP: what finds the stalled Thin's queue full tries again every second (Linux 6.5 and later).
    const overTcp = {
      ...serverOf('thin', 2, 1, 20),
      unacceptedLimitPerVm: thinListenQueue,
      connectRetry: { everyMs: 1000, giveUpMs: 20_000 },
    };
    const rows = replay('stop_2thin_120', overTcp, [stall]);
    expectWithin(ratioOf(rows, slowCount), 0.2);
    expectWithin(
      ratioOf(rows, (values) => quantileOf(values, 0.99)),
      0.2,
    );
    expectSecondsWithin(rows, 0.2, 17);
  });

  it('holds back only what is inside when one of two workers stalls, as in stop_w2t10_120', () => {
    const stall = { kind: 'stall', atMs: 6000, durationMs: 5000, vm: 0, worker: 0 } as const;
    const rows = replay('stop_w2t10_120', serverOf('puma', 1, 2, 10), [stall]);
    // Three of 2368 were measured; which of the two workers stalls, and with how many inside, is chance.
    expect(slowCount(rows.map((row) => row.simulatedMs)) / repetitions).toBeLessThanOrEqual(6);
    expectSecondsWithin(rows, 0.2, 15);
    expectWithin(
      ratioOf(rows, (values) => quantileOf(values, 0.99)),
      0.2,
    );
  });
});

const closedRows = hasMeasurements
  ? readMeasurements('puma-measurements.csv').filter((row) => row.mode === 'closed' && row.disturbed === '0')
  : [];

describe.skipIf(!hasMeasurements)(`simulate, against measured throughput at saturation${reason}`, () => {
  it('finds the measured rows', () => {
    expect(closedRows.length).toBeGreaterThan(10);
  });

  it.each(closedRows.map((row) => [row.run!, row] as const))('carries what %s carried', (_run, row) => {
    const number = (column: string) => Number(row[column]);
    const workers = number('workers');
    const base = serverOf(row.server!, 1, workers, number('threads'));
    const sizes = (mean: number): Distribution => ({
      kind: row.dist === 'exp' ? 'exponential' : 'constant',
      mean,
    });
    const isEmpty = number('cpu_ms') === 0;
    const emptyCpuMs =
      row.conn === 'keep' ? emptyRequestCpuMs.keptConnection : emptyRequestCpuMs.newConnection;
    const result = simulate({
      ...base,
      overhead: isEmpty ? { ...measuredOverhead(1, 1), cpuMs: emptyCpuMs } : base.overhead,
      arrivals: { kind: 'closed', clients: number('concurrency'), thinkMs: 0 },
      shape: { ioPauses: Math.max(1, number('slices')), pieces: 'equal' },
      demand: {
        kind: 'independent',
        cpuMs: sizes(number('cpu_ms')),
        ioMs: sizes(number('io_ms')),
      },
      requests: 20_000,
    });
    expectWithin(result.throughputPerSecond / number('throughput'), workers === 1 ? 0.05 : 0.08);
  });
});
