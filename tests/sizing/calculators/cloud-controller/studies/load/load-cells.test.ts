import { describe, expect, it } from 'vitest';
import { fleets } from '../../plans.ts';
import { cellOf, guidePlan, planOfFleets, viewOf } from '../load-view.ts';

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
});

describe('ceilingCell', () => {
  it('says once each that what a request takes is yours, published or assumed', async () => {
    const origins = async (shared: Parameters<typeof guidePlan>[0], requests = '') => {
      const view = await viewOf(guidePlan(shared), 'D', { requests });
      return cellOf(view, 'answers', 'ceiling', 'A').explain?.origins;
    };
    expect(await origins({})).toEqual(['yours', 'assumed']);
    expect(await origins({ requestFrom: 'published' })).toEqual(['release', 'assumed']);
    expect(await origins({ requestFrom: 'log' }, 'duration_ms\n60\n')).toEqual(['yours', 'assumed']);
    expect(await origins({ requestFrom: 'log' }, 'duration_ms,db_ms\n60,30\n')).toEqual(['yours', 'assumed']);
  });
});

describe('meanCell', () => {
  it('adds up to the time of a request alone where nobody waits, what servers add included', async () => {
    const view = await viewOf(guidePlan({ requestsPerSecond: 0.01, serviceTimeMs: 2, countsOverhead: true }));
    for (const letter of ['A', 'B', 'C', 'D'] as const) {
      const worked = cellOf(view, 'answers', 'mean', letter).explain?.worked ?? '';
      const [, alone, mean] = /: ([\d.]+ ms) \+ 0 ms \+ 0 ms = ([\d.]+ ms)$/.exec(worked) ?? [];
      expect(alone).toBeDefined();
      expect(alone).toBe(mean);
    }
  });
});

describe('waitShareCell', () => {
  it('says which share of requests finds every thread busy: none where nobody else is served', async () => {
    const view = await viewOf(guidePlan({ requestsPerSecond: 0.01 }));
    expect(cellOf(view, 'answers', 'waits', 'A')).toMatchObject({
      text: '0 %',
      explain: {
        formula: 'Share of requests that find every thread of their VM busy',
        worked: 'At 0.01 a second: 0 %',
        rules: ['R-11', 'R-12'],
      },
    });
  });
});

describe('processesTable', () => {
  it('marks fewer cores at work than today’s Thin VMs have', async () => {
    const view = await viewOf(
      planOfFleets([
        ['Today', fleets.thin],
        ['Four', { vcpusPerVm: 4, vms: 4, threadsPerWorker: 25 }],
      ]),
      'B',
    );
    expect(cellOf(view, 'processes', 'cores', 'A')).toMatchObject({ value: 20 });
    expect(cellOf(view, 'processes', 'cores', 'A').tone).toBeUndefined();
    expect(cellOf(view, 'processes', 'cores', 'B')).toMatchObject({ value: 16, tone: 'warn' });
  });
});
