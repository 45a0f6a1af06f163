import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { documentFor, fleets, opsOf, remarksOf } from './plans.ts';

const { profile3plus1, profile4, thin } = fleets;
const ready = { raisesRestartLimit: true, limitsLocalWorkers: true, connectionsPerLocalWorker: 2 };

/** Values and comments of a file by the ends of their paths. */
function entriesOf(id: string, option: Inputs, shared: Inputs = {}) {
  const file = documentFor(id, option, shared);
  return { values: opsOf(file).values, comments: remarksOf(file) };
}

describe('switchEntries', () => {
  const [puma, thinToo] = [
    'cc/experimental?/use_puma_webserver',
    'cc/temporary_enable_deprecated_thin_webserver?',
  ];
  const guide = 'cc/experimental?/puma';

  // The guide’s name stands in no job spec (K5); the spec’s own switches came with 1.138 and 1.196 and went with 1.223.
  it.each([
    ['guide', '1.138', [guide]],
    ['guide', '1.223', [guide]],
    ['spec', '1.138', [puma]],
    ['spec', '1.196', [puma, thinToo]],
    ['spec', '1.218', [puma, thinToo]],
    ['spec', '1.236', []],
    ['both', '1.138', [guide, puma]],
    ['both', '1.196', [guide, puma, thinToo]],
    ['both', '1.223', [guide]],
  ])('writes by the names %s for %s the switches %j', (names, capi, switches) => {
    const { values } = entriesOf('puma-on', profile3plus1, { names, capi });
    expect(
      Object.keys(values).filter((key) => /puma_webserver|deprecated_thin|experimental/.test(key)),
    ).toEqual(switches);
    expect(switches.map((key) => values[key])).toEqual(switches.map((key) => key !== thinToo));
  });

  it('turns every switch the other way for Thin', () => {
    const { values } = entriesOf('thin', { ...thin, vms: 21 });
    expect([values[guide], values[puma], values[thinToo]]).toEqual([false, false, true]);
  });

  it('says at each switch whose name it is', () => {
    const { comments } = entriesOf('puma-on', profile3plus1);
    expect(comments).toMatchObject({
      puma: expect.stringContaining('no job spec declares it'),
      use_puma_webserver: 'The job spec’s name.',
      'temporary_enable_deprecated_thin_webserver?': expect.stringContaining('since 1.196'),
    });
  });
});

describe('jobEntries', () => {
  it('writes all that a fleet on Puma sets by the guide’s names, with what to know of it', () => {
    const { comments, values } = entriesOf(
      'puma-on',
      { ...profile4, connectionsPerProcess: 16 },
      { ...ready, names: 'spec', capi: '1.223' },
    );
    expect(values).toEqual({
      // 7 workers × 4 GiB.
      vm_type: 'api-8cpu-28gb',
      'cc/puma?/workers': 7,
      'cc/puma?/max_threads': 15,
      'cc/puma?/max_db_connections_per_process': 16,
      // 7 × 3,500 MB; 90 % of 28,672 MB, less than 7 × 3,750.
      'cc/thresholds?/api?/alert_if_above_mb': 24_500,
      'cc/thresholds?/api?/restart_if_consistently_above_mb': 24_500,
      'cc/thresholds?/api?/restart_if_above_mb': 25_804,
      'cc/jobs?/local?/number_of_workers': 14,
      'ccdb/max_connections_per_local_worker?': 2,
    });
    expect(comments).toEqual({
      vm_type: 'Must exist in your cloud config.',
      max_threads: 'The guide’s last step calls it cc.puma.threads.',
      alert_if_above_mb: 'All API processes of a VM together, at most 90% of its memory.',
      'max_connections_per_local_worker?': 'Otherwise each may open 25.',
    });
  });

  it('says of the oldest releases from where on they know a property', () => {
    const { comments } = entriesOf('puma-on', profile3plus1, { ...ready, capi: '1.138' });
    expect(comments).toMatchObject({
      max_threads: 'The guide’s last step calls it cc.puma.threads. From 1.142 on.',
      max_db_connections_per_process: 'From 1.170 on; before, every process may open ccdb.max_connections.',
      'max_connections_per_local_worker?': 'From 1.170 on.',
    });
  });

  it('leaves limits alone that are not asked for, and Puma’s where Thin runs', () => {
    expect(Object.keys(entriesOf('puma-on', profile3plus1).values).join()).not.toMatch(
      /thresholds|local_worker/,
    );
    const { values } = entriesOf('thin', { ...thin, vms: 21 }, { ...ready, names: 'spec', capi: '1.138' });
    expect(values).toEqual({
      instances: 21,
      vm_type: 'api-1cpu-4gb',
      'cc/experimental?/use_puma_webserver': false,
      'cc/experimental?/thin_server?/thread_pool_size': 20,
      'ccdb/max_connections?': 25,
      'cc/jobs?/local?/number_of_workers': 2,
      'ccdb/max_connections_per_local_worker?': 2,
    });
  });

  it('gives a local worker one connection at least: a pool of none does not start', () => {
    const none = { ...ready, connectionsPerLocalWorker: 0 };
    for (const target of ['guide', '1.170'])
      expect(entriesOf('puma-on', profile3plus1, { ...none, target }).values).toMatchObject({
        'ccdb/max_connections_per_local_worker?': 1,
      });
  });
});

describe('restartLimitsOf', () => {
  it.each([
    // 3,500 and 3,750 MB a worker; 90 % of the VM where that is less: 3,686 of 4,096 MB, 921 of 1,024 MB.
    [1, 4, [3500, 3500, 3686]],
    [1, 64, [3500, 3500, 3750]],
    [2, 0.5, [921, 921, 921]],
    [4, 8, [14_000, 14_000, 15_000]],
    [4, 4, [14_000, 14_000, 14_745]],
  ])('gives %i workers with %f GiB each the limits %j', (workersPerVm, memoryPerThinVmGib, limits) => {
    const { values } = entriesOf(
      'puma-on',
      { ...profile3plus1, workersPerVm },
      { raisesRestartLimit: true, memoryPerThinVmGib },
    );
    const api = 'cc/thresholds?/api?';
    expect([
      values[`${api}/alert_if_above_mb`],
      values[`${api}/restart_if_consistently_above_mb`],
      values[`${api}/restart_if_above_mb`],
    ]).toEqual(limits);
  });
});

describe('vmTypeOf', () => {
  it.each([
    [{ vmType: 'large' }, {}, 'large'],
    [{}, { memoryPerThinVmGib: 2.5 }, 'api-4cpu-10gb'],
    [{ workersPerVm: 1 }, { memoryPerThinVmGib: 2.5 }, 'api-4cpu-2p5gb'],
  ])('names the type of a VM with %j and %j: %s', (option, shared, name) => {
    expect(entriesOf('puma-on', { ...profile3plus1, ...option }, shared).values.vm_type).toBe(name);
  });
});
