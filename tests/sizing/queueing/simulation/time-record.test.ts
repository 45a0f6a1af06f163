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

  it('keeps threads, cores and VMs apart, the last piece over as much as has passed of it', () => {
    const record = new TimeRecord(3);
    record.busyThreads = 5;
    record.busyCores = 2;
    record.queued = 1;
    record.advanceTo(500);
    record.busyThreads = 7;
    record.busyCores = 4;
    record.vmsInPool = 1;
    record.advanceTo(1250);
    const series = record.series();
    expect(series.bucketMs).toBe(1000);
    expect([...series.busyThreads]).toEqual([6, 7]);
    expect([...series.busyCores]).toEqual([3, 4]);
    expect([...series.vmsInPool]).toEqual([2, 1]);
    expect([...series.queued]).toEqual([1, 1]);
  });

  it('has no piece before time passes, and none that has only begun', () => {
    const record = new TimeRecord(1);
    expect(record.series().queued).toHaveLength(0);
    record.advanceTo(1);
    expect(record.series().queued).toHaveLength(1);
    record.advanceTo(1000);
    expect(record.series().queued).toHaveLength(1);
    record.advanceTo(1001);
    expect(record.series().queued).toHaveLength(2);
  });

  it('counts arrivals, errors and responses in their pieces', () => {
    const record = new TimeRecord(1);
    record.countArrival();
    record.countArrival();
    record.countArrival();
    record.advanceTo(1200);
    record.countError();
    record.countArrival();
    record.countCompletion(0, 100);
    record.countCompletion(999, 300);
    record.countCompletion(1000, 50);
    record.advanceTo(1300);
    const series = record.series();
    expect([...series.arrivals]).toEqual([3, 1]);
    expect([...series.errors]).toEqual([0, 1]);
    expect([...series.completions]).toEqual([0, 3]);
    expect([...series.responses]).toEqual([2, 1]);
    expect([...series.meanResponseMs]).toEqual([200, 50]);
  });

  it('joins pieces in pairs from the 1024th on, with every count in its place', () => {
    const record = new TimeRecord(1);
    for (let second = 0; second < 1024; second += 1) {
      record.countArrival();
      if (second % 2 === 1) record.countError();
      record.countCompletion(1000 * second, second < 2 ? 100 + 200 * second : 0);
      record.queued = second < 2 ? 10 * second : 0;
      record.advanceTo(1000 * second + 999);
      if (second === 1022) expect(record.series().bucketMs).toBe(1000);
      record.advanceTo(1000 * (second + 1));
    }
    record.countArrival();
    record.advanceTo(1_025_000);
    const series = record.series();
    expect(series.bucketMs).toBe(2000);
    expect(series.arrivals).toHaveLength(513);
    expect([...series.arrivals.subarray(0, 2), ...series.arrivals.subarray(510)]).toEqual([2, 2, 2, 2, 1]);
    expect([...series.errors.subarray(510)]).toEqual([1, 1, 0]);
    expect([series.meanResponseMs[0], series.responses[0], series.queued[0]]).toEqual([200, 2, 5]);
    expect(series.completions.reduce((sum, count) => sum + count, 0)).toBe(1024);
    // From here on a piece is two seconds long.
    record.countCompletion(1_025_500, 40);
    record.advanceTo(1_026_500);
    expect(record.series().meanResponseMs[512]).toBe(40);
    expect(record.series().queued).toHaveLength(514);
  });

  it('has averages of an open window so far, and of none without one', () => {
    const record = new TimeRecord(1);
    record.busyThreads = 3;
    record.busyCores = 2;
    record.advanceTo(500);
    record.countCompletion(0, 10);
    expect(record.windowAverages()).toEqual({
      lengthMs: 0,
      completions: 0,
      queued: 0,
      busyThreads: 0,
      busyCores: 0,
    });
    record.openWindow();
    expect(record.isWindowOpen).toBe(true);
    expect(record.windowAverages()).toMatchObject({ lengthMs: 0, busyThreads: 0 });
    record.advanceTo(1500);
    record.countCompletion(0, 10);
    record.busyThreads = 5;
    record.advanceTo(2500);
    expect(record.windowAverages()).toEqual({
      lengthMs: 2000,
      completions: 1,
      queued: 0,
      busyThreads: 4,
      busyCores: 2,
    });
    record.closeWindow();
    expect(record.isWindowOpen).toBe(false);
    record.advanceTo(9000);
    record.countCompletion(0, 10);
    expect(record.windowAverages()).toMatchObject({ lengthMs: 2000, completions: 1, busyThreads: 4 });
  });
});
