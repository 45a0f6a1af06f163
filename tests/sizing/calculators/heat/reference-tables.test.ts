import { describe, expect, it } from 'vitest';
import type { ReferenceTable } from '../../../../src/sizing/core/figure.ts';
import type { Inputs, Letter } from '../../../../src/sizing/core/plan.ts';
import { planWith, resultOf, table, today } from './plans.ts';

function tableOf(
  id: string,
  shared: Inputs,
  options: readonly Inputs[],
  selected: Letter = 'A',
): ReferenceTable {
  const found = resultOf(planWith(shared, ...options), selected).referenceTables.find((one) => one.id === id);
  if (!found) throw new Error(`There is no table ${id}.`);
  return found;
}

describe('reference tables', () => {
  it.each([
    ['worker-sizing', ['HT-3', 'HT-2', 'K1']],
    ['convergence-modes', ['HT-5', 'R-7']],
    ['performance-tuning', ['HT-7', 'R-5', 'R-10']],
    ['service-list', ['HT-9', 'R-6']],
  ])('%s rests on %j, and every row fills every column', (id, rules) => {
    const found = tableOf(id, {}, [table, table]);
    expect(found.rules).toEqual(rules);
    expect(found.columns.every(({ label }) => label !== '')).toBe(true);
    expect(found.rows).not.toEqual([]);
    for (const { cells } of found.rows) expect(cells).toHaveLength(found.columns.length);
    for (const { cells } of found.rows) expect(cells[0]?.text).not.toBe('');
  });

  it.each(['worker-sizing', 'performance-tuning'])(
    '%s has a column for each option, the selected marked',
    (id) => {
      const { columns } = tableOf(id, {}, [table, table], 'B');
      expect(columns.filter(({ letter }) => letter)).toEqual([
        { label: 'Option A', letter: 'A', isMarked: false },
        { label: 'Option B', letter: 'B', isMarked: true },
      ]);
    },
  );
});

