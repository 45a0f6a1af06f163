import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../import-text.ts';
import { foundFor, job, manifest, opsWith, read } from './read.ts';

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
    const threads = foundFor('threadsPerWorker', result);
    expect(threads).toMatchObject({
      path: `${job}/properties/cc/puma/max_threads`,
      line: 29,
      column: 24,
      before: 13,
      value: 13,
    });
    expect(foundFor('connectionsPerProcess', result)?.note).toMatch(/default/);
  });

  it('lists what it did not use by path, and holds no other value of the file', () => {
    const result = read(manifest);
    const paths = result.unused.map((unused) => unused.path);
    const properties = `${job}/properties`;
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
    expect(foundFor('threadsPerWorker', result)?.line).toBe(33);
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

  it('reads the two names that never existed as what was meant, and says that they do nothing', () => {
    const result = read(opsWith({ 'cc/experimental?/puma': 'true', 'cc/puma?/threads': '15' }));
    expect(result.inputs).toEqual({ engine: 'puma', threadsPerWorker: 15 });
    expect(messagesOf(result)).toEqual([
      'Line 3: no job spec declares cc.experimental.puma, so BOSH ignores it; it is read as the switch to Puma.',
      'Line 6: no job spec declares cc.puma.threads, so BOSH ignores it; it is read as cc.puma.max_threads.',
    ]);
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

  it('needs true or false, not text that Ruby takes for true', () => {
    const quoted = manifest.replace('cc:\n', 'cc:\n        experimental: { use_puma_webserver: "false" }\n');
    expect(messagesOf(read(quoted))).toEqual([
      'Line 26, column 45: use_puma_webserver needs true or false; found text in quotes.',
    ]);
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
