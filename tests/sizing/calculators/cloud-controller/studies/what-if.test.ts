import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import { chartTables } from '../../../../../src/sizing/core/chart-table.ts';
import { planOf } from '../../../../../src/sizing/core/preset.ts';
import { firstVisit, fleets } from '../plans.ts';
import { chartIn, findingIn, rowOf, tableIn, viewFor, viewOf } from './views.ts';

describe('study', () => {
  it('has the guide’s profiles in each single loss, as the table of figures to test against has them', async () => {
    const preset = cloudController.presets.find((p) => p.id === 'all-profiles');
    if (!preset) throw new Error('There is no preset of all profiles.');
    const { plan, selected } = planOf(cloudController, preset);
    const one = { ...plan, shared: { ...plan.shared, whatIfVms: 1, whatIfWorkers: 1 } };
    const table = tableIn(await viewOf('what-if', one, selected), 'failures');
    const values = (id: string) => ['A', 'B', 'C', 'D'].map((letter) => rowOf(table, id)[letter]);
    expect(values('all')).toEqual(['400', '400', '416', '420']);
    expect(values('workers')).toEqual(['380', '380', '403', '405']);
    expect(values('vms')).toEqual(['380', '360', '364', '315']);
    expect(values('deploy')).toEqual(['380', '360', '364', '315']);
    expect(values('az')).toEqual(['260', '240', '260', '210']);
    // One VM more than the lost zone: 7, 4, 3 and 2 in the largest of three.
    expect(values('az-deploy')).toEqual(['240', '200', '208', '105']);
  });

  it('takes as many workers and VMs out as it is told, and no more than there are', async () => {
    const few = tableIn(
      await viewFor('what-if', fleets.profile4, { whatIfVms: 3, whatIfWorkers: 5 }),
      'failures',
    );
    // One of four VMs with 7 × 15 threads; 28 workers less five.
    expect(rowOf(few, 'vms').B).toBe('105');
    expect(rowOf(few, 'workers').B).toBe('345');
    const all = tableIn(
      await viewFor('what-if', fleets.profile4, { whatIfVms: 99, whatIfWorkers: 99 }),
      'failures',
    );
    expect(rowOf(all, 'vms').B).toBe('0');
    expect(rowOf(all, 'workers').B).toBe('0');
  });

  it('asks for more than the load where it grows, in the condition that must be survived', async () => {
    const table = tableIn(await viewFor('what-if', fleets.profile3plus1, { whatIfGrowth: 5 }), 'failures');
    expect(rowOf(table, 'growth').B).toBe('416');
    expect(table.rows.map((row) => row.cells[0]?.note).filter((note) => note !== undefined)).toEqual([
      'load 420',
    ]);
    const cell = table.rows.find((row) => row.id === 'growth')?.cells.at(-1);
    expect(cell?.note).toBe('4 short (+36)');
  });

  it('says the largest loss of each option: C carries the load with 1 VM lost, not with 2', async () => {
    const { plan, selected } = firstVisit();
    const view = await viewOf('what-if', plan, selected);
    expect(view.verdict.headline).toBe('Option C carries the load with 1 VM lost, not with 2.');
    const table = tableIn(view, 'largest-loss');
    // 68 spare of 13 a worker: 5 workers; 3 of 9 VMs stand in each AZ.
    expect(rowOf(table, 'C')).toEqual({ option: 'Profile 3 + 1 VM', vms: '1', workers: '5', zones: '0' });
    expect(rowOf(table, 'D')).toMatchObject({ vms: '0', workers: '1', zones: '0' });
  });

  it('says so where not even all up carries the load', async () => {
    const view = await viewFor('what-if', { ...fleets.profile3, vms: 7 });
    expect(view.verdict.state).toBe('short');
    expect(view.verdict.headline).toBe('Option B does not carry 400 even with all up.');
  });

  it('cites the sentence that each failure goes by', async () => {
    const rules = async (fleet: Parameters<typeof viewFor>[1]) =>
      (await viewFor('what-if', fleet)).findings
        .filter(({ id }) => id.startsWith('short-'))
        .map((finding) => [finding.id, ...finding.rules]);
    // Parity, and growth beyond it: CF-11. A stalled worker: CF-9. VMs in reserve: CF-12. BOSH spreads and updates: R-4.
    expect(await rules({ ...fleets.profile3, vms: 1 })).toEqual([
      ['short-all', 'CF-11'],
      ['short-workers', 'CF-9'],
      ['short-deploy', 'R-4'],
      ['short-vms', 'CF-12'],
      ['short-az', 'R-4'],
      ['short-az-deploy', 'R-4'],
      ['short-growth', 'CF-11'],
    ]);
  });

  it('offers the smallest fleet that carries a failure: 12 VMs for a lost AZ, 14 during a deploy', async () => {
    const view = await viewFor('what-if', fleets.profile3plus1);
    expect(findingIn(view, 'short-az')?.fix?.label).toBe('Try 12 VMs as a new option');
    expect(findingIn(view, 'short-az-deploy')?.fix?.label).toBe('Try 14 VMs as a new option');
  });

  it('draws one dot an option and condition, conditions by name and the load as a line', async () => {
    const chart = chartIn(
      await viewFor('what-if', fleets.profile3plus1, { whatIfGrowth: 0 }),
      'failure-dots',
    );
    expect(chart.series.map((s) => s.data.length)).toEqual([7, 7]);
    expect(chart.marks).toEqual([{ axis: 'x', at: 400, label: 'Load 400', tone: 'load' }]);
    const [twin] = chartTables(chart);
    const zone = twin?.table.rows.find((row) => row[0] === '312');
    expect(zone).toEqual(['312', '', 'AZ lost']);
    // From the last row up, as the axis counts.
    expect(chart.y.notes?.map(({ text }) => text).at(-1)).toBe('B 68 spare');
  });

  it('names who carries the load in every condition: 14 VMs of 4 × 13, not 13', async () => {
    const said = async (vms: number) =>
      chartIn(await viewFor('what-if', { ...fleets.profile3, vms }), 'failure-dots').subtitle;
    // With an AZ lost and one VM more down, 14 − 5 − 1 = 8 leave 416, 13 − 5 − 1 = 7 leave 364.
    expect(await said(14)).toBe('B carries the load in every condition.');
    expect(await said(13)).toBe('No option carries the load in every condition.');
  });

  it('warns of limits that count on each VM: from 20 to 4 VMs they are five times lower', async () => {
    const unset = await viewFor('what-if', fleets.profile4);
    expect(findingIn(unset, 'broker-limit')?.title).toBe(
      'A limit of broker requests would become 5 times lower',
    );
    const view = await viewFor('what-if', fleets.profile4, { whatIfBrokerLimit: 3, whatIfRateLimit: 2000 });
    expect(findingIn(view, 'broker-limit')?.title).toBe(
      'Broker requests of a user: 12 at once instead of 60',
    );
    expect(findingIn(view, 'broker-limit')?.text).toContain('15 on each VM would keep');
    // 2,000 divided by 20 and by 4.
    expect(findingIn(view, 'rate-limit')?.title).toBe('Rate limit on each VM: 500 instead of 100');
  });
});
