import { describe, expect, it } from 'vitest';
import { settingsFor } from '../../../../../src/sizing/calculators/heat/targets/target-settings.ts';
import { optionOf, planWith } from '../plans.ts';

const inputsOf = (release: string) =>
  optionOf(planWith({ release }, { engineWorkers: 8, apiWorkers: 4, poolSize: 16, overflow: 20 })).inputs;

describe('settingsFor', () => {
  const commented = (release: string, target: 'kolla' | 'osa' | 'conf') =>
    settingsFor(inputsOf(release), target).sections.flatMap(({ entries, name }) =>
      entries.flatMap(({ comment, key }) => (comment === undefined ? [] : [`${name}.${key}`])),
    );

  it('says of the workers of heat-api where Apache decides, to kolla-ansible alone', () => {
    // Before Zed kolla-ansible has no variable for them.
    expect(commented('12', 'kolla')).toEqual(['heat_api.workers']);
    expect(commented('12', 'conf')).toEqual([]);
    expect(commented('12', 'osa')).toEqual([]);
  });

  it('says from when on a variable exists, where some of the releases lack it', () => {
    const since = (release: string, target: 'kolla' | 'osa') =>
      settingsFor(inputsOf(release), target).variables.map(({ comment, key }) => [key, comment]);
    expect(since('16', 'kolla')).toEqual([
      ['heat_engine_workers', 'From Heat 19 (Zed) on.'],
      ['heat_api_workers', 'From Heat 19 (Zed) on.'],
    ]);
    expect(since('25', 'kolla')).toEqual([
      ['heat_engine_workers', undefined],
      ['heat_api_workers', undefined],
    ]);
    expect(since('12', 'osa')).toEqual([
      ['heat_engine_workers', undefined],
      ['heat_wsgi_processes', 'From Heat 9 (Pike) on.'],
    ]);
    expect(since('16', 'osa').slice(2)).toEqual([
      ['heat_db_max_pool_size', 'From Heat 18 (Yoga) on.'],
      ['heat_db_max_overflow', 'From Heat 18 (Yoga) on.'],
    ]);
  });

  it('leaves out of heat.conf what Heat 25 no longer has, and nothing before', () => {
    expect(settingsFor(inputsOf('25'), 'conf').leftOut).toEqual([
      'NOT IN THIS FILE: 4 API processes on each controller are set in uWSGI or Apache; this release has no workers in [heat_api].',
    ]);
    expect(settingsFor(inputsOf('16'), 'conf').leftOut).toEqual([]);
    expect(settingsFor(inputsOf('25'), 'osa').leftOut).toEqual([]);
  });

  it('has no section without a setting', () => {
    const names = (release: string, target: 'kolla' | 'osa' | 'conf') =>
      settingsFor(inputsOf(release), target).sections.map(({ name }) => name);
    expect(names('16', 'conf')).toEqual(['DEFAULT', 'database', 'heat_api']);
    expect(names('25', 'conf')).toEqual(['DEFAULT', 'database']);
    expect(names('16', 'osa')).toEqual(['DEFAULT']);
  });
});
