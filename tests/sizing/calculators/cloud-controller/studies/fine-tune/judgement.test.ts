import { describe, expect, it } from 'vitest';
import {
  pressureOf,
  type Quadrant,
  quadrantOf,
  remedyOf,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/fine-tune/judgement.ts';
import { measurementsOf } from '../../../../../../src/sizing/calculators/cloud-controller/studies/fine-tune/measurements.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets, planWith } from '../../plans.ts';
import { comparisonOf } from '../comparison-of.ts';
import { nine, tune } from './tune.ts';

/** Two VMs of 4 × 20 = 80 threads. */
const two = { vcpusPerVm: 4, vms: 2, threadsPerWorker: 20 };

async function judged(fleet: Inputs, shared: Inputs) {
  const { selected } = await comparisonOf(planWith(fleet, shared), 'B');
  const measurements = measurementsOf(selected, {});
  const near = selected.inputs.fineTuneNearPercent;
  const pressure = pressureOf(measurements, near);
  const quadrant = quadrantOf(pressure);
  return { pressure, quadrant, remedy: quadrant && remedyOf(selected, measurements, quadrant, near) };
}

describe('pressureOf', () => {
  it('is requests over threads, and the larger of CPU and load average over their limits', async () => {
    // 26 of 52; 0.34 of 0.85 and 3 of 4.
    expect((await judged(nine, tune(26, 0.34, 3))).pressure).toEqual({
      threads: 0.5,
      areThreadsNear: false,
      cores: 0.75,
      areCoresExceeded: false,
    });
    // 0.68 of 0.85 and 2 of 4.
    expect((await judged(nine, tune(null, 0.68, 2))).pressure).toMatchObject({
      cores: expect.closeTo(0.8, 9),
    });
    expect((await judged(nine, tune(null, null, 2))).pressure).toMatchObject({ cores: 0.5 });
  });

  it('is unknown where nothing was measured', async () => {
    expect((await judged(nine, tune(null, null, null))).pressure).toEqual({
      threads: undefined,
      areThreadsNear: undefined,
      cores: undefined,
      areCoresExceeded: undefined,
    });
  });
});

describe('quadrantOf', () => {
  it('is unknown until both threads and cores are', async () => {
    expect((await judged(nine, tune(52, null, null))).quadrant).toBeUndefined();
    expect((await judged(nine, tune(null, 0.9, null))).quadrant).toBeUndefined();
  });
});

describe('remedyOf', () => {
  it.each<readonly [string, Inputs, Inputs, Quadrant, { threads: number; vms: number } | undefined]>([
    // On four workers of t threads 80 % are 3.2 t, and p95 must stay below: 51.1 needs 16, 51.2 needs 17.
    ['more threads', nine, tune(51.1, 0.5, 2), 'near-within', { threads: 16, vms: 9 }],
    [
      'one more where p95 would be just at it',
      nine,
      tune(51.2, 0.5, 2),
      'near-within',
      { threads: 17, vms: 9 },
    ],
    ['the guide’s 20', nine, tune(63.9, 0.5, 2), 'near-within', { threads: 20, vms: 9 }],
    // 9 × 64 = 576 on VMs of 80 threads, of which 64 may be used: more than 9 VMs.
    ['20, and a VM', nine, tune(64, 0.5, 2), 'near-within', { threads: 20, vms: 10 }],
    // 9 × 72 = 648 = 64 n at 10.1.
    ['20, and two', nine, tune(72, 0.5, 2), 'near-within', { threads: 20, vms: 11 }],
    ['VMs where threads are 20', two, tune(64, 0.5, 2), 'near-within', { threads: 20, vms: 3 }],
    // 2 × 81 = 162 of 80 each, which are near on a VM of 100 threads.
    [
      'VMs where threads are more',
      { ...two, threadsPerWorker: 25 },
      tune(81, 0.5, 2),
      'near-within',
      { threads: 25, vms: 3 },
    ],
    // 20 × 18 = 360 of 16 each: 23 VMs.
    ['VMs of Thin, never threads', fleets.thin, tune(18, 0.5, 0.5), 'near-within', { threads: 20, vms: 23 }],
    [
      'VMs of Thin with 10 threads: 20 × 8 = 160 of 8 each is just not below',
      { ...fleets.thin, threadsPerWorker: 10 },
      tune(8, 0.5, 0.5),
      'near-within',
      { threads: 10, vms: 21 },
    ],
    // 90 % of 80 is 72: near from there on.
    [
      'what the user calls near',
      two,
      tune(72, 0.5, 2, { fineTuneNearPercent: 90 }),
      'near-within',
      { threads: 20, vms: 3 },
    ],
    ['no fleet that the form takes', { ...two, vms: 500 }, tune(70, 0.5, 2), 'near-within', undefined],
    // 2 × 0.9 = 1.8 on 3 VMs is 0.6; 2 × 64 on 3 is 42.7.
    ['VMs for CPU', two, tune(64, 0.9, 2), 'near-exceeded', { threads: 20, vms: 3 }],
    // 3 × 1 = 3: on four 0.75. At 0.85 on one, two have half of it.
    [
      'VMs until CPU is below 0.85',
      { ...two, vms: 3 },
      tune(10, 1, 2),
      'below-exceeded',
      { threads: 20, vms: 4 },
    ],
    [
      'VMs until CPU is below 0.85, not at it',
      { ...two, vms: 1 },
      tune(10, 0.85, 2),
      'below-exceeded',
      { threads: 20, vms: 2 },
    ],
    // 2 × 6 = 12 of a load: 4 on three, which is not below the cores.
    [
      'VMs until the load average is below the cores',
      two,
      tune(10, 0.5, 6),
      'below-exceeded',
      { threads: 20, vms: 4 },
    ],
    // CPU would need 3 VMs, threads 4: 2 × 100 = 200 of 64 each.
    ['VMs until all three are below', two, tune(100, 0.9, 2), 'near-exceeded', { threads: 20, vms: 4 }],
    ['VMs, without a load average', two, tune(10, 0.9, null), 'below-exceeded', { threads: 20, vms: 3 }],
    ['VMs, without CPU', two, tune(10, null, 5), 'below-exceeded', { threads: 20, vms: 3 }],
    [
      'no fleet that the form takes, for CPU',
      { ...two, vms: 500 },
      tune(10, 0.9, 2),
      'below-exceeded',
      undefined,
    ],
    [
      'the largest that the form takes',
      { ...two, vms: 499 },
      tune(10, 0.8515, 2),
      'below-exceeded',
      { threads: 20, vms: 500 },
    ],
  ])('asks for %s', async (_, fleet, shared, quadrant, remedy) => {
    expect(await judged(fleet, shared)).toMatchObject({ quadrant });
    expect((await judged(fleet, shared)).remedy).toEqual(remedy);
  });

  it.each<readonly [string, Inputs, Inputs, number | undefined]>([
    // 9 × 0.3 = 2.7: on 3 left 0.9, on 4 left 0.675.
    ['a VM lost: 5 with 4 left', nine, tune(10, 0.3, 1), 5],
    ['a worker lost, like a VM', nine, tune(10, 0.3, 1, { survive: 'worker' }), 5],
    // Of 6 VMs in 3 zones 4 are left, of 5 or 4 VMs three or two.
    ['an AZ lost: 6 with 4 left', nine, tune(10, 0.3, 1, { survive: 'az' }), 6],
    // 9 × 1 = 9 of a load: on 3 left 3, on 2 left 4.5. One VM for each zone at least.
    ['the load average: 4 with 3 left', nine, tune(10, 0.1, 1), 4],
    // 9 × 20 = 180 of 41.6 each: 5 left carry it, 4 have 45.
    ['the threads: 6 with 5 left', nine, tune(20, 0.1, 0.5), 6],
    // 8 × 20.8 = 166.4 is just what 4 left may have, and p95 must stay below.
    ['the threads, not at their limit', { ...nine, vms: 8 }, tune(20.8, 0.1, 0.5), 6],
    ['the zones: one VM each', nine, tune(1, 0.01, 0.1), 3],
    ['the zones, of which six have one each', nine, tune(1, 0.01, 0.1, { zones: 6 }), 6],
    // One VM alone in one zone leaves none.
    ['at least one VM left', nine, tune(1, 0.01, 0.1, { zones: 1 }), 2],
    ['a whole fleet in a single zone', nine, tune(1, 0.01, 0.1, { zones: 1, survive: 'az' }), undefined],
    ['no VM to spare', { ...nine, vms: 3 }, tune(35, 0.6, 2), undefined],
    ['fewer VMs than zones', { ...nine, vms: 2 }, tune(1, 0.01, 0.1), undefined],
  ])('shrinks, as far as limits hold with %s', async (_, fleet, shared, vms) => {
    const { quadrant, remedy } = await judged(fleet, shared);
    expect(quadrant).toBe('below-within');
    expect(remedy).toEqual(vms === undefined ? undefined : { vms, threads: 13 });
  });
});
