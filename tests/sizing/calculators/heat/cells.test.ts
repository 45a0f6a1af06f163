import { describe, expect, it } from 'vitest';
import { targetTone } from '../../../../src/sizing/calculators/heat/cells.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { cellOf, database, planWith, resultOf, table } from './plans.ts';

const cell = (row: string, shared: Inputs = {}, own: Inputs = {}) =>
  cellOf(planWith(shared, { ...table, ...own }), 'A', row);

describe('targetTone', () => {
  const time = { lowSeconds: 250, highSeconds: 300 };

  it.each([
    [null, 'plain'],
    [5, 'good'],
    [4.99, 'warn'],
    [250 / 60, 'warn'],
    [4.16, 'bad'],
  ])('judges 250 to 300 s against a target of %s minutes: %s', (target, tone) => {
    expect(targetTone(time, target)).toBe(tone);
  });
});

describe('comparison cells', () => {
  it('has every row of the comparison for every option', () => {
    const { sections } = resultOf(planWith({}, table, table)).table;
    expect(sections.map(({ rows }) => rows.map(({ id }) => id))).toEqual([
      ['all-up', 'controller-lost', 'convergence-off'],
      ['engine-total', 'per-vcpu', 'api-total'],
      ['pool-rule', 'ceiling', 'limit-used'],
    ]);
    for (const { rows } of sections)
      for (const { cells, label } of rows) {
        expect(label).not.toBe('');
        expect(Object.keys(cells)).toEqual(['A', 'B']);
      }
  });

  it('sets only the time with all up against the target', () => {
    // 4:10 to 6:05, and 6:15 to 8:08 with a controller lost.
    expect(cell('all-up', { targetMinutes: 5 }).tone).toBe('warn');
    expect(cell('all-up').tone).toBe('plain');
    expect(cell('controller-lost', { targetMinutes: 5 }).tone).toBeUndefined();
  });

  it('explains that the only controller leaves none', () => {
    expect(cell('controller-lost', { controllers: 1 })).toMatchObject({
      text: 'stops',
      value: null,
      tone: 'bad',
      explain: { worked: '1 − 1 = 0', origins: ['yours'], rules: ['HT-1'] },
    });
  });

  it('counts engine and API workers of all controllers, and the difference to the baseline', () => {
    const plan = planWith({}, { ...table, apiWorkers: 2 }, { ...table, engineWorkers: 4 });
    expect(cellOf(plan, 'B', 'engine-total')).toMatchObject({
      text: '12',
      value: 12,
      valueUnit: 'workers',
      note: '−12',
      explain: { worked: '3 × 4 = 12', origins: ['guide', 'yours'], rules: ['HT-1', 'HT-3'] },
    });
    expect(cellOf(plan, 'B', 'api-total')).toMatchObject({
      text: '12',
      value: 12,
      valueUnit: 'workers',
      note: '+6',
      explain: { worked: '3 × 4 = 12', origins: ['guide', 'yours'], rules: ['HT-1', 'HT-3'] },
    });
    expect(cellOf(plan, 'A', 'engine-total')).not.toHaveProperty('note');
    expect(cellOf(plan, 'A', 'api-total')).not.toHaveProperty('note');
  });

  it('divides the workers of a controller by its vCPU', () => {
    expect(cell('per-vcpu')).toMatchObject({
      text: '0.5',
      value: 0.5,
      explain: { worked: '8 ÷ 16 = 0.5', origins: ['yours'], rules: ['HT-2', 'HT-3', 'K1'] },
    });
  });

  it('sets the pool against twice the workers, met at exactly that', () => {
    expect(cell('pool-rule')).toMatchObject({
      value: 16,
      note: '≥ 16',
      tone: 'good',
      explain: { worked: '16 ≥ 2 × 8 = 16', origins: ['guide', 'yours'], rules: ['HT-6', 'K3'] },
    });
    expect(cell('pool-rule', {}, { poolSize: 15 })).toMatchObject({
      note: 'under 16',
      tone: 'bad',
      explain: { worked: '15 < 2 × 8 = 16' },
    });
  });

  it('says of the ceiling what is spare, that it fits exactly, or what is over', () => {
    expect(cell('ceiling', database)).toMatchObject({
      text: '576',
      value: 576,
      note: '24 spare',
      tone: 'good',
    });
    expect(cell('ceiling', { maxConnections: 576 })).toMatchObject({ note: 'exact', tone: 'good' });
    expect(cell('ceiling', { maxConnections: 575 })).toMatchObject({ note: '1 over', tone: 'bad' });
    expect(cell('ceiling').note).toBe('no limit given');
    expect(cell('ceiling').tone).toBeUndefined();
  });

  it('rounds the share of the limit up, so that one connection over never reads 100 %', () => {
    expect(cell('limit-used', database)).toMatchObject({
      text: '96 %',
      value: 96,
      valueUnit: '%',
      tone: 'plain',
      explain: {
        formula: 'Ceiling ÷ (max_connections − used by other services)',
        worked: '576 ÷ (1,000 − 400 = 600) = 96 %',
        origins: ['guide', 'yours'],
        rules: ['HT-8', 'HT-11'],
      },
    });
    expect(cell('limit-used', { maxConnections: 576 })).toMatchObject({ text: '100 %', tone: 'plain' });
    expect(cell('limit-used', { maxConnections: 575 })).toMatchObject({ text: '101 %', tone: 'bad' });
  });

  it('has no share where nothing is free, and does not know one without a limit', () => {
    expect(cell('limit-used', { maxConnections: 400, otherConnections: 400 })).toMatchObject({
      text: 'none free',
      value: null,
      tone: 'bad',
      explain: { worked: '400 − 400 = 0', origins: ['yours'], rules: ['HT-11'] },
    });
    expect(cell('limit-used')).toEqual({ text: 'unknown', value: null, note: 'enter max_connections' });
  });
});

describe('gauge of connections', () => {
  const gauge = (shared: Inputs, own: Inputs = {}) =>
    resultOf(planWith(shared, { ...table, ...own }, { ...table, overflow: 5 }), 'B').gauge;

  it('marks the baseline and rings the ceiling over the pools alone', () => {
    const { hulls } = gauge(database);
    expect(hulls.map(({ isBaseline }) => isBaseline)).toEqual([true, false]);
    // 24 × 16 and 12 × 16, whatever the overflow.
    expect(hulls[1]?.lines.map(({ id, isRing, value }) => [id, isRing, value])).toEqual([
      ['ceiling', true, 756],
      ['pools', false, 576],
    ]);
    expect(hulls[1]?.lines[1]?.explain).toMatchObject({
      worked: '384 + 192 = 576',
      origins: ['guide', 'yours', 'assumed'],
      rules: ['HT-8'],
    });
  });

  it.each([
    [{}, 'Heat may open 576 connections.'],
    [{ maxConnections: 576 }, 'Heat may open 576 connections, exactly the limit.'],
    [{ maxConnections: 500 }, 'Heat may open 576 connections, 76 over.'],
    [{ maxConnections: 600 }, 'Heat may open 576 connections, 24 spare.'],
  ])('is read aloud with %j: %s', (shared, text) => {
    expect(gauge(shared).hulls[0]?.spoken).toBe(`Option A, Option 1. ${text}`);
  });

  it('puts workers, pool and overflow under an option’s name', () => {
    const { configurations } = resultOf(planWith({}, table, { ...table, engineWorkers: 1 }));
    expect(configurations).toEqual({ A: ['8 workers', 'pool 16 + 0'], B: ['1 worker', 'pool 16 + 0'] });
  });
});