describe('reference table of workers', () => {
  const cellsOf = (vcpuPerController: number, ...options: readonly Inputs[]) =>
    tableOf('worker-sizing', { vcpuPerController }, options).rows.map(({ cells }) => cells.slice(3));

  it('sets options against their row only, and marks what differs from it', () => {
    expect(cellsOf(16, table, { ...table, engineWorkers: 9 }, { ...table, apiWorkers: 5 })).toEqual([
      [{ text: '' }, { text: '' }, { text: '' }],
      [{ text: '' }, { text: '' }, { text: '' }],
      [{ text: '8 / 4' }, { text: '9 / 4', differs: true }, { text: '8 / 5', differs: true }],
      [{ text: '' }, { text: '' }, { text: '' }],
    ]);
  });

  it('notes which row is yours', () => {
    const { rows } = tableOf('worker-sizing', { vcpuPerController: 9 }, [table]);
    expect(rows.map(({ isMarked, note }) => [isMarked, note])).toEqual([
      [undefined, undefined],
      [true, 'your controllers'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it.each([
    [16, 'Your controllers have 16 vCPU. The'],
    [17, 'Your controllers have 17 vCPU, between two rows; the lower one counts'],
    [3, 'Your controllers have 3 vCPU, less than the first row; 1 worker per 2 vCPU'],
  ])('says how %i vCPU are read', (vcpuPerController, caption) => {
    expect(tableOf('worker-sizing', { vcpuPerController }, [table]).caption).toContain(caption);
  });
});

describe('reference table of convergence', () => {
  it('lists the options of either mode and what this stack takes without it', () => {
    const { rows } = tableOf('convergence-modes', {}, [table, { ...table, convergence: false }, table]);
    expect(rows.map(({ cells }) => cells.at(-1)?.text)).toEqual(['A, C', 'B']);
    // 300 × 20 s; by the source code 6 levels of 20 to 21 s and 0.1 s a resource.
    expect(rows[1]?.note).toBe('this stack: 1:40:00 by the guide, 2:00 to 2:36 upstream');
    expect(rows[0]).not.toHaveProperty('note');
  });

  it('marks nothing but the mode of the selected option', () => {
    const marked = (convergence: boolean) =>
      tableOf('convergence-modes', {}, [{ ...table, convergence }]).rows.map((row) => row.isMarked === true);
    expect(marked(true)).toEqual([true, false]);
    expect(marked(false)).toEqual([false, true]);
  });
});

describe('reference table of settings', () => {
  const texts = (shared: Inputs, own: Inputs = {}) =>
    tableOf('performance-tuning', shared, [{ ...table, ...own }]).rows.map(({ cells }) => cells[4]);

  it('has each setting as the option sets it, marked where it is not the guide’s', () => {
    expect(texts({ rpcTimeoutSeconds: 121, maxStacksPerProject: 101, maxResourcesPerStack: 2000 })).toEqual([
      { text: '8', differs: true },
      { text: '4' },
      { text: '16', differs: true },
      { text: '0', differs: true },
      { text: '121', differs: true },
      { text: '101', differs: true },
      { text: '2,000', differs: true },
    ]);
    expect(texts({}, today)).toEqual(['4', '4', '10', '20', '120', '100', '1,000'].map((text) => ({ text })));
  });

  it('has upstream’s defaults of the chosen release', () => {
    const upstream = (release: string) =>
      tableOf('performance-tuning', { release }, [table]).rows.map(({ cells }) => cells[3]?.text);
    expect([upstream('12')[5], upstream('13')[5]]).toEqual(['100', '512']);
    expect([upstream('16')[1], upstream('25')[1]]).toEqual(['one per core', 'set in the web server']);
  });
});

describe('reference table of services', () => {
  it('counts the rows of engine processes, a single one in the singular', () => {
    const text = (shared: Inputs, own: Inputs) =>
      tableOf('service-list', shared, [{ ...table, ...own }]).rows[0]?.cells.at(-1)?.text;
    expect(text({ controllers: 2 }, { engineWorkers: 3 })).toBe('heat-engine, 6 rows in all');
    expect(text({ controllers: 1 }, { engineWorkers: 1 })).toBe('heat-engine, 1 row in all');
  });
});

describe('workerTableChart', () => {
  function chartOf(vcpuPerController: number, ...engineWorkers: readonly number[]) {
    const options = engineWorkers.map((count) => ({ ...table, engineWorkers: count }));
    const chart = resultOf(planWith({ vcpuPerController }, ...options)).charts[1];
    if (chart?.kind !== 'xy') throw new Error('The worker table is one plot.');
    return chart;
  }

  it('draws table and text at powers of two, at 3 and at your size', () => {
    const { series } = chartOf(24, 8);
    expect(series.map(({ id, shape }) => [id, shape])).toEqual([
      ['text', 'band'],
      ['engine', 'step'],
      ['api', 'step'],
    ]);
    const [text, engine, api] = series;
    expect(engine?.data).toEqual(
      [
        [1, 1],
        [2, 1],
        [3, 1],
        [4, 2],
        [8, 4],
        [16, 8],
        [24, 8],
        [32, 16],
        [64, 16],
      ].map(([x, y]) => ({ x, y })),
    );
    expect(api?.data.map((point) => ('y' in point ? point.y : null))).toEqual([1, 1, 1, 2, 4, 4, 4, 8, 8]);
    expect(text?.data.at(2)).toEqual({ x: 3, low: 6, high: 12 });
  });

  it('covers 64 vCPU and more where you have more, and the text’s 4 per core', () => {
    expect(chartOf(16, 8)).toMatchObject({
      x: { scale: 'log2', min: 1, max: 64, ticks: [1, 2, 4, 8, 16, 32, 64], format: 'number' },
      y: { scale: 'log2', min: 1, max: 256, ticks: [1, 2, 4, 8, 16, 32, 64, 128, 256], format: 'number' },
    });
    expect(chartOf(65, 8).x.max).toBe(128);
    expect(chartOf(65, 8).y.max).toBe(512);
  });

  it('marks your size and stands each option there', () => {
    const chart = chartOf(24, 8, 32);
    expect(chart.marks).toEqual([
      { axis: 'x', at: 24, label: 'You are here: 24 vCPU', tone: 'note', isDashed: true },
    ]);
    expect(chart.places).toEqual([
      { letter: 'A', x: 24, y: 8, text: '8' },
      { letter: 'B', x: 24, y: 32, text: '32' },
    ]);
  });

  it.each([
    [16, 'For 16 vCPU its table gives 8 engine and 4 API workers; its text 32 to 64 engine workers.'],
    [17, '8 engine and 4 API workers (between rows, the lower one); its text 34 to 68'],
    [2, '1 engine and 1 API workers (below the table, 1 per 2 vCPU); its text 4 to 8'],
  ])('says how %i vCPU are read', (vcpu, text) => {
    expect(chartOf(vcpu, 8).subtitle).toContain(text);
  });
});
