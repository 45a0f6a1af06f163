import { describe, expect, it } from 'vitest';
import {
  failedOf,
  failureText,
  gapOf,
  isNotable,
  runLabel,
  runTable,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/run-tables.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import type { ResponseSummary } from '../../../../../../src/sizing/queueing/simulation/response-record.ts';
import { caseOfOne, thinAndPuma, twoThin } from './case-of.ts';
import { simulated, stall } from './simulated.ts';

const none = { text: '–', value: null };
const ownLog = { requestFrom: 'log', distribution: 'own' };
const log = 'arrival_s,duration_ms\n0,60\n0.5,140\n';
describe('runLabel', () => {
  it.each<readonly [Inputs, string, string]>([
    [{ runRequests: 100_000 }, '', 'simulated, seed 7, 100,000 requests'],
    [{ runLength: 'seconds', runSeconds: 300, seed: 11 }, '', 'simulated, seed 11, 300 s'],
    [{ ...stall, runRequests: 5 }, '', 'simulated, seed 7, 90 s'],
    // 10 a second for 600,000 s are six million, one more than five million at 500,001 s.
    [{ runLength: 'seconds', runSeconds: 500_000 }, '', 'simulated, seed 7, 500,000 s'],
    [
      { runLength: 'seconds', runSeconds: 500_001 },
      '',
      'simulated, seed 7, 500,001 s, ended after 5,000,000 requests',
    ],
    [
      { runLength: 'requests', runSeconds: 900_000, runRequests: 1000 },
      '',
      'simulated, seed 7, 1,000 requests',
    ],
    [ownLog, log, 'simulated, seed 7, the 2 requests of your log'],
  ])('says of %j how the numbers came about', async (shared, requests, text) => {
    const load = await caseOfOne(twoThin, { requestsPerSecond: 10, ...shared }, { requests });
    expect(runLabel(load)).toBe(text);
  });
});

describe('failureText', () => {
  it.each<readonly [Inputs, string]>([
    [{}, ''],
    [stall, ', one process stalled from 20 s to 50 s'],
    [{ ...stall, failureScope: 'vm' }, ', one VM stalled from 20 s to 50 s'],
    [{ ...stall, failureKind: 'crash' }, ', one process down after a crash from 20 s to 50 s'],
  ])('says of %j what fails when', async (shared, text) => {
    expect(failureText(await thinAndPuma(shared))).toBe(text);
  });
});

describe('gapOf', () => {
  it('is by how much the simulated mean is above the curve’s 200 ms', async () => {
    const load = await thinAndPuma();
    const gap = (meanMs: number) => gapOf(load, simulated(load.baseline, { meanMs }));
    expect(gap(200)).toBeCloseTo(0, 9);
    expect(gap(230)).toBeCloseTo(0.15, 9);
    expect(gap(150)).toBeCloseTo(-0.25, 9);
  });

  it('is none where the two answer different questions', async () => {
    const failing = await thinAndPuma(stall);
    expect(gapOf(failing, simulated(failing.baseline))).toBeUndefined();
    // 20 a second are as much as Thin can serve.
    const full = await thinAndPuma({ requestsPerSecond: 20 });
    expect(gapOf(full, simulated(full.baseline))).toBeUndefined();
    const load = await thinAndPuma();
    expect(gapOf(load, simulated(load.baseline, null))).toBeUndefined();
  });
});

describe('isNotable', () => {
  it('is a gap of more than a tenth, either way', () => {
    expect([0.1, 0.1001, -0.1, -0.1001, 0, undefined].map(isNotable)).toEqual([
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('failedOf', () => {
  it('counts what was refused, lost, unreachable or without a backend, and what never ends', async () => {
    const { baseline } = await thinAndPuma();
    const errors = { refused: 1, lost: 20, unreachable: 300, noBackend: 4000 };
    expect(failedOf(simulated(baseline, {}, { errors, unfinished: 50_000 }))).toBe(54_321);
    expect(failedOf(simulated(baseline))).toBe(0);
  });
});

describe('runTable', () => {
  const rowFor = async (shared: Inputs, response: Partial<ResponseSummary> | null, refused = 0) => {
    const load = await thinAndPuma(shared);
    const errors = { refused, lost: 0, unreachable: 0, noBackend: 0 };
    const table = runTable(load, [simulated(load.baseline, response, { errors })]);
    return table.rows[0]?.cells ?? [];
  };

  it('has a cell for each column, numbers but for the name, and marks the selected option', async () => {
    const load = await thinAndPuma();
    const table = runTable(load, [simulated(load.baseline), simulated(load.selected)]);
    expect([table.kind, table.id, table.isSortable]).toEqual(['table', 'simulated', true]);
    expect(table.columns.map((c) => [c.id, c.isNumber])).toEqual([
      ['option', false],
      ...['count', 'mean', 'curve', 'gap', 'p95', 'p99', 'max', 'slow', 'failed'].map((id) => [id, true]),
    ]);
    for (const { label } of table.columns) expect(label).not.toBe('');
    expect(table.columns[8]?.label).toBe('Longer than 1 s');
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
    expect(table.rows.map((r) => [r.id, r.letter, r.isMarked])).toEqual([
      ['A', 'A', undefined],
      ['B', 'B', true],
    ]);
    expect(table.rows.map((r) => r.cells[0])).toEqual([
      { text: 'Thin', value: null },
      { text: 'Puma', value: null },
    ]);
  });

  it('says how it came about, and what was not simulated', async () => {
    const load = await thinAndPuma({ runRequests: 2000 });
    const said = 'Simulated, seed 7, 2,000 requests an option, at 10 requests a second.';
    const interval = '± is a 95 % confidence interval, shown where it can be trusted.';
    expect(runTable(load, [simulated(load.baseline), simulated(load.selected)]).subtitle).toBe(
      `${said} ${interval}`,
    );
    expect(runTable(load, [simulated(load.baseline)]).subtitle).toBe(`${said} ${interval} Not simulated: B.`);
    const failing = await thinAndPuma(stall);
    expect(runTable(failing, []).subtitle).toBe(
      `Simulated, seed 7, 90 s an option, at 10 requests a second, one process stalled from 20 s to 50 s. ${interval} Not simulated: A, B.`,
    );
  });

  it('shows what was found beside what the curve says', async () => {
    const [, ...cells] = await rowFor({ runRequests: 2000 }, { meanMs: 210, count: 1 });
    expect(cells).toEqual([
      { text: '1', value: 1 },
      {
        text: '210',
        value: expect.closeTo(210, 9),
        unit: 'ms',
        note: '± 4.2',
        explain: {
          formula:
            'Mean over the requests of one simulated run, its first tenth left out unless something fails',
          worked: 'Simulated, seed 7, 2,000 requests: 210 ms over 1 request',
          origins: ['assumed', 'yours'],
          rules: ['R-11', 'R-12'],
        },
      },
      { text: '200', value: expect.closeTo(200, 6), unit: 'ms' },
      { text: '+5 %', value: expect.closeTo(0.05, 9), tone: 'plain' },
      { text: '600', value: 600, unit: 'ms', note: '± 16' },
      { text: '920', value: 920, unit: 'ms' },
      { text: '1,500', value: 1500, unit: 'ms' },
      { text: '12', value: 12 },
      { text: '0', value: 0 },
    ]);
  });

  it('points out a wide gap and failures', async () => {
    const gap = async (meanMs: number) => (await rowFor({}, { meanMs }))[4];
    expect(await gap(230)).toEqual({ text: '+15 %', value: expect.closeTo(0.15, 9), tone: 'warn' });
    expect(await gap(150)).toEqual({ text: '−25 %', value: expect.closeTo(-0.25, 9), tone: 'warn' });
    expect((await rowFor({}, {}, 3)).at(-1)).toEqual({ text: '3', value: 3, tone: 'bad' });
  });

  it.each([
    [9.94, '± 9.9'],
    [9.95, '± 10'],
    [12.3, '± 12'],
  ])('writes a half-width of %d ms as %s', async (halfWidth, note) => {
    const cells = await rowFor({}, { meanHalfWidthMs: halfWidth, p95HalfWidthMs: halfWidth });
    expect([cells[2]?.note, cells[5]?.note]).toEqual([note, note]);
  });

  it.each<readonly [string, Inputs, Partial<ResponseSummary>]>([
    ['batches follow one another', {}, { confidence: 'not-reliable' }],
    ['something fails', stall, {}],
    ['a queue grows', { requestsPerSecond: 20 }, {}],
    ['there is none', {}, { meanHalfWidthMs: null, p95HalfWidthMs: null }],
  ])('shows no interval where %s', async (_, shared, response) => {
    const cells = await rowFor(shared, response);
    expect([cells[2]?.note, cells[5]?.note]).toEqual(['no interval to trust', undefined]);
  });

  it('has no gap where curve and run answer different questions, and no curve where nothing settles', async () => {
    const failing = await rowFor(stall, {});
    expect([failing[3]?.text, failing[4]]).toEqual(['200', none]);
    const full = await rowFor({ requestsPerSecond: 20 }, {});
    expect([full[3], full[4]]).toEqual([none, none]);
  });

  it('shows what failed where nothing was answered', async () => {
    expect((await rowFor({}, null, 5)).slice(1)).toEqual([
      { text: '0', value: 0 },
      none,
      { text: '200', value: expect.closeTo(200, 6), unit: 'ms' },
      none,
      none,
      none,
      none,
      none,
      { text: '5', value: 5, tone: 'bad' },
    ]);
  });
});
