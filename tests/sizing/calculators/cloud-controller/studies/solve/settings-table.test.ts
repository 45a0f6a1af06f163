import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets, planWith } from '../../plans.ts';
import { rowOf, settings, tableIn, viewOf } from '../views.ts';
import { withOptions } from '../with-options.ts';
import { four, six, solveFor } from './solve-for.ts';

const tableFor = async (shared: Inputs, option?: Inputs) =>
  tableIn(await solveFor(shared, option), 'settings');

describe('settingsTable', () => {
  it('says of each setting what it is made of, carries and takes, and how that comes about', async () => {
    const [row] = (await tableFor(four)).rows;
    const plain = (value: number) => ({ text: String(value), value });
    const explained = (value: number, formula: string, worked: string, rules: readonly string[]) => ({
      ...plain(value),
      explain: { formula, worked, origins: ['guide', 'yours'], rules },
    });
    expect(row?.cells).toEqual([
      { text: '6\u00a0×\u00a04\u00a0×\u00a020', value: null },
      plain(6),
      plain(4),
      plain(4),
      plain(20),
      explained(480, 'API VMs × workers × threads', '6 × 4 × 20 = 480', ['CF-11']),
      { ...plain(400), note: 'exact' },
      plain(24),
      explained(96, 'API VMs × memory of a VM', '6 × 16 = 96', ['CF-7']),
      // Five pools of 20 and eight local workers.
      explained(
        648,
        'API VMs × connections of a VM: workers and main process with a pool each, local workers',
        '6 × 108 = 648',
        ['CF-10', 'R-3'],
      ),
      plain(80),
    ]);
    expect([row?.id, row?.isMarked, row?.letter]).toEqual(['2', true, undefined]);
    expect(row?.fix?.edit).toEqual({
      kind: 'add-option',
      name: '6 × 4 × 20',
      inputs: {
        engine: 'puma',
        vcpusPerVm: 4,
        vms: 6,
        workersPerVm: 'auto',
        threadsPerWorker: 20,
        spareCore: false,
        localWorkersPerVm: 'auto',
        connectionsPerProcess: 'auto',
        vmType: 'auto',
      },
    });
  });

  it('marks those on the front, the best first', async () => {
    const { rows, ...table } = await tableFor(four);
    expect(settings({ ...table, rows })).toEqual(['6 × 4 × 20', '7 × 4 × 18', '7 × 4 × 19']);
    expect(rows.map(({ isMarked }) => isMarked)).toEqual([true, false, false]);
    expect(table.subtitle).toBe(
      '3 settings, VMs × workers × threads, each with its smallest fleet. Marked: on the front.',
    );
    expect([table.isSortable, table.pageSize]).toEqual([true, 50]);
  });

  it('lists the 500 best of more', async () => {
    // Workers 2 to 20 with 1 to 40 threads: 19 × 40 settings.
    const many = { solveSizes: '20', solveSpare: 'any', solveLeastThreads: 1, solveMostThreads: 40 };
    const { rows, subtitle } = await tableFor(many);
    expect(rows).toHaveLength(500);
    expect(subtitle).toMatch(/^760 settings, .* The 500 best are listed\.$/);
  });

  it.each([
    ['none', undefined, 'all'],
    ['worker', 'Worker stalled', 'kept'],
    ['vm', 'VM lost', 'kept'],
    ['az', 'AZ lost', 'kept'],
  ])('has for %s a column of what is left: %s', async (survive, label, before) => {
    const { columns, rows } = await tableFor({ ...four, survive });
    expect(rows).toHaveLength(3);
    expect(columns.find(({ id }) => id === 'kept')?.label).toBe(label);
    expect(columns[columns.findIndex(({ id }) => id === 'vcpu') - 1]?.id).toBe(before);
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  });

  it('says what is left in the condition: of 8 VMs 3 stand in the largest AZ', async () => {
    const table = await tableFor({ ...six, survive: 'az' });
    expect(rowOf(table, table.rows[0]?.id ?? '')).toMatchObject({ setting: '8 × 4 × 20', kept: '400' });
  });

  it('has columns of cost and times only where they are known', async () => {
    const ids = async (shared: Inputs) =>
      (await tableFor({ ...four, ...shared })).columns.map(({ id }) => id);
    const plain = ['setting', 'vms', 'cpu', 'workers', 'threads', 'all', 'kept', 'vcpu', 'memory'];
    const rest = ['connections', 'loss'];
    expect(await ids({})).toEqual([...plain, ...rest]);
    expect(await ids({ solveSizes: '4:16:0.2' })).toEqual([...plain, ...rest, 'cost']);
    const timed = { solveServiceMs: 100, solveRate: 10 };
    expect(await ids(timed)).toEqual([...plain, ...rest, 'p95', 'util']);
    const { columns } = await tableFor({ ...four, ...timed, solveSizes: '4:16:0.2' });
    expect(columns.map(({ isNumber }) => isNumber)).toEqual([false, ...Array(13).fill(true)]);
  });

  it('writes cost as priced, p95 in whole milliseconds and CPU in whole percents', async () => {
    const shared = {
      ...six,
      solveSizes: '4:16:0.25',
      solveServiceMs: 100,
      solveRate: 100,
    };
    const table = await tableFor(shared);
    const [cost, p95, util] = table.rows[0]?.cells.slice(-3) ?? [];
    // Six VMs.
    expect(cost).toEqual({ text: '1.5', value: 1.5 });
    expect(p95?.text).toMatch(/^\d+$/);
    expect(p95?.value).toBe(Number(p95?.text));
    // 100 requests of 50 ms CPU on the 20 cores of the five VMs that are left.
    expect(util).toEqual({ text: '25%', value: 0.25 });
  });

  it('names the option that is exactly the setting, and offers no second one', async () => {
    const letters = async (option: Inputs) =>
      (await tableFor(four, option)).rows.map(
        ({ fix, letter }) => `${letter ?? '-'} ${fix ? 'fix' : 'no fix'}`,
      );
    const same = { vcpusPerVm: 4, vms: 6, threadsPerWorker: 20 };
    const others = ['- fix', '- fix'];
    expect(await letters(same)).toEqual(['B no fix', ...others]);
    // One of the four numbers is another.
    expect(await letters({ ...same, vms: 7 })).toEqual(['- fix', ...others]);
    expect(await letters({ ...same, vcpusPerVm: 5, workersPerVm: 4 })).toEqual(['- fix', ...others]);
    expect(await letters({ ...same, workersPerVm: 3 })).toEqual(['- fix', ...others]);
    expect(await letters({ ...same, threadsPerWorker: 15 })).toEqual(['- fix', ...others]);
  });

  it('adds none to a plan that has six options', async () => {
    const plan = planWith(fleets.profile3plus1, four);
    const fixesWith = async (count: number) => {
      const view = await viewOf('solve', withOptions(plan, count));
      return tableIn(view, 'settings').rows.filter(({ fix }) => fix).length;
    };
    expect(await fixesWith(5)).toBe(3);
    expect(await fixesWith(6)).toBe(0);
  });

  it('adds settings with a core spare, with workers of their own, and Thin', async () => {
    const inputsOf = async (shared: Inputs, name: string) => {
      const table = await tableFor({ ...six, ...shared });
      const fix = table.rows[settings(table).indexOf(name)]?.fix;
      if (fix?.edit.kind !== 'add-option') throw new Error(`${name} cannot be added.`);
      const { engine, spareCore, workersPerVm } = fix.edit.inputs;
      return [fix.edit.name, engine, workersPerVm, spareCore];
    };
    const any = { solveSpare: 'any' };
    expect(await inputsOf(any, '8 × 3 × 20')).toEqual(['8 × 3 × 20', 'puma', 'auto', true]);
    expect(await inputsOf(any, '11 × 2 × 20')).toEqual(['11 × 2 × 20', 'puma', 2, false]);
    const thin = { solveThin: true, solveSizes: '1, 2' };
    expect(await inputsOf(thin, 'Thin 21 × 20')).toEqual(['Thin 21 × 20', 'thin', 'auto', false]);
    // On two cores the one process leaves a core idle, which no spare core is.
    expect(await inputsOf({ ...thin, solveSizes: '2' }, 'Thin 21 × 20')).toEqual([
      'Thin 21 × 20',
      'thin',
      'auto',
      false,
    ]);
    expect(await inputsOf(thin, '21 × 1 × 20')).toEqual(['21 × 1 × 20', 'puma', 'auto', false]);
  });
});

