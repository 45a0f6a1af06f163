import { describe, expect, it } from 'vitest';
import {
  isLimitAccepted,
  whatFits,
} from '../../../../../../src/sizing/calculators/heat/studies/connections/what-fits.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { database, optionOf, planWith, table, upstream } from '../../plans.ts';
import { figureOf, viewOf } from '../view-of.ts';

const fitting = (shared: Inputs = {}, own: Inputs = {}) =>
  whatFits(optionOf(planWith({ ...database, ...shared }, { ...table, ...own })));
const at = (engineWorkers: number, shared?: Inputs, own?: Inputs) =>
  fitting(shared, own).find((one) => one.engineWorkers === engineWorkers);

describe('whatFits', () => {
  it('tries the usual counts, the option’s own and the most that fit, in order', () => {
    // 7 keep a tenth, 8 just fit.
    expect(fitting().map(({ engineWorkers }) => engineWorkers)).toEqual([
      1, 2, 3, 4, 6, 7, 8, 12, 16, 24, 32, 48, 64,
    ]);
    expect(fitting({ maxConnections: null }, { engineWorkers: 5 }).map((one) => one.engineWorkers)).toEqual([
      1, 2, 3, 4, 5, 6, 8, 12, 16, 24, 32, 48, 64,
    ]);
    // By the source code with one thread left 3 × 9 × (18 + 1) = 513 just fit, and 3 × 8 × 17 = 408 leave a tenth.
    const counts = fitting({ reckonBy: 'upstream', maxConnections: 913 }).map((one) => one.engineWorkers);
    expect(counts).toContain(9);
    expect(counts).not.toContain(10);
    // Nothing fits 5 connections.
    const none = fitting({ maxConnections: 5, otherConnections: 0 }, { engineWorkers: 100 });
    expect(none.map(({ engineWorkers }) => engineWorkers)).toContain(100);
    expect(none.map(({ engineWorkers }) => engineWorkers)).not.toContain(0);
  });

  it('has the pool of the rule and the most overflow that leaves a tenth', () => {
    // 3 × 8 × (8 + o) ≤ 540: o = 14; 3 × (6 + 4) × (12 + o) ≤ 540: o = 6.
    expect(at(4)).toMatchObject({
      poolSize: 8,
      settings: { overflow: 14, executorThreads: null, total: 528, keepsShare: true },
    });
    expect(at(6)?.settings).toEqual({ overflow: 6, executorThreads: null, total: 540, keepsShare: true });
    // 3 × 5 × (2 + o): no more than the guide’s default of 20, or the option’s own.
    expect(at(1)?.settings?.overflow).toBe(20);
    expect(at(1, {}, { overflow: 30 })?.settings?.overflow).toBe(30);
  });

  it('takes what just fits where nothing leaves a tenth', () => {
    expect(at(8)?.settings).toEqual({ overflow: 0, executorThreads: null, total: 576, keepsShare: false });
    expect(at(12)?.settings).toBeNull();
    expect(at(8, { keepFreePercent: 4 })?.settings?.keepsShare).toBe(true);
    expect(at(8, { keepFreePercent: 5 })?.settings?.keepsShare).toBe(false);
  });

  it('lowers threads where they decide the overflow', () => {
    // By the source code 3 × 4 × (8 + t) ≤ 540: t = 37, with no more overflow than that.
    expect(at(4, upstream)?.settings).toEqual({
      overflow: 0,
      executorThreads: 37,
      total: 540,
      keepsShare: true,
    });
    expect(at(4, upstream, { overflow: 50 })?.settings?.overflow).toBe(37);
    expect(at(1, upstream)?.settings?.executorThreads).toBe(64);
    // By the guide with a floor 12 × (8 + t) + 12 × 8 ≤ 540: t = 29.
    expect(at(4, {}, { executorThreads: 64 })?.settings).toMatchObject({ executorThreads: 29, total: 540 });
    // 3 × 8 × (16 + 9) = 600: at least one thread.
    expect(at(8, upstream)?.settings).toMatchObject({ executorThreads: 6, keepsShare: true });
    expect(at(8, { ...upstream, maxConnections: 808 })?.settings).toMatchObject({
      executorThreads: 1,
      total: 408,
      keepsShare: false,
    });
    expect(at(8, { ...upstream, maxConnections: 807 })?.settings).toBeNull();
  });

  it('names the limit at which the option’s own overflow would fit', () => {
    // 400 + ⌈576 ÷ 0.9⌉, and with overflow 20 400 + ⌈3 × 12 × 36 ÷ 0.9⌉.
    expect(at(8)?.neededLimit).toBe(1040);
    expect(at(8, {}, { overflow: 20 })?.neededLimit).toBe(1840);
    expect(at(8, { keepFreePercent: 50 })?.neededLimit).toBe(400 + 1152);
    expect(at(8, { maxConnections: null })).toMatchObject({ settings: null, neededLimit: 1040 });
  });
});

