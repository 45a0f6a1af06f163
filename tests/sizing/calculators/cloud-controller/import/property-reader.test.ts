import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../import-text.ts';
import { foundFor, job, manifestWith, opsWith, read } from './read.ts';

describe('createPropertyReader', () => {
  it('fills in the job spec’s defaults in a manifest, and says of which release', () => {
    // capi-release 1.196.0 and later: 2 workers, 10 threads, 10 connections, 2 local workers.
    const silent = read(manifestWith('{}', '1.212.0'));
    const note = 'Not in the file; the default of capi-release 1.212.';
    for (const field of ['workersPerVm', 'threadsPerWorker', 'connectionsPerProcess', 'localWorkersPerVm'])
      expect(foundFor(field, silent)).toMatchObject({ note, path: job });
    const read13 = read(manifestWith('{ cc: { puma: { max_threads: 13 } } }'));
    expect(foundFor('threadsPerWorker', read13)).toMatchObject({ note: null, value: 13 });
  });

  it('fills in nothing in an ops file, which leaves what it does not name as it is', () => {
    expect(read(opsWith({ 'cc/puma?/workers': '3' })).inputs).toEqual({ engine: 'puma', workersPerVm: 3 });
  });

  it('fills in no default that the releases of the plan do not share', () => {
    // By the guide’s names the plan’s 1.138 reaches to 1.195: 3 workers throughout, threads only from 1.142 on.
    const inputs = read(
      manifestWith('{ cc: { experimental: { use_puma_webserver: true } } }', null),
      { capi: '1.138' },
      'option',
    ).inputs;
    expect(inputs).toMatchObject({ engine: 'puma', workersPerVm: 3, connectionsPerProcess: 25 });
    expect(inputs).not.toHaveProperty('threadsPerWorker');
  });

  it('asks once for a variable that holds many properties', () => {
    const { inputs, needs } = read(manifestWith('{ cc: ((cc)), ccdb: ((ccdb)) }'), {}, 'option');
    expect(needs.map(({ field, message }) => [field, message])).toEqual([
      [null, 'Line 6: cc is a variable. What it holds is not read; enter its values.'],
      [null, 'Line 6: ccdb is a variable. What it holds is not read; enter its values.'],
    ]);
    for (const field of ['engine', 'workersPerVm', 'threadsPerWorker', 'localWorkersPerVm'])
      expect(inputs).not.toHaveProperty(field);
  });

  it('warns once of a property that the release ignores', () => {
    const early = manifestWith(
      '{ cc: { experimental: { use_puma_webserver: true }, puma: { max_threads: 13 } } }',
      '1.141.0',
    );
    const warning = 'Line 6: cc.puma.max_threads exists from 1.142 on; capi-release 1.141 ignores it.';
    expect(messagesOf(read(early))).toEqual([warning]);
    expect(messagesOf(read(early.replace('1.141.0', '1.142.0')))).toEqual([]);
    const late = manifestWith('{ cc: { temporary_enable_deprecated_thin_webserver: false } }', '1.223.0');
    expect(messagesOf(read(late))).toEqual([
      'Line 6: cc.temporary_enable_deprecated_thin_webserver exists from 1.196 to 1.222; capi-release 1.223 ignores it.',
    ]);
  });

  it('says of names that never existed what they are read as', () => {
    const meant = (name: string) => messagesOf(read(opsWith({ [name]: '15' })));
    const none = (name: string) => `Line 3: no job spec declares ${name}, so BOSH ignores it; it is read as`;
    expect(meant('cc/puma?/threads')).toEqual([`${none('cc.puma.threads')} cc.puma.max_threads.`]);
    expect(meant('cc/puma_max_threads?')).toEqual([`${none('cc.puma_max_threads')} cc.puma.max_threads.`]);
  });
});

describe('releaseOf', () => {
  const version = (text: string) =>
    `releases: [{ name: capi, version: ${text} }]\ninstance_groups:\n- name: api\n  jobs: [{ name: cloud_controller_ng }]\n`;

  it.each([
    ['1.138.0', '1.138'],
    ['1.195.99', '1.138'],
    ['1.196.0', '1.196'],
    ['1.217.0', '1.196'],
    ['1.218.0', '1.218'],
    ['1.222.0', '1.218'],
    ['1.223.0', '1.223'],
    ['1.235.0', '1.223'],
    ['1.236.0', '1.236'],
    ['"1.212"', '1.196'],
    ['1.212', '1.196'],
    ['1.212.0+dev.3', '1.196'],
  ])('puts capi %s into the range from %s', (text, capi) => {
    const result = read(version(text), {}, 'option');
    expect(result.inputs.capi).toBe(capi);
    expect(foundFor('capi', result)).toMatchObject({
      path: '/releases/name=capi/version',
    });
    expect(messagesOf(result)).toEqual([]);
  });

  it.each(['1.137.0', '2.200.0', 'latest', '1.x', '11.200.0', '1.20000', '1.200-rc', 'v1.200.0'])(
    'does not use capi %s, which is none it knows',
    (text) => {
      const result = read(version(text), {}, 'option');
      expect(result.inputs).not.toHaveProperty('capi');
      expect(messagesOf(result)).toEqual([
        'Line 1: the version of capi is none the plan knows (1.138 and later); it is not used.',
      ]);
      // The plan’s own release holds: 1.196–1.217 by default.
      expect(foundFor('workersPerVm', result)?.note).toBe(
        'Not in the file; the default of capi-release 1.196–1.217.',
      );
    },
  );

  it('asks for a version that is a variable, and reads by the plan’s release', () => {
    const result = read(version('((capi_version))'), { target: '1.170' }, 'option');
    expect(result.needs.map(({ field, message }) => [field, message])).toEqual([
      ['capi', 'Line 1: the version of capi is the variable ((capi_version)). Enter its value.'],
    ]);
    expect(result.problems).toEqual([]);
    expect(result.inputs.engine).toBe('thin');
    expect(foundFor('engine', result)?.note).toBe(
      'No switch in the file; the default of capi-release 1.170–1.195.',
    );
  });

  it('follows the file’s release rather than the plan’s', () => {
    expect(read(version('1.150.0'), { capi: '1.223' }, 'option').inputs).toMatchObject({
      capi: '1.138',
      engine: 'thin',
    });
  });

  it('goes by the release called capi', () => {
    const other = version('1.150.0').replace('name: capi', 'name: caps');
    const result = read(other, {}, 'option');
    expect(result.inputs).not.toHaveProperty('capi');
    expect(result.inputs.engine).toBe('puma');
  });
});
