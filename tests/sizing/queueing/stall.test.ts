import { describe, expect, it } from 'vitest';
import { heldByOneWorker, stallOf } from '../../../src/sizing/queueing/stall.ts';

function drained(input: Parameters<typeof stallOf>[0]) {
  const stall = stallOf(input);
  if (stall.kind !== 'settles') throw new Error('expected the backlog to drain');
  return stall;
}

describe('stallOf', () => {
  it('is within 1.5 % of a simulated Thin process that stalls for 30 s', () => {
    const stall = drained({
      arrivalsPerSecond: 16,
      capacityPerSecond: 20,
      remainingPerSecond: 0,
      stallSeconds: 30,
    });
    expect(stall.backlog).toBe(480);
    expect(stall.drainSeconds).toBe(120);
    expect(stall.affected).toBe(2400);
    expect(stall.totalExtraDelaySeconds).toBe(36000);
    expect(stall.longestExtraDelaySeconds).toBe(30);
    expect(Math.abs(stall.affected / 2412 - 1)).toBeLessThan(0.015);
    expect(Math.abs(stall.totalExtraDelaySeconds / 36534 - 1)).toBeLessThan(0.015);
  });

  it('hits 1800 requests of a Thin fleet at 300/s and takes 90 s to recover', () => {
    const stall = drained({
      arrivalsPerSecond: 15,
      capacityPerSecond: 20,
      remainingPerSecond: 0,
      stallSeconds: 30,
    });
    expect(stall.affected).toBe(1800);
    expect(stall.drainSeconds).toBe(90);
  });

  it('predicts the worst delay of two measured workers, one stopped for 5 s above the capacity of the other', () => {
    // 220/s against 159/s left: measured 99th percentile 1463 ms, fluid 1390 ms; two workers carry 318/s.
    const stall = drained({
      arrivalsPerSecond: 220,
      capacityPerSecond: 318,
      remainingPerSecond: 159,
      stallSeconds: 5,
    });
    expect(stall.longestExtraDelaySeconds).toBeCloseTo(1.39, 2);
    expect(Math.abs(stall.longestExtraDelaySeconds / 1.463 - 1)).toBeLessThan(0.06);
  });

  it('delays nothing while the other workers carry the load', () => {
    expect(
      drained({ arrivalsPerSecond: 120, capacityPerSecond: 318, remainingPerSecond: 159, stallSeconds: 5 }),
    ).toEqual({
      kind: 'settles',
      backlog: 0,
      drainSeconds: 0,
      affected: 0,
      totalExtraDelaySeconds: 0,
      longestExtraDelaySeconds: 0,
    });
  });

  it('delays nobody without arrivals, or without a stall', () => {
    const none = { backlog: 0, drainSeconds: 0, affected: 0, longestExtraDelaySeconds: 0 };
    const input = { arrivalsPerSecond: 0, capacityPerSecond: 20, remainingPerSecond: 0, stallSeconds: 30 };
    expect(drained(input)).toMatchObject(none);
    expect(drained({ ...input, arrivalsPerSecond: 16, stallSeconds: 0 })).toMatchObject(none);
  });

  it('never drains at exactly the capacity, where the backlog stays as it is', () => {
    expect(
      stallOf({ arrivalsPerSecond: 20, capacityPerSecond: 20, remainingPerSecond: 0, stallSeconds: 1 }),
    ).toEqual({ kind: 'grows', growthPerSecond: 0 });
  });

  it('never drains above capacity', () => {
    expect(
      stallOf({ arrivalsPerSecond: 25, capacityPerSecond: 20, remainingPerSecond: 0, stallSeconds: 1 }),
    ).toEqual({ kind: 'grows', growthPerSecond: 5 });
  });
});

describe('heldByOneWorker', () => {
  it('holds the 3 requests seen in a stopped worker of two at 120/s and 52 ms', () => {
    expect(Math.round(heldByOneWorker(120 * 0.052, 2))).toBe(3);
  });
});
