import { describe, expect, it } from 'vitest';
import {
  ceilingCell,
  meanCell,
  msCell,
  percentileCell,
  unsettledText,
  usedCell,
  waitShareCell,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-cells.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { cellOf, guidePlan, viewOf } from '../load-view.ts';
import { caseOfOne, twoPuma, twoThin, withoutPercentiles } from './case-of.ts';

const none = { text: '–', value: null };
/** Two VMs that serve 10 a second each. */
const at = (requestsPerSecond: number, more: Inputs = {}) =>
  caseOfOne(twoThin, { requestsPerSecond, ...more });
const lost = () => caseOfOne({ ...twoThin, vms: 1 }, { requestsPerSecond: 5, loadCondition: 'vm' });

describe('msCell', () => {
  it.each([
    [0.00123, '1.2'],
    [0.00994, '9.9'],
    [0.00995, '10'],
    [0.0126, '13'],
    [1.8, '1,800'],
  ])('shows %d s in milliseconds, tenths of them below ten: %s', (seconds, text) => {
    expect(msCell(seconds)).toEqual({ text, value: expect.closeTo(seconds * 1000, 9), unit: 'ms' });
  });
});

describe('unsettledText', () => {
  it('says by how much the queue grows, that nothing is left, or nothing', async () => {
    expect(unsettledText((await at(25)).selected)).toBe('does not settle: the queue grows by 5 a second');
    expect(unsettledText((await lost()).selected)).toBe('nothing left');
    expect(unsettledText((await at(10)).selected)).toBe('');
  });
});

describe('ceilingCell', () => {
  it('reckons from one VM, with what a request takes', async () => {
    const load = await at(10, { loadCondition: 'vm', serviceTimeMs: 100 });
    expect(ceilingCell(load, load.selected)).toMatchObject({
      text: '10',
      value: expect.closeTo(10, 9),
      unit: '/s',
      explain: {
        formula:
          'VMs that serve with one VM lost × what one of them completes a second with every thread busy; a process computes on one core at most',
        worked: '1 × 10 = 10; 1 process a VM, 1 thread each, 100 ms CPU and 0 ms waiting',
        origins: ['yours', 'assumed'],
        rules: ['R-12', 'CF-5'],
      },
    });
    const puma = await caseOfOne({ ...twoPuma, threadsPerWorker: 2 }, { requestsPerSecond: 1 });
    expect(ceilingCell(puma, puma.selected).explain?.worked).toContain(
      '2 × 20 = 40; 2 processes a VM, 2 threads each',
    );
  });

  it('is bad where the load reaches it', async () => {
    const tone = async (perSecond: number) => {
      const load = await at(perSecond);
      return ceilingCell(load, load.selected).tone;
    };
    expect([await tone(19.9), await tone(20), await tone(25)]).toEqual([undefined, 'bad', 'bad']);
  });

  it('is 0 where nothing is left', async () => {
    const load = await lost();
    expect(ceilingCell(load, load.selected)).toMatchObject({ text: '0', value: 0, tone: 'bad' });
    expect(ceilingCell(load, load.selected).explain?.worked).toMatch(/^0 × 0 = 0;/);
  });

  it('says once each that what a request takes is yours, published or assumed', async () => {
    const origins = async (shared: Inputs, requests = '') => {
      const load = await caseOfOne(twoThin, shared, { requests });
      return ceilingCell(load, load.selected).explain?.origins;
    };
    expect(await origins({})).toEqual(['yours', 'assumed']);
    expect(await origins({ requestFrom: 'published' })).toEqual(['release', 'assumed']);
    expect(await origins({ requestFrom: 'log' }, 'duration_ms\n60\n')).toEqual(['yours', 'assumed']);
    expect(await origins({ requestFrom: 'log' }, 'duration_ms,db_ms\n60,30\n')).toEqual(['yours', 'assumed']);
  });
});

describe('usedCell', () => {
  it('divides the load by the rate at which the fleet is full, and says whose load it is', async () => {
    const entered = await viewOf(guidePlan({ requestsPerSecond: 300 }));
    expect(cellOf(entered, 'answers', 'used', 'A')).toMatchObject({
      text: '75 %',
      tone: 'plain',
      explain: { worked: '300 ÷ 400 = 75 %', origins: ['yours'], rules: ['CF-15'] },
    });
    // Without a rate of yours: three quarters of what today's 20 processes serve.
    const assumed = cellOf(await viewOf(guidePlan()), 'answers', 'used', 'A');
    expect(assumed.explain).toMatchObject({ worked: '300 ÷ 400 = 75 %', origins: ['assumed'] });
  });

  it.each([
    // The guide wants CPU below 85 %.
    [17, '85 %', 'plain'],
    [17.1, '86 %', 'warn'],
    [19.99, '100 %', 'warn'],
    [20, '100 %', 'bad'],
    [30, '150 %', 'bad'],
  ])('of 20 uses %d: %s, %s', async (perSecond, text, tone) => {
    const load = await at(perSecond);
    const cell = usedCell(load, load.selected);
    expect(cell).toMatchObject({ text, tone, value: expect.closeTo(perSecond / 20, 9) });
  });

  it('says that nothing is left', async () => {
    const load = await lost();
    expect(usedCell(load, load.selected)).toEqual({ text: 'nothing left', value: null, tone: 'bad' });
  });
});

describe('meanCell', () => {
  it('adds up the time alone, the wait for the lock and the wait for a thread', async () => {
    // M/M/1 at a half: 200 ms, of them 100 ms a wait.
    const load = await at(10);
    expect(meanCell(load, load.selected)).toEqual({
      text: '200',
      value: expect.closeTo(200, 6),
      unit: 'ms',
      explain: {
        formula: 'Time alone + wait for the interpreter lock or a core + wait for a thread, on average',
        worked: 'At 10 a second: 100 ms + 0 ms + 100 ms = 200 ms',
        origins: ['yours', 'assumed'],
        rules: ['R-11', 'R-12'],
      },
    });
  });

  it('adds up to the time of a request alone where nobody waits, what servers add included', async () => {
    const view = await viewOf(guidePlan({ requestsPerSecond: 0.01, serviceTimeMs: 2, countsOverhead: true }));
    for (const letter of ['A', 'B', 'C', 'D'] as const) {
      const worked = cellOf(view, 'answers', 'mean', letter).explain?.worked ?? '';
      const [, alone, mean] = /: ([\d.]+ ms) \+ 0 ms \+ 0 ms = ([\d.]+ ms)$/.exec(worked) ?? [];
      expect(alone).toBeDefined();
      expect(alone).toBe(mean);
    }
  });

  it('says in its place why there is none', async () => {
    const load = await lost();
    expect(meanCell(load, load.selected)).toEqual({ text: 'nothing left', value: null, tone: 'bad' });
  });
});

describe('percentileCell', () => {
  // 200 ms × ln 2, ln 20 and ln 100, as of an exponential law.
  it.each([
    ['p50', '139', '50 of 100', 200 * Math.log(2)],
    ['p95', '599', '95 of 100', 200 * Math.log(20)],
    ['p99', '921', '99 of 100', 200 * Math.log(100)],
  ] as const)('shows the %s of M/M/1 at a half, %s ms', async (which, text, said, ms) => {
    const load = await at(10);
    const cell = percentileCell(load, load.selected, which);
    expect(cell).toEqual({
      text,
      value: expect.closeTo(ms, 2),
      unit: 'ms',
      explain: {
        formula: `${said} requests take no longer: a request followed through all it may meet`,
        worked: `At 10 a second: ${text} ms`,
        origins: ['yours', 'assumed'],
        rules: ['R-11', 'R-12'],
      },
    });
  });

  it('is a bound where VMs differ: that of the worst', async () => {
    const load = await caseOfOne(twoPuma, { requestsPerSecond: 10, loadCondition: 'worker' });
    const cell = percentileCell(load, load.selected, 'p95');
    expect([cell.text, cell.note]).toEqual(['599', 'at most']);
    expect(cell.explain?.formula).toMatch(/; of the VM with the stalled worker$/);
  });

  it('is absent where nothing settles or it was not worked out', async () => {
    const grows = await at(25);
    expect(percentileCell(grows, grows.selected, 'p95')).toEqual(none);
    const load = await at(10);
    expect(percentileCell(load, withoutPercentiles(load.selected), 'p95')).toEqual({
      text: 'not worked out',
      value: null,
    });
  });
});

describe('waitShareCell', () => {
  it('says which share of requests finds every thread busy', async () => {
    const load = await at(10);
    expect(waitShareCell(load, load.selected)).toEqual({
      text: '50 %',
      value: expect.closeTo(0.5, 9),
      explain: {
        formula: 'Share of requests that find every thread of their VM busy',
        worked: 'At 10 a second: 50 %',
        origins: ['yours', 'assumed'],
        rules: ['R-11', 'R-12'],
      },
    });
    const grows = await at(25);
    expect(waitShareCell(grows, grows.selected)).toEqual(none);
  });
});
