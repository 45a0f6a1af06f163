import { describe, expect, it } from 'vitest';
import { looksLikeConf } from '../../../../../src/sizing/calculators/heat/import/heat-file.ts';
import { heat } from '../../../../../src/sizing/calculators/heat/index.ts';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { firstPlan, importerOf, messagesOf } from '../../import-text.ts';

const importer = await importerOf(heat);
const read = (text: string, shared: Inputs = {}) =>
  importer.read(text, { plan: firstPlan(heat, shared), selected: 'C' });
const kindOf = (text: string) => read(text).kind;

describe('looksLikeConf', () => {
  it.each([
    ['[DEFAULT]\n', true],
    ['[DEFAULT]  \n', true],
    ['[database]', true],
    ['# a comment\n; another\n\n  \n[DEFAULT]\n', true],
    ['\ufeff[DEFAULT]\n', true],
    ['\ufeffnum_engine_workers = 4\n', true],
    ['num_engine_workers = 4\n', true],
    ['num-engine.workers=4\n', true],
    ['heat_engine_workers: 4\n', false],
    ['heat_engine_workers: "a = b"\n', false],
    ['  [DEFAULT]\n', false],
    ['x [DEFAULT]\n', false],
    ['[DEFAULT] x\n', false],
    ['[a, b]: c\n', false],
    ['[]\n', false],
    ['= 4\n', false],
    ['! = 4\n', false],
    ['# only comments\n', false],
    ['', false],
    // The first line that says something decides.
    ['heat_engine_workers: 4\n[DEFAULT]\n', false],
  ])('of %j: %s', (text, isConf) => {
    expect(looksLikeConf(text)).toBe(isConf);
  });
});

describe('settingsFileOf', () => {
  it.each([
    ['heat_engine_workers: 4', 'Settings of Heat for Ansible'],
    ['heat_api_workers: 4', 'Settings of Heat for Ansible'],
    ['# Edit /etc/xavs/globals.d/_50_orchestration.yml\nheat_engine_workers: 4', 'Settings for xavs-ansible'],
    ['xavs_region: a\nheat_engine_workers: 4', 'Settings for xavs-ansible'],
    // The guide’s path in a value says nothing of whose file it is.
    ['heat_engine_workers: 4\npath: /etc/xavs/x', 'Settings of Heat for Ansible'],
    ...[
      'convergence_engine: true',
      'rpc_response_timeout: 120',
      'max_stacks_per_tenant: 5',
      'max_resources_per_stack: 5',
    ].map((line) => [`heat_${line}`, 'Settings for xavs-ansible']),
    ...[
      'heat_heat_conf_overrides: {}',
      'heat_wsgi_processes: 4',
      'heat_wsgi_threads: 4',
      'heat_api_threads_max: 4',
      'heat_db_pool_timeout: 30',
      'heat_db_connection_recycle_time: 30',
      'heat_galera_user: heat',
      'heat_oslomsg_rpc_userid: heat',
      'openstack_db_max_pool_size: 4',
      'openstack_db_max_overflow: 4',
    ].map((line) => [`heat_engine_workers: 4\n${line}`, 'Variables of openstack-ansible']),
    ...[
      'kolla_base_distro: rocky',
      'enable_heat: true',
      'openstack_service_workers: 4',
      'openstack_release: zed',
      'node_custom_config: /x',
      'heat_api_cfn_workers: 4',
      'database_max_pool_size: 4',
    ].map((line) => [`heat_engine_workers: 4\n${line}`, 'Globals of kolla-ansible']),
    // Not these by half a name.
    ['heat_engine_workers: 4\nheat_wsgi: 4', 'Settings of Heat for Ansible'],
    ['heat_engine_workers: 4\nmy_kolla_base: 4', 'Settings of Heat for Ansible'],
    ['heat_engine_workers: 4\nmy_heat_convergence_engine: 4', 'Settings of Heat for Ansible'],
    ['heat_engine_workers: 4\nheat_convergence_engine_x: 4', 'Settings of Heat for Ansible'],
    ['heat_engine_workers: 4\nopenstack_db_max_overflow_x: 4', 'Settings of Heat for Ansible'],
    ['heat_engine_workers: 4\nopenstack_releases: 4', 'Settings of Heat for Ansible'],
    ['heat_engine_workers: 4\nmy_xavs_x: 4', 'Settings of Heat for Ansible'],
  ])('knows %j as %s', (text, kind) => {
    expect(kindOf(`${text}\n`)).toBe(kind);
  });

  it.each([
    ['openstack_service_workers: 4', 'Globals of kolla-ansible'],
    ['database_max_pool_size: 4', 'Globals of kolla-ansible'],
    ['enable_heat: true', 'Globals of kolla-ansible'],
    ['kolla_base_distro: rocky', 'Globals of kolla-ansible'],
  ])('takes %s alone as well', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    ['- heat_engine_workers: 4\n', 'these are no settings of Heat.'],
    ['just a text\n', 'these are no settings of Heat.'],
    ['a: 1\nb: 2\n', 'these are no settings of Heat. The keys of the file: a, b.'],
    ['a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n', 'The keys of the file: a, b, c, d, e.'],
    ['a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n', 'The keys of the file: a, b, c, d, e ….'],
    ['my_heat_x: 1\n', 'The keys of the file: my_heat_x.'],
    [
      'heat_template_version: 2018-08-31\nheat_engine_workers: 4\n',
      'this is a template. The Template view reads it.',
    ],
    ['format: plimsoll\ncalculator: heat\n', 'this is a plan that was saved here. Open it as a plan.'],
    ['format: x\n', 'The keys of the file: format.'],
    ['calculator: x\n', 'The keys of the file: calculator.'],
  ])('refuses %j: %s', (text, message) => {
    const result = read(text);
    expect(result.kind).toBeNull();
    expect(messagesOf(result).join()).toContain(message);
    expect(result.inputs).toEqual({});
    expect(result.unused).toEqual([]);
  });
});

