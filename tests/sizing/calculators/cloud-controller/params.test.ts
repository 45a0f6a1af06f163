import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { cellOf, fleets, planWith } from './plans.ts';

const { profile3, thin } = fleets;

describe('what fields follow until they are set', () => {
  const autosOf = (option: Inputs) => cloudController.evaluate(planWith(option), 'B').autoValues;

  // CF-10: workers are the cores; CF-14: one fewer leaves a core; CF-8: twice as many local workers.
  it.each([
    [{ ...profile3, vcpusPerVm: 1 }, 1, 2],
    [{ ...profile3, vcpusPerVm: 1, spareCore: true }, 1, 2],
    [{ ...profile3, vcpusPerVm: 2, spareCore: true }, 1, 2],
    [{ ...profile3, vcpusPerVm: 3, spareCore: true }, 2, 4],
    [{ ...profile3, vcpusPerVm: 3, spareCore: false }, 3, 6],
    // Local workers follow the workers that are set.
    [{ ...profile3, workersPerVm: 3 }, 3, 6],
  ])('gives %j %i workers and %i local ones', (option, workersPerVm, localWorkersPerVm) => {
    expect(autosOf(option)).toMatchObject({ workersPerVm, localWorkersPerVm });
  });

  // CF-4: a Thin instance has one process and two local workers; R-3: a pool of 25.
  it('counts on Thin one process, two local workers and a pool of 25, whatever the fields held for Puma', () => {
    const held = { ...thin, vcpusPerVm: 8, workersPerVm: 8, threadsPerWorker: 13, spareCore: true };
    expect(autosOf(held)).toMatchObject({ localWorkersPerVm: 2, connectionsPerProcess: 25 });
    // 20 × 13, not 20 × 8 × 13.
    expect(cellOf('all', planWith(held)).value).toBe(260);
    expect(cellOf('memory-per-vm', planWith(held)).value).toBe(4);
    // 20 × 25 + 20 × 2.
    expect(cellOf('connections', planWith(held)).value).toBe(540);
  });

  it('gives Puma a connection for each thread', () => {
    expect(autosOf({ ...profile3, threadsPerWorker: 17 }).connectionsPerProcess).toBe(17);
  });
});
