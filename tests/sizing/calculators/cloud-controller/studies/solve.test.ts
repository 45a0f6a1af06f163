import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { firstVisit, planWith } from '../plans.ts';
import { solveFor } from './solve/solve-for.ts';
import { chartIn, rowOf, settings, tableIn, viewOf } from './views.ts';

/** The example of the sizes 2, 4 and 8: a core spare or not, 10 to 20 threads, a VM may be lost. */
const example = { solveSizes: '2, 4, 8' };

describe('study', () => {
  it('finds the 55 settings of the example and a front of 11 × 2, 6 × 4 and 4 × 8 VMs', async () => {
    const view = await solveFor(example);
    expect(view.verdict.stateText).toBe('55 settings, 3 on the front');
    const line = chartIn(view, 'front').series.find((s) => s.id === 'front-line');
    expect(line?.data).toEqual([
      { x: 22, y: 11 },
      { x: 24, y: 6 },
      { x: 32, y: 4 },
    ]);
    expect(tableIn(view, 'settings').rows).toHaveLength(55);
  });

  it('gives each setting its smallest fleet: 4 VMs of 8 × 17 leave 408, 6 of 4 × 20 leave 400', async () => {
    const table = tableIn(await solveFor(example), 'settings');
    const rows = table.rows.map((row) => rowOf(table, row.id));
    const kept = (name: string) => rows.find((row) => row.setting === name)?.kept;
    expect(kept('4 × 8 × 17')).toBe('408');
    expect(kept('6 × 4 × 20')).toBe('400');
    expect(rows.some((row) => row.setting === '5 × 4 × 20')).toBe(false);
  });

  it('names the fewest cores first, or whatever else counts', async () => {
    const best = async (goal: string) => {
      const view = await solveFor({ ...example, solveGoal: goal });
      return settings(tableIn(view, 'settings'))[0];
    };
    expect(await best('vcpu')).toBe('11 × 2 × 20');
    expect(await best('vms')).toBe('4 × 7 × 20');
    // No setting loses less with a VM than two workers of 10 threads.
    expect(await best('loss')).toBe('21 × 2 × 10');
    expect(await best('reserve')).toMatch(/ × 10$/);
  });

  it('puts the options where they are', async () => {
    const { plan, selected } = firstVisit();
    const chart = chartIn(await viewOf('solve', plan, selected), 'front');
    expect(chart.places).toEqual([
      { letter: 'A', x: 20, y: 20 },
      { letter: 'B', x: 20, y: 10 },
      { letter: 'C', x: 36, y: 9, text: 'you are here' },
      { letter: 'D', x: 32, y: 4 },
    ]);
  });

  it('says of each near miss why: 6 × 4 × 20 may open 648 connections, 24 over 624', async () => {
    const view = await solveFor({ ...example, solveMaxConnections: 624 });
    const table = tableIn(view, 'rejected');
    const rows = table.rows.map((row) => rowOf(table, row.id));
    expect(rows.find((row) => row.setting === '6 × 4 × 20')?.why).toBe('24 connections over');
  });

  it('takes the database limit of the Size view unless it has its own', async () => {
    const bySize = await solveFor({ ...example, connectionsFree: 640 });
    expect(settings(tableIn(bySize, 'settings'))).not.toContain('6 × 4 × 20');
    const own = await solveFor({
      ...example,
      connectionsFree: 640,
      solveMaxConnections: 700,
    });
    expect(settings(tableIn(own, 'settings'))).toContain('6 × 4 × 20');
  });

  it('says beside its own limit of connections what holds without one', async () => {
    const hint = async (shared: Inputs) => (await solveFor(shared)).hints.solveMaxConnections;
    expect(await hint({})).toBe('Empty: as on Size and compare, no limit.');
    expect(await hint({ connectionsFree: 1500 })).toBe('Empty: as on Size and compare, 1,500.');
    expect(await hint({ connectionsFree: 1500, solveMaxConnections: 700 })).toBeUndefined();
  });

  it('finds an option’s own setting by its server too: 21 Thin VMs are not 21 with one Puma worker', async () => {
    const lettersFor = async (option: Inputs) => {
      const table = tableIn(await solveFor({ solveSizes: '1', solveThin: true }, option), 'settings');
      const letterOf = (name: string) => table.rows[settings(table).indexOf(name)]?.letter;
      return { thin: letterOf('Thin 21 × 20'), puma: letterOf('21 × 1 × 20') };
    };
    const one = { vcpusPerVm: 1, vms: 21, threadsPerWorker: 20 };
    expect(await lettersFor({ ...one, engine: 'thin' })).toEqual({ thin: 'B', puma: undefined });
    expect(await lettersFor({ ...one, engine: 'puma' })).toEqual({ thin: undefined, puma: 'B' });
  });

  it('has columns of numbers but for names and reasons', async () => {
    const view = await solveFor({ ...example, solveMaxConnections: 660 });
    const texts = (id: string) =>
      tableIn(view, id)
        .columns.filter(({ isNumber }) => !isNumber)
        .map((column) => column.id);
    expect(texts('settings')).toEqual(['setting']);
    expect(texts('rejected')).toEqual(['setting', 'why']);
  });

  it('adds a setting as an option that the Size view sizes to the same numbers', async () => {
    const view = await solveFor({ ...example, solveThin: true });
    const table = tableIn(view, 'settings');
    for (const row of table.rows) {
      if (row.fix?.edit.kind !== 'add-option') continue;
      const shown = rowOf(table, row.id);
      const { result } = cloudController.evaluate(planWith(row.fix.edit.inputs), 'B');
      const cells = Object.fromEntries(
        (result?.table.sections ?? []).flatMap((s) => s.rows).map((r) => [r.id, r.cells.B?.text]),
      );
      expect({
        all: cells.all,
        kept: cells.vm,
        vms: cells.vms,
        vcpu: cells.vcpus,
        memory: cells.memory,
        connections: cells.connections,
      }).toEqual({
        all: shown.all,
        kept: shown.kept,
        vms: shown.vms,
        vcpu: shown.vcpu,
        memory: shown.memory,
        connections: shown.connections,
      });
    }
    expect(table.rows.filter((row) => row.fix).length).toBeGreaterThan(50);
  });

  it('reckons with own sizes: their memory must hold the workers, their price is the cost', async () => {
    const view = await solveFor({
      solveSizes: '4:16:0.2, 8:16:0.3',
      solveGoal: 'cost',
    });
    const table = tableIn(view, 'settings');
    const rows = table.rows.map((row) => rowOf(table, row.id));
    // Seven or eight workers at 4 GiB do not fit into 16 GiB.
    expect(new Set(rows.map((row) => row.cpu))).toEqual(new Set(['4']));
    expect(rows[0]).toMatchObject({ setting: '6 × 4 × 20', cost: '1.2' });
  });

  it('keeps a VM in each AZ on request', async () => {
    const shared = { solveSizes: '16', zones: 5, survive: 'none' };
    const least = async (solveEveryZone: boolean) => {
      const view = await solveFor({
        ...shared,
        solveEveryZone,
        solveGoal: 'vms',
      });
      return view.verdict.keyFigures[0]?.cell.value;
    };
    // 16 × 20 threads on a VM: two of them carry 400.
    expect(await least(false)).toBe(2);
    expect(await least(true)).toBe(5);
  });

  it('tells how far each number can go: 9 VMs of 4 × 13 with 800 connections free', async () => {
    const table = tableIn(await solveFor({ connectionsFree: 800 }), 'ranges');
    const bounds = (id: string) => [rowOf(table, id).smallest, rowOf(table, id).largest];
    // 8 VMs leave 364; 10 open 730 connections, 11 would open 803.
    expect(bounds('vms')).toEqual(['9', '10']);
    // 12 threads leave 384; 16 open 9 × 5 × 16 + 72 = 792, 17 would open 837.
    expect(bounds('threadsPerWorker')).toEqual(['13', '16']);
    // 416 carried: 4% more than 400.
    expect(bounds('growthPercent')).toEqual(['0', '4']);
    // 468 all up less 52 a VM: one at a time.
    expect(bounds('maxInFlight')).toEqual(['1', '1']);
    // 585 for the API and 9 for each further local worker a VM: 23 of them make 792.
    expect(bounds('localWorkersPerVm')).toEqual(['0', '23']);
    expect(bounds('load')).toEqual(['no bound', '416']);
    expect(bounds('connections-free')).toEqual(['657', 'no bound']);
  });

  it('has response times only when it knows what a request takes and how many come', async () => {
    const without = await solveFor({ ...example, solveServiceMs: 100 });
    expect(tableIn(without, 'settings').columns.map((c) => c.id)).not.toContain('p95');
    const timed = await solveFor({
      ...example,
      solveServiceMs: 100,
      solveRate: 100,
    });
    const table = tableIn(timed, 'settings');
    expect(table.rows).toHaveLength(55);
    for (const row of table.rows) expect(Number(rowOf(table, row.id).p95)).toBeGreaterThan(100);
  });

  it('enlarges fleets until the CPU suffices: 400 requests a second of 50 ms CPU keep 20 cores busy', async () => {
    const view = await solveFor({
      solveSizes: '4',
      solveSpare: 'no',
      solveLeastThreads: 20,
      survive: 'none',
      solveServiceMs: 100,
      solveRate: 400,
    });
    // At 85% of 4 cores a VM that takes 5.88 VMs: 6, where 400 threads alone take 5.
    expect(settings(tableIn(view, 'settings'))).toEqual(['6 × 4 × 20']);
  });
});
