import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  erlangB,
  erlangC,
  sharedQueueOf,
  sharedQueueResponseTail,
} from '../../../src/sizing/queueing/erlang.ts';
import { waitPercentile, waitTail } from '../../../src/sizing/queueing/exponential-wait.ts';

function settled(servers: number, arrivalsPerSecond: number, serviceSeconds = 1) {
  const queue = sharedQueueOf({ servers, arrivalsPerSecond, serviceSeconds });
  if (queue.kind !== 'settles') throw new Error('expected the queue to settle');
  return queue;
}

describe('erlangB', () => {
  it.each([
    [2, 1, 0.2],
    [5, 4, 0.199066874028],
    [10, 8, 0.121661064253],
    [20, 16, 0.0644109247816],
    [100, 90, 0.0269573804644],
    [1000, 980, 0.0138312101291],
  ])('loses the published share with %d servers offered %d erlangs', (servers, offered, lost) => {
    expect(erlangB(servers, offered)).toBeCloseTo(lost, 12);
  });

  it('loses everything without a server and nothing without load', () => {
    expect(erlangB(0, 3)).toBe(1);
    expect(erlangB(3, 0)).toBe(0);
  });

  it('stays a probability for thousands of servers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 2e4, noNaN: true }),
        (n, offered) => {
          const lost = erlangB(n, offered);
          expect(lost).toBeGreaterThanOrEqual(0);
          expect(lost).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('refuses a broken number of servers with the value in the message', () => {
    expect(() => erlangB(2.5, 1)).toThrow('2.5');
    expect(() => erlangB(2, -1)).toThrow('-1');
  });
});

describe('erlangC', () => {
  it.each([
    [2, 1, 1 / 3],
    [5, 4, 128 / 231],
    [10, 8, 0.409180150796],
    [20, 16, 0.256077793839],
    [100, 90, 0.216940480906],
    [1000, 980, 0.412200292365],
  ])('makes the published share wait with %d servers offered %d erlangs', (servers, offered, wait) => {
    expect(erlangC(servers, offered)).toBeCloseTo(wait, 12);
  });

  it('makes the share wait on 768 Heat slots that 60-digit arithmetic gives', () => {
    expect(erlangC(768, 740)).toBeCloseTo(0.217061736720345, 13);
  });

  it('makes everybody wait at and above capacity', () => {
    expect(erlangC(4, 4)).toBe(1);
    expect(erlangC(4, 9)).toBe(1);
  });
});

describe('sharedQueueOf', () => {
  it('gives the textbook means of M/M/1 at 80 %', () => {
    const queue = settled(1, 0.8);
    expect(queue.meanResponseSeconds).toBeCloseTo(5, 12);
    expect(queue.meanWaitSeconds).toBeCloseTo(4, 12);
    expect(0.8 * queue.meanResponseSeconds).toBeCloseTo(4, 12);
  });

  it('gives the published waits of M/M/20 at 80 %', () => {
    const queue = settled(20, 16);
    expect(queue.meanWaitSeconds).toBeCloseTo(0.0640194484598, 12);
    expect(waitTail(queue, 0.5)).toBeCloseTo(0.0346563607598, 12);
    expect(waitPercentile(queue, 0.9)).toBeCloseTo(0.235077773628, 11);
    expect(waitPercentile(queue, 0.99)).toBeCloseTo(0.810724046877, 11);
  });

  it.each([
    [0.5, 11.5],
    [0.8, 5.365234375],
    [0.95, 4.262866307],
    [0.99, 4.049472379],
  ])('makes four single pods wait longer than one of four workers, at load %d by %d', (load, ratio) => {
    expect(settled(1, load).meanWaitSeconds / settled(4, 4 * load).meanWaitSeconds).toBeCloseTo(ratio, 8);
  });

  it('counts in services of any length: half a second at one a second keeps one server half busy', () => {
    // M/M/1 with μ = 2 and λ = 1: half wait, for 1/(μ - λ) = 1 s; the response is 1 s.
    const queue = settled(1, 1, 0.5);
    expect(queue.utilisation).toBeCloseTo(0.5, 12);
    expect(queue.waitProbability).toBeCloseTo(0.5, 12);
    expect(queue.meanWaitSeconds).toBeCloseTo(0.5, 12);
    expect(queue.meanResponseSeconds).toBeCloseTo(1, 12);
    expect(queue.waitDecayPerSecond).toBeCloseTo(1, 12);
    const input = { servers: 1, arrivalsPerSecond: 1, serviceSeconds: 0.5 };
    expect(sharedQueueResponseTail(input, 2)).toBeCloseTo(Math.exp(-2), 12);
  });

  it('has no steady state at exactly the capacity, where it does not grow either', () => {
    expect(sharedQueueOf({ servers: 2, arrivalsPerSecond: 4, serviceSeconds: 0.5 })).toEqual({
      kind: 'grows',
      growthPerSecond: 0,
    });
  });

  it('says by how much the queue grows above capacity', () => {
    expect(sharedQueueOf({ servers: 2, arrivalsPerSecond: 5, serviceSeconds: 0.5 })).toEqual({
      kind: 'grows',
      growthPerSecond: 1,
    });
  });
});

describe('sharedQueueResponseTail', () => {
  it('gives the textbook percentiles of M/M/1 at 80 %', () => {
    const queue = { servers: 1, arrivalsPerSecond: 0.8, serviceSeconds: 1 };
    expect(sharedQueueResponseTail(queue, 3.4657359028)).toBeCloseTo(0.5, 10);
    expect(sharedQueueResponseTail(queue, 14.9786613678)).toBeCloseTo(0.05, 10);
    expect(sharedQueueResponseTail(queue, 23.0258509299)).toBeCloseTo(0.01, 10);
  });

  it('gives the published 95th percentile of M/M/20 at 80 %', () => {
    const queue = { servers: 20, arrivalsPerSecond: 16, serviceSeconds: 1 };
    expect(sharedQueueResponseTail(queue, 3.07763563605)).toBeCloseTo(0.05, 10);
  });

  it('is certain at and above capacity', () => {
    const queue = { servers: 2, arrivalsPerSecond: 2, serviceSeconds: 1 };
    expect(sharedQueueResponseTail(queue, 1e6)).toBe(1);
    expect(sharedQueueResponseTail({ ...queue, arrivalsPerSecond: 3 }, 0)).toBe(1);
  });

  it('keeps its law where the service is long over and only waits are left', () => {
    // c = 20, λ = 19.9, μ = 1: beyond all service the tail is C μ/(μ - 0.1) e^(-0.1 t).
    const queue = { servers: 20, arrivalsPerSecond: 19.9, serviceSeconds: 1 };
    const waits = erlangC(20, 19.9) / 0.9;
    for (const seconds of [100, 700, 2000]) {
      expect(sharedQueueResponseTail(queue, seconds) / (waits * Math.exp(-0.1 * seconds))).toBeCloseTo(1, 9);
    }
  });

  it('has its limit where the wait decays as fast as the service', () => {
    // c = 2, λ = 1, μ = 1: cμ - λ - μ = 0 and the tail is e^{-t}(1 + t/3).
    const queue = { servers: 2, arrivalsPerSecond: 1, serviceSeconds: 1 };
    expect(sharedQueueResponseTail(queue, 2)).toBeCloseTo(Math.exp(-2) * (1 + 2 / 3), 12);
  });
});

describe('waitPercentile', () => {
  it('gives the textbook 95th percentile and tail of M/M/1 at 80 %', () => {
    expect(waitPercentile(settled(1, 0.8), 0.95)).toBeCloseTo(13.8629436112, 9);
    expect(waitTail(settled(1, 0.8), 5)).toBeCloseTo(0.294303552937, 11);
  });

  it('has no percentile that leaves nobody out', () => {
    expect(() => waitPercentile({ waitProbability: 0.5, waitDecayPerSecond: 1 }, 1)).toThrow('1 - quantile');
  });

  it('is zero where fewer requests wait than the percentile leaves out', () => {
    expect(waitPercentile({ waitProbability: 0.04, waitDecayPerSecond: 1 }, 0.95)).toBe(0);
  });
});