describe('settings of several tools', () => {
  it.each([
    ['openstack_service_workers: 7\n', { engineWorkers: 7, apiWorkers: 7 }],
    ['openstack_service_workers: 7\nheat_api_workers: 5\n', { engineWorkers: 7, apiWorkers: 5 }],
    ['database_max_pool_size: 7\n', { poolSize: 7 }],
    [
      'heat_engine_workers: 4\nopenstack_db_max_pool_size: 7\nopenstack_db_max_overflow: 8\n',
      {
        engineWorkers: 4,
        poolSize: 7,
        overflow: 8,
      },
    ],
    ['heat_wsgi_processes: 7\n', { apiWorkers: 7 }],
    // Without a sign of openstack-ansible its variables are read as nothing.
    ['heat_engine_workers: 4\ndatabase_max_pool_size_x: 7\n', { engineWorkers: 4 }],
    // The guide knows no variable for all services.
    ['heat_convergence_engine: true\nopenstack_x: 7\n', { convergence: true }],
  ])('reads %j', (text, inputs) => {
    expect(read(text).inputs).toEqual(inputs);
  });

  it('says of no variable of the guide’s own, or of an unknown tool’s, that it does nothing', () => {
    for (const text of [
      'heat_db_max_overflow: 5\nheat_convergence_engine: true\n',
      'heat_db_max_overflow: 5\n',
    ])
      expect(messagesOf(read(text))).toEqual([]);
    expect(messagesOf(read('heat_wsgi_processes: 4\nheat_convergence_engine: true\n'))).toEqual([
      'Line 2: openstack-ansible has no variable heat_convergence_engine, so it does nothing there; it is read as what it means.',
    ]);
  });

  it.each([
    ['ocata', '12'],
    ['stein', '12'],
    ['train', '13'],
    ['victoria', '13'],
    ['Wallaby', '16'],
    ['"2025.1"', '16'],
    ['"2025.2"', '25'],
    ['"2026.1"', '25'],
  ])('knows the release %s as %s', (name, release) => {
    const result = read(`openstack_release: ${name}\nheat_engine_workers: 4\n`);
    expect(result.inputs).toEqual({ engineWorkers: 4, release });
    expect(result.unused).toEqual([]);
  });

  it.each(['liberty', 'newton', 'toString', '"{{ x }}"'])(
    'keeps the plan’s release where %s says none',
    (name) => {
      expect(read(`openstack_release: ${name}\nheat_engine_workers: 4\n`).inputs).toEqual({
        engineWorkers: 4,
      });
    },
  );

  it('judges an override by the release that the file names', () => {
    const text = (release: string) =>
      `openstack_release: ${release}\nkolla_x: 1\nheat_heat_conf_overrides: { heat_api: { workers: 4 } }\n`;
    expect(messagesOf(read(text('"2025.2"'))).join()).toContain(
      'Heat 25 and later has no [heat_api] workers',
    );
    expect(messagesOf(read(text('"2025.1"')))).toEqual([]);
  });
});

describe('heat.conf', () => {
  it('lists what of it is not used, section by section', () => {
    const result = read('[DEFAULT]\nnum_engine_workers = 4\ndebug = true\n[oslo_middleware]\nx = 1\n');
    expect(result.unused.map(({ path }) => path)).toEqual(['/DEFAULT/debug', '/oslo_middleware']);
    expect(result.inputs).toEqual({ engineWorkers: 4 });
  });

  it('reads switches as such, and numbers that mean nothing of their own as numbers', () => {
    expect(read('[DEFAULT]\nconvergence_engine = False\n[database]\nmax_overflow = 0\n').inputs).toEqual({
      convergence: false,
      overflow: 0,
    });
  });

  it('sets nothing where the text cannot be read', () => {
    const result = read('[DEFAULT]\nnum_engine_workers = 4\n[database\nmax_overflow = 5\n');
    expect(result.problems.length).toBeGreaterThan(0);
    expect(result.inputs).toEqual({});
  });

  it('reads on behind what is worth a warning only', () => {
    const result = read('heat_engine_workers: 4\nheat_engine_workers: 8\n');
    expect(result.inputs).toEqual({ engineWorkers: 8 });
    expect(result.kind).toBe('Settings of Heat for Ansible');
  });
});
