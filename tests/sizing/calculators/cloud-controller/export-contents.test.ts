import { describe, expect, it } from 'vitest';
import type { ExportContent } from '../../../../src/sizing/core/export-document.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { withOwn } from '../round-trip.ts';
import { documentFor, documentIn, documentsFor, fleets, link, opsOf, planWith } from './plans.ts';

const { profile2, profile3, profile3plus1, profile4, thin } = fleets;

function commentsOf(id: string, option: Inputs, shared: Inputs = {}): readonly string[] {
  return opsOf(documentFor(id, option, shared)).comments;
}

function changesOf(plan: ReturnType<typeof planWith>, selected: 'A' | 'B') {
  const { content } = documentIn(plan, 'changes', selected);
  if (content.kind !== 'changes') throw new Error('Changes were expected.');
  return content;
}

const commentsIn = (content: ExportContent) => (content.kind === 'ops' ? content.comments : []);

describe('exportsOf', () => {
  it('gives a fleet on Thin one file, and no way back from today’s own', () => {
    const files = (option: Inputs) => documentsFor(option).map((d) => [d.id, d.label, d.filename]);
    const changes = ['changes', 'Changes', 'plimsoll-b-changes.diff'];
    const runbook = ['runbook', 'Runbook', 'plimsoll-b-runbook.md'];
    expect(files(thin)).toEqual([['thin', 'Thin', 'plimsoll-b-thin.yml'], changes, runbook]);
    const back = ['rollback', 'Rollback', 'plimsoll-b-rollback.yml'];
    for (const other of [
      { ...thin, vms: 21 },
      { ...thin, threadsPerWorker: 19 },
    ])
      expect(files(other)).toEqual([['thin', 'Thin', 'plimsoll-b-thin.yml'], changes, back, runbook]);
    expect(files({ ...profile3, vms: 20 })[0]).toEqual(['puma-on', 'Puma on', 'plimsoll-b-puma-on.yml']);
  });

  it('heads each side of the changes with its option, and says when both are the same', () => {
    const plan = planWith(profile3plus1);
    const { after, before, identical } = changesOf(plan, 'B');
    expect(commentsIn(before)).toEqual(['Option A, Today']);
    expect(commentsIn(after)).toEqual(['Option B, New']);
    expect(identical).toBe('Options A and B set the same.');
    expect(changesOf(plan, 'A').identical).toBe('Option A is the baseline itself.');
  });
});

describe('comments of the files', () => {
  it('says in step 2 that it goes together with step 1', () => {
    expect(commentsOf('scale-in', profile3plus1)).toEqual([
      'WARNING: Raise the memory restart limit',
      'Option B, step 2 of 2: 9 × 4 × 13 = 468 concurrent requests.',
      'Deploy it together with step 1, when Puma runs on all 20 VMs.',
      link,
    ]);
  });

  it('sums up a fleet that needs one step in one line', () => {
    const settled = { raisesRestartLimit: true };
    expect(commentsOf('puma-on', { ...profile3, vms: 20 }, settled)).toEqual([
      'Option B: 20 × 4 × 13 = 1,040 concurrent requests.',
      link,
    ]);
    expect(commentsOf('thin', { ...thin, vms: 21 })).toEqual([
      'Option B: 21 × 20 = 420 concurrent requests.',
      link,
    ]);
  });

  it.each([
    ['none', 'WARNING: 40 short with all up'],
    ['worker', 'WARNING: 60 short with one worker stalled'],
    ['vm', 'WARNING: 80 short with one VM lost'],
    // Nine VMs in three AZs keep six: 6 × 40 of 400.
    ['az', 'WARNING: 160 short with one AZ lost'],
  ])('says first how much is short where %s must be survived', (survive, warning) => {
    const fleet = { ...profile2, vms: 9 };
    expect(commentsOf('puma-on', fleet, { survive, raisesRestartLimit: true })[0]).toBe(warning);
  });

  it('warns of every blocker and of nothing else', () => {
    const fleet = { ...profile3plus1, threadsPerWorker: 25, connectionsPerProcess: 10 };
    const warnings = commentsOf('puma-on', fleet).filter((line) => line.startsWith('WARNING'));
    expect(warnings).toEqual([
      'WARNING: More than 20 threads is not recommended',
      'WARNING: Give each process 25 connections',
      'WARNING: Raise the memory restart limit',
    ]);
    expect(commentsOf('thin', { ...thin, vms: 19 })[0]).toBe('WARNING: 40 short with one VM lost');
  });

  it('names the releases of the target, also beside Thin and on the way back', () => {
    const target = { target: '1.170', capi: '1.138' };
    const line = 'For capi-release 1.170–1.195, by the names of its job spec.';
    expect(commentsOf('thin', { ...thin, vms: 21 }, target)[0]).toBe(line);
    expect(commentsOf('rollback', profile3plus1, target)).toContain(line);
    for (const id of ['puma-on', 'rollback'])
      expect(commentsOf(id, profile3plus1).join('\n')).not.toContain('capi-release');
  });
});

