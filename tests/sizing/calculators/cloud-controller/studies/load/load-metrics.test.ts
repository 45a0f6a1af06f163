import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { caseOfOne, settled, twoThin } from './case-of.ts';

/** Today: ten Thin VMs of a thread each. */
const today = { thinVms: 10, thinThreads: 1, requestFrom: 'metrics' } as const;

async function requestFor(cores: number, outstanding: number, perSecond: number, more: Inputs = {}) {
  const measured = {
    measuredCpuCores: cores,
    measuredOutstanding: outstanding,
    measuredPerSecond: perSecond,
  };
  return (await caseOfOne(twoThin, { ...today, ...measured, ...more })).request;
}

describe('demandOfMetrics', () => {
  it.each(['measuredPerSecond', 'measuredCpuCores', 'measuredOutstanding'])(
    'waits for all three: without %s what was entered counts',
    async (missing) => {
      const request = await requestFor(2, 5, 20, {
        [missing]: null,
        serviceTimeMs: 100,
        cpuSharePercent: 40,
      });
      expect(request).toMatchObject({
        cpuSeconds: expect.closeTo(0.04, 12),
        ioSeconds: expect.closeTo(0.06, 12),
        source: 'as entered',
        doubts: ['Enter all three metrics; until then the entered time of a request counts.'],
      });
    },
  );

  it('is exact where a process has one thread, which waits for no lock: CPU and time on a thread by Little', async () => {
    // 2 cores at 20 a second are 100 ms, 5 requests on threads 250 ms.
    const request = await requestFor(2, 5, 20);
    expect(request.cpuSeconds).toBeCloseTo(0.1, 12);
    expect(request.ioSeconds).toBeCloseTo(0.15, 9);
    expect(request).toMatchObject({ source: 'from your three metrics', origins: ['yours'], doubts: [] });
  });

  it('says that waiting is unsure once processes are busy for more than 60 % of the time', async () => {
    // Six and 6.1 of ten.
    expect((await requestFor(6, 7, 20)).doubts).toEqual([]);
    const { doubts, ioSeconds } = await requestFor(6.1, 7, 20);
    expect(doubts).toEqual([expect.stringContaining('Measure at a quieter minute.')]);
    expect(ioSeconds).toBeCloseTo(0.9 / 20, 9);
  });

  it('assumes no waiting where more cores are used than requests can', async () => {
    const request = await requestFor(5, 4, 20);
    expect(request).toMatchObject({ cpuSeconds: 0.25, ioSeconds: 0 });
    expect(request.doubts).toEqual([
      '5 cores are more than 4 outstanding requests can use: one of the numbers is of another fleet or another minute. No waiting is assumed.',
    ]);
    // As many are just what requests that never wait use.
    expect((await requestFor(5, 5, 20)).ioSeconds).toBe(0);
  });

  it('takes all for waiting where the processes can do no more', async () => {
    // Ten cores of ten: 0.5 s CPU, and a request is on its thread for 0.75 s.
    const request = await requestFor(10, 15, 20, { thinThreads: 4 });
    expect(request.ioSeconds).toBeCloseTo(0.25, 12);
    expect(request.doubts).toEqual([
      '10 cores are as much as 10 Thin processes can use: the wait for the lock cannot be told from other waiting, and the answer is too slow.',
    ]);
  });

  it('assumes no waiting where a lock alone would keep requests longer', async () => {
    // 9 of 10 processes busy with 4 threads each: the lock alone holds far more than 9.5 requests.
    const request = await requestFor(9, 9.5, 20, { thinThreads: 4 });
    expect(request.ioSeconds).toBe(0);
    expect(request.doubts).toEqual([
      'Requests are on a thread for a shorter time than such a load keeps them there by CPU alone: no waiting is assumed.',
    ]);
  });

  it('takes off what the lock adds: with many threads of a quiet fleet nearly nothing', async () => {
    const { ioSeconds } = await requestFor(0.1, 0.3, 2, { thinThreads: 20 });
    // 50 ms CPU and 150 ms on a thread, each process busy for 1 %.
    expect(ioSeconds).toBeLessThan(0.1);
    expect(ioSeconds).toBeGreaterThan(0.098);
  });

  it('gives back the outstanding requests that were measured, put into today’s fleet again', async () => {
    const plan = { thinThreads: 5, measuredCpuCores: 5, measuredOutstanding: 16, measuredPerSecond: 50 };
    const thin = { engine: 'thin', vcpusPerVm: 1, vms: 10, threadsPerWorker: 5 };
    const load = await caseOfOne(thin, { ...today, ...plan });
    const answer = settled(load.selected.answer);
    expect(load.loadPerSecond).toBe(50);
    // Little again: 16 on threads at 50 a second are 320 ms.
    expect(answer.meanSeconds - answer.threadWaitSeconds).toBeCloseTo(0.32, 6);
  });
});
