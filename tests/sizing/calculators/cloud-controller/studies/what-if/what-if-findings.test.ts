import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets, planWith } from '../../plans.ts';
import { findingIn, viewFor, viewOf } from '../views.ts';
import { withOptions } from '../with-options.ts';

const whatIf = (shared: Inputs = {}, option: Inputs = fleets.profile3plus1) =>
  viewFor('what-if', option, shared);

const single = (vms: number) => ({ vcpusPerVm: 1, vms, threadsPerWorker: 20 });

describe('whatIfFindings', () => {
  it('says what each failure leaves short and which fleet would carry it', async () => {
    const { findings } = await whatIf();
    expect(findings.map(({ id }) => id)).toEqual([
      'short-vms',
      'short-az',
      'short-az-deploy',
      'short-growth',
      'broker-limit',
    ]);
    // With two lost of ten, eight VMs of 52 carry 416.
    expect(findings[0]).toEqual({
      id: 'short-vms',
      severity: 'caution',
      title: '2 VMs lost: 36 short',
      text: '364 of 400 have a thread. 10 VMs of this size would carry it.',
      rules: ['CF-12'],
      fix: {
        label: 'Try 10 VMs as a new option',
        edit: { kind: 'add-option', name: '10 VMs', inputs: { vms: 10 } },
      },
    });
    // 480 with one of eleven lost: 520.
    expect(findings[3]).toMatchObject({
      title: '20% more load, one VM lost: 64 short',
      text: '416 of 480 have a thread. 11 VMs of this size would carry it.',
    });
  });

  it('blocks only what falls short with all up', async () => {
    const view = await whatIf({}, { ...fleets.profile3, vms: 7 });
    const severities = view.findings
      .filter(({ id }) => id.startsWith('short'))
      .map((f) => [f.id, f.severity]);
    expect(severities[0]).toEqual(['short-all', 'blocker']);
    expect(severities.slice(1).map(([, severity]) => severity)).toEqual(Array(6).fill('caution'));
    // 364 of 400 with seven; eight carry 416.
    expect(findingIn(view, 'short-all')?.fix?.label).toBe('Try 8 VMs as a new option');
  });

  it('has no shortfall where the load is exactly carried', async () => {
    // Twenty-one of 20 threads with one lost in a deploy, a single AZ aside.
    const { findings } = await whatIf({ whatIfVms: 1, whatIfWorkers: 1, whatIfGrowth: 0 }, single(21));
    expect(findings.map(({ id }) => id)).toEqual(['short-az', 'short-az-deploy', 'broker-limit']);
  });

  it('names fleets of up to 500 VMs, and says so where even they are too small', async () => {
    const large = { thinVms: 500, thinThreads: 20, whatIfVms: 1 };
    const { findings } = await whatIf(large, single(490));
    const [all, , , vms] = findings;
    // 10,000 requests take 500 VMs of 20; with one lost 501.
    expect(all?.text).toBe('9,800 of 10,000 have a thread. 500 VMs of this size would carry it.');
    expect(vms?.id).toBe('short-vms');
    expect(vms?.text).toBe('9,780 of 10,000 have a thread. Not even 500 VMs of this size would carry it.');
    expect(vms?.fix).toBeUndefined();
  });

  it('offers no new option in a plan that is full', async () => {
    const plan = planWith({ ...fleets.profile3, vms: 7 });
    const fixes = async (count: number) =>
      (await viewOf('what-if', withOptions(plan, count))).findings.filter(({ fix }) => fix).length;
    expect(await fixes(6)).toBe(0);
    expect(await fixes(5)).toBe(7);
  });

  it('says how a limit of broker requests would change with the number of VMs', async () => {
    expect(findingIn(await whatIf(), 'broker-limit')).toEqual({
      id: 'broker-limit',
      severity: 'note',
      // 20 / 9.
      title: 'A limit of broker requests would become 2.2 times lower',
      text: 'cc.max_concurrent_service_broker_requests counts on each VM by itself: 20 VMs → 9 VMs. By default it is 0 and nothing is limited.',
      rules: ['R-13'],
    });
    expect(findingIn(await whatIf({}, single(50)), 'broker-limit')?.title).toBe(
      'A limit of broker requests would become 2.5 times higher',
    );
  });

  it('warns of a limit that shrinks with the fleet, and only notes one that grows', async () => {
    // 3 × 9 and 3 × 20; ⌈60 / 9⌉ = 7 and ⌈60 / 50⌉ = 2 on each VM.
    expect(findingIn(await whatIf({ whatIfBrokerLimit: 3 }), 'broker-limit')).toEqual({
      id: 'broker-limit',
      severity: 'caution',
      title: 'Broker requests of a user: 27 at once instead of 60',
      text: '3 on each VM, 20 VMs → 9 VMs: 2.2 times lower. 7 on each VM would keep at least today’s total.',
      rules: ['R-13'],
    });
    expect(findingIn(await whatIf({ whatIfBrokerLimit: 3 }, single(50)), 'broker-limit')).toMatchObject({
      severity: 'note',
      title: 'Broker requests of a user: 150 at once instead of 60',
      text: '3 on each VM, 20 VMs → 50 VMs: 2.5 times higher. 2 on each VM would keep at least today’s total.',
    });
  });

  it('divides the rate limit by the VMs, rounded up, and says what is left of it with one lost', async () => {
    // ⌈2000 / 9⌉ = 223 on each of eight, 100 on each of nineteen.
    expect(findingIn(await whatIf({ whatIfRateLimit: 2000 }), 'rate-limit')).toEqual({
      id: 'rate-limit',
      severity: 'note',
      title: 'Rate limit on each VM: 223 instead of 100',
      text: 'The limit of 2,000 is divided by 9 API VMs. The total stays; with one VM lost a user gets 1,784 instead of 1,900.',
      rules: ['R-13'],
    });
    expect(findingIn(await whatIf(), 'rate-limit')).toBeUndefined();
  });

  it('has nothing to say of such limits where the number of VMs stays', async () => {
    const same = { whatIfBrokerLimit: 3, whatIfRateLimit: 2000 };
    const { findings } = await whatIf(same, single(20));
    expect(findings.filter(({ id }) => id.endsWith('-limit'))).toEqual([]);
    expect(findingIn(await whatIf({}, single(20)), 'broker-limit')).toBeUndefined();
  });
});
