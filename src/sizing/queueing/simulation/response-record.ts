import { BatchMeans, batchInterval } from './batch-means.ts';
import { LogLinearHistogram } from './log-linear-histogram.ts';

/**
 * - `refused`: the VM's queue was full, or its only process was down behind a proxy that was up (a 502).
 * - `lost`: inside a process that crashed.
 * - `unreachable`: every VM tried refused the connection.
 * - `noBackend`: the router had no VM left in its pool.
 */
export type RequestError = 'refused' | 'lost' | 'unreachable' | 'noBackend';

const exactSamples = 2 ** 18;
const intervalBatches = 20;
const leastForInterval = 400;
const leastForTrust = 20_000;
/** Twenty independent batches pass this in one run of twenty (1.64 / sqrt(20)). */
const correlationLimit = 0.37;

/**
 * How far the half-widths can be believed. `trustworthy`: at least 20,000 requests in batches that look independent.
 * `not-reliable`: fewer, or batches that follow one another (a queue that grows, a load near capacity, failures).
 * `none`: too few for an interval at all.
 */
export type Confidence = 'trustworthy' | 'not-reliable' | 'none';

/** Response times of the counted requests that succeeded, from arrival at the router to the end of the reply. */
export interface ResponseSummary {
  readonly count: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Mean time before a thread had it. */
  readonly meanWaitMs: number;
  readonly slowCount: number;
  /** Percentiles from all values, not from the histogram (then within 0.39 %). */
  readonly isExact: boolean;
  /** Half-widths of 95 % confidence intervals by 20 batch means; the p95's only while `isExact`. */
  readonly meanHalfWidthMs: number | null;
  readonly p95HalfWidthMs: number | null;
  readonly confidence: Confidence;
}

function sortedQuantile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Gathers what happened to requests in memory that does not grow with their number. */
export class ResponseRecord {
  readonly errors: Record<RequestError, number> = { refused: 0, lost: 0, unreachable: 0, noBackend: 0 };
  /** Response by row of the trace; -1 where it failed, was not counted as ended, or there is no trace. */
  readonly traceMs: Float64Array;
  private readonly slowMs: number;
  private readonly histogram = new LogLinearHistogram();
  private readonly batches = new BatchMeans();
  private samples = new Float64Array(1024);
  private sumMs = 0;
  private sumWaitMs = 0;
  private maxMs = 0;
  private slowCount = 0;

  constructor(slowMs: number, traceLength: number) {
    this.slowMs = slowMs;
    this.traceMs = new Float64Array(traceLength).fill(-1);
  }

  addResponse(responseMs: number, waitMs: number): void {
    const { count } = this.histogram;
    if (count < exactSamples) this.keepSample(count, responseMs);
    this.histogram.add(responseMs);
    this.batches.add(responseMs);
    this.sumMs += responseMs;
    this.sumWaitMs += waitMs;
    if (responseMs > this.maxMs) this.maxMs = responseMs;
    if (responseMs > this.slowMs) this.slowCount += 1;
  }

  addError(error: RequestError, isCounted: boolean): void {
    if (isCounted) this.errors[error] += 1;
  }

  setTraceResponse(row: number, responseMs: number): void {
    if (row < this.traceMs.length) this.traceMs[row] = responseMs;
  }

  /** Null while nothing was counted: no requests have no mean. */
  summary(): ResponseSummary | null {
    const { count } = this.histogram;
    if (count === 0) return null;
    const isExact = count <= exactSamples;
    const sorted = isExact ? this.samples.slice(0, count).sort() : null;
    const quantile = (share: number) =>
      sorted === null ? Math.min(this.maxMs, this.histogram.quantile(share)) : sortedQuantile(sorted, share);
    const interval = count < leastForInterval ? null : this.batches.interval();
    const isIndependent = interval !== null && interval.lagOneCorrelation < correlationLimit;
    const trust = count >= leastForTrust && isIndependent ? 'trustworthy' : 'not-reliable';
    return {
      count,
      meanMs: this.sumMs / count,
      p50Ms: quantile(0.5),
      p95Ms: quantile(0.95),
      p99Ms: quantile(0.99),
      maxMs: this.maxMs,
      meanWaitMs: this.sumWaitMs / count,
      slowCount: this.slowCount,
      isExact,
      meanHalfWidthMs: interval?.halfWidth ?? null,
      p95HalfWidthMs: interval !== null && isExact ? this.p95HalfWidthMs(count) : null,
      confidence: interval === null ? 'none' : trust,
    };
  }

  private p95HalfWidthMs(count: number): number {
    const size = Math.floor(count / intervalBatches);
    const values = Array.from({ length: intervalBatches }, (_, batch) =>
      sortedQuantile(this.samples.slice(batch * size, (batch + 1) * size).sort(), 0.95),
    );
    return batchInterval(values).halfWidth;
  }

  private keepSample(index: number, value: number): void {
    if (index === this.samples.length) {
      const grown = new Float64Array(2 * index);
      grown.set(this.samples);
      this.samples = grown;
    }
    this.samples[index] = value;
  }
}
