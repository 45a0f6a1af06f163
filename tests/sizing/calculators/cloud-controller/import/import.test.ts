import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { ImportResult } from '../../../../../src/sizing/core/import.ts';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { firstPlan, importerOf, messagesOf } from '../../import-text.ts';

const importer = await importerOf(cloudController);

function read(text: string, shared: Inputs = {}, destination?: string): ImportResult {
  const plan = firstPlan(cloudController, shared);
  return importer.read(text, { plan, selected: 'C', ...(destination === undefined ? {} : { destination }) });
}

const manifest = `---
name: cf
releases:
- name: capi
  version: 1.212.0
- name: routing
  version: 0.300.0
update:
  canaries: 1
  max_in_flight: 2
instance_groups:
- name: router
  instances: 2
- name: api
  azs: [z1, z2, z3]
  instances: 8
  vm_type: small-highmem
  jobs:
  - name: cloud_controller_ng
    properties:
      ccdb:
        max_connections: 40
        roles:
        - password: ((cc_database_password))
      cc:
        bulk_api_password: hunter2
        puma:
          workers: 4
          max_threads: 13
        jobs:
          local:
            number_of_workers: 6
  - name: statsd_injector
variables:
- name: cc_database_password
`;

describe('importer', () => {
  it('reads a manifest into the selected option, with place and path of every value', () => {
    const result = read(manifest);
    expect(result.kind).toBe('BOSH manifest');
    expect(result.destination).toBe('option');
    expect(result.problems).toEqual([]);
    expect(result.needs).toEqual([]);
    expect(result.inputs).toEqual({
      capi: '1.196',
      maxInFlight: 2,
      zones: 3,
      vms: 8,
      vmType: 'small-highmem',
      engine: 'puma',
      workersPerVm: 4,
      threadsPerWorker: 13,
      // The job spec of 1.196.0 and later: 10 connections a process.
      connectionsPerProcess: 10,
      localWorkersPerVm: 6,
    });
    const threads = result.found.find((found) => found.field === 'threadsPerWorker');
    expect(threads).toMatchObject({
      path: '/instance_groups/name=api/jobs/name=cloud_controller_ng/properties/cc/puma/max_threads',
      line: 29,
      column: 24,
      before: 13,
      value: 13,
    });
    expect(result.found.find((found) => found.field === 'connectionsPerProcess')?.note).toMatch(/default/);
  });

  it('lists what it did not use by path, and holds no other value of the file', () => {
    const result = read(manifest);
    const paths = result.unused.map((unused) => unused.path);
    const properties = '/instance_groups/name=api/jobs/name=cloud_controller_ng/properties';
    expect(paths).toEqual([
      '/name',
      '/releases/name=routing',
      '/update/canaries',
      '/instance_groups/name=router',
      `${properties}/ccdb/max_connections`,
      `${properties}/ccdb/roles`,
      `${properties}/cc/bulk_api_password`,
      '/instance_groups/name=api/jobs/name=statsd_injector',
      '/variables',
    ]);
    expect(JSON.stringify(result)).not.toContain('hunter2');
    expect(JSON.stringify(result)).not.toContain('0.300.0');
  });

  it('reads what bosh manifest prints in a terminal, line numbers as pasted', () => {
    const printed = `Using environment '10.0.0.6' as client 'admin'\n\nUsing deployment 'cf'\n\n${manifest}\nSucceeded\n`;
    const result = read(printed);
    expect(result.kind).toBe('Output of bosh manifest');
    expect(result.inputs).toEqual(read(manifest).inputs);
    expect(result.found.find((found) => found.field === 'threadsPerWorker')?.line).toBe(33);
  });

  it('takes the job spec’s defaults where a manifest is silent, and says so', () => {
    const silent = manifest.replace(/ {8}puma:\n.*\n.*\n {8}jobs:\n.*\n.*\n/, '');
    expect(silent).not.toContain('number_of_workers');
    // capi-release 1.196.0 and later: 2 workers, 10 threads, 10 connections, 2 local workers.
    expect(read(silent).inputs).toMatchObject({
      engine: 'puma',
      workersPerVm: 2,
      threadsPerWorker: 10,
      connectionsPerProcess: 10,
      localWorkersPerVm: 2,
    });
    // Before, Thin is the default: 20 threads, 25 connections.
    const older = silent.replace('1.212.0', '1.150.0').replace(/ +max_connections: 40\n/, '');
    const old = read(older, {}, 'option');
    expect(old.inputs).toMatchObject({
      capi: '1.138',
      engine: 'thin',
      threadsPerWorker: 20,
      connectionsPerProcess: 25,
    });
    expect(old.inputs).not.toHaveProperty('workersPerVm');
  });

  it('reads a Thin fleet as today’s', () => {
    const thin = `
instance_groups:
- name: api
  instances: 24
  azs: [z1, z2]
  jobs:
  - name: cloud_controller_ng
    properties:
      cc:
        temporary_enable_deprecated_thin_webserver: true
        experimental: { thin_server: { thread_pool_size: 30 } }
`;
    const result = read(thin);
    expect(result.destination).toBe('today');
    expect(result.inputs).toEqual({ thinVms: 24, thinThreads: 30, zones: 2 });
    expect(read(thin, {}, 'option').inputs).toMatchObject({ engine: 'thin', vms: 24, threadsPerWorker: 30 });
  });

  it('does not take a Puma fleet for today’s Thin fleet', () => {
    const result = read(manifest, {}, 'today');
    expect(messagesOf(result).join()).toContain('this fleet runs Puma');
    expect(result.inputs).toEqual({});
  });

  it('reads ops files, leaves and maps alike, the last operation counting', () => {
    const ops = `
- type: replace
  path: /instance_groups/name=api/instances
  value: 8
- type: replace
  path: /instance_groups/name=api/jobs/name=cloud_controller_ng/properties/cc/puma?
  value: { workers: 4, max_threads: 13, max_db_connections_per_process: 13 }
- type: replace
  path: /instance_groups/name=api/jobs/name=cloud_controller_ng/properties/cc/puma?/max_threads
  value: 15
- type: replace
  path: /instance_groups/name=api/jobs/name=cloud_controller_ng/properties/ccdb/max_connections_per_local_worker?
  value: 2
- type: remove
  path: /instance_groups/name=api/vm_extensions?
---
- type: replace
  path: /instance_groups/name=api/instances
  value: 9
`;
    const result = read(ops);
    expect(result.kind).toBe('BOSH ops file');
    expect(result.inputs).toEqual({
      engine: 'puma',
      vms: 9,
      workersPerVm: 4,
      threadsPerWorker: 15,
      connectionsPerProcess: 13,
      connectionsPerLocalWorker: 2,
      limitsLocalWorkers: true,
    });
    expect(result.unused.map(({ line, path }) => [line, path])).toEqual([
      [4, '/instance_groups/name=api/instances'],
      [7, '/instance_groups/name=api/jobs/name=cloud_controller_ng/properties/cc/puma/max_threads'],
      [15, '/instance_groups/name=api/vm_extensions'],
    ]);
  });

  it('reads a manifest with an ops file behind it as BOSH would deploy both', () => {
    const both = `${manifest}---\n- type: replace\n  path: /instance_groups/name=api/instances\n  value: 12\n`;
    expect(read(both).inputs).toMatchObject({ vms: 12, threadsPerWorker: 13 });
    expect(read(both).kind).toBe('BOSH manifest with ops file');
  });

  it('reads the two names that never existed as what was meant, and says that they do nothing', () => {
    const guide = `
- type: replace
  path: /instance_groups/name=api/jobs/name=cloud_controller_ng/properties/cc/experimental?/puma
  value: true
- type: replace
  path: /instance_groups/name=api/jobs/name=cloud_controller_ng/properties/cc/puma?/threads
  value: 15
`;
    const result = read(guide);
    expect(result.inputs).toEqual({ engine: 'puma', threadsPerWorker: 15 });
    expect(messagesOf(result)).toEqual([
      'Line 4: no job spec declares cc.experimental.puma, so BOSH ignores it; it is read as the switch to Puma.',
      'Line 7: no job spec declares cc.puma.threads, so BOSH ignores it; it is read as cc.puma.max_threads.',
    ]);
  });

  it('prefers max_threads to the name that does nothing', () => {
    const both = manifest.replace('max_threads: 13', 'max_threads: 13\n          threads: 20');
    expect(read(both).inputs.threadsPerWorker).toBe(13);
  });

  it('says of a property that the file’s release ignores it', () => {
    const early = manifest
      .replace('1.212.0', '1.140.0')
      .replace('cc:\n', 'cc:\n        experimental: { use_puma_webserver: true }\n');
    const result = read(early, {}, 'option');
    expect(messagesOf(result).join()).toContain(
      'cc.puma.max_threads exists from 1.142 on; capi-release 1.140 ignores it.',
    );
    // Without a pool of its own, Puma takes ccdb.max_connections.
    expect(result.inputs.connectionsPerProcess).toBe(40);
  });

  it('asks for variables in their field instead of guessing', () => {
    const result = read(manifest.replace('instances: 8', 'instances: ((api_instances))'));
    expect(result.needs).toEqual([
      {
        path: '/instance_groups/name=api/instances',
        field: 'vms',
        message: 'Line 16: instances is the variable ((api_instances)). Enter its value.',
        line: 16,
        column: 14,
      },
    ]);
    expect(result.inputs).not.toHaveProperty('vms');
    const hidden = read(manifest.replace(/ {8}puma:\n.*\n.*\n/, '        puma: ((puma))\n'));
    expect(hidden.needs.map((need) => need.message)).toEqual([
      'Line 27: puma is a variable. What it holds is not read; enter its values.',
    ]);
    expect(hidden.inputs).not.toHaveProperty('threadsPerWorker');
  });

  it('asks how many VMs a percentage is', () => {
    const result = read(manifest.replace('max_in_flight: 2', 'max_in_flight: 20%'));
    expect(result.needs.map((need) => [need.field, need.message])).toEqual([
      ['maxInFlight', 'Line 10: max_in_flight is 20% of the VMs. Enter how many that is.'],
    ]);
  });

  it('names the groups of a file that has none with the API', () => {
    const result = read('instance_groups:\n- name: web\n- name: worker\n');
    expect(result.needs.map((need) => need.message)).toEqual([
      'No API instance group found. Groups in this file: web, worker.',
    ]);
    expect(result.found).toEqual([]);
  });

  it('finds the API by its job, whatever the group is called', () => {
    const renamed = read(manifest.replace('- name: api', '- name: cloud_controller'));
    expect(renamed.inputs).toMatchObject({ instanceGroup: 'cloud_controller', vms: 8 });
  });

  it('asks which group is meant where several run the API', () => {
    const two = `
instance_groups:
- { name: api-a, instances: 2, jobs: [{ name: cloud_controller_ng }] }
- { name: api-b, instances: 3, jobs: [{ name: cloud_controller_ng }] }
`;
    expect(read(two).needs[0]?.message).toContain('api-a, api-b');
    expect(read(two, { instanceGroup: 'api-b' }).inputs.vms).toBe(3);
  });

  it('raises the restart limits only where the file has them as the plan would write them', () => {
    const limits = (alert: number, steady: number, all: number) =>
      read(
        manifest.replace(
          'cc:\n',
          `cc:\n        thresholds: { api: { alert_if_above_mb: ${alert}, restart_if_consistently_above_mb: ${steady}, restart_if_above_mb: ${all} } }\n`,
        ),
      );
    // Four workers on 4 × 4 GiB: 4 × 3500, and 90 % of 16,384 MB as the ceiling of 4 × 3750.
    expect(limits(14_000, 14_000, 14_745).inputs.raisesRestartLimit).toBe(true);
    const own = limits(6000, 6000, 7000);
    expect(own.inputs).not.toHaveProperty('raisesRestartLimit');
    expect(messagesOf(own).join()).toContain('14000, 14000, 14745 MB');
  });

  it('needs true or false, not text that Ruby takes for true', () => {
    const quoted = manifest.replace('cc:\n', 'cc:\n        experimental: { use_puma_webserver: "false" }\n');
    expect(messagesOf(read(quoted))).toEqual([
      'Line 26, column 45: use_puma_webserver needs true or false; found text in quotes.',
    ]);
  });

  it('follows one worker a core where the release counts them', () => {
    const automatic = manifest.replace('max_threads: 13', 'automatic_worker_count: true');
    expect(read(automatic).inputs).toMatchObject({ workersPerVm: 'auto', spareCore: false });
  });

  it('says what else was pasted', () => {
    expect(messagesOf(read('vm_types: []\nazs: []\n')).join()).toContain('cloud config');
    expect(messagesOf(read('{"Tables": null, "Blocks": ["x"], "Lines": []}')).join()).toContain('--json');
    expect(messagesOf(read('format: plimsoll\ncalculator: heat\n')).join()).toContain('saved here');
    expect(messagesOf(read('a: 1\nb: 2\n'))).toEqual([
      'Line 1, column 1: this is neither a BOSH manifest nor an ops file. Its keys: a, b.',
    ]);
    expect(messagesOf(read(''))).toEqual(['Line 1, column 1: there is nothing in the file.']);
  });
});
