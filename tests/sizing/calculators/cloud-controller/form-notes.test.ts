import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { fleets, observed, planWith } from './plans.ts';

const { profile2, profile3, profile3plus1, profile4, thin } = fleets;

function notesOf(option: Inputs, shared: Inputs = {}) {
  return cloudController.evaluate(planWith(option, shared), 'B').formNotes;
}

describe('formNotesOf', () => {
  it('says what today’s fleet carries and what is to be carried', () => {
    const { choiceLabels, legends } = notesOf(profile3plus1);
    expect(choiceLabels.loadMode).toEqual({ parity: 'Match today: 400 requests' });
    expect(legends).toEqual({ today: '= 400 concurrent' });
    expect(notesOf(profile3plus1, { growthPercent: 5 }).legends).toEqual({
      today: '= 400 concurrent',
      load: '= 420 to carry',
    });
    const one = notesOf(profile3plus1, { thinVms: 1, thinThreads: 1 });
    expect(one.choiceLabels.loadMode).toEqual({ parity: 'Match today: 1 request' });
  });

  it.each([
    [profile3plus1, {}, ['observedPeak']],
    [profile3plus1, { target: '1.196' }, ['names', 'observedPeak']],
    [profile3plus1, observed(300), []],
    [thin, {}, ['observedPeak', 'workersPerVm', 'spareCore', 'raisesRestartLimit']],
  ])('hides of %j with %j what means nothing there', (option, shared, hidden) => {
    const own = ['names', 'observedPeak', 'workersPerVm', 'spareCore', 'raisesRestartLimit'];
    expect(notesOf(option, shared).hidden.filter((field) => own.includes(field))).toEqual(hidden);
    const fields = cloudController.params.map((param) => param.name);
    expect(fields).toEqual(expect.arrayContaining([...notesOf(option, shared).hidden]));
  });

  it('gives every hint to a field of the form', () => {
    const fields = cloudController.params.map((param) => param.name);
    for (const option of [thin, profile3]) {
      const hinted = Object.keys(notesOf(option).hints);
      expect(hinted).not.toEqual([]);
      expect(fields).toEqual(expect.arrayContaining(hinted));
    }
  });

  it.each([
    [{}, 'A single-threaded worker needs about one.'],
    [{ limitsLocalWorkers: true }, 'A single-threaded worker needs about one.'],
    [{ reckon: 'upstream' }, 'Counts only with “Limit connections of local workers” on.'],
    [{ reckon: 'upstream', limitsLocalWorkers: true }, 'Written into the ops file.'],
  ])('says with %j what the connections of a local worker count for', (shared, hint) => {
    expect(notesOf(profile3plus1, shared).hints.connectionsPerLocalWorker).toBe(hint);
    expect(notesOf(thin, shared).hints.connectionsPerLocalWorker).toBe(hint);
  });

  it('says what Thin has: one core, two local workers, a pool of 25', () => {
    expect(notesOf(thin).hints).toMatchObject({
      vcpusPerVm: 'One process, one core.',
      threadsPerWorker: 'Threads of the one Thin process; default 20.',
      localWorkersPerVm: 'Two beside each Thin process.',
      connectionsPerProcess: 'Thin uses ccdb.max_connections, default 25.',
      memoryPerThinVmGib: 'Thin VM = 4 GiB.',
      vmType: 'In your cloud config; auto writes api-1cpu-4gb.',
    });
    expect(notesOf({ ...thin, vcpusPerVm: 2 }).hints.vcpusPerVm).toBe(
      'Thin uses one core; more brings little.',
    );
  });

  it('says what the guide asks of Puma, with the option’s figures', () => {
    expect(notesOf({ ...profile3plus1, vmType: 'large' }).hints).toMatchObject({
      workersPerVm: 'At most 4: each worker needs a core.',
      threadsPerWorker: 'At least 10, not more than 20.',
      localWorkersPerVm: 'Twice the API workers.',
      connectionsPerProcess: 'At least the threads per worker.',
      memoryPerThinVmGib: 'Puma VM = 4 GiB × workers = 16 GiB.',
      vmType: 'In your cloud config; auto writes api-4cpu-16gb.',
    });
    const one = notesOf({ ...profile3plus1, vcpusPerVm: 1 }, { memoryPerThinVmGib: 2.5 }).hints;
    expect(one.workersPerVm).toBe('At most 1: a worker needs a core.');
    expect(one.memoryPerThinVmGib).toBe('Puma VM = 2.5 GiB × workers = 2.5 GiB.');
    expect(one.vmType).toContain('auto writes api-1cpu-2p5gb.');
  });

  it.each([
    // One VM of 52 carries 52; a second covers its loss.
    [profile3, observed(52), '1 reaches 52. The second covers a lost VM.'],
    [profile3, { ...observed(52), survive: 'none' }, '1 reaches 52.'],
    // Two VMs carry 104: 53 with all up, 91 with a worker stalled.
    [profile3, { ...observed(53), survive: 'worker' }, '2 reach 104.'],
    [profile3, { ...observed(92), survive: 'worker' }, '2 reach 104. The third covers a stalled worker.'],
    // Profile 2: ten VMs of 40; the eleventh has no word of its own, nor has any later one.
    [profile2, {}, '10 reach 400. One more covers a lost VM.'],
    [profile2, observed(360), '9 reach 360. The tenth covers a lost VM.'],
    // Profile 4: four of 105 carry 420. Six in three AZs keep four.
    [profile4, { survive: 'az' }, '4 reach 420. 6 cover a lost AZ.'],
    // 962 of 52 carry 50,000, more than the form’s 500.
    [profile3, observed(50_000), '962 reach 50,024. No number covers a lost VM.'],
  ])(
    'says beside the VMs of %j with %j: how many reach the load and cover the loss',
    (option, shared, hint) => {
      expect(notesOf(option, shared).hints.vms).toBe(hint);
    },
  );

  it('says the same beside the VMs of a Thin fleet', () => {
    // 20 × 20 = 400; one process lost, or one stalled, takes the 20 requests of a VM.
    expect(notesOf(thin).hints.vms).toBe('20 reach 400. One more covers a lost VM.');
    expect(notesOf(thin, { survive: 'worker' }).hints.vms).toBe(
      '20 reach 400. One more covers a stalled worker.',
    );
  });
});
