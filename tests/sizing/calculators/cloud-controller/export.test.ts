import { describe, expect, it } from 'vitest';
import { documentFor, documentsFor, fleets, opsOf } from './plans.ts';
import { hasJobSpecList, listedIn, propertiesIn, skippedWithoutList } from './targets/job-spec-list.ts';

const { profile3, profile3plus1, thin } = fleets;
const everything = { names: 'spec', raisesRestartLimit: true, limitsLocalWorkers: true };

/** First and last release of each range, in the numbering of capi-release 1.x. */
const ranges = [
  ['1.138', 138, 195],
  ['1.196', 196, 217],
  ['1.218', 218, 222],
  ['1.223', 223, 235],
] as const;

describe('exportsOf', () => {
  it('gives two steps, the changes, a rollback and a runbook', () => {
    expect(documentsFor(profile3plus1).map((d) => [d.label, d.filename])).toEqual([
      ['1 Puma on', 'plimsoll-b-1-puma-on.yml'],
      ['2 Scale in', 'plimsoll-b-2-scale-in.yml'],
      ['Changes', 'plimsoll-b-changes.diff'],
      ['Rollback', 'plimsoll-b-rollback.yml'],
      ['Runbook', 'plimsoll-b-runbook.md'],
    ]);
  });

  it('keeps today’s VMs in step 1 and sets every property of the option', () => {
    const { comments, values } = opsOf(documentFor('puma-on', profile3plus1));
    expect(values).toEqual({
      vm_type: 'api-4cpu-16gb',
      'cc/experimental?/puma': true,
      'cc/experimental?/use_puma_webserver': true,
      'cc/temporary_enable_deprecated_thin_webserver?': false,
      'cc/puma?/workers': 4,
      'cc/puma?/max_threads': 13,
      'cc/puma?/max_db_connections_per_process': 13,
      'cc/jobs?/local?/number_of_workers': 8,
    });
    expect(comments).toEqual([
      'WARNING: Raise the memory restart limit',
      'Option B, step 1 of 2. Keep 20 VMs for now.',
      'Step 2 scales in to 9 × 4 × 13 = 468 concurrent requests.',
      'https://example.test/#plan',
    ]);
  });

  it('changes nothing but the number of VMs in step 2', () => {
    expect(opsOf(documentFor('scale-in', profile3plus1)).values).toEqual({ instances: 9 });
  });

  it('says first how much is short when the load is not carried', () => {
    const { comments } = opsOf(documentFor('puma-on', fleets.profile2));
    expect(comments[0]).toBe('WARNING: 40 short with one VM lost');
  });

  it('needs no second step where no VM goes', () => {
    expect(documentsFor({ ...profile3, vms: 20 }).map((d) => d.label)).not.toContain('2 Scale in');
    expect(documentsFor({ ...profile3, vms: 19 }).map((d) => d.label)).toContain('2 Scale in');
    const more = documentsFor({ ...profile3, vms: 24 });
    expect(more.map((d) => d.id)).toEqual(['puma-on', 'changes', 'rollback', 'runbook']);
    expect(opsOf(documentFor('puma-on', { ...profile3, vms: 24 })).values).toMatchObject({ instances: 24 });
  });

  it('writes the property names that were chosen', () => {
    const switches = (names: string, capi = '1.196') =>
      Object.keys(opsOf(documentFor('puma-on', profile3plus1, { names, capi })).values).filter((key) =>
        /experimental|temporary/.test(key),
      );
    expect(switches('guide')).toEqual(['cc/experimental?/puma']);
    expect(switches('spec')).toEqual([
      'cc/experimental?/use_puma_webserver',
      'cc/temporary_enable_deprecated_thin_webserver?',
    ]);
    expect(switches('spec', '1.138')).toEqual(['cc/experimental?/use_puma_webserver']);
    expect(switches('spec', '1.223')).toEqual([]);
  });

  it('writes instance group, VM type and optional limits where they are set', () => {
    const option = { ...profile3plus1, vmType: 'c5.xlarge' };
    const shared = { instanceGroup: 'cloud_controller', raisesRestartLimit: true, limitsLocalWorkers: true };
    const { entries, values } = opsOf(documentFor('puma-on', option, shared));
    expect(entries.every((e) => e.path.startsWith('/instance_groups/name=cloud_controller/'))).toBe(true);
    expect(values).toMatchObject({
      vm_type: 'c5.xlarge',
      'cc/thresholds?/api?/alert_if_above_mb': 14_000,
      'cc/thresholds?/api?/restart_if_consistently_above_mb': 14_000,
      'cc/thresholds?/api?/restart_if_above_mb': 14_745,
      'ccdb/max_connections_per_local_worker?': 1,
    });
  });

  it('goes back to today’s Thin fleet, more VMs first', () => {
    const { comments, values } = opsOf(documentFor('rollback', profile3plus1));
    expect(values).toEqual({
      instances: 20,
      vm_type: 'api-1cpu-4gb',
      'cc/experimental?/puma': false,
      'cc/experimental?/use_puma_webserver': false,
      'cc/temporary_enable_deprecated_thin_webserver?': true,
      'cc/experimental?/thin_server?/thread_pool_size': 20,
      'cc/jobs?/local?/number_of_workers': 2,
    });
    expect(comments.join(' ')).toContain('first deploy with instances 20 alone');
  });

  it('refuses Thin, and a rollback to it, where the release has none', () => {
    const late = { capi: '1.223' };
    expect(documentFor('thin', { ...thin, vms: 21 }, late).content).toMatchObject({ kind: 'refused' });
    expect(documentFor('rollback', profile3plus1, late).content).toMatchObject({ kind: 'refused' });
  });

  it('sets the baseline’s file against the option’s', () => {
    const { content } = documentFor('changes', profile3plus1);
    if (content.kind !== 'changes' || content.before.kind !== 'ops' || content.after.kind !== 'ops') {
      throw new Error('Two ops files were expected.');
    }
    expect(content.before.entries[0]?.value).toBe(20);
    expect(content.after.entries[0]?.value).toBe(9);
  });

  it('names a Thin fleet by VMs and threads, and sets what Thin has', () => {
    const fleet = { ...thin, vms: 21, threadsPerWorker: 30, connectionsPerProcess: 35 };
    const { comments, values } = opsOf(documentFor('thin', fleet, { names: 'spec', capi: '1.138' }));
    expect(comments.at(-2)).toBe('Option B: 21 × 30 = 630 concurrent requests.');
    expect(values).toEqual({
      instances: 21,
      vm_type: 'api-1cpu-4gb',
      'cc/experimental?/use_puma_webserver': false,
      'cc/experimental?/thin_server?/thread_pool_size': 30,
      'ccdb/max_connections?': 35,
      'cc/jobs?/local?/number_of_workers': 2,
    });
  });

  it('replaces one leaf an entry and no path twice', () => {
    for (const id of ['puma-on', 'scale-in', 'rollback']) {
      const paths = opsOf(documentFor(id, profile3plus1, everything)).entries.map((entry) => entry.path);
      expect(paths).not.toEqual([]);
      expect(new Set(paths).size).toBe(paths.length);
    }
  });

  it.skipIf(!hasJobSpecList).each(ranges)(
    `writes for %s only properties that a release of the range declares ${skippedWithoutList}`,
    (capi, first, last) => {
      const releases = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      const isDeclared = (property: string) => releases.some((release) => listedIn(property, release));
      const documents = [
        ...documentsFor(profile3plus1, { ...everything, capi }),
        ...documentsFor({ ...thin, vms: 21 }, { ...everything, capi }),
      ];
      const written = propertiesIn(documents.filter(({ content }) => content.kind === 'ops'));
      expect(written.length).toBeGreaterThan(5);
      expect(written.filter((property) => !isDeclared(property))).toEqual([]);
    },
  );
});
