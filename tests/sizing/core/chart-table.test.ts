import { describe, expect, it } from 'vitest';
import { axisText, chartTables } from '../../../src/sizing/core/chart-table.ts';
import type { BarChart, PanelChart, XyChart } from '../../../src/sizing/core/figure.ts';

const chart: XyChart = {
  kind: 'xy',
  id: 'time',
  title: 'How long?',
  subtitle: '',
  x: { label: 'Workers', scale: 'log2', min: 1, max: 64, format: 'number' },
  y: { label: 'Time', scale: 'linear', min: 0, max: 4000, format: 'duration' },
  series: [],
  marks: [],
  places: [],
};

const only = (made: XyChart) => {
  const [first, ...others] = chartTables(made);
  expect(others).toEqual([]);
  if (!first) throw new Error('no table');
  return first.table;
};

describe('axisText', () => {
  it('writes each value as its axis does', () => {
    expect(axisText({ format: 'number' }, 1080)).toBe('1,080');
    expect(axisText({ format: 'duration' }, 365)).toBe('6:05');
    expect(axisText({ format: 'minutes' }, 90)).toBe('1.5');
    expect(axisText({ format: 'percent' }, 0.125)).toBe('12.5 %');
  });

  it('writes names where the axis lists things, and numbers beyond and between them', () => {
    const axis = { format: 'number', names: ['All up', 'VM lost'] } as const;
    expect([0, 1, 2, 0.5].map((value) => axisText(axis, value))).toEqual(['All up', 'VM lost', '2', '0.5']);
  });
});

describe('chartTables of a plot', () => {
  it('puts series that share an x side by side, in the order of x', () => {
    const table = only({
      ...chart,
      series: [
        { id: 'a', label: 'Low', shape: 'line', data: [8, 4].map((x) => ({ x, y: x * 60 })) },
        { id: 'b', label: 'High', shape: 'step', data: [{ x: 4, y: 300 }] },
      ],
    });
    expect(table).toEqual({
      columns: ['Workers', 'Low: Time', 'High: Time'],
      rows: [
        ['4', '4:00', '5:00'],
        ['8', '8:00', ''],
      ],
    });
  });

  it('gives a band its two edges', () => {
    const table = only({
      ...chart,
      series: [
        { id: 'b', label: 'Range', shape: 'band', data: [{ x: 4, low: 500, high: 610 }] },
        { id: 'a', label: 'Mean', shape: 'line', data: [{ x: 4, y: 555 }] },
      ],
    });
    expect(table.columns).toEqual(['Workers', 'Range, low: Time', 'Range, high: Time', 'Mean: Time']);
    expect(table.rows).toEqual([['4', '8:20', '10:10', '9:15']]);
  });

  it('hides no dot behind another one at the same x, and says what each is', () => {
    const table = only({
      ...chart,
      series: [
        {
          id: 'candidates',
          label: 'Candidates',
          shape: 'dots',
          marker: 'circle',
          filled: false,
          data: [
            { x: 36, y: 60 },
            { x: 36, y: 120 },
            { x: 36, y: 180, label: '9 × 4 × 13' },
          ],
        },
      ],
    });
    expect(table.rows).toEqual([
      ['36', '1:00'],
      ['36', '2:00'],
      ['36 (9 × 4 × 13)', '3:00'],
    ]);
  });

  it('keeps both ends of an upright step', () => {
    const data = [
      { x: 4, y: 60 },
      { x: 4, y: 120 },
    ];
    expect(only({ ...chart, series: [{ id: 's', label: 'S', shape: 'step', data }] }).rows).toEqual([
      ['4', '1:00'],
      ['4', '2:00'],
    ]);
  });

  it('puts an option’s place under its own line and no other option’s under a line that is not its own', () => {
    const table = only({
      ...chart,
      series: [
        { id: 'b', label: 'Option B', letter: 'B', shape: 'line', data: [{ x: 4, y: 60 }] },
        { id: 'thin', label: 'Thin fleets', shape: 'line', data: [{ x: 4, y: 120 }] },
      ],
      places: [
        { letter: 'B', x: 8, y: 180 },
        { letter: 'C', x: 8, y: 240 },
      ],
    });
    expect(table.columns).toEqual(['Workers', 'Option B: Time', 'Thin fleets: Time', 'Options: Time']);
    expect(table.rows).toEqual([
      ['4', '1:00', '2:00', ''],
      ['8 (option B)', '3:00', '', ''],
      ['8 (option C)', '', '', '4:00'],
    ]);
  });

  it('adds no column for places that all lie on their own line, and puts none into a band of its option', () => {
    const table = only({
      ...chart,
      series: [
        { id: 'r', label: 'Range', letter: 'B', shape: 'band', data: [{ x: 4, low: 60, high: 120 }] },
        { id: 'b', label: 'Mean', letter: 'B', shape: 'line', data: [{ x: 4, y: 90 }] },
      ],
      places: [{ letter: 'B', x: 8, y: 180 }],
    });
    expect(table.columns).toEqual(['Workers', 'Range, low: Time', 'Range, high: Time', 'Mean: Time']);
    expect(table.rows).toEqual([
      ['4', '1:00', '2:00', '1:30'],
      ['8 (option B)', '', '', '3:00'],
    ]);
  });

  it('says nothing of a dot whose label is empty', () => {
    const dots = { id: 'd', label: 'D', shape: 'dots', marker: 'circle', filled: true } as const;
    const table = only({ ...chart, series: [{ ...dots, data: [{ x: 36, y: 60, label: '' }] }] });
    expect(table.rows).toEqual([['36', '1:00']]);
  });

  it('has a row for every place even where there is no line at all', () => {
    const table = only({ ...chart, places: [{ letter: 'A', x: 20, y: 60 }] });
    expect(table.columns).toEqual(['Workers', 'Options: Time']);
    expect(table.rows).toEqual([['20 (option A)', '1:00']]);
  });
});

describe('chartTables of panels', () => {
  it('makes one table a panel', () => {
    const panels: PanelChart = {
      kind: 'panels',
      id: 'p',
      title: 'All',
      subtitle: '',
      panels: [
        {
          ...chart,
          title: 'First',
          series: [{ id: 'a', label: 'A', shape: 'line', data: [{ x: 1, y: 2 }] }],
        },
        { ...chart, title: 'Second' },
      ],
    };
    const tables = chartTables(panels);
    expect(tables.map((t) => t.title)).toEqual(['First', 'Second']);
    expect(tables.map((t) => t.table.rows.length)).toEqual([1, 0]);
  });
});

describe('chartTables of bars', () => {
  const bars: BarChart = {
    kind: 'bars',
    id: 'bars',
    title: 'Which loss?',
    subtitle: '',
    valueLabel: 'Requests',
    categories: ['All up', 'VM lost'],
    series: [
      { letter: 'A', name: 'Today', values: [400, 380] },
      { letter: 'C', name: 'Profile 3', values: [468] },
    ],
  };

  it('has a row a category and a column an option, empty where there is no bar', () => {
    expect(chartTables(bars)).toEqual([
      {
        title: 'Which loss?',
        table: {
          columns: ['', 'A Today', 'C Profile 3'],
          rows: [
            ['All up', 400, 468],
            ['VM lost', 380, ''],
          ],
        },
      },
    ]);
  });

  it('has the line across as a column of its own', () => {
    const [made] = chartTables({ ...bars, line: { label: 'Load 400', value: 400 } });
    expect(made?.table.columns.at(-1)).toBe('Load 400');
    expect(made?.table.rows.map((row) => row.at(-1))).toEqual([400, 400]);
  });
});