describe('rejectedTable', () => {
  it('says of each near miss what it needs and which of that is over', async () => {
    // 20 threads: 24 vCPU, 96 GiB, 648 connections; 19 take 7 × (5 × 19 + 8) = 721, 18 take 686.
    const limits = { solveMaxConnections: 648, solveMaxVms: 6 };
    const table = tableIn(await solveFor({ ...four, ...limits }), 'rejected');
    const plain = (value: number) => ({ text: String(value), value });
    const bad = (value: number) => ({ ...plain(value), tone: 'bad' });
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      [
        { text: '7\u00a0×\u00a04\u00a0×\u00a018', value: null },
        { text: '1 VM and 38 connections over', value: null },
        plain(4),
        bad(7),
        plain(28),
        plain(112),
        bad(686),
      ],
      [
        { text: '7\u00a0×\u00a04\u00a0×\u00a019', value: null },
        { text: '1 VM and 73 connections over', value: null },
        plain(4),
        bad(7),
        plain(28),
        plain(112),
        bad(721),
      ],
    ]);
    expect(table.rows.map(({ id }) => id)).toEqual(['0', '1']);
    expect(table.subtitle).toBe('2 settings outside a limit.');
    expect([table.isSortable, table.pageSize]).toEqual([true, 10]);
  });

  it('shows cores and either kind of memory as bad where they are over', async () => {
    const tones = async (shared: Inputs) => {
      const view = await solveFor({ ...six, ...shared });
      return tableIn(view, 'rejected')
        .rows[0]?.cells.map(({ tone }) => tone ?? '-')
        .join(' ');
    };
    expect(await tones({ solveMaxVcpus: 20 })).toBe('- - - - bad - -');
    expect(await tones({ solveMaxMemory: 80 })).toBe('- - - - - bad -');
    expect(await tones({ solveMaxVmMemory: 12 })).toBe('- - - - - bad -');
  });

  it('names Thin as such, and says how many of them are listed', async () => {
    const thin = { solveSizes: '1', solveThin: true, solveMaxVms: 20, solveLeastThreads: 20 };
    expect(settings(tableIn(await solveFor(thin), 'rejected'))).toContain('Thin 21 × 20');
    // 100 rows, of which those of 2 × 100 threads need three VMs.
    const many = { solveSizes: '2', solveLeastThreads: 1, solveMostThreads: 100, solveMaxVms: 1 };
    const { columns, rows, subtitle } = tableIn(await solveFor(many), 'rejected');
    expect(rows).toHaveLength(50);
    expect(subtitle).toBe('100 settings outside a limit. The nearest 50 are listed.');
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  });
});
