import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { documentFor, fleets, opsOf, remarksOf } from '../plans.ts';

const everything = { raisesRestartLimit: true, limitsLocalWorkers: true, connectionsPerLocalWorker: 2 };

/**
 * Below a key with `?` go-patch creates what is missing: the last key carries one only where it is the first that a
 * manifest may lack.
 */
describe('targetEntries', () => {
  it('writes all that a fleet on Puma sets, leaf by leaf', () => {
    const fleet = { ...fleets.profile3plus1, connectionsPerProcess: 15 };
    const { values } = opsOf(documentFor('puma-on', fleet, { ...everything, target: '1.196' }));
    expect(values).toEqual({
      vm_type: 'api-4cpu-16gb',
      'cc/temporary_enable_deprecated_thin_webserver?': false,
      'cc/puma?/workers': 4,
      'cc/puma?/max_threads': 13,
      'cc/puma?/max_db_connections_per_process': 15,
      // 4 × 3,500 MB, and 90 % of 16 GiB as the ceiling of 4 × 3,750 MB.
      'cc/thresholds?/api?/alert_if_above_mb': 14_000,
      'cc/thresholds?/api?/restart_if_consistently_above_mb': 14_000,
      'cc/thresholds?/api?/restart_if_above_mb': 14_745,
      'cc/jobs?/local?/number_of_workers': 8,
      'ccdb/max_connections_per_local_worker?': 2,
    });
  });

  it('gives Puma the pool of the job before 1.170, when it had none of its own', () => {
    const fleet = { ...fleets.profile3plus1, connectionsPerProcess: 15 };
    const { values } = opsOf(documentFor('puma-on', fleet, { target: '1.142' }));
    expect(values).toEqual({
      vm_type: 'api-4cpu-16gb',
      'cc/experimental?/use_puma_webserver': true,
      'cc/puma?/workers': 4,
      'cc/puma?/max_threads': 13,
      'ccdb/max_connections?': 15,
      'cc/jobs?/local?/number_of_workers': 8,
    });
  });

  it.each([
    ['1.170', { 'cc/experimental?/use_puma_webserver': false }],
    ['1.196', { 'cc/temporary_enable_deprecated_thin_webserver?': true }],
  ])('writes threads and pool of a fleet on Thin for %s', (target, engine) => {
    const fleet = { ...fleets.thin, vms: 21, threadsPerWorker: 30, connectionsPerProcess: 35 };
    const { comments, values } = opsOf(documentFor('thin', fleet, { ...everything, target }));
    expect(comments).toContain('Option B: 21 × 30 = 630 concurrent requests.');
    expect(values).toEqual({
      instances: 21,
      vm_type: 'api-1cpu-4gb',
      ...engine,
      'cc/experimental?/thin_server?/thread_pool_size': 30,
      'ccdb/max_connections?': 35,
      'cc/jobs?/local?/number_of_workers': 2,
      'ccdb/max_connections_per_local_worker?': 2,
    });
  });

  it('says at a setting what else must be known of it', () => {
    const commentsAt = (id: string, option: Inputs, target: string) =>
      remarksOf(documentFor(id, option, { ...everything, target }));
    const limits = {
      vm_type: 'Must exist in your cloud config.',
      'max_connections_per_local_worker?': 'Otherwise each may open ccdb.max_connections.',
    };
    const memory = { alert_if_above_mb: 'All API processes of a VM together, at most 90% of its memory.' };
    const old = commentsAt('puma-on', fleets.profile3plus1, '1.142');
    expect(Object.keys(old)).toEqual(['vm_type', 'max_connections?', 'alert_if_above_mb']);
    expect(old['max_connections?']).toContain('local workers too');
    expect(commentsAt('puma-on', fleets.profile3plus1, '1.223')).toEqual({ ...limits, ...memory });
    // From 1.196 on use_puma_webserver has no default, and goes before the switch that keeps Thin.
    const keepsThin = 'temporary_enable_deprecated_thin_webserver?';
    const puma = commentsAt('puma-on', fleets.profile3plus1, '1.196');
    expect(puma[keepsThin]).toContain('this undoes what kept Thin');
    const thin = commentsAt('thin', { ...fleets.thin, vms: 21 }, '1.196');
    expect(thin[keepsThin]).toMatch(/^Where cc\.experimental\.use_puma_webserver is set, remove it/);
    expect(commentsAt('thin', { ...fleets.thin, vms: 21 }, '1.170')).toEqual(limits);
  });

  it('leaves limits out that are not asked for', () => {
    const { values } = opsOf(documentFor('puma-on', fleets.profile3plus1, { target: '1.223' }));
    expect(values).toEqual({
      vm_type: 'api-4cpu-16gb',
      'cc/puma?/workers': 4,
      'cc/puma?/max_threads': 13,
      'cc/puma?/max_db_connections_per_process': 13,
      'cc/jobs?/local?/number_of_workers': 8,
    });
  });
});

describe('leftOut', () => {
  const warnings = (id: string, option: Inputs, target: string, shared: Inputs) =>
    opsOf(documentFor(id, option, { ...shared, target })).comments.filter((line) => /exists from/.test(line));
  const threads = 'WARNING: 13 threads cannot be set: cc.puma.max_threads exists from 1.142 on.';
  const held = (to: number) =>
    `WARNING: local workers cannot be held to ${to}: ccdb.max_connections_per_local_worker exists from 1.170 on.`;

  it('says what the target has no property for, and only of what is asked for', () => {
    const puma = (target: string, shared: Inputs) =>
      warnings('puma-on', fleets.profile3plus1, target, shared);
    expect(puma('1.138', everything)).toEqual([threads, held(2)]);
    expect(puma('1.138', {})).toEqual([threads]);
    expect(puma('1.142', everything)).toEqual([held(2)]);
    expect(puma('1.142', { ...everything, connectionsPerLocalWorker: 0 })).toEqual([held(1)]);
    expect(puma('1.170', everything)).toEqual([]);
  });

  it('says nothing of Puma’s threads beside Thin', () => {
    const thin = { ...fleets.thin, vms: 21 };
    expect(warnings('thin', thin, '1.138', everything)).toEqual([held(2)]);
    expect(warnings('thin', thin, '1.138', {})).toEqual([]);
  });
});
