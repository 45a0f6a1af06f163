import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { peak } from '../peak.ts';
import { tableIn, viewFor } from '../views.ts';

/** Today's 20 × 20 beside nine VMs of 4 × 13, 2 workers and 2 VMs lost, 20% more load. */
const tableFor = async (shared: Inputs = {}, option: Inputs = fleets.profile3plus1) =>
  tableIn(await viewFor('what-if', option, shared), 'failures');

const cellsOf = async (id: string, shared?: Inputs, option?: Inputs) => {
  const row = (await tableFor(shared, option)).rows.find((one) => one.id === id);
  if (!row) throw new Error(`There is no row ${id}.`);
  return row.cells;
};

describe('failureTable', () => {
  it('has a row for each condition, named with what is lost in it', async () => {
    const { rows } = await tableFor();
    expect(rows.map(({ cells, id }) => [id, cells[0]?.text])).toEqual([
      ['all', 'All up'],
      ['workers', '2 workers stalled'],
      ['deploy', 'Rolling deploy, 1 VM at once'],
      ['vms', '2 VMs lost'],
      ['az', 'One AZ lost'],
      ['az-deploy', 'One AZ lost during a deploy'],
      ['growth', '20% more load, one VM lost'],
    ]);
    const one = await tableFor({ whatIfWorkers: 1, whatIfVms: 1, maxInFlight: 2 });
    expect(one.rows.map(({ cells }) => cells[0]?.text).slice(1, 4)).toEqual([
      '1 worker stalled',
      'Rolling deploy, 2 VMs at once',
      '1 VM lost',
    ]);
  });

  it('says what is carried, against the load and against the baseline, and how that comes about', async () => {
    const [name, today, fleet] = await cellsOf('vms');
    expect(name).toEqual({ text: '2 VMs lost', value: null });
    const formula = '((API VMs − VMs out) × workers − stalled workers) × threads';
    expect(today).toEqual({
      text: '360',
      value: 360,
      note: '40 short',
      tone: 'bad',
      explain: {
        formula,
        worked: '(20 − 2) × 1 × 20 = 360',
        origins: ['guide', 'yours'],
        rules: ['CF-12'],
      },
    });
    expect(fleet).toEqual({
      text: '364',
      value: 364,
      note: '36 short (+4)',
      tone: 'bad',
      explain: {
        formula,
        worked: '(9 − 2) × 4 × 13 = 364',
        origins: ['guide', 'yours'],
        rules: ['CF-12'],
      },
    });
  });

  it.each([
    ['all', '9 × 4 × 13 = 468', '68 spare (+68)', 'good', 'CF-11'],
    ['workers', '(9 × 4 − 2) × 13 = 442', '42 spare (+82)', 'good', 'CF-9'],
    ['deploy', '(9 − 1) × 4 × 13 = 416', '16 spare (+36)', 'good', 'R-4'],
    // Three of nine stand in the largest zone, seven of twenty.
    ['az', '(9 − 3) × 4 × 13 = 312', '88 short (+52)', 'bad', 'R-4'],
    ['az-deploy', '(9 − 4) × 4 × 13 = 260', '140 short (+20)', 'bad', 'R-4'],
    // 480 with one VM lost.
    ['growth', '(9 − 1) × 4 × 13 = 416', '64 short (+36)', 'bad', 'CF-11'],
  ])('reckons %s as %s', async (id, worked, note, tone, rule) => {
    const cell = (await cellsOf(id))[2];
    expect(cell?.explain?.worked).toBe(worked);
    expect([cell?.note, cell?.tone]).toEqual([note, tone]);
    expect(cell?.explain?.rules).toEqual([rule]);
  });

  it('says exact where all threads are needed, and nothing of a difference that is none', async () => {
    expect((await cellsOf('all'))[1]).toMatchObject({ note: 'exact', tone: 'good' });
  });

  it('takes no more out than there is', async () => {
    // All nine at once; beside the lost zone the other six.
    expect((await cellsOf('deploy', { maxInFlight: 20 }))[2]?.value).toBe(0);
    expect((await cellsOf('az-deploy', { maxInFlight: 20 }))[2]?.value).toBe(0);
    expect((await cellsOf('az-deploy', { maxInFlight: 6 }))[2]?.explain?.worked).toBe('(9 − 9) × 4 × 13 = 0');
  });

  it.each([
    ['none', '20% more load, all up', 468],
    ['worker', '20% more load, one worker stalled', 455],
    ['vm', '20% more load, one VM lost', 416],
    ['az', '20% more load, one AZ lost', 312],
  ])('judges growth in what must be survived: %s', async (survive, label, carried) => {
    const cells = await cellsOf('growth', { survive });
    expect(cells[0]).toEqual({ text: label, value: null, note: 'load 480' });
    expect(cells[2]?.value).toBe(carried);
  });

  it('rounds a grown load up, and names it only where it differs', async () => {
    // 390 × 1.05 = 409.5.
    const grown = { ...peak(390), whatIfGrowth: 5 };
    expect((await cellsOf('growth', grown))[0]?.note).toBe('load 410');
    const notes = (await tableFor({ whatIfGrowth: 0 })).rows.map(({ cells }) => cells[0]?.note);
    expect(notes).toEqual(Array.from({ length: 7 }));
  });

  it('marks the failure that the picture shows', async () => {
    const marked = async (shared: Inputs) =>
      (await tableFor(shared)).rows.filter(({ isMarked }) => isMarked).map(({ id }) => id);
    expect(await marked({})).toEqual(['vms']);
    expect(await marked({ whatIfShown: 'az' })).toEqual(['az']);
  });

  it('names options, the load and the baseline, and stays in the order of conditions', async () => {
    const { columns, isSortable, subtitle } = await tableFor();
    expect(columns).toEqual([
      { id: 'condition', label: 'Condition', isNumber: false },
      { id: 'A', label: 'A Today', isNumber: true },
      { id: 'B', label: 'B New', isNumber: true },
    ]);
    expect(isSortable).toBe(false);
    expect(subtitle).toBe(
      'Requests carried, spare or short of the load of 400; in brackets against option A in the same condition.',
    );
  });
});
