import type { LoadedOption } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-case.ts';
import type { SimulatedOption } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/simulated-option.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import type { ResponseSummary } from '../../../../../../src/sizing/queueing/simulation/response-record.ts';
import type { SimulationResult } from '../../../../../../src/sizing/queueing/simulation/simulation.ts';
import type { TimeSeries } from '../../../../../../src/sizing/queueing/simulation/time-record.ts';

/** A run in which a process stalls. */
export const stall = {
  failureKind: 'stall',
  failureAtSeconds: 20,
  failureSeconds: 30,
  runSeconds: 90,
} as const satisfies Inputs;

const answered: ResponseSummary = {
  count: 1800,
  meanMs: 200,
  p50Ms: 140,
  p95Ms: 600,
  p99Ms: 920,
  maxMs: 1500,
  meanWaitMs: 100,
  slowCount: 12,
  isExact: true,
  meanHalfWidthMs: 4.2,
  p95HalfWidthMs: 16.4,
  confidence: 'trustworthy',
};

const nothingHappened: TimeSeries = {
  bucketMs: 1000,
  arrivals: new Float64Array(),
  completions: new Float64Array(),
  errors: new Float64Array(),
  meanResponseMs: new Float64Array(),
  responses: new Float64Array(),
  queued: new Float64Array(),
  busyThreads: new Float64Array(),
  busyCores: new Float64Array(),
  vmsInPool: new Float64Array(),
};

/** What a run might have found; a response of null answered no request. */
export function simulated(
  one: LoadedOption,
  response: Partial<ResponseSummary> | null = {},
  more: Partial<SimulationResult> = {},
): SimulatedOption {
  return {
    one,
    result: {
      seed: 7,
      events: 1,
      simulatedMs: 1,
      arrivals: 2000,
      response: response && { ...answered, ...response },
      errors: { refused: 0, lost: 0, unreachable: 0, noBackend: 0 },
      unfinished: 0,
      throughputPerSecond: 10,
      windowMs: 1,
      meanQueued: 0,
      threadUtilisation: 0,
      coreUtilisation: 0,
      series: nothingHappened,
      traceResponsesMs: null,
      ...more,
    },
  };
}

/** A run second by second: mean responses and their number, and what waits and is served. */
export function seriesOf(
  rows: readonly (readonly [
    meanResponseMs: number,
    responses: number,
    queued: number,
    busyThreads: number,
  ])[],
  bucketMs = 1000,
): TimeSeries {
  const column = (index: 0 | 1 | 2 | 3) => Float64Array.from(rows, (row) => row[index]);
  return {
    ...nothingHappened,
    bucketMs,
    meanResponseMs: column(0),
    responses: column(1),
    queued: column(2),
    busyThreads: column(3),
  };
}
