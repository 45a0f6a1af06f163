import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../import-text.ts';
import { foundFor, job, manifest, manifestWith, opsWith, read, releasedAs, scaledTo } from './read.ts';

/** What the switches are in a manifest, by their short names. */
function switched(
  values: Readonly<Partial<Record<'puma' | 'thin' | 'guide', string>>>,
  version: string | null,
): string {
  const experimental = [
    values.puma === undefined ? [] : [`use_puma_webserver: ${values.puma}`],
    values.guide === undefined ? [] : [`puma: ${values.guide}`],
  ].flat();
  const thin =
    values.thin === undefined ? '' : `, temporary_enable_deprecated_thin_webserver: ${values.thin}`;
  return manifestWith(`{ cc: { experimental: { ${experimental.join(', ')} }${thin} } }`, version);
}

const engineIn = (text: string, shared = {}) => read(text, shared, 'option').inputs.engine;

describe('engineOf', () => {
  // Thin is the default to 1.195 and Puma from 1.196 on; from 1.223 on there is no Thin and no switch.
  it.each([
    ['1.138.0', 'thin'],
    ['1.195.0', 'thin'],
    ['1.196.0', 'puma'],
    ['1.223.0', 'puma'],
    ['1.240.0', 'puma'],
  ])('runs by default in a manifest of %s: %s', (version, engine) => {
    const result = read(switched({}, version), {}, 'option');
    expect(result.inputs.engine).toBe(engine);
    expect(foundFor('engine', result)).toMatchObject({
      path: job,
      note: `No switch in the file; the default of capi-release ${version.slice(0, -2)}.`,
    });
  });

  it.each([
    // Declared to 1.222.
    [{ puma: 'true' }, '1.150.0', 'puma'],
    [{ puma: 'false' }, '1.222.0', 'thin'],
    [{ puma: 'false' }, '1.223.0', 'puma'],
    // Declared from 1.196 to 1.222; before and after, the default holds.
    [{ thin: 'false' }, '1.195.0', 'thin'],
    [{ thin: 'true' }, '1.196.0', 'thin'],
    [{ thin: 'false' }, '1.196.0', 'puma'],
    [{ thin: 'true' }, '1.222.0', 'thin'],
    [{ thin: 'true' }, '1.223.0', 'puma'],
    // No release declares the guide’s name; it is read as what was meant while there is something to switch.
    [{ guide: 'true' }, '1.150.0', 'puma'],
    [{ guide: 'false' }, '1.222.0', 'thin'],
    [{ guide: 'false' }, '1.223.0', 'puma'],
    // The job spec’s switch goes first, then the one that keeps Thin, then the guide’s.
    [{ puma: 'true', thin: 'true', guide: 'false' }, '1.200.0', 'puma'],
    [{ puma: 'false', thin: 'false', guide: 'true' }, '1.200.0', 'thin'],
    [{ thin: 'true', guide: 'true' }, '1.200.0', 'thin'],
    [{ thin: 'false', guide: 'false' }, '1.200.0', 'puma'],
    [{ thin: 'true', guide: 'true' }, '1.150.0', 'puma'],
  ])('reads the switches %j of a manifest of %s: %s', (values, version, engine) => {
    expect(engineIn(switched(values, version))).toBe(engine);
  });

  it.each([
    [{ thin: 'true' }, '1.138', 'thin'],
    [{ puma: 'false' }, '1.223', 'thin'],
    [{ guide: 'false' }, '1.223', 'thin'],
    [{ thin: 'true' }, '1.223', 'thin'],
  ])(
    'believes the switches %j where the file names no release and the plan has %s: %s',
    (values, capi, engine) => {
      expect(engineIn(switched(values, null), { capi })).toBe(engine);
    },
  );

  it.each(['puma', 'thin', 'guide'])(
    'leaves the server to the user where the switch %s is a variable',
    (name) => {
      const asked = read(switched({ [name]: '((switch))' }, '1.200.0'), {}, 'option');
      expect(asked.inputs).not.toHaveProperty('engine');
      expect(asked.needs.map((need) => need.field)).toEqual(['engine']);
      // From 1.223 on the switch does nothing, whatever it is.
      expect(engineIn(switched({ [name]: '((switch))' }, '1.223.0'))).toBe('puma');
    },
  );

  it('says where the server was found', () => {
    const puma = read(manifestWith('\n      cc: { experimental: { use_puma_webserver: true } }'));
    expect(foundFor('engine', puma)).toMatchObject({
      line: 7,
      value: 'puma',
      note: null,
    });
  });

  it.each([
    [{ 'cc/puma?/workers': '3' }, 'It sets up Puma.'],
    [{ 'cc/puma?/max_threads': '13' }, 'It sets up Puma.'],
  ])('takes an ops file that sets %j for one of a fleet on Puma', (values, note) => {
    const result = read(opsWith(values));
    expect(foundFor('engine', result)).toMatchObject({ value: 'puma', note });
    expect(messagesOf(result)).toEqual([]);
  });

  const unswitched =
    'Puma is set up here but not switched on; before capi-release 1.196 that takes cc.experimental.use_puma_webserver.';

  it('warns of Puma that is set up but not switched on while Thin is the default', () => {
    const ops = opsWith({ 'cc/puma?/workers': '3' });
    expect(messagesOf(read(ops, { capi: '1.138' }))).toEqual([`Line 3: ${unswitched}`]);
    expect(messagesOf(read(ops, { capi: '1.196' }))).toEqual([]);
    expect(messagesOf(read(ops, { capi: '1.236' }))).toEqual([]);
    expect(messagesOf(read(ops + releasedAs('1.195.0')))).toEqual([`Line 3: ${unswitched}`]);
    expect(messagesOf(read(ops + releasedAs('1.196.0')))).toEqual([]);
    // What is a variable sets up nothing that could be warned of.
    const hidden = read(opsWith({ 'cc/puma?': '((puma))' }), { capi: '1.138' });
    expect(hidden.needs).toHaveLength(1);
    expect(messagesOf(hidden)).toEqual([]);
    expect(hidden.inputs).toEqual({});
    const set = (version: string) => manifestWith('{ cc: { puma: { max_threads: 13 } } }', version);
    const early = read(set('1.195.0'), {}, 'option');
    expect(early.inputs.engine).toBe('thin');
    expect(messagesOf(early)).toEqual([`Line 6: ${unswitched}`]);
    expect(messagesOf(read(set('1.196.0')))).toEqual([]);
    expect(messagesOf(read(manifestWith('{}', '1.195.0'), {}, 'option'))).toEqual([]);
  });

  it('takes an ops file that sets Thin’s threads alone for one of a fleet on Thin', () => {
    const pool = { 'cc/experimental?/thin_server?/thread_pool_size': '30' };
    const result = read(opsWith(pool));
    expect(result.destination).toBe('today');
    expect(result.inputs).toEqual({ thinThreads: 30 });
    const option = read(opsWith(pool), {}, 'option');
    expect(option.inputs).toEqual({ engine: 'thin', threadsPerWorker: 30 });
    expect(option.found[0]?.note).toBe('It sets up Thin.');
    expect(engineIn(opsWith({ ...pool, 'cc/puma?/workers': '3' }))).toBe('puma');
  });

  it('leaves the server alone where an ops file says nothing of it', () => {
    expect(read(scaledTo(9)).inputs).toEqual({ vms: 9 });
    expect(read(scaledTo(9)).destination).toBe('option');
  });

  it('knows no default for a job that the manifest does not have', () => {
    const jobless = manifest.replace('cloud_controller_ng', 'other');
    const result = read(`${jobless}---\n${opsWith({ 'cc/jobs?/local?/number_of_workers': '4' })}`);
    expect(result.inputs).not.toHaveProperty('engine');
    expect(result.inputs).toMatchObject({ vms: 8, localWorkersPerVm: 4 });
    expect(result.inputs).not.toHaveProperty('threadsPerWorker');
  });
});
