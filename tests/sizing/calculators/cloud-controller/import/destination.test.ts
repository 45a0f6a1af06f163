import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import { firstPlan, importerOf, messagesOf } from '../../import-text.ts';
import { manifestWith, opsWith, read, scaledTo } from './read.ts';

const importer = await importerOf(cloudController);

describe('importer', () => {
  it('offers the selected option and today’s fleet, each under a name', () => {
    expect(importer.destinations).toEqual([
      { id: 'option', label: 'The selected option' },
      { id: 'today', label: 'Today’s Thin fleet' },
    ]);
  });

  it('puts a fleet into the selected option unless it runs Thin', () => {
    expect(read(scaledTo(9)).destination).toBe('option');
    expect(read(manifestWith('{}', '1.212.0')).destination).toBe('option');
    expect(read(manifestWith('{}', '1.150.0')).destination).toBe('today');
  });

  it('follows the wish where the fleet goes, also for what it cannot read', () => {
    expect(read(manifestWith('{}', '1.150.0'), {}, 'option').destination).toBe('option');
    expect(read(scaledTo(9), {}, 'today').destination).toBe('today');
    for (const text of ['a: 1\n', 'instance_groups:\n- name: web\n']) {
      expect(read(text, {}, 'today').destination).toBe('today');
      expect(read(text).destination).toBe('option');
    }
  });

  it('takes VMs and threads of today’s fleet, and nothing of an option', () => {
    const thin = opsWith({
      'cc/experimental?/thin_server?/thread_pool_size': '30',
      'ccdb/max_connections?': '35',
      'cc/jobs?/local?/number_of_workers': '3',
    });
    expect(read(scaledTo(24) + thin, {}, 'today').inputs).toEqual({ thinVms: 24, thinThreads: 30 });
    // An ops file that names no server may well be for today’s.
    const unsaid = read(scaledTo(24), {}, 'today');
    expect(unsaid.inputs).toEqual({ thinVms: 24 });
    expect(unsaid.problems).toEqual([]);
  });

  it('says where it found that a fleet for today runs Puma', () => {
    const result = read(scaledTo(24) + opsWith({ 'cc/puma?/workers': '4' }), {}, 'today');
    expect(messagesOf(result)).toEqual([
      'Line 6, column 10: this fleet runs Puma; today’s fleet is one on Thin. Import it as an option.',
    ]);
    expect(result.inputs).toEqual({});
  });

  it('reads what no switch decides by the server of the selected option', () => {
    const plan = firstPlan(cloudController);
    const poolOf = (selected: 'A' | 'C') =>
      importer.read(opsWith({ 'ccdb/max_connections?': '40' }), { plan, selected }).inputs;
    // Option A runs Thin, whose pool is the job’s; option C runs Puma, which has one of its own.
    expect(poolOf('A')).toEqual({ connectionsPerProcess: 40 });
    expect(poolOf('C')).toEqual({});
  });

  it('tells the value that was there before, of the option and of all', () => {
    const { found } = read(scaledTo(12) + opsWith({ 'ccdb/max_connections_per_local_worker?': '3' }));
    expect(found.map(({ before, field, value }) => [field, before, value])).toEqual([
      ['vms', 9, 12],
      ['connectionsPerLocalWorker', 1, 3],
      ['limitsLocalWorkers', false, true],
    ]);
  });

  it('reads on past a character that it only warns of', () => {
    const result = read(`# caf\ufffd\n${scaledTo(9)}`);
    expect(result.problems).toMatchObject([{ severity: 'warning', line: 1, column: 6 }]);
    expect(result.inputs).toEqual({ vms: 9 });
  });

  it('asks for VMs that are a variable, without a complaint', () => {
    const result = read(scaledTo('((vms))'));
    expect(result.needs.map((need) => need.field)).toEqual(['vms']);
    expect(result.problems).toEqual([]);
  });

  it('says which of repeated keys counts', () => {
    const twice = read(manifestWith('{ cc: { puma: { workers: 3, workers: 5 } } }'));
    expect(twice.inputs.workersPerVm).toBe(5);
    expect(messagesOf(twice)).toEqual(['Line 6: workers appears twice; the last one, 5, is used.']);
  });

  it('finds the plan’s own link in the comments of a file', () => {
    const link = 'https://plimsoll.example/#cloud-controller?v=2&end';
    expect(read(`# ${link}\n${scaledTo(9)}`).link).toBe(link);
    expect(read(`# ${link.replace('cloud-controller', 'heat')}\n${scaledTo(9)}`).link).toBeNull();
    expect(read(scaledTo(9)).link).toBeNull();
  });

  it('lists of a file that it cannot read nothing as unused', () => {
    expect(read('a: 1\n').unused).toEqual([]);
    expect(read('a: [\n').unused).toEqual([]);
    expect(read('a: [\n').kind).toBeNull();
  });

  it('lists operations that it did not use by their path', () => {
    const ops = `${scaledTo(9)}- type: remove\n  path: /instance_groups/name=api/env\n- type: replace\n  path: /instance_groups/name=api/env2\n  value: { a: 1 }\n`;
    expect(read(ops).unused).toEqual([
      { path: '/instance_groups/name=api/env', line: 5, column: 9 },
      { path: '/instance_groups/name=api/env2', line: 8, column: 10 },
    ]);
    expect(read(ops).unusedLeftOut).toBe(0);
  });
});
