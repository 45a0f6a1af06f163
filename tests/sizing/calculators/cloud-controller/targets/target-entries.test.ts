import { describe, expect, it } from 'vitest';
import { documentFor, fleets, opsOf } from '../plans.ts';

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
});
