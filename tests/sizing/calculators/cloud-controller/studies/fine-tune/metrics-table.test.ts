import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { rowOf, tableIn, viewFor } from '../views.ts';
import { nine, thinOn2 } from './tune.ts';

describe('metricsTable', () => {
  const rowsFor = async (fleet: Inputs, shared: Inputs = {}) => {
    const table = tableIn(await viewFor('fine-tune', fleet, shared), 'metrics');
    return { table, rows: Object.fromEntries(table.rows.map((r) => [r.id, rowOf(table, r.id)])) };
  };

  it('names the metrics of Puma and from where on to act', async () => {
    const { rows, table } = await rowsFor({ ...nine, connectionsPerProcess: 13 });
    expect(rows).toEqual({
      outstanding: {
        metric: 'cc_requests_outstanding_total',
        act: 'at or near 52 threads: from 41.6 on',
        note: 'The gauge does not work correctly with Puma.',
      },
      cpu: {
        metric: 'system.cpu.user',
        act: '0.85 or more of the VM',
        note: 'A share of all cores of the VM.',
      },
      load: {
        metric: 'cc.vitals.cpu_load_avg',
        act: '4 cores or more',
        note: 'Average of one minute, every 30 seconds.',
      },
      uptime: {
        metric: 'cc.vitals.uptime',
        act: 'consistently low',
        note: 'Restarts, as when memory runs out.',
      },
      pool: {
        metric: 'cc_db_connection_pool_timeouts_total',
        act: 'above 0',
        note: 'Threads waited longer than 10 seconds for one of 13 connections.',
      },
      workers: {
        metric: 'cc_puma_worker_count',
        act: 'below 4 workers',
        note: 'A worker is missing. From capi-release 1.167 on.',
      },
    });
    expect([table.subtitle, table.isSortable]).toEqual(['On each VM of option B, Puma.', false]);
    expect(table.columns.map((c) => c.isNumber)).toEqual([false, false, false]);
    for (const { label } of table.columns) expect(label).not.toBe('');
    for (const { cells } of table.rows) expect(cells.map((c) => c.value)).toEqual([null, null, null]);
  });

  it('names those of Thin, which uses one core', async () => {
    const { rows, table } = await rowsFor(fleets.thin, { fineTuneNearPercent: 50 });
    expect(Object.keys(rows)).toEqual(['outstanding', 'cpu', 'load', 'uptime', 'pool']);
    expect(rows.outstanding).toEqual({
      metric: 'cc.requests.outstanding.gauge',
      act: 'at or near 20 threads: from 10 on',
      note: 'Requests that hold a thread.',
    });
    expect(rows.cpu?.note).toBe('A share of all cores of the VM.');
    expect(rows.load?.act).toBe('1 core or more');
    expect(table.subtitle).toBe('On each VM of option B, Thin.');
    const two = await rowsFor(thinOn2);
    expect(two.rows.cpu).toMatchObject({
      act: '0.425 or more of the VM',
      note: 'Thin uses one core: 0.85 of it.',
    });
  });

  it('warns of the gauge of old releases', async () => {
    expect((await rowsFor(nine, { capi: '1.138' })).rows.outstanding?.note).toBe(
      'The gauge does not work correctly with Puma. Before 1.184 each worker sends a gauge of its own.',
    );
    expect((await rowsFor(fleets.thin, { capi: '1.138' })).rows.outstanding?.note).toBe(
      'Requests that hold a thread.',
    );
  });
});
