import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { table, today } from '../../plans.ts';
import { figureOf, rowOf } from '../view-of.ts';
import { unchanged, whatIfView } from './what-if-view.ts';

const matrix = (...args: Parameters<typeof whatIfView>) =>
  figureOf(whatIfView(...args), 'table', 'what-if-matrix');
const chart = (...args: Parameters<typeof whatIfView>) =>
  figureOf(whatIfView(...args), 'xy', 'what-if-times');

describe('matrixTable', () => {
  it('has a row for each option in each condition, the selected ones marked', () => {
    const { columns, rows } = matrix({}, [today, table], 'B');
    const conditions = ['all-up', 'controllers', 'workers', 'slow', 'growth', 'stacks'];
    expect(rows.map(({ id, isMarked, letter }) => [id, letter, isMarked])).toEqual(
      conditions.flatMap((id) => [
        [`${id}-A`, 'A', false],
        [`${id}-B`, 'B', true],
      ]),
    );
    expect(columns[3]?.label).toBe('Against A');
  });

  it('compares long ends with all up and with the baseline', () => {
    // Today 610 and, with a controller lost, 855 s; eight workers 365 and 487.5 s: 33.6 % more, 40.2 % and 43 % less.
    const read = (id: string) => rowOf(whatIfView({}, [today, table], 'B'), 'what-if-matrix', id).slice(2, 4);
    expect(read('all-up-A')).toEqual(['–', '–']);
    expect(read('all-up-B')).toEqual(['–', '−40 %']);
    expect(read('controllers-A')).toEqual(['+40 %', '–']);
    expect(read('controllers-B')).toEqual(['+34 %', '−43 %']);
  });

  it('has what it compares as numbers, in per cent', () => {
    const { rows } = matrix({}, [today, table], 'B');
    const [, , allUp, baseline] = rows.find(({ id }) => id === 'controllers-B')?.cells ?? [];
    expect(allUp).toMatchObject({ valueUnit: '%' });
    expect(allUp?.value).toBeCloseTo((487.5 / 365 - 1) * 100, 9);
    expect(baseline?.value).toBeCloseTo((487.5 / 855 - 1) * 100, 9);
  });

  it('calls less than half a per cent alike, and compares nothing with what stops', () => {
    const { rows } = matrix({ ...unchanged, lostControllers: 3 }, [table, table], 'B');
    const cells = (id: string) => rows.find((row) => row.id === id)?.cells.slice(2, 4);
    expect(cells('slow-B')).toEqual([
      { text: 'alike', value: 0, valueUnit: '%' },
      { text: 'alike', value: 0, valueUnit: '%' },
    ]);
    expect(cells('all-up-B')?.[0]).toEqual({ text: '–', value: null });
    expect(cells('controllers-B')).toEqual([
      { text: 'none', value: null },
      { text: 'none', value: null },
    ]);
    // One of both stops: 4 × 3 workers are lost, 24 are not.
    const one = matrix({ ...unchanged, lostWorkers: 12 }, [today, table], 'B').rows;
    expect(one.find(({ id }) => id === 'workers-B')?.cells[3]).toEqual({ text: 'none', value: null });
    expect(one.find(({ id }) => id === 'workers-A')?.cells[1]).toMatchObject({
      text: 'stops',
      value: null,
      note: 'no engine left',
      tone: 'bad',
    });
  });

  it('explains each time by what the condition leaves', () => {
    const explain = (shared: Inputs, id: string) =>
      matrix(shared).rows.find((row) => row.id === id)?.cells[1]?.explain;
    expect(explain({}, 'controllers-A')).toMatchObject({
      worked: '3 − 1 = 2 controllers',
      origins: ['guide', 'yours', 'assumed'],
      rules: ['HT-1', 'HT-5', 'M1'],
    });
    expect(explain({ reckonBy: 'upstream' }, 'controllers-A')?.rules).toEqual(['R-7', 'R-8', 'M2']);
    expect(matrix({}).subtitle).toContain('by the guide.');
    expect(matrix({ reckonBy: 'upstream' }).subtitle).toContain('by the source code.');
  });

  it('judges times by the target and connections by what is free', () => {
    const tones = (shared: Inputs) =>
      matrix(shared)
        .rows.slice(0, 2)
        .map(({ cells }) => [cells[1]?.tone, cells[4]?.tone]);
    // 365 and 487.5 s at most against 400 s; 576 and 384 connections against 500.
    expect(tones({ targetMinutes: 400 / 60, maxConnections: 500 })).toEqual([
      ['good', 'bad'],
      ['warn', 'good'],
    ]);
    expect(tones({})).toEqual([
      ['plain', undefined],
      ['plain', undefined],
    ]);
    const ceiling = (maxConnections: number) => matrix({ maxConnections }).rows[0]?.cells[4];
    expect(ceiling(576)).toEqual({ text: '576', value: 576, tone: 'good', note: '0 spare' });
    expect(ceiling(575)).toEqual({ text: '576', value: 576, tone: 'bad', note: '1 over' });
    expect(matrix({}).rows[0]?.cells[4]).toEqual({ text: '576', value: 576 });
  });
});

