import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { findingFor, fleets, planWith, resultOf, withOptions } from '../plans.ts';

const { profile2, profile3, profile3plus1, profile4, thin } = fleets;

describe('memoryPerVmAndTotal', () => {
  it('shows that Profile 4 needs most memory on a VM, not in total', () => {
    const plan = withOptions(planWith(profile4), ['C', 'Profile 3', { ...profile3, spareCore: false }]);
    const found = resultOf(plan).findings.find((f) => f.id === 'K8');
    expect(found?.text).toBe(
      '28 GiB a VM is the most of all options; 112 GiB in total is less than option C’s 128.',
    );
  });

  it('does not call the memory on a VM the most where another option has as much', () => {
    const plan = withOptions(planWith(profile4), ['C', 'Five', { vms: 5 }]);
    expect(resultOf(plan).findings.find((f) => f.id === 'K8')).toBeUndefined();
  });
});

describe('coresAndThreadsFit', () => {
  it('praises cores and threads only within the guide’s range', () => {
    const title = (fleet: Inputs) => findingFor('fine-cores', fleet)?.title;
    expect(title({ ...profile3plus1, threadsPerWorker: 19 })).toBe(
      'One core for each worker, one thread in reserve',
    );
    expect(title({ ...profile3plus1, threadsPerWorker: 10 })).toContain('ten threads in reserve');
    for (const threadsPerWorker of [9, 20])
      expect(title({ ...profile3plus1, threadsPerWorker })).toBeUndefined();
    expect(title({ ...profile3plus1, workersPerVm: 5 })).toBeUndefined();
    expect(title({ ...thin, threadsPerWorker: 13 })).toBeUndefined();
    // 9 × 4 × 20.
    expect(findingFor('fine-cores', profile3plus1)?.text).toContain('would carry 720.');
  });
});

describe('databaseFits', () => {
  it('praises a database that fits exactly', () => {
    expect(findingFor('fine-database', profile3plus1, { connectionsFree: 657 })?.text).toBe(
      'Up to 657 of 657 free.',
    );
    expect(findingFor('fine-database', profile3plus1, { connectionsFree: 656 })).toBeUndefined();
  });
});

describe('neverWorseThanBaseline', () => {
  it('says by how much the fleet carries more', () => {
    // 468 − 400, 455 − 380, 416 − 380 and 312 − 260.
    expect(findingFor('fine-baseline', profile3plus1)?.text).toBe('From 36 to 75 requests more.');
    expect(findingFor('fine-baseline', profile2)).toBeUndefined();
  });
});
