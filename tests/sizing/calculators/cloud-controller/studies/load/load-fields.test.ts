import { describe, expect, it } from 'vitest';
import { hiddenLoadFields } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-fields.ts';
import { loadHints } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-hints.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { caseOfOne, twoPuma, twoThin } from './case-of.ts';

const metrics = ['measuredPerSecond', 'measuredCpuCores', 'measuredOutstanding'];
const failure = ['failureScope', 'failureAtSeconds'];

describe('hiddenLoadFields', () => {
  it.each<readonly [Inputs, readonly string[]]>([
    [{}, ['publishedDurations', ...metrics, 'requestScv', ...failure, 'runSeconds']],
    [{ requestFrom: 'published' }, ['serviceTimeMs', ...metrics, 'requestScv', ...failure, 'runSeconds']],
    [
      { requestFrom: 'metrics' },
      ['serviceTimeMs', 'publishedDurations', 'cpuSharePercent', 'requestScv', ...failure, 'runSeconds'],
    ],
    [
      { requestFrom: 'log' },
      ['serviceTimeMs', 'publishedDurations', ...metrics, 'requestScv', ...failure, 'runSeconds'],
    ],
    [{ runLength: 'seconds' }, ['publishedDurations', ...metrics, 'requestScv', ...failure, 'runRequests']],
    [{ failureKind: 'stall' }, ['publishedDurations', ...metrics, 'requestScv', 'runLength', 'runRequests']],
    [{ failureKind: 'crash' }, ['publishedDurations', ...metrics, 'requestScv', 'runLength', 'runRequests']],
  ])('leaves away with %j what means nothing: %j', async (shared, hidden) => {
    const { inputs } = await caseOfOne(twoThin, { requestsPerSecond: 1, ...shared });
    expect(hiddenLoadFields(inputs).toSorted()).toEqual(hidden.toSorted());
  });

  it('asks how much requests vary where the law has more than one answer', async () => {
    const isHidden = async (distribution: string) => {
      const { inputs } = await caseOfOne(twoThin, { requestsPerSecond: 1, distribution });
      return hiddenLoadFields(inputs).includes('requestScv');
    };
    for (const law of ['erlang', 'lognormal', 'hyperexponential']) expect(await isHidden(law)).toBe(false);
    for (const law of ['constant', 'exponential', 'own']) expect(await isHidden(law)).toBe(true);
  });
});

describe('loadHints', () => {
  const hintsFor = async (shared: Inputs, requests = '') =>
    loadHints(await caseOfOne(twoPuma, { requestsPerSecond: 10, ...shared }, { requests }));

  it('says beside each field what follows from it', async () => {
    const published = { publishedDurations: 'mysql-all', distribution: 'lognormal', requestScv: 3 };
    expect(await hintsFor({ ...published, capi: '1.196' })).toEqual({
      requestFrom: 'A request takes 100 ms CPU and 0 ms waiting.',
      publishedDurations:
        'Half within 256 ms, 95 of 100 within 1,800 ms, 99 within 15,122 ms. cf-performance-tests-pipeline results, cf-deployment v55 and later, one caller at a time, API VM of 4 vCPU.',
      cpuSharePercent: 'Assumed: nobody has published it. 30 to 60 % is a guess; your log can tell.',
      distribution: 'Squared coefficient of variation 3, of CPU and of waiting.',
      requestsPerSecond: 'Now 10, as entered.',
      acceptPolicy: 'capi-release 1.196–1.217: one queue for a VM’s workers.',
    });
  });

  it.each([
    ['1.138', 'capi-release 1.138–1.195: one queue for a VM’s workers.'],
    ['1.218', 'capi-release 1.218–1.222: a queue for each worker.'],
    ['1.236', 'capi-release after 1.235: a queue for each worker.'],
  ])('says of capi-release %s how workers queue', async (capi, hint) => {
    expect((await hintsFor({ capi })).acceptPolicy).toBe(hint);
  });

  it('says what a log varies by, or asks for one', async () => {
    const own = { distribution: 'own' };
    // 40 and 60 ms of CPU, 20 and 80 of waiting: squared deviations 100 and 900 of 2,500.
    expect((await hintsFor(own, 'duration_ms,db_ms\n60,20\n140,80\n')).distribution).toBe(
      'From 2 requests: squared coefficient of variation 0.04 of CPU, 0.36 of waiting.',
    );
    expect((await hintsFor(own)).distribution).toBe('Paste a log below.');
    expect((await hintsFor(own, 'db_ms\n1\n')).distribution).toBe('Paste a log below.');
  });

  it('calls the CPU share assumed unless a log’s database times say more', async () => {
    const hint = async (requestFrom: string, requests: string) =>
      (await hintsFor({ requestFrom }, requests)).cpuSharePercent;
    expect(await hint('log', 'duration_ms,db_ms\n60,30\n')).toBe(
      'Not used: the log’s database times say more.',
    );
    for (const [from, log] of [
      ['log', 'duration_ms\n60\n'],
      ['log', ''],
      ['entered', 'duration_ms,db_ms\n60,30\n'],
      ['entered', ''],
    ] as const)
      expect(await hint(from, log)).toMatch(/^Assumed: nobody has published it\./);
  });
});