describe('conditionChart', () => {
  it('has a dot for each option and condition, all up on top', () => {
    const { series, y } = chart({}, [today, table], 'B');
    expect(series.map(({ id, label, letter, shape }) => [id, label, letter, shape])).toEqual([
      ['times-A', 'A Option 1', 'A', 'dots'],
      ['times-B', 'B Option 2', 'B', 'dots'],
    ]);
    expect(series.every((s) => s.shape === 'dots' && s.filled)).toBe(true);
    expect(series[1]?.data.map((point) => ('y' in point ? point.y : null))).toEqual([5, 4, 3, 2, 1, 0]);
    expect(y).toMatchObject({ scale: 'linear', min: -0.4, max: 5.7, ticks: [0, 1, 2, 3, 4, 5] });
    expect(y.names).toEqual([
      '10 stacks at once',
      '2 × resources',
      'APIs 2 × slower',
      '1 worker lost',
      '1 controller lost',
      'All up',
    ]);
  });

  it('notes the selected option’s time, judged where there is a target', () => {
    const notes = (shared: Inputs) => chart(shared).y.notes?.toReversed().slice(0, 2);
    expect(notes({})).toEqual([
      { text: 'A 6:05', tone: 'plain' },
      { text: 'A 8:08', tone: 'plain' },
    ]);
    expect(notes({ targetMinutes: 7 })).toEqual([
      { text: 'A 6:05', tone: 'good' },
      { text: 'A 8:08', tone: 'bad' },
    ]);
  });

  it('marks the target, and keeps it on the axis', () => {
    expect(chart({}).marks).toEqual([]);
    const late = chart({ ...unchanged, targetMinutes: 20 });
    expect(late.marks).toEqual([{ axis: 'x', at: 1200, label: 'Target 20:00', tone: 'limit' }]);
    expect(late.x.max).toBeGreaterThanOrEqual(1200);
  });

  it('has an axis from 0 in whole minutes where times are within a factor of eight', () => {
    // 365 s at most, with all of it as it is: steps of two minutes up to 365 × 1.08 s.
    expect(chart(unchanged).x).toMatchObject({
      scale: 'linear',
      min: 0,
      ticks: [0, 120, 240, 360],
      format: 'duration',
    });
    expect(chart(unchanged).x.max).toBeCloseTo(365 * 1.08, 6);
  });

  it('has a logarithmic axis with ticks of a clock from a factor of eight on', () => {
    // One resource of so many seconds a stack, alone 20 s, eight stacks on one worker 160 s.
    const own = { engineWorkers: 1, apiWorkers: 1, poolSize: 10, overflow: 0 };
    const single = { controllers: 1, resources: 1, longestChain: 1 };
    const axis = (manyStacks: number) => chart({ ...unchanged, ...single, manyStacks }, [own]).x;
    expect(axis(7).scale).toBe('linear');
    expect(axis(8)).toMatchObject({
      scale: 'log2',
      min: 10,
      ticks: [10, 20, 30, 60, 120],
      format: 'duration',
    });
    expect(axis(8).max).toBeCloseTo(208, 9);
    expect(axis(8).label).toContain('log scale');
    expect(axis(7).label).not.toContain('log scale');
  });

  it('starts a logarithmic axis under a second where a time does', () => {
    const own = { engineWorkers: 1, apiWorkers: 1, poolSize: 10, overflow: 0 };
    const single = { controllers: 1, resources: 1, longestChain: 1, secondsPerResource: 0.5 };
    const { x } = chart({ ...unchanged, ...single, manyStacks: 40 }, [own]);
    expect(x.min).toBe(0.5);
    expect(x.ticks).toEqual([1, 2, 5, 10, 20]);
  });

  it('says that there is no dot where something stops, in any option', () => {
    expect(chart({}).subtitle).toBe('The long end of each time.');
    expect(chart({ lostWorkers: 12 }, [table, today]).subtitle).toContain('there is no dot');
    expect(chart({ lostWorkers: 12 }, [table, today]).series[1]?.data).toHaveLength(5);
  });
});
