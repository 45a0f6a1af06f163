import { describe, expect, it } from 'vitest';
import type { Inputs, Plan } from '../../../../../src/sizing/core/plan.ts';
import { withOwn } from '../../round-trip.ts';
import { findingFor, fleets, observed, planWith, resultOf } from '../plans.ts';

const { profile2, profile3, profile3plus1, profile4, thin } = fleets;

const idsOf = (plan: Plan) => resultOf(plan).findings.map((finding) => finding.id);

/** The option against itself as the baseline, with some inputs changed. */
function against(baseline: Inputs, option: Inputs): Plan {
  const plan = planWith(option);
  return withOwn(plan, 'A', { ...plan.options[1]?.inputs, ...baseline });
}

describe('findings at their limits', () => {
  it('leaves the connections of local workers alone where they are exactly a quarter more', () => {
    // A pool of 25 and one local worker: 25 + 15 = 40 and 25 + 25 = 50.
    const one = { ...thin, localWorkersPerVm: 1 };
    expect(findingFor('R-3', one, { connectionsPerLocalWorker: 15 })).toBeUndefined();
    expect(findingFor('R-3', one, { connectionsPerLocalWorker: 14 })).toBeDefined();
  });

  it('looks for fewer cores only below today’s', () => {
    const cores = (vms: number) => findingFor('R-12', { vcpusPerVm: 4, vms, threadsPerWorker: 13 });
    expect(cores(5)).toBeUndefined();
    expect(cores(4)).toBeDefined();
  });

  it('takes the restart limit to be too low as soon as it may be passed', () => {
    // Two workers with half a GiB each have 90 % of 1,024 MB, below monit’s 3,750; with 2.5 GiB 4,608.
    const two = { ...profile3, workersPerVm: 2 };
    expect(findingFor('A4', two, { memoryPerThinVmGib: 0.5 })).toBeUndefined();
    expect(findingFor('A4', two, { memoryPerThinVmGib: 2 })).toBeUndefined();
    expect(findingFor('A4', two, { memoryPerThinVmGib: 2.5 })).toBeDefined();
    expect(findingFor('A4', { ...two, workersPerVm: 1 }, { memoryPerThinVmGib: 64 })).toBeUndefined();
  });

  it('keeps to the fleet that stands where two AZs hold more than is needed', () => {
    const edit = (vms: number) =>
      findingFor('A1', { ...profile3, vms }, { survive: 'az', zones: 1 })?.fix?.edit;
    // 15 VMs in two AZs keep 7, too few for 400; 16 keep 8: 416.
    expect(edit(15)).toEqual({ kind: 'set', inputs: { zones: 2, vms: 16 } });
    expect(edit(16)).toEqual({ kind: 'set', inputs: { zones: 2, vms: 16 } });
    expect(edit(17)).toEqual({ kind: 'set', inputs: { zones: 2, vms: 17 } });
  });

  it('offers one VM at once in a deploy where a lost VM is carried exactly', () => {
    // 11 VMs of 40 carry 400 with one lost.
    const found = findingFor('deploy', { ...profile2, vms: 11 }, { maxInFlight: 2 });
    expect(found?.fix?.edit).toEqual({ kind: 'set', inputs: { maxInFlight: 1 } });
    expect(findingFor('deploy', { ...profile2, vms: 12 }, { maxInFlight: 2 })).toBeUndefined();
    // 500 VMs would leave 19,960 of 20,000 less one: 499 × 40.
    const most = { survive: 'none', ...observed(19_960) };
    expect(findingFor('deploy', { ...profile2, vms: 499 }, most)?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { vms: 500 },
    });
  });

  it('has parity only without a margin and without a loss to survive', () => {
    expect(findingFor('A14', { ...profile2, vms: 11 }, { survive: 'none' })).toBeUndefined();
    const most = { survive: 'none', ...observed(19_960) };
    expect(findingFor('A14', { ...profile2, vms: 499 }, most)?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { vms: 500 },
    });
  });
});

describe('findings beside another option', () => {
  it('finds an option worse where it is so in one condition, and names the others', () => {
    // 10 × 40 against 20 × 20: as much with all up and a worker stalled, 360 and 240 with more lost.
    const found = resultOf(planWith(profile2)).findings.find((f) => f.id === 'A10');
    expect(found).toMatchObject({
      title: 'Worse than today with one VM lost: 360 against 380',
      text: 'Also with one AZ lost: 240 against 260. A lost VM takes 40 requests with it; in today’s Thin fleet, 20.',
    });
    // Six AZs for 7 VMs and for 20: 5 × 80 and 16 × 20, so that only the loss of a VM is worse.
    const single = resultOf(
      planWith({ vcpusPerVm: 4, vms: 5, threadsPerWorker: 20 }, { zones: 6 }),
    ).findings.find((f) => f.id === 'A10');
    expect(single).toMatchObject({
      title: 'Worse than today with one VM lost: 320 against 380',
      text: 'A lost VM takes 80 requests with it; in today’s Thin fleet, 20.',
    });
  });

  it('finds nothing worse or better in equal fleets, nor in the baseline itself', () => {
    const equal = against({}, profile3plus1);
    expect(idsOf(equal)).not.toContain('A10');
    expect(idsOf(equal)).not.toContain('fine-baseline');
    const own = resultOf(planWith(profile3plus1), 'A').findings.map((f) => f.id);
    expect(own).not.toContain('A10');
    expect(own).not.toContain('fine-baseline');
    // As much with all up, more with a worker stalled: not in every condition.
    const some = against({ ...thin, vms: 2, threadsPerWorker: 40 }, { ...profile2, vms: 2 });
    expect(idsOf(some)).not.toContain('fine-baseline');
  });

  it('tells most memory on each VM from most in total', () => {
    // Seven VMs of 16 GiB have 112 GiB as well: not less in total.
    const same = against({ ...profile3, vms: 7, spareCore: false }, profile4);
    expect(idsOf(same)).not.toContain('K8');
    // 7 × 4 = 28 GiB on each of four VMs, 112 in all; 16 GiB on each of eight, 128 in all.
    const found = resultOf(against({ ...profile3, spareCore: false }, profile4)).findings.find(
      (f) => f.id === 'K8',
    );
    expect(found).toMatchObject({ severity: 'note', rules: ['K8', 'CF-7'] });
    expect(found?.fix).toBeUndefined();
  });
});
