import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import type { System, SystemHosts, SystemPart } from '../../../../../../src/sizing/core/study-figures.ts';
import { fleets } from '../../plans.ts';
import { systemIn, viewFor } from '../views.ts';

const pictureFor = async (shared: Inputs, option: Inputs = fleets.profile3plus1) =>
  systemIn(await viewFor('what-if', option, shared));

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

describe('fleetPicture', () => {
  it('shows every process of every fleet, and strikes out in each what has failed', async () => {
    const figure = await pictureFor({ whatIfVms: 2 });
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
    const figure = await pictureFor({ whatIfVms: 2, connectionsFree: 600 });
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
    expect(figure.systems.map(({ cells }) => cells.at(-1)?.hosts[0]?.parts)).toEqual([
      [{ shape: 'store', label: 'connection', used: 540, limit: 600 }],
      [{ shape: 'store', label: 'connection', used: 657, limit: 600 }],
    ]);
    expect(figure.subtitle.replaceAll('\u00a0', ' ')).toBe(
      '2 VMs lost, 400 requests. Threads left: A 360, B 364.',
    );
  });

  it('strikes out the whole zone, one VM more during a deploy, or single workers', async () => {
    const lost = async (whatIfShown: string) => {
      const figure = await pictureFor({ whatIfShown, whatIfWorkers: 5 });
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

  it('names the places from the router to the database, once for all options', async () => {
    const figure = await pictureFor({ whatIfShown: 'az', connectionsFree: 1500 });
    expect(figure.places).toEqual([
      { id: 'router', kind: 'hosts', title: 'gorouter, 400 requests', isLost: false },
      { id: 'threads', kind: 'flow', title: 'Threads left for them', isLost: false },
      { id: 'z1', kind: 'hosts', title: 'API VMs in z1', isLost: true },
      { id: 'z2', kind: 'hosts', title: 'API VMs in z2', isLost: false },
      { id: 'z3', kind: 'hosts', title: 'API VMs in z3', isLost: false },
      { id: 'connections', kind: 'flow', title: 'Database connections at most, 1,500 free', isLost: false },
      { id: 'database', kind: 'hosts', title: 'Database', isLost: false },
    ]);
    expect(figure.systems.map(({ cells }) => cells.length)).toEqual([7, 7]);
  });

  it('says of each option its make, what the router asks and what the database may be asked', async () => {
    const [, fleet] = (await pictureFor({ whatIfShown: 'all' })).systems;
    expect(fleet).toMatchObject({ letter: 'B', name: 'New', detail: '9 × 4 × 13 threads', isSelected: true });
    const none = { value: '', note: '', tone: 'plain' };
    const one = { count: 1, isLost: false };
    const demand = { shape: 'demand', label: 'request', count: 400, short: 0 };
    expect(fleet?.cells.slice(0, 2)).toEqual([
      { ...none, hosts: [{ title: 'gorouter', ...one, parts: [demand] }] },
      { value: '468', note: '68 spare', tone: 'good', hosts: [] },
    ]);
    // Without a limit nothing is spare or over.
    const store = { shape: 'store', label: 'connection', used: 657, limit: null };
    expect(fleet?.cells.slice(-2)).toEqual([
      { ...none, value: '657', hosts: [] },
      { ...none, hosts: [{ title: 'database', ...one, parts: [store] }] },
    ]);
  });

  it('says exact where threads or connections are just enough, and one thread as one', async () => {
    const option = { vcpusPerVm: 4, vms: 100, threadsPerWorker: 1 };
    // 100 × 4 × 1 = 400; 100 × 5 × 1 + 100 × 8 × 1 = 1,300.
    const [, fleet] = (await pictureFor({ whatIfShown: 'all', connectionsFree: 1300 }, option)).systems;
    expect(fleet?.detail).toBe('100 × 4 × 1 thread');
    expect(fleet?.cells[1]).toEqual({ value: '400', note: 'exact', tone: 'good', hosts: [] });
    expect(fleet?.cells.at(-2)).toEqual({ value: '1,300', note: 'exact', tone: 'good', hosts: [] });
  });

  it('stalls workers VM after VM and zone after zone, and draws no local worker where there is none', async () => {
    const zones = async (whatIfWorkers: number) => {
      const [, fleet] = (
        await pictureFor(
          { whatIfShown: 'workers', whatIfWorkers },
          { ...fleets.profile3plus1, localWorkersPerVm: 0 },
        )
      ).systems;
      return fleet?.cells
        .slice(2, 5)
        .map(({ hosts }) => hosts.map(({ count, parts }) => [count, parts.length, outOn(parts)]));
    };
    const well = [[3, 1, 0]];
    // Five of the twelve in the first zone: a whole VM of four, and one of the next.
    expect(await zones(5)).toEqual([
      [
        [1, 1, 4],
        [1, 1, 1],
        [1, 1, 0],
      ],
      well,
      well,
    ]);
    expect(await zones(8)).toEqual([
      [
        [2, 1, 4],
        [1, 1, 0],
      ],
      well,
      well,
    ]);
    expect(await zones(13)).toEqual([
      [[3, 1, 4]],
      [
        [1, 1, 1],
        [2, 1, 0],
      ],
      well,
    ]);
  });

  it('updates VMs outside the lost zone, in the next one first', async () => {
    const shared = { whatIfShown: 'az-deploy', maxInFlight: 4 };
    const [, fleet] = (await pictureFor(shared)).systems;
    expect(
      fleet?.cells.slice(2, 5).map(({ hosts }) => hosts.map(({ count, isLost }) => [count, isLost])),
    ).toEqual([
      [[3, true]],
      [[3, true]],
      [
        [1, true],
        [2, false],
      ],
    ]);
  });
});
