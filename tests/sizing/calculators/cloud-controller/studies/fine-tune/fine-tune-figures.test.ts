import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { chartIn, rowOf, tableIn, viewFor } from '../views.ts';
import { csv, nine, tune } from './tune.ts';

async function dotsOf(...lines: readonly string[]) {
  const view = await viewFor('fine-tune', nine, tune(26, 0.3, 2), csv(...lines));
  const [dots] = chartIn(view, 'quadrant').series;
  return dots?.data ?? [];
}

describe('quadrantChart', () => {
  it('places the option at its p95: share of threads, and of what CPU or load average may', async () => {
    const chart = chartIn(await viewFor('fine-tune', nine, tune(26, 0.34, 3)), 'quadrant');
    // 26 of 52; 3 of 4 is more than 0.34 of 0.85.
    expect(chart.places).toEqual([{ letter: 'B', x: 0.5, y: 0.75, text: 'p95' }]);
    expect(chart.series).toEqual([]);
    expect(chart.x).toEqual({
      label: 'Outstanding requests, share of the threads on a VM',
      scale: 'linear',
      min: 0,
      max: 1.2,
      format: 'percent',
    });
    expect(chart.y).toEqual({
      label: 'CPU, share of what the VM may',
      scale: 'linear',
      min: 0,
      max: 1.2,
      format: 'percent',
    });
    expect(chart.subtitle).toBe(
      'To the right threads run out, from 80% on; at the top cores do, from 100% of their limit on. Option B stands at its p95.',
    );
  });

  it('marks both limits, and names what lies between them in the middle of each part', async () => {
    const shared = tune(26, 0.3, 2, { fineTuneNearPercent: 90 });
    const chart = chartIn(await viewFor('fine-tune', nine, shared), 'quadrant');
    expect(chart.marks).toEqual([
      { axis: 'x', at: 0.9, label: 'Threads near', tone: 'limit' },
      { axis: 'y', at: 1, label: 'Cores over', tone: 'limit' },
    ]);
    expect(chart.areas).toEqual([
      { fromX: 0, toX: 0.9, y: expect.closeTo(1.1, 9), text: 'More cores or VMs' },
      { fromX: 0.9, toX: 1.2, y: expect.closeTo(1.1, 9), text: 'Scale out' },
      { fromX: 0, toX: 0.9, y: 0.1, text: 'Room to shrink' },
      { fromX: 0.9, toX: 1.2, y: 0.1, text: 'Raise threads' },
    ]);
  });

  it('reaches to the farthest, rounded up to tenths', async () => {
    const max = async (shared: Inputs, ...lines: readonly string[]) => {
      const view = await viewFor('fine-tune', nine, shared, lines.length > 0 ? csv(...lines) : {});
      const { x, y } = chartIn(view, 'quadrant');
      return [x.max, y.max];
    };
    // 70 of 52 are 1.35; a load of 9 on 4 is 2.25.
    expect(await max(tune(70, 0.3, 9))).toEqual([1.4, 2.3]);
    // A single sample beyond its p95 counts as well: 65 of 52 are 1.25, a load of 7 is 1.75.
    const rows = [...Array.from({ length: 30 }, () => '5,1'), '65,7'];
    expect(await max({}, 'outstanding,load', ...rows)).toEqual([1.3, 1.8]);
  });

  it('is about one core of Thin', async () => {
    const chart = chartIn(await viewFor('fine-tune', fleets.thin, tune(10, 0.34, 0.5)), 'quadrant');
    expect(chart.y.label).toBe('CPU, share of what one core may');
    expect(chart.places).toEqual([{ letter: 'B', x: 0.5, y: 0.5, text: 'p95' }]);
  });

  it('shows samples as dots, at the larger of CPU and load average', async () => {
    const view = await viewFor('fine-tune', nine, {}, csv('outstanding,cpu,load', '26,0.34,3', '13,0.68,2'));
    expect(chartIn(view, 'quadrant').series).toEqual([
      {
        id: 'samples',
        label: 'Samples',
        shape: 'dots',
        marker: 'circle',
        filled: false,
        data: [
          { x: 0.5, y: 0.75 },
          { x: 0.25, y: expect.closeTo(0.8, 9) },
        ],
      },
    ]);
  });

  it('leaves out samples that lack threads or both others', async () => {
    expect(await dotsOf('outstanding,cpu,load', '-,0.34,3', '26,-,-', '26,-,3', '13,0.34,-')).toEqual([
      { x: 0.5, y: 0.75 },
      { x: 0.25, y: expect.closeTo(0.4, 9) },
    ]);
    expect(await dotsOf('outstanding,load', '26,3')).toEqual([{ x: 0.5, y: 0.75 }]);
  });

  it('has no dots where the file lacks one of the two, or has them of several VMs', async () => {
    expect(await dotsOf('outstanding', '26')).toEqual([]);
    expect(await dotsOf('cpu,load', '0.34,3')).toEqual([]);
    expect(await dotsOf('outstanding,outstanding_requests,cpu', '26,26,0.34')).toEqual([]);
    expect(await dotsOf('outstanding,cpu,cpu_user', '26,0.34,0.34')).toEqual([]);
    // CPU of two VMs has no row of its own: what the other column says counts.
    expect(await dotsOf('outstanding,cpu,cpu_user,load', '26,0.85,0.85,2')).toEqual([{ x: 0.5, y: 0.5 }]);
  });

  it('thins more than 300 samples evenly', async () => {
    const dots = (count: number) =>
      dotsOf('outstanding,load', ...Array.from({ length: count }, (_, i) => `${(52 * i) / 1000},2`));
    expect((await dots(300)).length).toBe(300);
    // Every second of 301, every third of 601.
    const thinned = await dots(301);
    expect([thinned.length, thinned[1]?.x, thinned.at(-1)?.x]).toEqual([
      151,
      expect.closeTo(0.002, 9),
      expect.closeTo(0.3, 9),
    ]);
    expect((await dots(601)).length).toBe(201);
  });
});

