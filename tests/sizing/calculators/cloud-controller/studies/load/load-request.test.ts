import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { caseOfOne, twoThin } from './case-of.ts';

const asEntered = { serviceTimeMs: 200, cpuSharePercent: 25 } as const;
/** Two requests of 60 and 140 ms, 20 and 80 of them in the database: 40 and 60 ms are not. */
const log = 'duration_ms,db_ms\n60,20\n140,80\n';
const plainLog = 'duration_ms\n60\n140\n';

async function requestFor(shared: Inputs, requests = '') {
  return (await caseOfOne(twoThin, { ...asEntered, ...shared }, { requests })).request;
}

describe('requestOf', () => {
  it.each<readonly [string, Inputs, string, object]>([
    ['what was entered', {}, '', { cpuSeconds: 0.05, ioSeconds: 0.15, source: 'as entered', doubts: [] }],
    [
      'a log’s database times',
      { requestFrom: 'log' },
      log,
      { cpuSeconds: 0.05, ioSeconds: 0.05, origins: ['yours'] },
    ],
    [
      'a log’s durations at the share entered',
      { requestFrom: 'log' },
      plainLog,
      {
        cpuSeconds: 0.025,
        ioSeconds: 0.075,
        source: 'from your log of 2 requests',
        origins: ['yours', 'assumed'],
        doubts: ['Your log has no database times: the CPU share is the one entered.'],
      },
    ],
    [
      'what was entered while there is no log',
      { requestFrom: 'log' },
      '',
      {
        cpuSeconds: 0.05,
        ioSeconds: 0.15,
        doubts: ['Paste a log below; until then the entered time of a request counts.'],
      },
    ],
    [
      'what was entered where the log cannot be read',
      { requestFrom: 'log' },
      'db_ms\n5\n',
      {
        cpuSeconds: 0.05,
        doubts: [
          'The log cannot be read. The first line names no column time_taken_in_ms or duration_ms. The entered time of a request counts.',
        ],
      },
    ],
    [
      'what was entered until all three metrics are there',
      { requestFrom: 'metrics', measuredPerSecond: 10, measuredCpuCores: 1 },
      '',
      {
        cpuSeconds: 0.05,
        doubts: ['Enter all three metrics; until then the entered time of a request counts.'],
      },
    ],
  ])('takes %s', async (_, shared, requests, expected) => {
    const request = await requestFor(shared, requests);
    for (const [name, value] of Object.entries(expected)) {
      const found = Object.entries(request).find(([key]) => key === name)?.[1];
      expect([name, found]).toEqual([name, typeof value === 'number' ? expect.closeTo(value, 12) : value]);
    }
  });

  it('says that what is not database time counts as CPU, at most', async () => {
    const { doubts } = await requestFor({ requestFrom: 'log' }, log);
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toContain('All time that is not database time counts as CPU');
  });

  // Published means of cf-performance-tests; the CPU share is the entered 25 %.
  it.each([
    ['mysql-all', 631, 'MySQL, all endpoints'],
    ['postgres-all', 279, 'PostgreSQL, all endpoints'],
    ['mysql-get', 123, 'MySQL, single resource'],
    ['postgres-get', 95, 'PostgreSQL, single resource'],
    ['mysql-page', 951, 'MySQL, pages of 500'],
    ['postgres-page', 695, 'PostgreSQL, pages of 500'],
  ])('takes the published mean of %s, %d ms', async (publishedDurations, meanMs, name) => {
    const request = await requestFor({ requestFrom: 'published', publishedDurations });
    expect(request.cpuSeconds * 1000).toBeCloseTo(meanMs / 4, 9);
    expect(request.ioSeconds * 1000).toBeCloseTo((meanMs * 3) / 4, 9);
    expect(request.source).toMatch(new RegExp(`^${name}: cf-performance-tests`));
    expect(request.origins).toEqual(['release', 'assumed']);
  });

  it('never waits for less than nothing where all is CPU', async () => {
    for (const serviceTimeMs of [1, 3, 7, 101, 999])
      expect((await requestFor({ serviceTimeMs, cpuSharePercent: 100 })).ioSeconds).toBeCloseTo(0, 12);
  });

  it.each<readonly [string, Inputs, number]>([
    ['constant', {}, 0],
    ['exponential', { requestScv: 4 }, 1],
    ['lognormal', { requestScv: 0.4 }, 0.4],
    ['lognormal', { requestScv: 4 }, 4],
    // No hyperexponential law varies less than the exponential one.
    ['hyperexponential', { requestScv: 4 }, 4],
    ['hyperexponential', { requestScv: 0.4 }, 1],
    // Erlang's law of k stages has 1/k: 1/2 for 0.45, 1/5 for 0.2, 1 for 4.
    ['erlang', { requestScv: 0.45 }, 1 / 2],
    ['erlang', { requestScv: 0.2 }, 1 / 5],
    ['erlang', { requestScv: 4 }, 1],
    ['own', { requestScv: 4 }, 1],
  ])('varies, %s with %j, by a squared coefficient of %d', async (distribution, more, scv) => {
    const { cpuScv, ioScv } = await requestFor({ distribution, ...more });
    expect([cpuScv, ioScv]).toEqual([expect.closeTo(scv, 12), expect.closeTo(scv, 12)]);
  });

  it('varies as in the log, CPU and waiting each by its own times', async () => {
    // Means 50 and 50; squared deviations 100 and 900.
    const both = await requestFor({ distribution: 'own' }, log);
    expect(both.cpuScv).toBeCloseTo(100 / 2500, 12);
    expect(both.ioScv).toBeCloseTo(900 / 2500, 12);
    // Of durations alone: mean 100, squared deviation 1600.
    const plain = await requestFor({ distribution: 'own' }, plainLog);
    expect([plain.cpuScv, plain.ioScv]).toEqual([expect.closeTo(0.16, 12), expect.closeTo(0.16, 12)]);
    expect([both.doubts, plain.doubts]).toEqual([[], []]);
    // A log that nothing asks for does not count.
    expect(await requestFor({}, log)).toMatchObject({ cpuScv: 1, ioScv: 1, cpuSeconds: 0.05 });
  });

  it('says that there is no log to vary as', async () => {
    const doubt = 'There is no log to take the variation from: exponential requests are assumed.';
    expect((await requestFor({ distribution: 'own' })).doubts).toEqual([doubt]);
    expect((await requestFor({ distribution: 'own', requestFrom: 'published' })).doubts).toHaveLength(2);
  });
});
