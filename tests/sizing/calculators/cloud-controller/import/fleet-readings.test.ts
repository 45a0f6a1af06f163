import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../import-text.ts';
import { foundFor, job, manifest, manifestWith, opsWith, read, releasedAs, replacing } from './read.ts';

const inGroup = (path: string, value: string) => replacing(`/instance_groups/name=api/${path}`, value);

describe('readSurroundings', () => {
  const pace = (value: string) => read(manifest.replace('max_in_flight: 2', `max_in_flight: ${value}`));
  const zones = (azs: string) => read(manifest.replace('azs: [z1, z2, z3]', `azs: ${azs}`));

  it.each(['20%', '5%', '100%'])('asks how many VMs %s are', (percent) => {
    const result = pace(percent);
    expect(result.needs.map((need) => [need.field, need.message])).toEqual([
      ['maxInFlight', `Line 10: max_in_flight is ${percent} of the VMs. Enter how many that is.`],
    ]);
    expect(result.problems).toEqual([]);
    expect(result.inputs).not.toHaveProperty('maxInFlight');
  });

  it.each(['1000%', 'x5%', '%', '5%%', '5 %'])('refuses %j as a number of VMs', (text) => {
    expect(messagesOf(pace(`"${text}"`))).toEqual([
      `Line 10, column 18: max_in_flight needs a whole number; found “${text}”.`,
    ]);
  });

  it('prefers the group’s own pace to the deployment’s', () => {
    const own = manifest.replace('  instances: 8\n', '  instances: 8\n  update: { max_in_flight: 4 }\n');
    expect(read(own).inputs.maxInFlight).toBe(4);
    const other = manifest.replace('  instances: 8\n', '  instances: 8\n  update: { serial: true }\n');
    expect(read(other).inputs.maxInFlight).toBe(2);
    expect(read(manifest.replace('  max_in_flight: 2\n', '')).inputs).not.toHaveProperty('maxInFlight');
    expect(pace('((pace))').needs.map((need) => need.field)).toEqual(['maxInFlight']);
    expect(pace('((pace))').problems).toEqual([]);
    const hidden = read(`${manifestWith('{}')}update: ((update))\n`);
    expect(hidden.inputs).not.toHaveProperty('maxInFlight');
    expect(hidden.needs).toEqual([]);
    expect(hidden.unused.map((unused) => unused.path)).toEqual(['/update']);
  });

  it('asks for the number of zones where they are a variable, or one of them is', () => {
    for (const [azs, said] of [
      ['((azs))', 'azs is a variable'],
      ['[z1, ((second_az))]', 'azs holds variables'],
    ] as const) {
      const result = zones(azs);
      expect(result.needs.map((need) => [need.field, need.message])).toEqual([
        ['zones', `Line 15: ${said}. Enter the number of zones.`],
      ]);
      expect(result.problems).toEqual([]);
      expect(result.inputs).not.toHaveProperty('zones');
      expect(result.unused.map((unused) => unused.path)).not.toContain('/instance_groups/name=api/azs');
    }
  });

  it.each(['z1', '{ z1: true }'])('refuses zones that are no list: %s', (azs) => {
    const result = zones(azs);
    expect(messagesOf(result)).toEqual(['Line 15, column 8: azs needs a list of zones.']);
    expect(result.needs).toEqual([]);
    expect(result.inputs).not.toHaveProperty('zones');
  });

  it.each(['[{ name: z1 }, { name: z2 }]', '[{ name: z1 }, ((zone))]', '[[z1, z2]]'])(
    'counts no zones that are no names, as in a cloud config: %s',
    (azs) => {
      const result = zones(azs);
      expect(messagesOf(result)).toEqual(['Line 15, column 9: a zone needs to be a name.']);
      expect(result.inputs).toEqual({});
    },
  );

  it('counts a zone once that is named twice', () => {
    const twice = zones('[z1, z2, z1]');
    expect(twice.inputs.zones).toBe(2);
    expect(foundFor('zones', twice)?.note).toBe('Zones in the list.');
    expect(twice.unused.map((unused) => unused.path)).not.toContain('/instance_groups/name=api/azs');
  });
});

describe('readVms', () => {
  it.each([
    ['api-8cpu-32gb', 8],
    ['api-16cpu-2p5gb', 16],
    ['api-16cpu-2p25gb', 16],
  ])('takes the cores from the name %s, which this page gives', (name, cores) => {
    const result = read(inGroup('vm_type', name));
    expect(result.inputs).toEqual({ vmType: name, vcpusPerVm: cores });
    expect(foundFor('vcpusPerVm', result)?.note).toBe('By its name, as this page gives names.');
  });

  it.each([
    'api-8cpu',
    'my-api-8cpu-32gb',
    'api-8cpu-32gb-x',
    'api-100cpu-32gb',
    'api-8cpu-2pgb',
    'api-cpu-2gb',
    'api-8cpu-gb',
    'api-8cpu-2p5p5gb',
  ])('takes nothing but the name itself from %s', (name) => {
    expect(read(inGroup('vm_type', name)).inputs).toEqual({ vmType: name });
  });

  it('reads the cores that a manifest asks for', () => {
    expect(read(inGroup('vm_resources', '{ cpu: 6, ram: 8192 }')).inputs).toEqual({ vcpusPerVm: 6 });
    expect(read(inGroup('vm_resources', '{ ram: 8192 }')).inputs).toEqual({});
    const hidden = read(inGroup('vm_resources', '((resources))'));
    expect(hidden.needs).toEqual([]);
    expect(hidden.unused.map((unused) => unused.path)).toEqual(['/instance_groups/name=api/vm_resources']);
  });

  it('asks for a type that is a variable', () => {
    const result = read(inGroup('vm_type', '((type))'));
    expect(result.needs.map((need) => need.field)).toEqual(['vmType']);
    expect(result.problems).toEqual([]);
    expect(result.inputs).toEqual({});
  });
});