describe('isLimitAccepted', () => {
  it('takes what the field takes, 1 to 200,000', () => {
    expect([0, 1, 200_000, 200_001].map(isLimitAccepted)).toEqual([false, true, true, false]);
  });
});

describe('fitsTable', () => {
  const tableOf = (shared: Inputs = {}, own: Inputs = {}) =>
    figureOf(
      viewOf('connections', planWith({ ...database, ...shared }, { ...table, ...own })),
      'table',
      'connections-fits',
    );
  const rowAt = (workers: number, shared?: Inputs, own?: Inputs) =>
    tableOf(shared, own).rows.find(({ id }) => id === String(workers));

  it('marks the option’s own count and offers the others', () => {
    expect(
      tableOf()
        .rows.filter(({ isMarked }) => isMarked)
        .map(({ id }) => id),
    ).toEqual(['8']);
    expect(rowAt(4)?.fix).toEqual({
      label: 'Use',
      edit: { kind: 'set', inputs: { engineWorkers: 4, poolSize: 8, overflow: 14 } },
    });
    // What is set already is not offered.
    expect(rowAt(8)?.fix).toBeUndefined();
    expect(rowAt(8, {}, { overflow: 1 })?.fix?.label).toBe('Use');
  });

  it('offers a limit where nothing fits, if the field takes it', () => {
    // 400 + ⌈3 × 16 × 24 ÷ 0.9⌉ = 1,680.
    expect(rowAt(12)?.fix).toEqual({
      label: 'With limit 1,680',
      edit: { kind: 'set', inputs: { engineWorkers: 12, poolSize: 24, maxConnections: 1680 } },
    });
    expect(rowAt(12)?.cells.slice(2, 5)).toEqual(new Array(3).fill({ text: 'none fits', value: null }));
    // 32 × (64 + 64) × (128 + 512) ÷ 0.9.
    expect(rowAt(64, { controllers: 32 }, { apiWorkers: 64, overflow: 512 })?.fix).toBeUndefined();
  });

  it('tones what keeps the share, and few threads', () => {
    expect(rowAt(4)?.cells[4]).toMatchObject({ text: '528', value: 528, note: '72 spare', tone: 'good' });
    expect(rowAt(8)?.cells[4]).toMatchObject({ text: '576', value: 576, note: '24 spare', tone: 'warn' });
    expect(rowAt(4, upstream)?.cells[3]).toMatchObject({
      text: '37',
      value: 37,
      tone: 'warn',
      explain: { origins: ['release'], rules: ['R-5', 'R-8', 'R-9'] },
    });
    expect(rowAt(1, upstream)?.cells[3]).toMatchObject({ text: '64', tone: 'plain' });
    expect(rowAt(4)?.cells[3]).toEqual({ text: 'as set', value: null });
  });

  it('has time and ceiling of the row’s own settings, without the other reckoning', () => {
    const row = rowAt(4);
    // 6,000 s over 12 at once.
    expect(row?.cells[5]).toMatchObject({ text: '8:20', note: 'to 10:10' });
    expect(row?.cells[4]?.explain).toMatchObject({
      worked: '3 × (4 + 4) × (8 + 14) = 528',
      origins: ['guide', 'yours', 'assumed'],
      rules: ['HT-8', 'K3'],
    });
    for (const cell of row?.cells ?? []) expect(cell.explain ?? {}).not.toHaveProperty('other');
    expect(rowAt(12)?.cells[5]).toMatchObject({ text: '2:47' });
    expect(row?.cells[6]?.explain).toMatchObject({ origins: ['yours', 'assumed'], rules: ['HT-8', 'HT-11'] });
  });

  it.each([
    [
      { maxConnections: null },
      {},
      'Enter max_connections to see what fits; the last column says what each would need.',
    ],
    [
      { maxConnections: 425 },
      {},
      '25 are free for Heat. No worker count fits with the pool the guide asks for.',
    ],
    // 3 × 5 × 2 = 30 of 30.
    [
      { maxConnections: 430 },
      {},
      '30 are free for Heat. None keeps 10 % of it, with the pool the guide asks for; up to 1 just fit.',
    ],
    [
      {},
      {},
      '600 are free for Heat. Up to 7 workers per controller keep 10 % of it, with the pool the guide asks for; up to 8 just fit.',
    ],
    [
      { keepFreePercent: 0 },
      {},
      '600 are free for Heat. Up to 8 workers per controller keep 0 % of it, with the pool the guide asks for.',
    ],
  ])('says with %j: %s', (shared, own, subtitle) => {
    expect(tableOf(shared, own).subtitle).toBe(subtitle);
  });

  it('has a dash for every setting without a limit', () => {
    expect(rowAt(8, { maxConnections: null })?.cells.slice(2, 5)).toEqual(
      new Array(3).fill({ text: '–', value: null }),
    );
    expect(rowAt(8, { maxConnections: null })?.cells[6]).toMatchObject({ text: '1,040', value: 1040 });
  });
});
