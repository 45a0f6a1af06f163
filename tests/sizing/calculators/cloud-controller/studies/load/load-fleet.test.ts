import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../../../src/sizing/calculators/cloud-controller/conditions.ts';
import {
  loadedFleet,
  overheadOf,
  vmsLeftOf,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-fleet.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { caseOfOne, settled, twoPuma, twoThin } from './case-of.ts';

describe('vmsLeftOf', () => {
  const make = { threadsPerWorker: 1, coresPerVm: 4, localWorkersPerVm: 2, isThin: false };
  it.each<readonly [number, number, number, Condition, number]>([
    [9, 4, 3, 'all', 9],
    // Another worker of the VM goes on; a process alone takes its VM along.
    [9, 4, 3, 'worker', 9],
    [9, 1, 3, 'worker', 8],
    [9, 4, 3, 'vm', 8],
    [1, 4, 3, 'vm', 0],
    // The largest zone: three of 9, four of 10, all of one.
    [9, 4, 3, 'az', 6],
    [10, 4, 3, 'az', 6],
    [10, 1, 1, 'az', 0],
  ])(
    'leaves of %i VMs of %i workers in %i zones in condition %s %i',
    (vms, workersPerVm, zones, condition, left) => {
      expect(vmsLeftOf({ ...make, vms, workersPerVm, zones }, condition)).toBe(left);
    },
  );
});

describe('loadedFleet', () => {
  const even = { acceptPolicy: 'even' } as const;

  it.each<readonly [string, Inputs, Condition, number, number, readonly number[]]>([
    // A worker serves 10 a second; with one stalled, the VM that has it is full first, at a half of the requests.
    ['all up', twoPuma, 'all', 2, 40, [1]],
    ['of two VMs one worker stalled', twoPuma, 'worker', 2, 20, [1 / 2, 1 / 2]],
    ['of three VMs one worker stalled', { ...twoPuma, vms: 3 }, 'worker', 3, 30, [2 / 3, 1 / 3]],
    ['of one VM one worker stalled', { ...twoPuma, vms: 1 }, 'worker', 1, 10, [1]],
    ['a VM lost', twoPuma, 'vm', 1, 20, [1]],
    ['the only VM lost', { ...twoPuma, vms: 1 }, 'vm', 0, 0, []],
    ['a Thin process stalled', twoThin, 'worker', 1, 10, [1]],
    ['the only Thin process stalled', { ...twoThin, vms: 1 }, 'worker', 0, 0, []],
  ])('serves with %s: %j', async (_, fleet, loadCondition, vmsLeft, ceiling, shares) => {
    const { loaded } = (await caseOfOne(fleet, { ...even, loadCondition })).selected;
    expect(loaded.vmsLeft).toBe(vmsLeft);
    expect(loaded.ceilingPerSecond).toBeCloseTo(ceiling, 9);
    expect(loaded.parts.map((p) => p.share)).toEqual(shares.map((s) => expect.closeTo(s, 9)));
  });

  it.each<readonly [string, Inputs, Inputs, number]>([
    // 100 ms of CPU and 100 ms of waiting in four pauses. 3 % and 0.35 ms CPU (Thin 0.19), 10 % where every core has a
    // worker; each pause 0.1 ms longer; 0.4 ms outside.
    ['Puma with a core to spare', { workersPerVm: 3 }, {}, 103.35 + 100.4 + 0.4],
    ['Puma with a worker for each core', { workersPerVm: 4 }, {}, 110.35 + 100.4 + 0.4],
    ['Thin', { engine: 'thin' }, {}, 103.19 + 100.4 + 0.4],
    ['Puma, requests that never wait', { workersPerVm: 3 }, { cpuSharePercent: 100 }, 206.35 + 0.4],
    ['numbers that include it', { workersPerVm: 4 }, { countsOverhead: false }, 200],
  ])('takes for a request alone on %s %s', async (_, fleet, shared, ms) => {
    const plan = { serviceTimeMs: 200, cpuSharePercent: 50, countsOverhead: true, ...shared };
    const { loaded } = (await caseOfOne({ vcpusPerVm: 4, vms: 2, threadsPerWorker: 2, ...fleet }, plan))
      .selected;
    expect(1000 * loaded.idleSeconds).toBeCloseTo(ms, 6);
    expect(1000 * loaded.latencySeconds).toBeCloseTo(plan.countsOverhead ? 0.4 : 0, 9);
  });

  it('takes no time for a request where nothing is left, but what lies outside', async () => {
    const shared = { loadCondition: 'vm', countsOverhead: true };
    const { loaded } = (await caseOfOne({ ...twoThin, vms: 1 }, shared)).selected;
    expect(loaded.idleSeconds).toBeCloseTo(0.0004, 9);
  });

  it('shares a core with local workers that compute', async () => {
    // Two at 50 % leave the one process on one core a half; on four cores there is room for all.
    const busy = { localWorkerCpuPercent: 50 };
    const ceiling = async (fleet: Inputs) => (await caseOfOne(fleet, busy)).selected.loaded.ceilingPerSecond;
    expect(await ceiling(twoThin)).toBeCloseTo(10, 6);
    expect(await ceiling({ ...twoThin, vcpusPerVm: 4 })).toBeCloseTo(20, 6);
    expect(await ceiling({ ...twoThin, localWorkersPerVm: 0 })).toBeCloseTo(20, 6);
    // Today's VMs are of one core with two local workers (CF-1, CF-4).
    expect((await caseOfOne(twoPuma, { ...busy, thinVms: 2 })).today.ceilingPerSecond).toBeCloseTo(10, 6);
  });

  it('follows percentiles to 320 threads on a VM, as on 16 workers of 20', async () => {
    const has = async (threadsPerWorker: number) => {
      const load = await caseOfOne({ vcpusPerVm: 16, vms: 1, threadsPerWorker: 1 }, { requestsPerSecond: 1 });
      const { inputs, request, selected } = load;
      return loadedFleet({ ...selected.make, threadsPerWorker }, 'all', request, inputs).hasPercentiles;
    };
    expect([await has(20), await has(21)]).toEqual([true, false]);
  });

  it('lets requests vary as they do: constant ones wait half as long', async () => {
    // M/D/1: half of M/M/1's wait of 0.1 s.
    const { answer } = (await caseOfOne(twoThin, { requestsPerSecond: 10, distribution: 'constant' }))
      .selected;
    expect(answer).toMatchObject({ meanSeconds: expect.closeTo(0.15, 6) });
  });

  it('waits less behind one router that goes round than behind many', async () => {
    const mean = async (routing: string) => {
      const { selected } = await caseOfOne(twoThin, { requestsPerSecond: 10, routing });
      return settled(selected.answer).meanSeconds;
    };
    expect(await mean('round-robin')).toBeLessThan(await mean('random'));
  });
});

describe('overheadOf', () => {
  it('adds nothing where the user’s numbers include it', async () => {
    const { inputs, selected } = await caseOfOne(twoPuma);
    expect(overheadOf(selected.make, inputs)).toMatchObject({
      cpuMs: 0,
      cpuShare: 0,
      pauseMs: 0,
      latencyMs: 0,
    });
  });
});
