import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { peak } from '../peak.ts';
import { tableIn } from '../views.ts';
import { six, solveFor } from './solve-for.ts';

/** Solve is asked for one setting only, so that the rest of it is quick. */
const tableFor = async (option: Inputs, shared: Inputs = {}) =>
  tableIn(await solveFor({ ...six, ...shared }, option), 'ranges');

/** "9 to 500+" where 500 is only the end of what was tried. */
const rangesFor = async (option: Inputs, shared: Inputs = {}) => {
  const rows = (await tableFor(option, shared)).rows.map(({ cells, id }) => {
    const [, , smallest, largest] = cells;
    const end = (cell: typeof smallest) => `${cell?.text}${cell?.note === 'as far as it goes' ? '+' : ''}`;
    return [id, `${end(smallest)} to ${end(largest)}`] as const;
  });
  return Object.fromEntries(rows);
};

const nine = fleets.profile3plus1;

describe('rangesTable', () => {
  it('says how far each number of nine VMs of 4 × 13 can go for 400 requests with a VM lost', async () => {
    expect(await rangesFor(nine)).toEqual({
      // 8 × 52 = 416 and 7 × 52 = 364; 8 × 13 × 4 and 8 × 13 × 3 = 312; 8 × 4 × 13 and 8 × 4 × 12 = 384.
      vms: '9 to 500+',
      vcpusPerVm: '4 to 64+',
      workersPerVm: '4 to 4+',
      threadsPerWorker: '13 to 20+',
      // 416 / 400.
      growthPercent: '0+ to 4',
      zones: '1+ to 6+',
      // (9 − 1) × 52 and (9 − 2) × 52 = 364.
      maxInFlight: '1+ to 1',
      memoryPerThinVmGib: '0.5+ to 64+',
      localWorkersPerVm: '0+ to 128+',
      connectionsPerProcess: '13+ to 200+',
      load: 'no bound to 416',
      'connections-free': '657 to no bound',
    });
  });

  it.each([
    [{ solveMaxVms: 9 }, { vms: '9 to 9' }],
    [{ solveMaxVms: 10 }, { vms: '9 to 10' }],
    // 9 × 4 vCPU; 10 × 4 = 40.
    [{ solveMaxVcpus: 40 }, { vms: '9 to 10', vcpusPerVm: '4 to 4' }],
    [{ solveMaxVcpus: 45 }, { vms: '9 to 11', vcpusPerVm: '4 to 5' }],
    // 9 × 4 × 4.5 = 162, and 10 × 16 = 160.
    [{ solveMaxMemory: 162 }, { vms: '9 to 10', memoryPerThinVmGib: '0.5+ to 4.5', vcpusPerVm: '4 to 4' }],
    [{ solveMaxMemory: 161.5 }, { memoryPerThinVmGib: '0.5+ to 4' }],
    // As many gibibytes as workers, four times.
    [{ solveMaxVmMemory: 20 }, { memoryPerThinVmGib: '0.5+ to 5', vcpusPerVm: '4 to 5', vms: '9 to 500+' }],
    [{ solveMaxVmMemory: 19 }, { memoryPerThinVmGib: '0.5+ to 4.5', vcpusPerVm: '4 to 4' }],
    // 9 × 5 × 16 + 72 = 792, 9 × 65 + 9 × 24 = 801; pools follow the threads.
    [
      { solveMaxConnections: 801 },
      { connectionsPerProcess: '13+ to 16', localWorkersPerVm: '0+ to 24', threadsPerWorker: '13 to 16' },
    ],
    [{ connectionsFree: 800 }, { localWorkersPerVm: '0+ to 23' }],
    // By upstream's reckoning a local worker has a pool of 25: 9 × 13 × (v + 1) + 9 × 2v × 25 = 2,952 for 5.
    [{ solveMaxConnections: 2952, reckon: 'upstream' }, { vcpusPerVm: '4 to 5' }],
    [{ solveMaxConnections: 2951, reckon: 'upstream' }, { vcpusPerVm: '4 to 4' }],
  ])('keeps within the limits %o: %o', async (limits, ranges) => {
    expect(await rangesFor(nine, limits)).toMatchObject(ranges);
  });

  it('lets numbers left to a rule follow it, and keeps those that are set', async () => {
    // 9 × 13 × (v + 1) + 9 × 8 × 25 = 2,952 for v = 8.8.
    const upstream = { solveMaxConnections: 2952, reckon: 'upstream' };
    expect((await rangesFor({ ...nine, localWorkersPerVm: 8 }, upstream)).vcpusPerVm).toBe('4 to 8');
    // Four workers carry the load on any number of cores; with a core spare it takes five.
    expect((await rangesFor({ ...nine, workersPerVm: 4 })).vcpusPerVm).toBe('1+ to 64+');
    expect((await rangesFor({ ...nine, vcpusPerVm: 5, spareCore: true })).vcpusPerVm).toBe('5 to 64+');
    // A pool of 13 stays what it is when threads become more: 657 connections.
    const fixed = await rangesFor({ ...nine, connectionsPerProcess: 13 }, { solveMaxConnections: 657 });
    expect(fixed.threadsPerWorker).toBe('13 to 20+');
    const followed = await rangesFor(nine, { solveMaxConnections: 657 });
    expect(followed.threadsPerWorker).toBe('13 to 13');
  });

  it('asks for zones only where an AZ must survive, or each must have a VM', async () => {
    // 12 VMs in 3 to 6 zones lose 4, 3, 3 and 2: eight are enough. Of nine VMs none may be more than one.
    const twelve = { ...nine, vms: 12 };
    expect((await rangesFor(twelve, { survive: 'az' })).zones).toBe('3 to 6+');
    expect((await rangesFor(nine, { survive: 'az' })).zones).toBe('none does to none does');
    const two = { vcpusPerVm: 16, vms: 2, threadsPerWorker: 20 };
    expect((await rangesFor(two, { survive: 'none' })).zones).toBe('1+ to 2');
    expect((await rangesFor(two, { survive: 'none', solveEveryZone: false })).zones).toBe('1+ to 6+');
  });

  it('leaves out for Thin what only Puma has', async () => {
    const thin = { engine: 'thin', vcpusPerVm: 1, vms: 21, threadsPerWorker: 20 };
    expect(Object.keys(await rangesFor(thin))).toEqual([
      'vms',
      'threadsPerWorker',
      'growthPercent',
      'zones',
      'maxInFlight',
      'memoryPerThinVmGib',
      'localWorkersPerVm',
      'connectionsPerProcess',
      'load',
      'connections-free',
    ]);
  });

  it('says of a bound that every value was tried, and by which rule', async () => {
    const { rows } = await tableFor(nine);
    expect(rows[0]).toEqual({
      id: 'vms',
      isMarked: false,
      cells: [
        { text: 'API VMs', value: null },
        { text: '9', value: 9 },
        {
          text: '9',
          value: 9,
          explain: {
            formula: 'Every value tried, all other numbers as they are',
            worked: '9 to 500',
            origins: ['guide', 'yours'],
            rules: ['CF-11'],
          },
        },
        {
          text: '500',
          value: 500,
          note: 'as far as it goes',
          explain: {
            formula: 'Every value tried, all other numbers as they are',
            worked: '9 to 500',
            origins: ['guide', 'yours'],
            rules: ['CF-11'],
          },
        },
      ],
    });
    // CF-5 a core for each worker, CF-6 threads, CF-7 memory, CF-8 local workers, CF-10 pools, R-4 what BOSH does.
    expect(rows.map(({ cells }) => cells[3]?.explain?.rules[0])).toEqual([
      'CF-11',
      'CF-5',
      'CF-5',
      'CF-6',
      'CF-11',
      'R-4',
      'R-4',
      'CF-7',
      'CF-8',
      'CF-10',
      undefined,
      undefined,
    ]);
    expect(rows.map(({ cells }) => cells[0]?.text)).toEqual([
      'API VMs',
      'vCPU per VM',
      'Workers per VM, to the number of cores',
      'Threads per worker, to 20',
      'Growth on top (%)',
      'Availability zones',
      'VMs updated at once',
      'Memory per Thin VM (GiB)',
      'Local workers per VM',
      'DB connections per process, from the threads',
      'Load to carry',
      'DB connections free',
    ]);
  });

  it('shows a number outside its range as bad, and offers the nearest that is inside', async () => {
    const eight = (await tableFor(fleets.profile3)).rows;
    const vms = eight.find(({ id }) => id === 'vms');
    expect([vms?.cells[1], vms?.isMarked]).toEqual([{ text: '8', value: 8, tone: 'bad' }, true]);
    expect(vms?.fix).toEqual({ label: 'Use 9', edit: { kind: 'set', inputs: { vms: 9 } } });
    // From above: two at once leave 364 of 400.
    const many = (await tableFor(nine, { maxInFlight: 3 })).rows.find(({ id }) => id === 'maxInFlight');
    expect(many?.fix).toEqual({ label: 'Use 1', edit: { kind: 'set', inputs: { maxInFlight: 1 } } });
    // Eight VMs fall short without any growth: no value helps, and none is offered.
    const growth = eight.find(({ id }) => id === 'growthPercent');
    expect(growth?.cells.slice(1)).toEqual([
      { text: '0', value: 0, tone: 'bad' },
      { text: 'none does', value: null },
      { text: 'none does', value: null },
    ]);
    expect([growth?.fix, growth?.isMarked]).toEqual([undefined, false]);
  });

  it('says how much load is carried and how many connections are needed, and marks what is too much', async () => {
    const sums = async (option: Inputs, shared: Inputs = {}) =>
      (await tableFor(option, shared)).rows.slice(-2).map(({ cells }) => cells.slice(1));
    const none = { text: 'no bound', value: null };
    const plain = (value: number) => ({ text: String(value), value });
    const bad = (value: number) => ({ ...plain(value), tone: 'bad' });
    expect(await sums(nine)).toEqual([
      [plain(400), none, plain(416)],
      [{ text: 'no check', value: null }, plain(657), none],
    ]);
    expect(await sums(fleets.profile3, { connectionsFree: 583 })).toEqual([
      [bad(400), none, plain(364)],
      // 8 × 5 × 13 + 64.
      [bad(583), plain(584), none],
    ]);
    expect(await sums(nine, { ...peak(416), solveMaxConnections: 657 })).toEqual([
      [plain(416), none, plain(416)],
      [plain(657), plain(657), none],
    ]);
  });

  it('says what the option must carry', async () => {
    const { columns, isSortable, subtitle } = await tableFor(nine);
    expect(subtitle).toBe(
      'Option B, one number at a time, all others as they are: it must carry 400 with one VM lost, within the limits.',
    );
    expect((await tableFor(nine, { survive: 'none' })).subtitle).toContain('it must carry 400, within');
    expect(columns.map(({ id, isNumber, label }) => [id, label, isNumber])).toEqual([
      ['field', 'Number', false],
      ['now', 'Now', true],
      ['smallest', 'Smallest', true],
      ['largest', 'Largest', true],
    ]);
    expect(isSortable).toBe(false);
  });
});
