import { describe, expect, it } from 'vitest';
import { TimeRecord } from '../../../../src/sizing/queueing/simulation/time-record.ts';

describe('TimeRecord', () => {
  it('averages over time within each second', () => {
    const record = new TimeRecord(1);
    record.queued = 4;
    record.advanceTo(250);
    record.queued = 0;
    record.advanceTo(1500);
    record.queued = 2;
    record.advanceTo(3000);
    expect([...record.series().queued]).toEqual([1, 1, 2]);
  });

  it('counts a response in the second of its arrival and a completion in its own', () => {
    const record = new TimeRecord(1);
    record.countArrival();
    record.advanceTo(2500);
    record.countCompletion(500, 2000);
    const series = record.series();
    expect([...series.meanResponseMs]).toEqual([2000, 0, 0]);
    expect([...series.completions]).toEqual([0, 0, 1]);
    expect([...series.arrivals]).toEqual([1, 0, 0]);
  });

  it('stays under 1024 pieces however long the run, and keeps the averages', () => {
    const record = new TimeRecord(1);
    record.queued = 3;
    record.advanceTo(10_000_000);
    const series = record.series();
    expect(series.queued.length).toBeLessThan(1024);
    expect(series.queued.length * series.bucketMs).toBeGreaterThanOrEqual(10_000_000);
    expect(series.queued.every((queued) => Math.abs(queued - 3) < 1e-9)).toBe(true);
  });

  it('averages over the counted window alone', () => {
    const record = new TimeRecord(1);
    record.queued = 100;
    record.advanceTo(1000);
    record.openWindow();
    record.queued = 2;
    record.advanceTo(2000);
    record.queued = 4;
    record.advanceTo(3000);
    record.closeWindow();
    record.queued = 100;
    record.advanceTo(9000);
    expect(record.windowAverages()).toMatchObject({ lengthMs: 2000, queued: 3 });
  });
});