describe('the plan’s release beside the target', () => {
  const note = (capi: string, target: string) =>
    commentsOf('puma-on', profile3plus1, { capi, target }).filter((line) => line.startsWith('NOTE'));

  // Ranges that share a release are one plan; the target 1.196 reaches to 1.222.
  it.each([
    ['1.138', '1.138'],
    ['1.138', '1.142'],
    ['1.138', '1.170'],
    ['1.196', '1.196'],
    ['1.218', '1.196'],
    ['1.223', '1.223'],
    ['1.236', '1.236'],
  ])('has nothing to note where the plan reckons with %s and the file is for %s', (capi, target) => {
    expect(note(capi, target)).toEqual([]);
  });

  it.each([
    ['1.138', '1.196', '1.138–1.195'],
    ['1.196', '1.170', '1.196–1.217'],
    ['1.223', '1.196', '1.223–1.235'],
    ['1.218', '1.223', '1.218–1.222'],
    ['1.236', '1.223', 'after 1.235'],
    ['1.223', '1.236', '1.223–1.235'],
  ])('notes that the plan reckons with %s where the file is for %s', (capi, target, label) => {
    expect(note(capi, target)).toEqual([`NOTE: the plan reckons with capi-release ${label}.`]);
  });
});

describe('the way back', () => {
  it('puts more VMs first only where some were deleted', () => {
    expect(commentsOf('rollback', profile3plus1)).toEqual([
      'Option B, rollback to 20 × 20 = 400 concurrent requests on Thin.',
      'After step 2, first deploy with instances 20 alone; then deploy this file.',
      'In one deploy the VMs left would turn to Thin before all others are there.',
      link,
    ]);
    for (const vms of [20, 21])
      expect(commentsOf('rollback', { ...profile3, vms })).toEqual([
        'Option B, rollback to 20 × 20 = 400 concurrent requests on Thin.',
        link,
      ]);
  });

  it('takes the VM type of today’s fleet where that is an option, and the smallest otherwise', () => {
    const typeOf = (today: Inputs, shared: Inputs = {}) =>
      opsOf(documentIn(withOwn(planWith(profile3plus1, shared), 'A', today), 'rollback')).values.vm_type;
    expect(typeOf({ vmType: 'small' })).toBe('small');
    expect(typeOf({ vcpusPerVm: 2 })).toBe('api-2cpu-4gb');
    expect(typeOf({ vmType: 'small', vms: 19 })).toBe('api-1cpu-4gb');
    expect(typeOf({ vmType: 'small', vms: 19 }, { memoryPerThinVmGib: 2.5 })).toBe('api-1cpu-2p5gb');
  });

  it('asks for today’s threads and two local workers, by the names of a target', () => {
    const shared = { thinVms: 30, thinThreads: 15, target: '1.138', instanceGroup: 'cc' };
    const { entries, values } = opsOf(documentFor('rollback', profile4, shared));
    expect(values).toEqual({
      instances: 30,
      vm_type: 'api-1cpu-4gb',
      'cc/experimental?/use_puma_webserver': false,
      'cc/experimental?/thin_server?/thread_pool_size': 15,
      'cc/jobs?/local?/number_of_workers': 2,
    });
    expect(entries.filter(({ path }) => !path.startsWith('/instance_groups/name=cc/'))).toEqual([]);
    expect(entries.at(-1)?.path).toBe(
      '/instance_groups/name=cc/jobs/name=cloud_controller_ng/properties/cc/jobs?/local?/number_of_workers',
    );
  });
});
