import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { guidePlan } from '../load-view.ts';
import { caseOf, caseOfOne, cpuOnly, twoThin } from './case-of.ts';

/** Three arrivals in two seconds: two gaps, one request a second. */
const slowLog = 'arrival_s,duration_ms\n5,100\n6.5,100\n7,100\n';
const metrics = { measuredPerSecond: 50, measuredCpuCores: 1, measuredOutstanding: 2 };

/** Today: 20 processes of 10 requests of 100 ms CPU a second each, 200 in all; three quarters are 150. */
const usual = { loadPerSecond: 150, loadSource: '75 % of what today’s fleet can serve', isLoadAssumed: true };

describe('loadCaseOf', () => {
  const loads: readonly (readonly [string, Inputs, string, object])[] = [
    ['nothing', {}, '', usual],
    [
      'growth alone',
      { growthPercent: 10 },
      '',
      { loadPerSecond: 165, loadSource: `${usual.loadSource} plus 10 % growth`, isLoadAssumed: true },
    ],
    [
      'a rate, to which no growth is added',
      { requestsPerSecond: 12, growthPercent: 10 },
      '',
      { loadPerSecond: 12, loadSource: 'as entered', isLoadAssumed: false },
    ],
    [
      'a rate before metrics',
      { requestsPerSecond: 12, requestFrom: 'metrics', ...metrics },
      '',
      { loadPerSecond: 12, loadSource: 'as entered', isLoadAssumed: false },
    ],
    [
      'metrics',
      { requestFrom: 'metrics', ...metrics },
      '',
      { loadPerSecond: 50, loadSource: 'as measured', isLoadAssumed: false },
    ],
    [
      'metrics and growth',
      { requestFrom: 'metrics', ...metrics, growthPercent: 20 },
      '',
      { loadPerSecond: 60, loadSource: 'as measured plus 20 % growth', isLoadAssumed: false },
    ],
    ['metrics that are not asked for', { ...metrics }, '', usual],
    ['metrics without a rate', { requestFrom: 'metrics' }, '', usual],
    [
      'a log with arrivals',
      { requestFrom: 'log' },
      slowLog,
      { loadPerSecond: 1, loadSource: 'as in your log', isLoadAssumed: false, logPerSecond: 1 },
    ],
    [
      'a log with arrivals, and growth',
      { requestFrom: 'log', growthPercent: 100 },
      slowLog,
      { loadPerSecond: 2, loadSource: 'as in your log plus 100 % growth', isLoadAssumed: false },
    ],
    ['a log that is not asked for', {}, slowLog, { ...usual, logPerSecond: 1 }],
    ['a log without arrivals', { requestFrom: 'log' }, 'duration_ms\n100\n', { isLoadAssumed: true }],
    [
      'a log of arrivals all at once',
      { requestFrom: 'log' },
      'arrival_s,duration_ms\n3,100\n3,100\n',
      { isLoadAssumed: true, logPerSecond: undefined },
    ],
    ['no log', { requestFrom: 'log' }, '', { ...usual, logPerSecond: undefined }],
  ];
  it.each(loads)('takes the load from %s', async (_, shared, requests, expected) => {
    const load = await caseOfOne(twoThin, shared, { requests });
    if ('loadPerSecond' in expected)
      expect(load.loadPerSecond).toBeCloseTo(Number(expected.loadPerSecond), 9);
    expect(load).toMatchObject({ ...expected, loadPerSecond: expect.any(Number) });
  });

  it('works out the options of the plan in order, and finds the selected one and the baseline among them', async () => {
    const load = await caseOf(guidePlan({ requestsPerSecond: 1, ...cpuOnly }), 'C');
    expect(load.options.map((o) => o.option.letter)).toEqual(['A', 'B', 'C', 'D']);
    expect(load.selected).toBe(load.options[2]);
    expect(load.baseline).toBe(load.options[0]);
  });

  it('works out each option in the condition of the view, and with all up besides', async () => {
    const up = await caseOfOne(twoThin, { requestsPerSecond: 5 });
    expect(up.selected.loaded).toBe(up.selected.up);
    const lost = await caseOfOne(twoThin, { requestsPerSecond: 5, loadCondition: 'vm' });
    expect([
      lost.condition,
      lost.selected.loaded.ceilingPerSecond,
      lost.selected.up.ceilingPerSecond,
    ]).toEqual(['vm', 10, 20]);
  });

  it('knows today’s fleet from the plan, whether or not it is among the options', async () => {
    const { today } = await caseOfOne(fleets.profile2, { thinVms: 3, thinThreads: 4, loadCondition: 'vm' });
    // Three processes of 10 a second each, with all up.
    expect([today.vmsLeft, today.ceilingPerSecond]).toEqual([3, expect.closeTo(30, 9)]);
  });
});