describe('readPuma', () => {
  it('prefers max_threads to the names that do nothing', () => {
    const both = manifest.replace('max_threads: 13', 'max_threads: 13\n          threads: 20');
    expect(read(both).inputs.threadsPerWorker).toBe(13);
    const meant = (values: Readonly<Record<string, string>>) => read(opsWith(values)).inputs.threadsPerWorker;
    expect(meant({ 'cc/puma_max_threads?': '15' })).toBe(15);
    expect(meant({ 'cc/puma?/threads': '14', 'cc/puma_max_threads?': '15' })).toBe(14);
  });

  it('asks for threads of a name that does nothing where they are a variable, instead of taking a default', () => {
    const result = read(manifestWith('{ cc: { puma: { threads: ((threads)) } } }'));
    expect(result.needs.map((need) => need.field)).toEqual(['threadsPerWorker']);
    expect(result.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(result.inputs).not.toHaveProperty('threadsPerWorker');
    expect(result.inputs.workersPerVm).toBe(2);
  });

  it('follows one worker a core where the release counts them', () => {
    const automatic = (value: string) =>
      read(manifest.replace('max_threads: 13', `automatic_worker_count: ${value}`));
    expect(automatic('true').inputs).toMatchObject({ workersPerVm: 'auto', spareCore: false });
    expect(foundFor('workersPerVm', automatic('true'))).toMatchObject({
      path: `${job}/properties/cc/puma/automatic_worker_count`,
      note: 'One worker for each core, as automatic_worker_count does.',
    });
    for (const value of ['false', '((count))']) {
      expect(automatic(value).inputs.workersPerVm).toBe(4);
      expect(automatic(value).inputs).not.toHaveProperty('spareCore');
    }
  });

  it('takes the pool of the job only while Puma has no default of its own', () => {
    // Puma’s own pool came with 1.170 and has a default, 10, since 1.196; the job’s is 25.
    const pool = (properties: string, version: string) =>
      read(manifestWith(`{ cc: { experimental: { use_puma_webserver: true } }, ${properties} }`, version))
        .inputs.connectionsPerProcess;
    expect(pool('ccdb: { max_connections: 40 }', '1.195.0')).toBe(40);
    expect(pool('a: 1', '1.195.0')).toBe(25);
    expect(pool('ccdb: { max_connections: 40 }', '1.196.0')).toBe(10);
    // A plan for all that is to come has no last release.
    const ops = opsWith({ 'cc/puma?/workers': '3', 'ccdb/max_connections?': '40' });
    expect(read(ops, { target: '1.236' }).inputs).not.toHaveProperty('connectionsPerProcess');
    expect(read(ops, { target: '1.170' }).inputs.connectionsPerProcess).toBe(40);
    expect(read(ops + releasedAs('1.195.0')).inputs.connectionsPerProcess).toBe(40);
    expect(read(ops + releasedAs('1.196.0')).inputs).not.toHaveProperty('connectionsPerProcess');
    const own = { 'cc/puma?/max_db_connections_per_process': '15', 'ccdb/max_connections?': '40' };
    expect(
      read(opsWith({ ...own, 'cc/puma?/workers': '3' }), { target: '1.170' }).inputs.connectionsPerProcess,
    ).toBe(15);
  });
});

describe('readLocalWorkers', () => {
  const limit = (value: string) =>
    read(manifestWith(`{ ccdb: { max_connections_per_local_worker: ${value} } }`));

  it('limits local workers where the file does', () => {
    expect(limit('2').inputs).toMatchObject({ connectionsPerLocalWorker: 2, limitsLocalWorkers: true });
    expect(read(manifestWith('{}')).inputs).not.toHaveProperty('limitsLocalWorkers');
    expect(limit('((limit))').inputs).not.toHaveProperty('limitsLocalWorkers');
    expect(limit('((limit))').needs.map((need) => need.field)).toEqual(['connectionsPerLocalWorker']);
  });

  it('reads them beside Thin as well, with its threads and pool', () => {
    const thin = manifestWith(
      '{ cc: { temporary_enable_deprecated_thin_webserver: true, experimental: { thin_server: { thread_pool_size: 30 } }, jobs: { local: { number_of_workers: 3 } } }, ccdb: { max_connections: 35, max_connections_per_local_worker: 4 } }',
    );
    expect(read(thin, {}, 'option').inputs).toEqual({
      capi: '1.196',
      engine: 'thin',
      threadsPerWorker: 30,
      connectionsPerProcess: 35,
      localWorkersPerVm: 3,
      connectionsPerLocalWorker: 4,
      limitsLocalWorkers: true,
    });
  });
});
