import { describe, expect, it } from 'vitest';
import { fleetOf, meanResponseOf, responseOf } from '../../../src/sizing/queueing/fleet-response.ts';
import { type FleetTarget, smallestFleet } from '../../../src/sizing/queueing/smallest-fleet.ts';

const vm = {
  workers: 4,
  threads: 10,
  coresPerVm: 4,
  localWorkers: 0,
  localWorkerCpu: 0,
  cpuSecondsPerRequest: 0.05,
  ioSecondsPerRequest: 0.05,
  cpuScv: 1,
  ioScv: 1,
  policy: 'slot',
  routing: 'random',
} as const;

/** M/M/1 at one a second. */
const single = {
  ...vm,
  workers: 1,
  threads: 1,
  coresPerVm: 1,
  cpuSecondsPerRequest: 1,
  ioSecondsPerRequest: 0,
} as const;

function vmsFor(target: FleetTarget): number {
  const fleet = smallestFleet(vm, 300, target, 500);
  if (fleet.kind !== 'found') throw new Error('expected a fleet');
  return fleet.vms;
}

describe('smallestFleet', () => {
  it('needs 4 VMs of 80/s to carry 300/s at all', () => {
    expect(vmsFor({})).toBe(4);
  });

  it('needs 5 VMs to keep the CPU below 0.85: 300 x 0.05 / (4 x 0.85) = 4.4', () => {
    expect(vmsFor({ cpuUtilisation: 0.85 })).toBe(5);
  });

  it('finds the fewest VMs that meet a 95th percentile: one fewer misses it', () => {
    const target = 0.35;
    const vms = vmsFor({ p95Seconds: target });
    const enough = responseOf(fleetOf({ ...vm, vms }), 300);
    const fewer = responseOf(fleetOf({ ...vm, vms: vms - 1 }), 300);
    expect(enough.kind === 'settles' && enough.p95Seconds <= target).toBe(true);
    expect(fewer.kind === 'settles' && fewer.p95Seconds <= target).toBe(false);
  });

  it('needs more VMs the fewer requests may wait for a thread', () => {
    expect(vmsFor({ waitProbability: 0.001 })).toBeGreaterThanOrEqual(vmsFor({ waitProbability: 0.1 }));
    expect(vmsFor({ waitProbability: 1 })).toBe(4);
  });

  it('finds the fewest VMs of which few enough requests wait for a thread: one fewer has more wait', () => {
    const most = 0.001;
    const vms = vmsFor({ waitProbability: most });
    const waiting = (count: number) => {
      const means = meanResponseOf(fleetOf({ ...vm, vms: count }), 300);
      return means.kind === 'settles' ? means.waitProbability : 1;
    };
    expect(vms).toBeGreaterThan(4);
    expect(waiting(vms)).toBeLessThanOrEqual(most);
    expect(waiting(vms - 1)).toBeGreaterThan(most);
  });

  it('takes a fleet that is at a limit to the last bit: no VM is busy, and nobody waits, without load', () => {
    for (const target of [{ waitProbability: 0 }, { cpuUtilisation: 0 }]) {
      expect(smallestFleet(vm, 0, target, 500)).toMatchObject({ kind: 'found', vms: 1 });
    }
  });

  it('takes one M/M/1 server at half its rate where half of the requests may wait, two where fewer may', () => {
    const vmsWith = (waitProbability: number) => smallestFleet(single, 0.5, { waitProbability }, 500);
    expect(vmsWith(0.5)).toMatchObject({ kind: 'found', vms: 1 });
    // Two servers, each with a quarter of its rate.
    expect(vmsWith(0.25)).toMatchObject({ kind: 'found', vms: 2 });
    expect(vmsWith(0.499)).toMatchObject({ kind: 'found', vms: 2 });
  });

  it('says that no fleet answers faster than a request takes alone', () => {
    expect(smallestFleet(vm, 300, { p95Seconds: 0.05 }, 500)).toEqual({ kind: 'out-of-reach', mostVms: 500 });
    expect(smallestFleet(vm, 300, {}, 3)).toEqual({ kind: 'out-of-reach', mostVms: 3 });
  });

  describe('of single M/M/1 servers at one a second', () => {
    it.each<readonly [load: number, target: FleetTarget, vms: number]>([
      [2.5, {}, 3],
      // At exactly its capacity a queue does not settle.
      [3, {}, 4],
      [2.5, { cpuUtilisation: 0.85 }, 3],
      [2.5, { cpuUtilisation: 0.8 }, 4],
      [2, { cpuUtilisation: 0.5 }, 4],
      [2, { waitProbability: 0.5 }, 4],
      [2, { waitProbability: 0.5, cpuUtilisation: 0.25 }, 8],
      // The 95th percentile is ln 20 ÷ (1 - load of each): 8.0 s with four servers, 6.0 s with five.
      [2.5, { p95Seconds: 6.5 }, 5],
      [2.5, { p95Seconds: 6.5, cpuUtilisation: 0.25 }, 10],
      [0, { p95Seconds: 3.1 }, 1],
    ])('carries %d/s within %o with %i of them', (load, target, vms) => {
      expect(smallestFleet(single, load, target, 50)).toMatchObject({ kind: 'found', vms });
    });

    it.each<readonly [FleetTarget, number]>([
      [{ cpuUtilisation: 0.04 }, 50],
      [{ waitProbability: 0.04 }, 50],
      [{ p95Seconds: 2.9 }, 50],
      [{}, 2],
    ])('says that %o is out of reach of %i', (target, mostVms) => {
      expect(smallestFleet(single, 2.5, target, mostVms)).toEqual({ kind: 'out-of-reach', mostVms });
    });

    it('finds a fleet as large as the largest that is considered', () => {
      expect(smallestFleet(single, 2.5, {}, 3)).toMatchObject({ kind: 'found', vms: 3 });
    });

    it.each<readonly [FleetTarget, string]>([
      [{ p95Seconds: 0 }, 'p95Seconds'],
      [{ cpuUtilisation: 1.1 }, 'cpuUtilisation'],
      [{ waitProbability: -0.1 }, 'waitProbability'],
    ])('refuses the limit %o', (target, name) => {
      expect(() => smallestFleet(single, 1, target, 5)).toThrow(name);
    });

    it('refuses to consider no fleet', () => {
      expect(() => smallestFleet(single, 1, {}, 0)).toThrow('mostVms');
    });
  });
});
