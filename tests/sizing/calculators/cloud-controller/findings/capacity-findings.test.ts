import { describe, expect, it } from 'vitest';
import { withOwn } from '../../round-trip.ts';
import { findingFor, fleets, observed, planWith, resultOf, withOptions } from '../plans.ts';

const { profile2, profile3, profile3plus1, profile4, thin } = fleets;

describe('loadNotCarried', () => {
  it('says how many VMs are missing for the loss that must be survived', () => {
    const found = findingFor('A1', profile2);
    expect(found?.severity).toBe('blocker');
    expect(found?.title).toBe('Add one VM to carry 400 with one VM lost');
    expect(found?.text).toBe('10 VMs carry 360 with one VM lost, 40 short. 11 carry 400.');
    expect(found?.fix?.edit).toEqual({ kind: 'set', inputs: { vms: 11 } });
    expect(findingFor('A1', profile4)?.title).toBe('Add one VM to carry 400 with one VM lost');
    expect(findingFor('A1', profile3plus1, { survive: 'az' })?.title).toBe(
      'Add three VMs to carry 400 with one AZ lost',
    );
    expect(findingFor('A1', profile3plus1)).toBeUndefined();
  });

  it('counts what each loss takes when it says how many VMs would do', () => {
    // VMs of 2 workers with 20 threads: 40 requests each.
    const allUp = findingFor('A1', { ...profile2, vms: 9 }, { survive: 'none' });
    expect(allUp?.title).toBe('Add one VM to carry 400');
    expect(allUp?.text).toBe('9 VMs carry 360, 40 short. 10 carry 400.');
    const single = findingFor('A1', { ...profile2, vms: 1 }, { survive: 'none' });
    expect(single?.text).toBe('1 VM carries 40, 360 short. 10 carry 400.');
    // 11 × 40 − 20 = 420; 15 VMs in three AZs keep 10.
    expect(findingFor('A1', profile2, { survive: 'worker' })?.text).toContain('20 short. 11 carry 420.');
    expect(findingFor('A1', profile2, { survive: 'az' })?.text).toContain('160 short. 15 carry 400.');
    expect(findingFor('A1', profile2, { survive: 'none' })).toBeUndefined();
  });

  it('asks for a second AZ where losing the only one must be survived', () => {
    const found = findingFor('A1', profile3plus1, { survive: 'az', zones: 1 });
    expect(found?.title).toBe('Spread the VMs over at least two AZs');
    expect(found?.fix?.edit).toEqual({ kind: 'set', inputs: { zones: 2, vms: 16 } });
  });

  it('keeps the VMs when two AZs are enough, and offers nothing when even 500 in two AZs are not', () => {
    const enough = findingFor('A1', { ...profile3plus1, vms: 20 }, { survive: 'az', zones: 1 });
    expect(enough?.fix).toEqual({
      label: 'Use 2 AZs',
      edit: { kind: 'set', inputs: { zones: 2, vms: 20 } },
    });
    const tooMuch = { survive: 'az', zones: 1, ...observed(50_000) };
    expect(findingFor('A1', profile3plus1, tooMuch)?.title).toBe('Spread the VMs over at least two AZs');
    expect(findingFor('A1', profile3plus1, tooMuch)?.fix).toBeUndefined();
  });

  it('says so when even the largest fleet of the form does not carry the load', () => {
    const found = findingFor('A1', profile3, observed(50_000));
    expect(found?.title).toBe('Not even 500 VMs carry 50,000 with one VM lost');
    expect(found?.fix).toBeUndefined();
  });
});

describe('deployNotCarried', () => {
  it('offers one VM at once where that carries the load, more VMs where it does not', () => {
    const two = findingFor('deploy', profile3plus1, { maxInFlight: 2 });
    // (10 − 2) × 52 = 416.
    expect(two?.text).toBe('BOSH takes 2 VMs out at a time. 10 VMs would leave 416.');
    expect(two?.fix?.edit).toEqual({ kind: 'set', inputs: { maxInFlight: 1 } });
    const one = findingFor('deploy', profile2, { survive: 'none' });
    expect(one?.text).toBe('BOSH takes 1 VM out at a time. 11 VMs would leave 400.');
    expect(one?.fix?.edit).toEqual({ kind: 'set', inputs: { vms: 11 } });
    // Where a lost VM is not carried either, A1 says so.
    expect(findingFor('deploy', profile2)).toBeUndefined();
    // 25,990 of 26,000: one VM more would be the 501st.
    const most = { survive: 'none', ...observed(25_990) };
    expect(findingFor('deploy', { ...profile3, vms: 500 }, most)?.severity).toBe('caution');
    expect(findingFor('deploy', { ...profile3, vms: 500 }, most)?.fix).toBeUndefined();
  });

  it('says what a deploy takes out', () => {
    const found = findingFor('deploy', profile3plus1, { maxInFlight: 2 });
    expect(found?.title).toBe('A deploy leaves 364 of 400');
    expect(findingFor('deploy', profile3plus1)).toBeUndefined();
  });
});

