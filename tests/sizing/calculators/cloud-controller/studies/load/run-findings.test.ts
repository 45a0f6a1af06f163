import { describe, expect, it } from 'vitest';
import {
  runFindings,
  runSentence,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/run-findings.ts';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { guidePlan, runOf } from '../load-view.ts';
import { caseOfOne, thinAndPuma, twoThin } from './case-of.ts';
import { simulated, stall } from './simulated.ts';

describe('runFindings', () => {
  // The curves say 200 ms of Thin and 106.7 ms of Puma.
  it('says which options are more than a tenth from their curve, and which way', async () => {
    const load = await thinAndPuma();
    const found = runFindings(load, [
      simulated(load.baseline, { meanMs: 250 }),
      simulated(load.selected, { meanMs: 80 }),
    ]);
    expect(found).toEqual([
      {
        id: 'L10',
        severity: 'note',
        title: 'Curve and simulation are more than 10 % apart',
        text: 'Thin: simulated 25 % longer; Puma: simulated 25 % shorter. The curves are an approximation: trust the simulation, unless its interval is wide.',
        rules: ['R-11'],
      },
    ]);
  });

  it('says nothing of options near their curve', async () => {
    const load = await thinAndPuma();
    const near = [simulated(load.baseline, { meanMs: 215 }), simulated(load.selected, { meanMs: 100 })];
    expect(runFindings(load, near)).toEqual([]);
    expect(runFindings(load, [])).toEqual([]);
  });

  it('says why they may be apart', async () => {
    const why = async (shared: Inputs, requests = '') => {
      const load = await caseOfOne(twoThin, { requestsPerSecond: 10, ...shared }, { requests });
      return runFindings(load, [simulated(load.selected, { meanMs: 9999 })])[0]?.text;
    };
    const even = { acceptPolicy: 'even' };
    expect(await why({ capi: '1.196' })).toContain('simulated workers race for it, and idle ones win.');
    expect(await why({ capi: '1.218' })).toContain(
      'race for it and queue it for themselves, and idle ones win.',
    );
    expect(await why(even)).toContain('The curves are an approximation');
    const log = 'arrival_s,duration_ms\n0,60\n0.5,140\n';
    expect(await why({ requestFrom: 'log', distribution: 'own' }, log)).toContain(
      'Your log’s arrivals are not those of chance',
    );
  });

  it('says of a release whose workers queue for themselves that this keeps curve and simulation apart', async () => {
    const view = await runOf(guidePlan({ capi: '1.218', requestsPerSecond: 300, runRequests: 2000 }));
    expect(view.findings.find(({ id }) => id === 'L10')?.text).toContain('queue it for themselves');
  });

  it('warns of requests that got no answer, by option', async () => {
    const load = await thinAndPuma();
    const errors = { refused: 1200, lost: 0, unreachable: 0, noBackend: 0 };
    const runs = [
      simulated(load.baseline, {}, { errors }),
      simulated(load.selected, { meanMs: 107 }, { unfinished: 2 }),
    ];
    expect(runFindings(load, runs)).toEqual([
      {
        id: 'L11',
        severity: 'caution',
        title: 'Some simulated requests got no answer',
        text: 'Thin: 1,200; Puma: 2. A VM refuses connections beyond 1,024 that wait; a crash loses what is inside.',
        rules: ['R-11'],
      },
    ]);
    // Only those that have any are named.
    const [first] = runFindings(load, [
      simulated(load.baseline),
      simulated(load.selected, { meanMs: 107 }, { unfinished: 2 }),
    ]);
    expect(first?.text).toMatch(/^Puma: 2\. /);
  });
});

describe('runSentence', () => {
  it('says the mean of the baseline and the selected option', async () => {
    const load = await thinAndPuma({ runRequests: 2000 });
    const runs = [simulated(load.baseline, { meanMs: 205 }), simulated(load.selected, { meanMs: 107 })];
    expect(plainText(runSentence(load, runs))).toBe(
      ' Simulated, seed 7, 2,000 requests: Thin 205 ms on average; Puma 107 ms on average.',
    );
    // Of an option that is neither: nothing.
    const third = { ...load.selected, option: { ...load.selected.option, letter: 'C' as const } };
    expect(runSentence(load, [simulated(third)])).toEqual([]);
  });

  it('says of a run with a failure how many took how long', async () => {
    const load = await thinAndPuma(stall);
    const runs = [simulated(load.baseline, { slowCount: 300, maxMs: 30_400 })];
    // 20 × 100 ms are more than a second and less than a third of 30 s.
    expect(plainText(runSentence(load, runs))).toBe(
      ' Simulated, seed 7, 90 s, one process stalled from 20 s to 50 s: 300 requests of Thin took longer than 2 s, the longest 30 s.',
    );
  });

  it('says nothing of a run without an answer, or without a run', async () => {
    const load = await thinAndPuma();
    expect(runSentence(load, [simulated(load.selected, null)])).toEqual([]);
    expect(runSentence(load, [])).toEqual([]);
  });
});
