import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { documentFor, fleets } from './plans.ts';

const { profile3, profile3plus1, thin } = fleets;

function textOf(option: Inputs, shared: Inputs = {}): string {
  const { content } = documentFor('runbook', option, shared);
  if (content.kind !== 'text') throw new Error('A text was expected.');
  return content.text;
}

/** The lines under a heading. */
function under(heading: string, option: Inputs, shared: Inputs = {}): readonly string[] {
  const section = textOf(option, shared)
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`));
  return section?.trim().split('\n').slice(2) ?? [];
}

describe('runbookOf', () => {
  it('has a title, the link to the plan and its sections in the order of the work', () => {
    const text = textOf(profile3plus1);
    expect(text.split('\n').slice(0, 4)).toEqual([
      '# Runbook: option B, New',
      '',
      'Plan: https://example.test/#plan',
      '',
    ]);
    expect(text.match(/^## .*/gm)).toEqual([
      '## Open points',
      '## Before',
      '## Steps',
      '## Watch',
      '## Way back',
    ]);
    expect(text).not.toMatch(/\n\n\n/);
    expect(text.endsWith('.\n')).toBe(true);
    const settled = { names: 'spec', raisesRestartLimit: true };
    expect(textOf({ ...profile3, vms: 20 }, settled)).not.toContain('Open points');
  });

  it('gives each open point with its text and the rules it rests on', () => {
    expect(under('Open points', profile3plus1)).toEqual([
      expect.stringMatching(/^- \*\*Blocker\.\*\* Raise the memory restart limit\. monit .* \(R-2, CF-7\)$/),
      expect.stringMatching(/^- Scale in with a second deploy\. BOSH deletes .* \(R-4\)$/),
      '- An AZ loss leaves 312 of 400. 12 VMs would leave 416, for 12 more vCPU. (CF-11, R-4)',
      expect.stringMatching(/^- The switch has two names\. .* \(CF-10, K5, R-1\)$/),
    ]);
  });
});

describe('before the change', () => {
  it('counts room for as many VMs as there are until the scale-in', () => {
    // 20 × 4 vCPU, 20 × 16 GiB, 20 × 5 × 13 + 20 × 8 = 1,460 connections.
    expect(under('Before', profile3plus1).slice(0, 4)).toEqual([
      '- [ ] The cloud config has the VM type api-4cpu-16gb: 4 vCPU, 16 GiB.',
      '- [ ] The quota has room for 20 such VMs until step 2 is done: 80 vCPU, 320 GiB.',
      '- [ ] The database has room for up to 1,460 connections of these VMs.',
      '- [ ] Limits counted per API VM still hold in total with 9 VMs: cc.max_concurrent_service_broker_requests applies to each VM.',
    ]);
  });

  it.each([
    // 24 × 5 × 13 + 24 × 8 = 1,752, and 20 × 5 × 13 + 20 × 8 = 1,460.
    [{ ...profile3, vms: 24 }, '24 such VMs: 96 vCPU, 384 GiB', '1,752 connections'],
    [{ ...profile3, vms: 20 }, '20 such VMs: 80 vCPU, 320 GiB', '1,460 connections'],
    // Thin is scaled in by one file: 12 × 25 + 12 × 2.
    [{ ...thin, vms: 12 }, '12 such VMs: 12 vCPU, 48 GiB', '324 connections'],
    [{ ...thin, vms: 1 }, '1 such VM: 1 vCPU, 4 GiB', '27 connections'],
  ])(
    'counts room for the VMs of the option alone where nothing is scaled in later: %j',
    (option, quota, connections) => {
      const lines = under('Before', option);
      expect(lines[1]).toBe(`- [ ] The quota has room for ${quota}.`);
      expect(lines[2]).toContain(` ${connections} `);
    },
  );

  it('speaks of monit’s limit only where the file raises Puma’s', () => {
    // 90 % of 16,384 MB.
    const raised = { raisesRestartLimit: true };
    expect(under('Before', profile3plus1, raised)[4]).toBe(
      '- [ ] monit may let the API grow to 14,745 MB on each VM (R-2).',
    );
    expect(under('Before', profile3plus1)).toHaveLength(4);
    expect(under('Before', { ...thin, vms: 12 }, raised)).toHaveLength(4);
  });
});

describe('steps', () => {
  it('takes two deploys to scale in', () => {
    expect(under('Steps', profile3plus1)).toEqual([
      '1. Deploy the ops file "1 Puma on". It keeps 20 VMs. BOSH updates 1 VM at a time. From 1.200 on a VM may drain for 6 minutes while uploads finish: up to 120 minutes in all.',
      '2. Check that every VM runs Puma: cc_puma_worker_count is 4 on each (capi-release 1.167 and later). With Thin still running, scaling in loses capacity.',
      '3. Deploy both ops files, "1 Puma on" and "2 Scale in". BOSH first deletes 11 surplus VMs and leaves 9.',
      '4. Watch for at least one busy day, then fine-tune.',
    ]);
    expect(under('Steps', { ...profile3, vms: 19 })[2]).toContain('deletes 1 surplus VM and leaves 19.');
  });

  it('takes one deploy where no VM goes', () => {
    const steps = under('Steps', { ...profile3, vms: 20 }, { maxInFlight: 3 });
    expect(steps).toHaveLength(3);
    expect(steps[0]).toMatch(/^1\. Deploy the ops file "Puma on"\. BOSH updates 3 VMs at a time\./);
    expect(steps[1]).toMatch(/^2\. .* later\)\.$/);
    expect(steps[2]).toBe('3. Watch for at least one busy day, then fine-tune.');
  });

  it('deploys Thin in one step', () => {
    const steps = under('Steps', { ...thin, vms: 21 }, { capi: '1.138' });
    expect(steps).toEqual(['1. Deploy the Thin ops file. BOSH updates 1 VM at a time.']);
  });

  it('upgrades with the first step where the release itself is the switch', () => {
    const upgrade = ' together with the upgrade to capi-release 1.223–1.235.';
    expect(under('Steps', profile3plus1, { capi: '1.223' })[0]).toContain(`"1 Puma on"${upgrade}`);
    expect(under('Steps', { ...profile3, vms: 20 }, { capi: '1.223' })[0]).toContain(`"Puma on"${upgrade}`);
  });

  it.each([
    // 20 VMs in 3 zones: 7, 7 and 6.
    [{}, 20],
    [{ maxInFlight: 3 }, 3 + 3 + 2],
    [{ maxInFlight: 6 }, 2 + 2 + 1],
    [{ maxInFlight: 7 }, 3],
    [{ maxInFlight: 20, zones: 1 }, 1],
    [{ maxInFlight: 2, zones: 2 }, 10],
    // More zones than VMs: three of them have one.
    [{ thinVms: 3, zones: 6 }, 3],
  ])('allows six minutes a round of draining, zone by zone: %j take %i rounds', (shared, rounds) => {
    expect(under('Steps', profile3plus1, shared)[0]).toContain(`up to ${rounds * 6} minutes in all.`);
  });

  it('says nothing of draining before local workers were given the time', () => {
    expect(textOf(profile3plus1, { capi: '1.138' })).not.toContain('drain');
    expect(textOf(profile3plus1, { capi: '1.196' })).toContain('drain');
  });
});

describe('watch', () => {
  const firstColumns = (option: Inputs) =>
    under('Watch', option)
      .filter((line) => line.startsWith('| c') || line.startsWith('| s'))
      .map((line) => line.split(' | ').slice(0, 2).join(': ').slice(2));

  it('gives the guide’s thresholds, and that of the pools, for Puma', () => {
    expect(firstColumns(profile3plus1)).toEqual([
      'cc.requests.outstanding.gauge: clear of 4 × 13 = 52 threads',
      'system.cpu.user: below 0.85',
      'cc.vitals.cpu_load_avg: below 4 cores',
      'cc_db_connection_pool_timeouts_total: 0',
    ]);
    expect(under('Watch', profile3plus1).slice(-2)).toEqual([
      '',
      'With Puma the gauge does not work correctly in published releases; read cc_requests_outstanding_total instead.',
    ]);
  });

  it('holds Thin to one core of its VM, however many there are', () => {
    expect(firstColumns({ ...thin, vms: 21 })).toEqual([
      'cc.requests.outstanding.gauge: clear of 20 threads',
      'system.cpu.user: below 0.85',
      'cc.vitals.cpu_load_avg: below 1 core',
      'cc_db_connection_pool_timeouts_total: 0',
    ]);
    // 0.85 of one core of two is 0.425 of the VM.
    expect(firstColumns({ ...thin, vcpusPerVm: 2, threadsPerWorker: 1 }).slice(0, 3)).toEqual([
      'cc.requests.outstanding.gauge: clear of 1 thread',
      'system.cpu.user: below 0.85 of one core: 0.425 of the VM',
      'cc.vitals.cpu_load_avg: below 1 core',
    ]);
    expect(textOf({ ...thin, vms: 21 })).not.toContain('cc_requests_outstanding_total');
  });
});

describe('wayBack', () => {
  it('scales out first where it was scaled in', () => {
    expect(under('Way back', profile3plus1)).toEqual([
      '1. If step 3 has run: scale out to 20 VMs first, still on Puma.',
      '2. Deploy the ops file "Rollback" in place of the others.',
    ]);
    const stays = ['1. Deploy the ops file "Rollback" in place of the others.'];
    expect(under('Way back', { ...profile3, vms: 20 })).toEqual(stays);
  });

  it('has none to Thin where the release has none, and needs none from it', () => {
    expect(under('Way back', profile3plus1, { target: '1.223' })).toEqual([
      'capi-release 1.223–1.235 has no Thin. Going back means redeploying a release before 1.223.',
    ]);
    expect(under('Way back', { ...thin, vms: 21 })).toEqual(['Redeploy without this ops file.']);
  });
});
