import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { peak } from '../peak.ts';
import { findingIn } from '../views.ts';
import { rolloutFor } from './rollout-for.ts';

const idsFor = async (shared: Inputs, option?: Inputs) =>
  (await rolloutFor(shared, option)).findings.map(({ id }) => id);

describe('rolloutFindings', () => {
  it('has what stops the rollout first, and nothing of a quota that nobody gave', async () => {
    expect(await idsFor({})).toEqual(['lowest', 'one-deploy', 'drain']);
    const all = { rolloutMaxVcpus: 60, rolloutMaxMemory: 300, connectionsFree: 800, capi: '1.223' };
    expect(await idsFor(all)).toEqual([
      'quota-vcpu',
      'quota-memory',
      'quota-connections',
      'lowest',
      'one-deploy',
      'no-way-back',
      'drain',
    ]);
  });

  it('says why it falls short, with the bridge that would not, by ⌈load / threads⌉ and the VM being updated', async () => {
    expect(findingIn(await rolloutFor(), 'lowest')).toEqual({
      id: 'lowest',
      severity: 'caution',
      title: 'Two deploys fall to 380 of 400',
      text: 'BOSH takes 1 VM out at a time. With 21 VMs in between nothing is short: ⌈400 / 20⌉ + 1.',
      rules: ['R-4', 'CF-12'],
      fix: { label: 'Use 21 in between', edit: { kind: 'set', inputs: { rolloutBridge: 21 } } },
    });
  });

  it('names no formula that does not give the number: where rounds end at a zone, or Puma VMs carry less', async () => {
    // 14 VMs stand 5, 5 and 4 to a zone. With the canary done and the rest of its zone out, 52 + 9 × 20 = 232 are
    // left; of 13 VMs only 52 + 8 × 20 = 212.
    const found = findingIn(await rolloutFor({ ...peak(220), maxInFlight: 20, rolloutBridge: 12 }), 'lowest');
    expect(found?.text).toBe('BOSH takes 20 VMs out at a time. With 14 VMs in between nothing is short.');
    // Puma VMs of 19 threads: of 23 of them 22 × 19 = 418 are left, of 22 only 399.
    const weak = { vcpusPerVm: 1, vms: 23, threadsPerWorker: 19 };
    expect(findingIn(await rolloutFor({}, weak), 'lowest')?.text).toBe(
      'BOSH takes 1 VM out at a time. With 23 VMs in between nothing is short.',
    );
  });

  it('offers no bridge where today’s fleet falls short by itself, or the new one does in the end', async () => {
    const short = findingIn(await rolloutFor(peak(401)), 'lowest');
    expect(short?.text).toBe('Today’s fleet carries only 400 to begin with.');
    expect(short?.fix).toBeUndefined();
    const small = findingIn(await rolloutFor({}, { vcpusPerVm: 1, vms: 10, threadsPerWorker: 10 }), 'lowest');
    expect(small?.text).toBe('BOSH takes 1 VM out at a time.');
    expect(small?.fix).toBeUndefined();
  });

  it('says of one deploy that it falls, and has nothing more to say of it where it is the way', async () => {
    const grows = await rolloutFor({}, { ...fleets.profile3, vms: 22 });
    expect(findingIn(grows, 'lowest')?.title).toBe('One deploy falls to 380 of 400');
    expect(findingIn(grows, 'one-deploy')).toBeUndefined();
  });

  it('says why one deploy is worse: surplus VMs go first', async () => {
    expect(findingIn(await rolloutFor(), 'one-deploy')).toEqual({
      id: 'one-deploy',
      severity: 'note',
      title: 'One deploy would fall to 160 of 400',
      text: 'BOSH deletes surplus VMs first: 9 Thin VMs carry 180, less 1 VM being updated.',
      rules: ['R-4'],
    });
    const single = findingIn(
      await rolloutFor({}, { vcpusPerVm: 64, vms: 1, threadsPerWorker: 10 }),
      'one-deploy',
    );
    expect(single?.text).toContain('1 Thin VM carries 20, less 1 VM');
  });

  it('blames no deletion where the fleet grows or stays', async () => {
    const stays = await rolloutFor({ rolloutBridge: 21 }, { ...fleets.profile3, vms: 20 });
    expect(findingIn(stays, 'one-deploy')?.text).toMatch(/^No VM is added before: 20 Thin VMs carry 400/);
    const view = await rolloutFor({ rolloutBridge: 21 }, { ...fleets.profile3, vms: 22 });
    expect(findingIn(view, 'one-deploy')?.text).toBe(
      'No VM is added before: 20 Thin VMs carry 400, less 1 VM being updated.',
    );
    expect(view.verdict.paragraph[0]).toBe('One deploy falls to 380. In between it takes up to ');
  });

  it('says that one deploy would do where the load is no more than it leaves', async () => {
    expect(findingIn(await rolloutFor(peak(160)), 'one-deploy-suffices')).toEqual({
      id: 'one-deploy-suffices',
      severity: 'note',
      title: 'One deploy would do',
      text: 'Its lowest point is 160 of 160.',
      rules: ['R-4'],
    });
    expect(await idsFor(peak(161))).not.toContain('one-deploy-suffices');
  });

  it('offers fewer VMs in between as long as they carry the load and are more than stay', async () => {
    expect(findingIn(await rolloutFor(peak(220)), 'smaller-bridge')).toEqual({
      id: 'smaller-bridge',
      severity: 'note',
      title: '12 VMs in between are enough',
      text: 'For an observed peak of 220: 48 vCPU and 192 GiB instead of 80 and 320.',
      rules: ['R-4', 'CF-12'],
      fix: { label: 'Use 12 in between', edit: { kind: 'set', inputs: { rolloutBridge: 12 } } },
    });
    expect(findingIn(await rolloutFor({ rolloutBridge: 25 }), 'smaller-bridge')?.text).toBe(
      'For a load of 400: 84 vCPU and 336 GiB instead of 100 and 400.',
    );
    expect(await idsFor({ ...peak(220), rolloutBridge: 12 })).not.toContain('smaller-bridge');
    // As many as stay in the end are no surplus.
    expect(await idsFor({ ...peak(60), rolloutBridge: 9 })).not.toContain('smaller-bridge');
    expect(await idsFor({ ...peak(60) }, { ...fleets.profile3, vms: 22 })).not.toContain('smaller-bridge');
    expect(await idsFor({ ...peak(60), rolloutBridge: 22 }, { ...fleets.profile3, vms: 22 })).not.toContain(
      'smaller-bridge',
    );
  });

  it('stops above the quota, the memory and the database, not at them', async () => {
    const full = { rolloutMaxVcpus: 80, rolloutMaxMemory: 320, connectionsFree: 1460 };
    expect((await idsFor(full)).filter((id) => id.startsWith('quota'))).toEqual([]);
    const view = await rolloutFor({ rolloutMaxVcpus: 79, rolloutMaxMemory: 319, connectionsFree: 1459 });
    const found = ['quota-vcpu', 'quota-memory', 'quota-connections'].map((id) => findingIn(view, id));
    expect(found.map((finding) => [finding?.severity, finding?.title, finding?.rules])).toEqual([
      ['blocker', 'The rollout takes 80 vCPU, 1 more than there are', ['R-4']],
      ['blocker', 'The rollout takes 320 GiB, 1 more than there are', ['R-4', 'CF-7']],
      ['blocker', 'The rollout takes 1,460 DB connections, 1 more than there are', ['R-3', 'CF-10']],
    ]);
  });

  it.each([
    // 15 × 4 vCPU, 14 × 16 GiB, 13 × 73 connections fill the limit exactly; 12 are the fewest that carry 220.
    ['quota-vcpu', { rolloutMaxVcpus: 60 }, 15],
    ['quota-memory', { rolloutMaxMemory: 224 }, 14],
    ['quota-connections', { connectionsFree: 949 }, 13],
    ['quota-vcpu', { rolloutMaxVcpus: 60, rolloutMaxMemory: 224, connectionsFree: 949 }, 13],
    ['quota-vcpu', { rolloutMaxVcpus: 48 }, 12],
  ])('offers for %s with %o the largest bridge that fits: %d VMs', async (id, limits, bridge) => {
    const found = findingIn(await rolloutFor({ ...peak(220), ...limits }), id);
    expect(found?.text).toBe(`${bridge} VMs in between would fit and carry 220.`);
    expect(found?.fix?.edit).toEqual({ kind: 'set', inputs: { rolloutBridge: bridge } });
    const after = await idsFor({ ...peak(220), ...limits, rolloutBridge: bridge });
    expect(after.filter((one) => one.startsWith('quota'))).toEqual([]);
  });

  it('asks for room where no bridge fits and carries the load', async () => {
    const none = 'With 20 VMs in between it does not fit, and no other number of them fits and carries';
    const tight = findingIn(await rolloutFor({ ...peak(220), rolloutMaxVcpus: 47 }), 'quota-vcpu');
    expect(tight?.text).toBe(`${none} 220. Make room for the time of the rollout.`);
    expect(tight?.fix).toBeUndefined();
    // No bridge carries what the fleet in the end does not.
    const small = { vcpusPerVm: 4, vms: 2, threadsPerWorker: 13 };
    const never = findingIn(await rolloutFor({ rolloutMaxVcpus: 60 }, small), 'quota-vcpu');
    expect(never?.text).toBe(`${none} 400. Make room for the time of the rollout.`);
    expect(never?.fix).toBeUndefined();
  });

  it('warns of a release without Thin, and of none that has it', async () => {
    expect(findingIn(await rolloutFor({ capi: '1.223' }), 'no-way-back')).toMatchObject({
      severity: 'caution',
      text: 'capi-release 1.223–1.235 has no Thin: the upgrade itself is the switch. Going back means redeploying a release before 1.223.',
      rules: ['R-1'],
    });
    expect(await idsFor({ capi: '1.218' })).not.toContain('no-way-back');
  });

  it('says how long drains may take, and what was lost before releases waited for uploads', async () => {
    const drain = 'Each VM may drain for 6 minutes while uploads finish; mostly it is far less.';
    const found = findingIn(await rolloutFor(), 'drain');
    // 20 rounds of 11 minutes, and one drain of the surplus.
    expect(found).toEqual({
      id: 'drain',
      severity: 'note',
      title: 'Two deploys may take 3 h 46 min',
      text: drain,
      rules: ['R-14'],
    });
    expect(findingIn(await rolloutFor({ capi: '1.138' }), 'drain')?.text).toBe(
      `${drain} Before 1.200 uploads are not waited for: a drain ends after a minute, and uploads under way are lost.`,
    );
    expect(await idsFor({ rolloutDrainMinutes: 0 })).not.toContain('drain');
  });
});
