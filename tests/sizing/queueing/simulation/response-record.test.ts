import { describe, expect, it } from 'vitest';
import { ResponseRecord } from '../../../../src/sizing/queueing/simulation/response-record.ts';
import { range } from './range.ts';

function recordOf(responsesMs: readonly number[], slowMs = 1000): ResponseRecord {
  const record = new ResponseRecord(slowMs, 0);
  for (const ms of responsesMs) record.addResponse(ms, ms / 4);
  return record;
}

function summaryOf(responsesMs: readonly number[], slowMs = 1000) {
  const summary = recordOf(responsesMs, slowMs).summary();
  if (summary === null) throw new Error('nothing counted');
  return summary;
}

describe('ResponseRecord', () => {
  it('has no mean of no requests', () => {
    expect(recordOf([]).summary()).toBeNull();
  });

  it('gives mean, percentiles and maximum of 1 to 100, whatever the order', () => {
    // By the nearest rank: the 50th, 95th and 99th of a hundred.
    expect(summaryOf(range(100, (i) => 1 + ((i * 37) % 100)))).toMatchObject({
      count: 100,
      meanMs: 50.5,
      p50Ms: 50,
      p95Ms: 95,
      p99Ms: 99,
      maxMs: 100,
      meanWaitMs: 50.5 / 4,
      isExact: true,
    });
  });

  it('gives the only value as every percentile', () => {
    expect(summaryOf([7])).toMatchObject({ count: 1, meanMs: 7, p50Ms: 7, p95Ms: 7, p99Ms: 7, maxMs: 7 });
  });

  it('counts what is slower than the limit, not what is as slow', () => {
    expect(summaryOf([10, 20, 20.5, 30], 20).slowCount).toBe(2);
  });

  it('keeps every value beyond its first 1024', () => {
    const summary = summaryOf(range(5000, (i) => i + 1));
    expect(summary).toMatchObject({ p50Ms: 2500, p95Ms: 4750, p99Ms: 4950, maxMs: 5000, isExact: true });
  });

  it('gives no interval below 400 requests, and an unreliable one below 20,000', () => {
    const alternating = (count: number) => summaryOf(range(count, (i) => 1 + (i % 2)));
    expect(alternating(399)).toMatchObject({
      meanHalfWidthMs: null,
      p95HalfWidthMs: null,
      confidence: 'none',
    });
    expect(alternating(400).meanHalfWidthMs).not.toBeNull();
    expect(alternating(400).p95HalfWidthMs).not.toBeNull();
    expect(alternating(400).confidence).toBe('not-reliable');
    // Every pair is 3: batches of the mean do not differ at all.
    expect(alternating(20_000).confidence).toBe('trustworthy');
    expect(alternating(19_999).confidence).toBe('not-reliable');
    expect(alternating(20_000).meanHalfWidthMs).toBeCloseTo(0, 9);
  });

  it('does not trust batches that follow one another, however many', () => {
    expect(summaryOf(range(20_000, (i) => 1 + i)).confidence).toBe('not-reliable');
  });

  it('has the interval of the 95th percentile by Student’s t over 20 batches', () => {
    // 400 requests: ten batches of twenty ones, then ten of twenty threes. Variance of the batches' percentiles:
    // 20 × 1² ÷ 19; standard error √(1/19); t(19) = 2.0930.
    const summary = summaryOf(range(400, (i) => (i < 200 ? 1 : 3)));
    expect(summary.p95HalfWidthMs).toBeCloseTo(2.0930240544 / Math.sqrt(19), 9);
    expect(summary.meanHalfWidthMs).toBeCloseTo(2.0930240544 / Math.sqrt(19), 9);
    // In each batch nineteen ones and one three: the 19th of twenty is a one.
    expect(summaryOf(range(400, (i) => (i % 20 === 7 ? 3 : 1))).p95HalfWidthMs).toBe(0);
  });

  it('counts errors of the counted window by kind', () => {
    const record = recordOf([]);
    record.addError('lost', true);
    record.addError('lost', false);
    record.addError('refused', true);
    record.addError('refused', true);
    expect(record.errors).toEqual({ refused: 2, lost: 1, unreachable: 0, noBackend: 0 });
  });

  it('keeps the response of each row of a trace, -1 where there was none, and of no row beyond', () => {
    const record = new ResponseRecord(1000, 3);
    record.setTraceResponse(1, 12);
    record.setTraceResponse(3, 99);
    expect([...record.traceMs]).toEqual([-1, 12, -1]);
  });

  it('falls back on a histogram beyond 262,144 values, within 0.39 % and never above the largest', () => {
    const [record, alike] = [new ResponseRecord(1000, 0), new ResponseRecord(1000, 0)];
    for (let index = 0; index <= 2 ** 18; index += 1) {
      record.addResponse(100 + (index % 100), 0);
      alike.addResponse(199, 0);
      if (index + 1 === 2 ** 18) expect(record.summary()?.isExact).toBe(true);
    }
    const summary = record.summary();
    expect(summary).toMatchObject({ count: 2 ** 18 + 1, isExact: false, p95HalfWidthMs: null, maxMs: 199 });
    expect(Math.abs((summary?.p50Ms ?? 0) / 149 - 1)).toBeLessThan(0.0039);
    expect(summary?.meanHalfWidthMs).not.toBeNull();
    // The middle of the bucket of 199 is 199.5.
    expect(alike.summary()).toMatchObject({ p50Ms: 199, p99Ms: 199, isExact: false });
  });
});
