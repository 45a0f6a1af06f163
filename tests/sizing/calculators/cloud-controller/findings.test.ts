import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { findingFor, findingsFor, firstVisit, fleets, planWith, resultOf } from './plans.ts';

const { profile2, profile3, profile3plus1, profile4, thin } = fleets;

describe('findingsOf', () => {
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
    const tooMuch = { survive: 'az', zones: 1, loadMode: 'observed', observedPeak: 50_000 };
    expect(findingFor('A1', profile3plus1, tooMuch)?.title).toBe('Spread the VMs over at least two AZs');
    expect(findingFor('A1', profile3plus1, tooMuch)?.fix).toBeUndefined();
  });

  it('says so when even the largest fleet of the form does not carry the load', () => {
    const found = findingFor('A1', profile3, { loadMode: 'observed', observedPeak: 50_000 });
    expect(found?.title).toBe('Not even 500 VMs carry 50,000 with one VM lost');
    expect(found?.fix).toBeUndefined();
  });

  it.each([
    [21, 'A2', 'blocker'],
    [20, 'A13', 'note'],
    [9, 'K6', 'caution'],
    [5, 'K6', 'caution'],
  ])('judges %i threads per worker as the guide does', (threadsPerWorker, id, severity) => {
    expect(findingFor(id, { ...profile3plus1, threadsPerWorker })?.severity).toBe(severity);
  });

  it.each([10, 13, 19])('has nothing against %i threads per worker', (threadsPerWorker) => {
    const ids = findingsFor({ ...profile3plus1, threadsPerWorker }).map((f) => f.id);
    expect(ids.filter((id) => ['A2', 'A13', 'K6'].includes(id))).toEqual([]);
  });

  it('offers the nearest thread count that the guide accepts', () => {
    const threads = (id: string, fleet: Inputs) => findingFor(id, fleet)?.fix?.edit;
    const use = (threadsPerWorker: number) => ({ kind: 'set', inputs: { threadsPerWorker } });
    expect(threads('A2', { ...profile3plus1, threadsPerWorker: 25 })).toEqual(use(20));
    expect(threads('K6', { ...profile3plus1, threadsPerWorker: 9 })).toEqual(use(10));
    expect(threads('thin-threads', { ...thin, threadsPerWorker: 21 })).toEqual(use(20));
    // 9 × 4 × 10 and 9 × 4 × 9.
    expect(findingFor('K6', { ...profile3plus1, threadsPerWorker: 9 })?.text).toBe(
      'With 10 the fleet would carry 360 instead of 324.',
    );
  });

  it('holds Thin to its default of 20 threads, not to Puma’s range', () => {
    expect(findingFor('thin-threads', { ...thin, threadsPerWorker: 21 })?.severity).toBe('caution');
    for (const threadsPerWorker of [5, 20]) {
      const ids = findingsFor({ ...thin, threadsPerWorker }).map((f) => f.id);
      expect(ids.filter((id) => ['thin-threads', 'A2', 'A13', 'K6'].includes(id))).toEqual([]);
    }
  });

  it('accepts five threads by upstream’s page, which says 5 to 20, and warns below', () => {
    const upstream = { reckon: 'upstream' };
    expect(findingFor('K6', { ...profile3plus1, threadsPerWorker: 5 }, upstream)?.severity).toBe('note');
    expect(findingFor('K6', { ...profile3plus1, threadsPerWorker: 4 }, upstream)?.severity).toBe('caution');
  });

  it('asks for a connection for each thread', () => {
    const found = findingFor('A3', { ...profile3plus1, connectionsPerProcess: 10 });
    expect(found?.title).toBe('Give each process 13 connections');
    expect(found?.severity).toBe('blocker');
    expect(findingFor('A3', { ...profile3plus1, connectionsPerProcess: 13 })).toBeUndefined();
    const thirty = findingFor('A3', { ...thin, threadsPerWorker: 30 });
    expect(thirty?.fix?.edit).toEqual({ kind: 'set', inputs: { connectionsPerProcess: 30 } });
  });

  it('leaves connections to their rule again where that gives enough', () => {
    const found = findingFor('A3', { ...profile3plus1, connectionsPerProcess: 10 });
    expect(found?.fix).toEqual({
      label: 'Use 13',
      edit: { kind: 'set', inputs: { connectionsPerProcess: 'auto' } },
    });
  });

  it('raises monit’s limit to 3,750 MB for each worker, at most 90 % of the VM', () => {
    // 4 workers: 4 × 3,750 = 15,000 MB, but 90 % of 16 GiB are 14,745 MB.
    expect(findingFor('A4', profile3plus1)?.text).toContain('14,745 MB');
    // With 8 GiB a worker the limit for each worker decides.
    expect(findingFor('A4', profile3plus1, { memoryPerThinVmGib: 8 })?.text).toContain('15,000 MB');
    expect(findingFor('A4', profile3plus1, { raisesRestartLimit: true })).toBeUndefined();
    expect(findingFor('A4', { ...profile3plus1, workersPerVm: 1 })).toBeUndefined();
    expect(findingFor('A4', thin)).toBeUndefined();
  });

  it('raises monit’s limit by a button', () => {
    expect(findingFor('A4', profile3plus1)?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { raisesRestartLimit: true },
    });
  });

  it('compares the connections of the chosen reckoning with those free', () => {
    expect(findingFor('A5', profile3plus1, { connectionsFree: 600 })?.title).toBe(
      'The database is 57 connections short',
    );
    expect(findingFor('A5', profile3plus1, { connectionsFree: 657 })).toBeUndefined();
    expect(findingFor('A5', profile3plus1)).toBeUndefined();
    // 9 × 5 × 13 + 9 × 8 × 25 = 2,385.
    const upstream = findingFor('A5', profile3plus1, { connectionsFree: 800, reckon: 'upstream' });
    expect(upstream?.text).toBe('Up to 2,385 connections against 800 free.');
    expect(upstream?.fix?.edit).toEqual({ kind: 'set', inputs: { limitsLocalWorkers: true } });
  });

  it('offers the smallest change of connection settings that fits', () => {
    const pools = { ...profile3plus1, connectionsPerProcess: 20 };
    // Pools of 13 instead of 20: 9 × 5 × 13 + 9 × 8 = 657.
    expect(findingFor('A5', pools, { connectionsFree: 700 })?.fix).toEqual({
      label: 'Use 13 connections per process',
      edit: { kind: 'set', inputs: { connectionsPerProcess: 13 } },
    });
    expect(findingFor('A5', pools, { connectionsFree: 700, reckon: 'upstream' })?.fix).toEqual({
      label: 'Limit local workers and pools',
      edit: { kind: 'set', inputs: { limitsLocalWorkers: true, connectionsPerProcess: 13 } },
    });
    const nothing = findingFor('A5', profile3plus1, { connectionsFree: 600 });
    expect(nothing?.text).toBe(
      'Up to 657 connections against 600 free. Raise max_connections, or run fewer processes.',
    );
    expect(nothing?.fix?.edit).toEqual({ kind: 'open-view', view: 'solve' });
  });

  it('asks for the free connections where none are entered', () => {
    expect(findingFor('db-unchecked', profile3plus1)?.text).toContain('up to 657 connections');
    expect(findingFor('db-unchecked', profile3plus1, { connectionsFree: 800 })).toBeUndefined();
  });

  it('notes what local workers may open when nothing limits them', () => {
    const found = findingFor('R-3', profile3plus1);
    expect(found?.title).toBe('Local workers may open 1,800 connections, not 72');
    expect(findingFor('R-3', profile3plus1, { limitsLocalWorkers: true })).toBeUndefined();
  });

  it('warns of workers that share a core', () => {
    const found = findingFor('A6', { ...profile3plus1, workersPerVm: 8 });
    expect(found?.title).toBe('8 workers share 4 cores');
    expect(found?.text).toContain('4 vCPU give at most 4 useful workers');
    expect(findingFor('A6', profile3plus1)).toBeUndefined();
  });

  it('sets workers by their rule where they share a core, and counts none on Thin', () => {
    expect(findingFor('A6', { ...profile3plus1, workersPerVm: 8 })?.fix).toEqual({
      label: 'Use 4',
      edit: { kind: 'set', inputs: { workersPerVm: 'auto' } },
    });
    expect(findingFor('A6', { ...thin, workersPerVm: 8 })).toBeUndefined();
  });

  it('splits the scale-in also where the few Thin VMs in between carry the load', () => {
    const observed = { loadMode: 'observed', observedPeak: 300 };
    expect(findingFor('A7', { ...profile3plus1, vms: 15 }, observed)?.text).toContain(
      '15 Thin VMs would carry 300 until Puma starts: enough for 300, short of today’s 400.',
    );
    expect(findingFor('A7', { ...profile3plus1, vms: 14 }, observed)?.text).toContain(
      '14 Thin VMs would carry 280 of 300 until Puma starts.',
    );
    expect(findingFor('A7', thin)).toBeUndefined();
  });

  it('speaks of missing connections in between only where a limit is known and passed', () => {
    // 20 × 5 × 13 + 20 × 8 = 1,460.
    for (const shared of [{}, { connectionsFree: 1460 }]) {
      expect(findingFor('A7', profile3plus1, shared)?.text).toContain('up to 1,460 connections.');
    }
  });

  it('splits the scale-in and names what the time in between takes', () => {
    const text = findingFor('A7', profile3plus1, { connectionsFree: 800 })?.text;
    expect(text).toContain('9 Thin VMs would carry 180 of 400 until Puma starts');
    // 20 × 4 vCPU, 20 × 16 GiB, 20 × 5 × 13 + 20 × 8 connections.
    expect(text).toContain('80 vCPU, 320 GiB and up to 1,460 connections, 660 more than are free');
    expect(findingFor('A7', { ...profile3plus1, vms: 20 })).toBeUndefined();
  });

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
    const load = { loadMode: 'observed', observedPeak: 17_400 };
    const none = findingFor('A8', { ...profile3, vms: 400 }, load);
    expect(none?.text).toBe('Not even 500 VMs of this size would carry it.');
    expect(none?.fix).toBeUndefined();
  });

  it('offers no further option where there are six', () => {
    const plan = planWith(profile3plus1);
    const [, fleet] = plan.options;
    if (!fleet) throw new Error('The plan has no option B.');
    const more = (['C', 'D', 'E', 'F'] as const).map((letter) => ({ ...fleet, letter }));
    const offered = (count: number) =>
      resultOf({ ...plan, options: [...plan.options, ...more.slice(0, count)] }).findings.find(
        (f) => f.id === 'A8',
      )?.fix;
    expect(offered(3)).toBeDefined();
    expect(offered(4)).toBeUndefined();
  });

  it('gives a single worker a second one, and a core where it lacks one', () => {
    const edit = (vcpusPerVm: number) =>
      findingFor('A9', { ...profile3plus1, vcpusPerVm, workersPerVm: 1 })?.fix?.edit;
    expect(edit(1)).toEqual({
      kind: 'set',
      inputs: { workersPerVm: 2, vcpusPerVm: 2, spareCore: false },
    });
    expect(edit(2)).toEqual({ kind: 'set', inputs: { workersPerVm: 2, spareCore: false } });
    expect(edit(4)).toEqual({ kind: 'set', inputs: { workersPerVm: 2 } });
    expect(findingFor('A9', thin)).toBeUndefined();
  });

  it('warns of a single Puma worker with the guide’s reason', () => {
    expect(findingFor('A9', { ...profile3plus1, vcpusPerVm: 1 })?.rules).toEqual(['CF-9']);
    expect(findingFor('A9', profile2)).toBeUndefined();
  });

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
    const options = plan.options.map((o) =>
      o.letter === 'A' ? { ...o, inputs: { ...plan.options[1]?.inputs, ...profile3plus1 } } : o,
    );
    const found = resultOf({ ...plan, options }).findings.find((f) => f.id === 'A10');
    expect(found?.title).toMatch(/^Worse than option A .*: 416 against 468$/);
  });

  it('tells the switch’s two names, and blocks the guide’s name alone where Thin still exists', () => {
    expect(findingFor('A11', profile3plus1)?.severity).toBe('caution');
    expect(findingFor('A11', profile3plus1, { names: 'spec' })).toBeUndefined();
    expect(findingFor('K5', profile3plus1, { names: 'guide' })?.severity).toBe('blocker');
    expect(findingFor('K5', profile3plus1, { names: 'guide', capi: '1.223' })).toBeUndefined();
    expect(findingFor('R-1', profile3plus1, { capi: '1.223' })?.severity).toBe('note');
  });

  it('says what the guide’s name alone leaves running', () => {
    const text = (vms: number) => findingFor('K5', { ...profile3plus1, vms }, { names: 'guide' })?.text;
    expect(text(9)).toContain('Scaled in, 9 Thin VMs carry 180.');
    expect(text(1)).toContain('Scaled in, 1 Thin VM carries 20.');
    for (const id of ['A11', 'K4', 'K5', 'R-1']) expect(findingFor(id, thin)).toBeUndefined();
  });

  it('tells the thread count’s second name unless only the job spec’s names are written', () => {
    expect(findingFor('K4', profile3plus1)?.severity).toBe('note');
    expect(findingFor('K4', profile3plus1, { names: 'spec' })).toBeUndefined();
  });

  it('asks for twice as many local workers as API workers, two beside Thin, and never for none', () => {
    const found = findingFor('A12', { ...profile3plus1, localWorkersPerVm: 2 });
    expect(found?.title).toBe('Fewer local workers than the guide asks: 2 of 8');
    expect(found?.severity).toBe('caution');
    expect(findingFor('A12', { ...thin, localWorkersPerVm: 1 })?.title).toContain('1 of 2');
    expect(findingFor('A12', { ...profile3plus1, localWorkersPerVm: 0 })?.severity).toBe('blocker');
    expect(findingFor('A12', profile3plus1)).toBeUndefined();
  });

  it('sets local workers by their rule, citing Thin’s and Puma’s', () => {
    const few = findingFor('A12', { ...profile3plus1, localWorkersPerVm: 7 });
    expect(few?.fix).toEqual({
      label: 'Use 8',
      edit: { kind: 'set', inputs: { localWorkersPerVm: 'auto' } },
    });
    expect(few?.rules).toEqual(['CF-8']);
    expect(findingFor('A12', { ...thin, localWorkersPerVm: 1 })?.rules).toEqual(['CF-4']);
    expect(findingFor('A12', { ...thin, localWorkersPerVm: 2 })).toBeUndefined();
  });

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
    const most = { survive: 'none', loadMode: 'observed', observedPeak: 20_000 };
    expect(findingFor('A14', { ...profile2, vms: 500 }, most)?.severity).toBe('note');
    expect(findingFor('A14', { ...profile2, vms: 500 }, most)?.fix).toBeUndefined();
  });

  it('notes cores without a worker unless one is left spare on purpose', () => {
    expect(findingFor('A15', { ...profile4, workersPerVm: 7, spareCore: false })?.title).toBe(
      'One core without a worker',
    );
    expect(findingFor('A15', profile4)).toBeUndefined();
    expect(findingFor('K7', { ...profile4, workersPerVm: 8 })?.title).toBe('No core is left spare');
  });

  it('marks a single idle core as spare and fills more than one', () => {
    const spare = { kind: 'set', inputs: { spareCore: true } };
    const byRule = { kind: 'set', inputs: { workersPerVm: 'auto' } };
    const one = findingFor('A15', { ...profile4, workersPerVm: 7, spareCore: false });
    expect(one?.text).toContain('7 of 8 vCPU run a worker.');
    expect(one?.fix?.edit).toEqual(spare);
    const two = findingFor('A15', { ...profile4, workersPerVm: 6 });
    expect(two?.title).toBe('Two cores without a worker');
    expect(two?.fix?.edit).toEqual(byRule);
    expect(findingFor('A15', { ...profile2, workersPerVm: 1 })?.text).toContain('1 of 2 vCPU runs a worker.');
    expect(findingFor('A15', { ...thin, vcpusPerVm: 4 })).toBeUndefined();
  });

  it('frees the spare core again, or leaves none where there is one core', () => {
    const eight = findingFor('K7', { ...profile4, workersPerVm: 8 });
    expect(eight?.text).toBe('8 workers take all 8 vCPU.');
    expect(eight?.fix?.edit).toEqual({ kind: 'set', inputs: { workersPerVm: 'auto' } });
    const one = findingFor('K7', { ...profile4, vcpusPerVm: 1, workersPerVm: 1 });
    expect(one?.text).toBe('1 worker takes all 1 vCPU.');
    expect(one?.fix?.edit).toEqual({ kind: 'set', inputs: { spareCore: false } });
    expect(findingFor('K7', { ...profile4, workersPerVm: 8, spareCore: false })).toBeUndefined();
  });

  it('tells of cores that Thin leaves idle', () => {
    const found = findingFor('CF-1', { ...thin, vcpusPerVm: 2 });
    expect(found?.title).toBe('Thin uses one of 2 cores');
    expect(found?.fix?.edit).toEqual({ kind: 'set', inputs: { vcpusPerVm: 1 } });
    expect(findingFor('CF-1', thin)).toBeUndefined();
    expect(findingFor('CF-1', profile2)).toBeUndefined();
  });

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
    const most = { survive: 'none', loadMode: 'observed', observedPeak: 25_990 };
    expect(findingFor('deploy', { ...profile3, vms: 500 }, most)?.severity).toBe('caution');
    expect(findingFor('deploy', { ...profile3, vms: 500 }, most)?.fix).toBeUndefined();
  });

  it('says what a deploy takes out', () => {
    const found = findingFor('deploy', profile3plus1, { maxInFlight: 2 });
    expect(found?.title).toBe('A deploy leaves 364 of 400');
    expect(findingFor('deploy', profile3plus1)).toBeUndefined();
  });

  it('blocks a Thin option that the chosen release cannot run', () => {
    expect(findingFor('thin-removed', thin, { capi: '1.223', reckon: 'upstream' })?.severity).toBe('blocker');
    expect(findingFor('thin-removed', thin, { capi: '1.218', reckon: 'upstream' })).toBeUndefined();
  });

  it('only cautions about a removed Thin by the guide, and never for Puma', () => {
    expect(findingFor('thin-removed', thin, { capi: '1.223' })?.severity).toBe('caution');
    const upstream = { capi: '1.223', reckon: 'upstream' };
    expect(findingFor('thin-removed', profile3plus1, upstream)).toBeUndefined();
  });

  it('tells where queued requests no longer move to other workers', () => {
    expect(findingFor('R-11', profile3plus1, { capi: '1.196' })).toBeUndefined();
    expect(findingFor('R-11', profile3plus1, { capi: '1.218' })?.severity).toBe('note');
    const strict = { capi: '1.218', reckon: 'upstream', survive: 'worker' };
    expect(findingFor('R-11', profile3plus1, strict)?.severity).toBe('caution');
  });

  it('has no queues to tell of with one worker or Thin, and only notes them where no stall must be survived', () => {
    const capi = '1.218';
    expect(findingFor('R-11', { ...profile3plus1, workersPerVm: 1 }, { capi })).toBeUndefined();
    expect(findingFor('R-11', thin, { capi })).toBeUndefined();
    expect(findingFor('R-11', profile3plus1, { capi, reckon: 'upstream' })?.severity).toBe('note');
    expect(findingFor('R-11', profile3plus1, { capi, survive: 'worker' })?.severity).toBe('note');
  });

  it('notes local workers’ connections only where they are a quarter more than the plan’s', () => {
    // 585 + 72 × 20 = 2,025 of 2,385; 585 + 72 × 10 = 1,305 of 2,385.
    expect(findingFor('R-3', profile3plus1, { connectionsPerLocalWorker: 20 })).toBeUndefined();
    expect(findingFor('R-3', profile3plus1, { connectionsPerLocalWorker: 10 })?.severity).toBe('note');
    expect(findingFor('R-3', profile3plus1, { reckon: 'upstream' })).toBeUndefined();
  });

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
    const below = { loadMode: 'observed', observedPeak: 300 };
    expect(findingFor('R-12', fewer, below)?.severity).toBe('note');
    // Eight workers on two cores use two: 9 × 2 = 18.
    const crowded = findingFor('R-12', { ...profile2, workersPerVm: 8, vms: 9 });
    expect(crowded?.title).toBe('Fewer cores at work than today: 18 against 20');
    expect(crowded?.fix?.edit).toEqual({ kind: 'set', inputs: { vms: 10 } });
    expect(findingFor('R-12', { ...thin, vms: 10 })).toBeUndefined();
  });

  it('shows that Profile 4 needs most memory on a VM, not in total', () => {
    const plan = planWith(profile4);
    const options = [
      ...plan.options,
      {
        letter: 'C' as const,
        name: 'Profile 3',
        inputs: { ...plan.options[1]?.inputs, ...profile3, spareCore: false },
      },
    ];
    const found = resultOf({ ...plan, options }).findings.find((f) => f.id === 'K8');
    expect(found?.text).toBe(
      '28 GiB a VM is the most of all options; 112 GiB in total is less than option C’s 128.',
    );
  });

  it('does not call the memory on a VM the most where another option has as much', () => {
    const plan = planWith(profile4);
    const five = { ...plan.options[1]?.inputs, vms: 5 };
    const options = [...plan.options, { letter: 'C' as const, name: 'Five', inputs: five }];
    expect(resultOf({ ...plan, options }).findings.find((f) => f.id === 'K8')).toBeUndefined();
  });

  it('says what is right as well', () => {
    const fine = findingsFor(profile3plus1, { connectionsFree: 800 }).filter((f) => f.severity === 'fine');
    expect(fine.map((f) => f.title)).toEqual([
      'One core for each worker, seven threads in reserve',
      'The database has 143 connections to spare',
      'Carries more than today’s Thin fleet in every condition',
    ]);
  });

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

  it('praises a database that fits exactly, and says by how much the fleet carries more', () => {
    expect(findingFor('fine-database', profile3plus1, { connectionsFree: 657 })?.text).toBe(
      'Up to 657 of 657 free.',
    );
    expect(findingFor('fine-database', profile3plus1, { connectionsFree: 656 })).toBeUndefined();
    // 468 − 400, 455 − 380, 416 − 380 and 312 − 260.
    expect(findingFor('fine-baseline', profile3plus1)?.text).toBe('From 36 to 75 requests more.');
    expect(findingFor('fine-baseline', profile2)).toBeUndefined();
  });

  it('cites only rules of the register', () => {
    const variations: readonly Inputs[] = [thin, profile2, profile3, profile3plus1, profile4];
    const shared: readonly Inputs[] = [{}, { names: 'guide' }, { reckon: 'upstream', capi: '1.236' }];
    const cited = variations
      .flatMap((option) => shared.flatMap((s) => findingsFor(option, s)))
      .flatMap((f) => f.rules);
    expect(cited.filter((id) => !(id in cloudController.rules))).toEqual([]);
  });

  it('leaves nothing to change once the advice is followed and nothing is scaled in', () => {
    const { plan } = firstVisit();
    const followed = {
      ...plan,
      shared: {
        ...plan.shared,
        raisesRestartLimit: true,
        connectionsFree: 900,
        names: 'spec',
        survive: 'az',
        thinVms: 12,
        thinThreads: 33,
      },
      options: plan.options.map((o) => (o.letter === 'C' ? { ...o, inputs: { ...o.inputs, vms: 12 } } : o)),
    };
    const { findings, verdict } = resultOf(followed, 'C');
    expect(findings.filter((f) => f.severity === 'blocker' || f.severity === 'caution')).toEqual([]);
    expect(verdict.state).toBe('meets');
    expect(verdict.stateText).toBe('Option C meets the target');
  });
});
