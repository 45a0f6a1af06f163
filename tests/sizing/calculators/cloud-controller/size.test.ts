import { describe, expect, it } from 'vitest';
import { carriesOf, vmsNeeded } from '../../../../src/sizing/calculators/cloud-controller/size.ts';
import { cellOf, fleets, observed, planWith } from './plans.ts';

const rowIds = ['all', 'worker', 'vm', 'az', 'vcpus', 'memory', 'local-workers', 'connections'];

function figuresOf(fleet: keyof typeof fleets): readonly (number | null)[] {
  return rowIds.map((row) => cellOf(row, planWith(fleets[fleet])).value);
}

describe('size', () => {
  it.each([
    ['thin', [400, 380, 380, 260, 20, 80, 40, 540]],
    ['profile2', [400, 380, 360, 240, 20, 80, 40, 640]],
    ['profile3', [416, 403, 364, 260, 32, 128, 64, 584]],
    ['profile3plus1', [468, 455, 416, 312, 36, 144, 72, 657]],
    ['profile4', [420, 405, 315, 210, 32, 112, 56, 536]],
  ] as const)('sizes %s at a load of 400 in three AZs', (fleet, figures) => {
    expect(figuresOf(fleet)).toEqual(figures);
  });

  // The guide's table: "Total concurrent requests supported".
  it.each([
    ['thin', 400],
    ['profile2', 400],
    ['profile3', 416],
    ['profile4', 420],
  ] as const)('gives %s the total that the guide prints', (fleet, total) => {
    expect(cellOf('all', planWith(fleets[fleet])).value).toBe(total);
  });

  it('carries 416 with an AZ lost on 12 VMs of Profile 3', () => {
    const fleet = { vms: 12, workersPerVm: 4, threadsPerWorker: 13, zones: 3 };
    expect(carriesOf(fleet).az).toBe(416);
    expect(vmsNeeded(fleet, 'az', 400)).toBe(12);
  });

  it('counts slots, cores, processes, main processes and local workers of the profiles as upstream does', () => {
    const upstream = { reckon: 'upstream' };
    const rows = (['thin', 'profile2', 'profile3', 'profile4'] as const).map((name) => {
      const cells = ['vcpus', 'processes', 'local-workers', 'connections'];
      const unlimited = planWith(fleets[name], upstream);
      const limited = planWith(fleets[name], {
        ...upstream,
        limitsLocalWorkers: true,
        connectionsPerLocalWorker: 2,
      });
      return [...cells.map((cell) => cellOf(cell, unlimited).value), cellOf('connections', limited).value];
    });
    expect(rows).toEqual([
      [20, 20, 40, 1500, 580],
      [20, 20, 40, 1600, 680],
      [32, 32, 64, 2120, 648],
      [32, 28, 56, 1880, 592],
    ]);
  });

  it('counts the main processes that the documented formula leaves out: 400, 416 and 420 become 600, 520 and 480', () => {
    const withoutLocal = { connectionsPerLocalWorker: 0 };
    const totals = (['profile2', 'profile3', 'profile4'] as const).map(
      (name) => cellOf('connections', planWith(fleets[name], withoutLocal)).value,
    );
    expect(totals).toEqual([600, 520, 480]);
  });

  it('says beside the connections what upstream would count', () => {
    const cell = cellOf('connections', planWith(fleets.profile3));
    expect(cell.note).toContain('upstream: 2,120');
    expect(cell.explain?.other).toBe('upstream: 2,120');
    expect(cell.explain?.worked).toBe('8 × (4 + 1) × 13 + 8 × 8 × 1 = 584');
  });

  it('leaves the other reckoning out where it differs by a quarter at most', () => {
    // 9 × 5 × 13 = 585; 72 local workers with 20, 10 and by upstream 25 connections each.
    const note = (connectionsPerLocalWorker: number) =>
      cellOf('connections', planWith(fleets.profile3plus1, { connectionsPerLocalWorker })).explain?.other;
    expect(note(20)).toBeUndefined();
    expect(note(10)).toBe('upstream: 2,385');
  });

  it('shows the worked line with the user’s values', () => {
    const plan = planWith(fleets.profile3plus1);
    expect(cellOf('all', plan).explain?.worked).toBe('9 × 4 × 13 = 468');
    expect(cellOf('worker', plan).explain?.worked).toBe('9 × 4 × 13 − 13 = 455');
    expect(cellOf('vm', plan).explain?.worked).toBe('(9 − 1) × 4 × 13 = 416');
    expect(cellOf('az', plan).explain?.worked).toBe('(9 − 3) × 4 × 13 = 312');
  });

  it('adds growth to the load and rounds a part of a request up', () => {
    expect(cellOf('all', planWith(fleets.profile3, { growthPercent: 5 })).note).toBe('4 short');
    const one = { ...observed(1), growthPercent: 5 };
    expect(cellOf('all', planWith({ ...fleets.profile3, vms: 1 }, one)).note).toBe('50 spare');
  });

  it('loses all VMs with a single AZ and one VM with more AZs than VMs', () => {
    expect(cellOf('az', planWith(fleets.profile3, { zones: 1 })).value).toBe(0);
    expect(cellOf('az', planWith({ ...fleets.profile3, vms: 2 }, { zones: 6 })).value).toBe(52);
  });

  it('carries today’s load whatever peak was entered before, until the peak is asked for', () => {
    // 8 × 52 = 416 of 400, and of 350.
    expect(cellOf('all', planWith(fleets.profile3, { observedPeak: 350 })).note).toBe('16 spare');
    expect(cellOf('all', planWith(fleets.profile3, observed(350))).note).toBe('66 spare');
  });
});

describe('carriesOf', () => {
  it.each([
    // Seven VMs of 3 × 10 in two AZs: the larger one has four.
    [
      { vms: 7, workersPerVm: 3, threadsPerWorker: 10, zones: 2 },
      { all: 210, worker: 200, vm: 180, az: 90 },
    ],
    [
      { vms: 1, workersPerVm: 1, threadsPerWorker: 20, zones: 3 },
      { all: 20, worker: 0, vm: 0, az: 0 },
    ],
    [
      { vms: 6, workersPerVm: 2, threadsPerWorker: 20, zones: 6 },
      { all: 240, worker: 220, vm: 200, az: 200 },
    ],
  ])('counts requests in progress of %j', (fleet, carried) => {
    expect(carriesOf(fleet)).toEqual(carried);
  });
});

describe('vmsNeeded', () => {
  const fleet = { vms: 3, workersPerVm: 2, threadsPerWorker: 20, zones: 3 };

  it.each([
    ['all', 1, 1],
    ['all', 40, 1],
    ['all', 41, 2],
    ['worker', 20, 1],
    ['worker', 21, 2],
    ['vm', 40, 2],
    ['az', 40, 2],
    // 500 is the most that the form takes: 500 × 40, and 333 × 40 with 167 lost.
    ['all', 20_000, 500],
    ['all', 20_001, undefined],
    ['az', 13_320, 500],
    ['az', 13_321, undefined],
  ] as const)('finds the fewest VMs that carry with %s: %i', (condition, load, vms) => {
    expect(vmsNeeded(fleet, condition, load)).toBe(vms);
  });
});
