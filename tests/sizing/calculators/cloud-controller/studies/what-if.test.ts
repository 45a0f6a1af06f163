import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import { chartTables } from '../../../../../src/sizing/core/chart-table.ts';
import { planOf } from '../../../../../src/sizing/core/preset.ts';
import type { System, SystemHosts, SystemPart } from '../../../../../src/sizing/core/study-figures.ts';
import { firstVisit, fleets } from '../plans.ts';
import { chartIn, findingIn, rowOf, systemIn, tableIn, viewFor, viewOf } from './views.ts';

/** The VMs of an option, zone by zone. */
function hostsIn({ cells }: System): readonly SystemHosts[] {
  return cells.flatMap(({ hosts }) => hosts).filter(({ title }) => title === 'API VM');
}

function outOn(parts: readonly SystemPart[]): number {
  return sum(parts.map((part) => (part.shape === 'process' ? part.lost : 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

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

  it('counts AZs that may be lost from the largest on: 12 VMs of 4 × 13 keep 8 in two of three', async () => {
    const view = await viewFor('what-if', { ...fleets.profile3, vms: 12 });
    expect(rowOf(tableIn(view, 'largest-loss'), 'B').zones).toBe('1');
  });

  it('says so where not even all up carries the load', async () => {
    const view = await viewFor('what-if', { ...fleets.profile3, vms: 7 });
    expect(view.verdict.state).toBe('short');
    expect(view.verdict.headline).toBe('Option B does not carry 400 even with all up.');
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

  it('shows every process of every fleet, and strikes out in each what has failed', async () => {
    const figure = systemIn(await viewFor('what-if', fleets.profile3plus1, { whatIfVms: 2 }));
    expect(figure.systems.map(({ letter, isSelected }) => [letter, isSelected])).toEqual([
      ['A', false],
      ['B', true],
    ]);
    const [today, fleet] = figure.systems.map((system) => hostsIn(system));
    expect(fleet?.map(({ count, isLost }) => [count, isLost])).toEqual([
      [2, true],
      [1, false],
      [3, false],
      [3, false],
    ]);
    expect(fleet?.[0]?.parts).toEqual([
      { shape: 'process', label: 'API worker', count: 4, slots: 13, slotLabel: 'thread', lost: 0 },
      { shape: 'helper', label: 'local worker', count: 8 },
    ]);
    // Twenty Thin VMs in three zones: 7, 7 and 6.
    expect(today?.map(({ count, isLost }) => [count, isLost])).toEqual([
      [2, true],
      [5, false],
      [7, false],
      [6, false],
    ]);
    expect(today?.[0]?.parts.map(({ label }) => label)).toEqual(['Thin process', 'local worker']);
  });

  it('says below the router how many threads are left, and above the database what it may be asked for', async () => {
    const figure = systemIn(
      await viewFor('what-if', fleets.profile3plus1, { whatIfVms: 2, connectionsFree: 600 }),
    );
    const flows = figure.places.flatMap((place, i) =>
      place.kind === 'flow'
        ? [figure.systems.map(({ cells }) => `${cells[i]?.value} ${cells[i]?.note}`)]
        : [],
    );
    // 18 × 20 and 7 × 4 × 13; 20 × 25 + 40 × 1 and 9 × 5 × 13 + 72 × 1.
    expect(flows).toEqual([
      ['360 40 short', '364 36 short'],
      ['540 60 spare', '657 57 over'],
    ]);
    expect(figure.systems[1]?.cells[0]?.hosts[0]?.parts).toEqual([
      { shape: 'demand', label: 'request', count: 400, short: 36 },
    ]);
    expect(figure.subtitle.replaceAll('\u00a0', ' ')).toBe(
      '2 VMs lost, 400 requests. Threads left: A 360, B 364.',
    );
  });

  it('strikes out the whole zone, one VM more during a deploy, or single workers', async () => {
    const lost = async (whatIfShown: string) => {
      const figure = systemIn(
        await viewFor('what-if', fleets.profile3plus1, { whatIfShown, whatIfWorkers: 5 }),
      );
      const places = figure.places.filter(({ isLost }) => isLost).map(({ id }) => id);
      return {
        places,
        systems: figure.systems.map((system) => {
          const hosts = hostsIn(system);
          return {
            vms: sum(hosts.map(({ count, isLost }) => (isLost ? count : 0))),
            workers: sum(hosts.map(({ count, parts }) => count * outOn(parts))),
            ofAll: sum(hosts.map(({ count }) => count)),
          };
        }),
      };
    };
    const today = { vms: 0, workers: 0, ofAll: 20 };
    const nine = { vms: 0, workers: 0, ofAll: 9 };
    expect(await lost('all')).toEqual({ places: [], systems: [today, nine] });
    // The largest zone has 7 of 20 and 3 of 9.
    expect(await lost('az')).toEqual({
      places: ['z1'],
      systems: [
        { ...today, vms: 7 },
        { ...nine, vms: 3 },
      ],
    });
    expect(await lost('az-deploy')).toEqual({
      places: ['z1'],
      systems: [
        { ...today, vms: 8 },
        { ...nine, vms: 4 },
      ],
    });
    expect(await lost('workers')).toEqual({
      places: [],
      systems: [
        { ...today, workers: 5 },
        { ...nine, workers: 5 },
      ],
    });
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

  it('needs no limits to be said where the fleet keeps its size', async () => {
    const view = await viewFor('what-if', { ...fleets.profile3, vms: 20 }, { whatIfRateLimit: 2000 });
    expect(view.findings.filter((f) => f.id.endsWith('-limit'))).toEqual([]);
  });
});