describe('readingsTable', () => {
  it('sets each metric against its limit, bad from it on', async () => {
    const samples = csv('outstanding,cpu,load', '10,0.1,1', '41.6,0.85,4', '52,0.9,5', '20,0.2,2');
    const table = tableIn(await viewFor('fine-tune', nine, {}, samples), 'readings');
    expect(table.columns.map((c) => [c.id, c.isNumber])).toEqual([
      ['metric', false],
      ...['p50', 'p95', 'max', 'limit', 'share', 'count'].map((id) => [id, true]),
    ]);
    for (const { label } of table.columns) expect(label).not.toBe('');
    expect(table.rows.map((r) => r.id)).toEqual(['outstanding', 'cpu', 'load']);
    expect([rowOf(table, 'outstanding'), rowOf(table, 'cpu'), rowOf(table, 'load')]).toEqual([
      {
        metric: 'Outstanding requests',
        p50: '20',
        p95: '52',
        max: '52',
        limit: '41.6',
        share: '50%',
        count: '4',
      },
      { metric: 'CPU user', p50: '0.2', p95: '0.9', max: '0.9', limit: '0.85', share: '50%', count: '4' },
      { metric: 'Load average', p50: '2', p95: '5', max: '5', limit: '4', share: '50%', count: '4' },
    ]);
    expect(table.rows[0]?.cells).toEqual([
      { text: 'Outstanding requests', value: null },
      { text: '20', value: 20 },
      { text: '52', value: 52, tone: 'bad' },
      { text: '52', value: 52, tone: 'bad' },
      { text: '41.6', value: expect.closeTo(41.6, 9), note: 'near 52 threads' },
      { text: '50%', value: 0.5 },
      { text: '4', value: 4 },
    ]);
    expect(table.rows[1]?.cells[4]).toEqual({ text: '0.85', value: 0.85 });
    expect([table.isSortable, table.kind]).toEqual([false, 'table']);
  });

  it('is bad exactly at the limit', async () => {
    const table = tableIn(await viewFor('fine-tune', nine, tune(10, 0.849, 4)), 'readings');
    expect(table.rows.map((r) => r.cells.slice(1, 4).map((c) => c.tone))).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
      ['bad', 'bad', 'bad'],
    ]);
  });

  it('has a row only of what was measured', async () => {
    const ids = async (shared: Inputs) =>
      tableIn(await viewFor('fine-tune', nine, shared), 'readings').rows.map((r) => r.id);
    expect(await ids(tune(10, null, null))).toEqual(['outstanding']);
    expect(await ids(tune(null, 0.5, null))).toEqual(['cpu']);
    expect(await ids(tune(null, null, 1))).toEqual(['load']);
    expect(await ids({})).toEqual([]);
  });
});
