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

  it('asks for a second AZ where losing the only one must be survived', () => {
    const found = findingFor('A1', profile3plus1, { survive: 'az', zones: 1 });
    expect(found?.title).toBe('Spread the VMs over at least two AZs');
    expect(found?.fix?.edit).toEqual({ kind: 'set', inputs: { zones: 2, vms: 16 } });
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

  it('raises monit’s limit to 3,750 MB for each worker, at most 90 % of the VM', () => {
    // 4 workers: 4 × 3,750 = 15,000 MB, but 90 % of 16 GiB are 14,745 MB.
    expect(findingFor('A4', profile3plus1)?.text).toContain('14,745 MB');
    // With 8 GiB a worker the limit for each worker decides.
    expect(findingFor('A4', profile3plus1, { memoryPerThinVmGib: 8 })?.text).toContain('15,000 MB');
    expect(findingFor('A4', profile3plus1, { raisesRestartLimit: true })).toBeUndefined();
    expect(findingFor('A4', { ...profile3plus1, workersPerVm: 1 })).toBeUndefined();
    expect(findingFor('A4', thin)).toBeUndefined();
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

  it('tells the switch’s two names, and blocks the guide’s name alone where Thin still exists', () => {
    expect(findingFor('A11', profile3plus1)?.severity).toBe('caution');
    expect(findingFor('A11', profile3plus1, { names: 'spec' })).toBeUndefined();
    expect(findingFor('K5', profile3plus1, { names: 'guide' })?.severity).toBe('blocker');
    expect(findingFor('K5', profile3plus1, { names: 'guide', capi: '1.223' })).toBeUndefined();
    expect(findingFor('R-1', profile3plus1, { capi: '1.223' })?.severity).toBe('note');
  });

  it('asks for twice as many local workers as API workers, two beside Thin, and never for none', () => {
    const found = findingFor('A12', { ...profile3plus1, localWorkersPerVm: 2 });
    expect(found?.title).toBe('Fewer local workers than the guide asks: 2 of 8');
    expect(found?.severity).toBe('caution');
    expect(findingFor('A12', { ...thin, localWorkersPerVm: 1 })?.title).toContain('1 of 2');
    expect(findingFor('A12', { ...profile3plus1, localWorkersPerVm: 0 })?.severity).toBe('blocker');
    expect(findingFor('A12', profile3plus1)).toBeUndefined();
  });

  it('notes parity without margin only where nothing must be survived', () => {
    expect(findingFor('A14', profile2, { survive: 'none' })?.severity).toBe('note');
    expect(findingFor('A14', profile2)).toBeUndefined();
  });

  it('notes cores without a worker unless one is left spare on purpose', () => {
    expect(findingFor('A15', { ...profile4, workersPerVm: 7, spareCore: false })?.title).toBe(
      'One core without a worker',
    );
    expect(findingFor('A15', profile4)).toBeUndefined();
    expect(findingFor('K7', { ...profile4, workersPerVm: 8 })?.title).toBe('No core is left spare');
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

  it('tells where queued requests no longer move to other workers', () => {
    expect(findingFor('R-11', profile3plus1, { capi: '1.196' })).toBeUndefined();
    expect(findingFor('R-11', profile3plus1, { capi: '1.218' })?.severity).toBe('note');
    const strict = { capi: '1.218', reckon: 'upstream', survive: 'worker' };
    expect(findingFor('R-11', profile3plus1, strict)?.severity).toBe('caution');
  });

  it('warns when the same 400 threads run on fewer cores than today', () => {
    // 4 VMs × 4 workers × 25 threads = 400 on 16 cores, today 20.
    const found = findingFor('R-12', { vcpusPerVm: 4, vms: 4, threadsPerWorker: 25 });
    expect(found?.title).toBe('Fewer cores at work than today: 16 against 20');
    expect(found?.severity).toBe('caution');
    expect(findingFor('R-12', profile2)).toBeUndefined();
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

  it('says what is right as well', () => {
    const fine = findingsFor(profile3plus1, { connectionsFree: 800 }).filter((f) => f.severity === 'fine');
    expect(fine.map((f) => f.title)).toEqual([
      'One core for each worker, seven threads in reserve',
      'The database has 143 connections to spare',
      'Carries more than today’s Thin fleet in every condition',
    ]);
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
