import { describe, expect, it } from 'vitest';
import {
  answerAt,
  curveAt,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-answer.ts';
import { caseOfOne, settled, twoPuma, twoThin } from './case-of.ts';

const even = { acceptPolicy: 'even' } as const;
const nothingLeft = { kind: 'nothing-left' };

describe('answerAt', () => {
  it('is M/M/1 for a Thin process of one thread that only computes', async () => {
    // 5 of 10 a second at each: 1 / (10 - 5) s on average, half of it a wait, and percentiles of an exponential law.
    const answer = settled((await caseOfOne(twoThin, { requestsPerSecond: 10 })).selected.answer);
    expect(answer.meanSeconds).toBeCloseTo(0.2, 9);
    expect(answer.threadWaitSeconds).toBeCloseTo(0.1, 9);
    expect(answer.lockWaitSeconds).toBeCloseTo(0, 9);
    expect(answer.waitShare).toBeCloseTo(0.5, 9);
    expect(answer.percentiles?.p50).toBeCloseTo(0.2 * Math.log(2), 5);
    expect(answer.percentiles?.p95).toBeCloseTo(0.2 * Math.log(20), 5);
    expect(answer.percentiles?.p99).toBeCloseTo(0.2 * Math.log(100), 5);
  });

  it('is M/M/2 for a process of two threads that only wait for others', async () => {
    // Erlang C of 1 on 2 servers is 1/3; a wait of 1/3 / (20 - 10) s on top of 0.1 s, and none for the lock.
    const one = { ...twoThin, vms: 1, threadsPerWorker: 2 };
    const { answer } = (await caseOfOne(one, { requestsPerSecond: 10, cpuSharePercent: 0 })).selected;
    expect(answer).toMatchObject({
      kind: 'settles',
      meanSeconds: expect.closeTo(0.1 + 1 / 30, 9),
      threadWaitSeconds: expect.closeTo(1 / 30, 9),
      lockWaitSeconds: expect.closeTo(0, 9),
      waitShare: expect.closeTo(1 / 3, 9),
    });
  });

  it('averages over VMs by what they get, and takes percentiles of the one with the stalled worker', async () => {
    // Half of the requests meet M/M/2 (Erlang C of 0.5 is 0.1; wait 0.1 / 15 s), half M/M/1 as above.
    const load = await caseOfOne(twoPuma, { ...even, requestsPerSecond: 10, loadCondition: 'worker' });
    const answer = settled(load.selected.answer);
    expect(answer.meanSeconds).toBeCloseTo((0.1 + 0.1 / 15 + 0.2) / 2, 9);
    expect(answer.threadWaitSeconds).toBeCloseTo((0.1 / 15 + 0.1) / 2, 9);
    expect(answer.waitShare).toBeCloseTo((0.1 + 0.5) / 2, 9);
    expect(answer.percentiles?.p50).toBeCloseTo(0.2 * Math.log(2), 5);
    expect(answer.percentiles?.p95).toBeCloseTo(0.2 * Math.log(20), 5);
    expect(answer.percentiles?.p99).toBeCloseTo(0.2 * Math.log(100), 5);
  });

  it('lets only the VMs grow that get more than they serve', async () => {
    // Of 25 a second each VM gets 12.5; the one with a worker stalled serves 10, the other 20.
    const { loaded } = (await caseOfOne(twoPuma, { ...even, loadCondition: 'worker' })).selected;
    expect(answerAt(loaded, 25)).toEqual({ kind: 'grows', growthPerSecond: expect.closeTo(2.5, 9) });
    // Of 50 each gets 25: 15 too many here, 5 there.
    expect(answerAt(loaded, 50)).toEqual({ kind: 'grows', growthPerSecond: expect.closeTo(20, 9) });
    expect(answerAt(loaded, 20)).toEqual({ kind: 'grows', growthPerSecond: expect.closeTo(0, 9) });
    expect(answerAt(loaded, 19.9).kind).toBe('settles');
  });

  it('has nothing left where no VM is', async () => {
    const one = await caseOfOne({ ...twoThin, vms: 1 }, { requestsPerSecond: 5, loadCondition: 'vm' });
    expect(one.selected.answer).toEqual(nothingLeft);
    expect(curveAt(one.selected.loaded, [1, 2])).toEqual([nothingLeft, nothingLeft]);
  });

  it('adds what no thread is held for to the mean and to every percentile', async () => {
    const { loaded } = (await caseOfOne(twoThin, { requestsPerSecond: 10 })).selected;
    const later = answerAt({ ...loaded, latencySeconds: 1 }, 10);
    expect(later).toMatchObject({
      meanSeconds: expect.closeTo(1.2, 9),
      threadWaitSeconds: expect.closeTo(0.1, 9),
      percentiles: {
        p50: expect.closeTo(1 + 0.2 * Math.log(2), 5),
        p95: expect.closeTo(1 + 0.2 * Math.log(20), 5),
        p99: expect.closeTo(1 + 0.2 * Math.log(100), 5),
      },
    });
  });
});

describe('curveAt', () => {
  it('is M/M/1 at each of the loads, percentiles only where they are asked for, and grows beyond', async () => {
    const { loaded } = (await caseOfOne(twoThin)).selected;
    const loads = [0, 4, 16, 25];
    const curve = curveAt(loaded, loads);
    expect(curve).toHaveLength(4);
    for (const [index, perSecond] of [0, 4, 16].entries()) {
      const mean = 1 / (10 - perSecond / 2);
      const answer = settled(curve[index]);
      expect(answer.meanSeconds).toBeCloseTo(mean, 9);
      expect((answer.percentiles?.p95 ?? 0) / mean).toBeCloseTo(Math.log(20), 3);
      expect((answer.percentiles?.p50 ?? 0) / mean).toBeCloseTo(Math.log(2), 3);
    }
    expect(curve[3]).toEqual({ kind: 'grows', growthPerSecond: expect.closeTo(5, 9) });
    for (const answer of curveAt({ ...loaded, hasPercentiles: false }, loads.slice(0, 3)))
      expect(answer).toMatchObject({ kind: 'settles', percentiles: null });
  });
});