describe('zoneNotCarried', () => {
  it('says what an AZ loss leaves and how many VMs would do', () => {
    const found = findingFor('A8', profile3plus1);
    expect(found?.title).toBe('An AZ loss leaves 312 of 400');
    expect(found?.text).toBe('12 VMs would leave 416, for 12 more vCPU.');
    expect(found?.fix?.edit).toEqual({ kind: 'add-option', name: '12 VMs', inputs: { vms: 12 } });
    expect(findingFor('A8', { ...profile3plus1, vms: 12 })).toBeUndefined();
  });

  it('has no fleet to offer against an AZ loss where none would do, and none beside A1', () => {
    expect(findingFor('A8', profile3plus1, { survive: 'az' })).toBeUndefined();
    const oneZone = findingFor('A8', profile3plus1, { zones: 1 });
    expect(oneZone?.title).toBe('An AZ loss leaves 0 of 400');
    expect(oneZone?.text).toBe('All VMs stand in one AZ.');
    // 500 VMs of 52 in three AZs keep (500 − 167) × 52 = 17,316.
    const none = findingFor('A8', { ...profile3, vms: 400 }, observed(17_400));
    expect(none?.text).toBe('Not even 500 VMs of this size would carry it.');
    expect(none?.fix).toBeUndefined();
  });

  it('offers no further option where there are six', () => {
    const more = (['C', 'D', 'E', 'F'] as const).map((letter) => [letter, letter, {}] as const);
    const offered = (count: number) => {
      const plan = withOptions(planWith(profile3plus1), ...more.slice(0, count));
      return resultOf(plan).findings.find((f) => f.id === 'A8')?.fix?.edit.kind;
    };
    expect(offered(3)).toBe('add-option');
    expect(offered(4)).toBeUndefined();
  });
});

describe('worseThanBaseline', () => {
  it('compares with today in the same condition', () => {
    const found = findingFor('A10', profile4);
    expect(found?.title).toBe('Worse than today with one VM lost: 315 against 380');
    expect(found?.text).toContain('with one AZ lost: 210 against 260');
    expect(findingFor('A10', profile3plus1)).toBeUndefined();
  });

  it('says what a lost VM takes with it in both fleets', () => {
    // 7 workers × 15 threads, and one Thin process with 20.
    expect(findingFor('A10', profile4)?.text).toContain(
      'A lost VM takes 105 requests with it; in today’s Thin fleet, 20.',
    );
  });

  it('names the baseline by its letter where it is not today’s fleet', () => {
    const plan = planWith(profile3);
    const other = withOwn(plan, 'A', { ...plan.options[1]?.inputs, ...profile3plus1 });
    const found = resultOf(other).findings.find((f) => f.id === 'A10');
    expect(found?.title).toMatch(/^Worse than option A .*: 416 against 468$/);
  });
});

describe('fewerCoresThanToday', () => {
  it('warns when the same 400 threads run on fewer cores than today', () => {
    // 4 VMs × 4 workers × 25 threads = 400 on 16 cores, today 20.
    const found = findingFor('R-12', { vcpusPerVm: 4, vms: 4, threadsPerWorker: 25 });
    expect(found?.title).toBe('Fewer cores at work than today: 16 against 20');
    expect(found?.severity).toBe('caution');
    expect(findingFor('R-12', profile2)).toBeUndefined();
  });

  it('counts a core for each worker that has one, and says how many VMs give today’s cores', () => {
    const fewer = { vcpusPerVm: 4, vms: 4, threadsPerWorker: 25 };
    expect(findingFor('R-12', fewer)?.fix?.edit).toEqual({ kind: 'set', inputs: { vms: 5 } });
    expect(findingFor('R-12', fewer, observed(300))?.severity).toBe('note');
    // Eight workers on two cores use two: 9 × 2 = 18.
    const crowded = findingFor('R-12', { ...profile2, workersPerVm: 8, vms: 9 });
    expect(crowded?.title).toBe('Fewer cores at work than today: 18 against 20');
    expect(crowded?.fix?.edit).toEqual({ kind: 'set', inputs: { vms: 10 } });
    expect(findingFor('R-12', { ...thin, vms: 10 })).toBeUndefined();
  });
});

describe('parityWithoutMargin', () => {
  it('notes parity without margin only where nothing must be survived', () => {
    expect(findingFor('A14', profile2, { survive: 'none' })?.severity).toBe('note');
    expect(findingFor('A14', profile2)).toBeUndefined();
  });

  it('adds a VM to parity, as far as the form goes', () => {
    expect(findingFor('A14', profile2, { survive: 'none' })?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { vms: 11 },
    });
    expect(findingFor('A14', profile3, { survive: 'none' })).toBeUndefined();
    const most = { survive: 'none', ...observed(20_000) };
    expect(findingFor('A14', { ...profile2, vms: 500 }, most)?.severity).toBe('note');
    expect(findingFor('A14', { ...profile2, vms: 500 }, most)?.fix).toBeUndefined();
  });
});
