import { describe, expect, it } from 'vitest';
import { heat } from '../../../../../src/sizing/calculators/heat/index.ts';
import type { ImportResult } from '../../../../../src/sizing/core/import.ts';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { firstPlan, importerOf, messagesOf } from '../../import-text.ts';

const importer = await importerOf(heat);

function read(text: string, shared: Inputs = {}): ImportResult {
  return importer.read(text, { plan: firstPlan(heat, shared), selected: 'C' });
}

/** The guide's sections "Engine Workers Per Node", "Convergence Mode" and "Performance Tuning". */
const guide = `# Edit /etc/xavs/globals.d/_50_orchestration.yml
heat_engine_workers: 8      # Adjust based on controller CPU count
heat_api_workers: 4
heat_convergence_engine: true   # Default
heat_db_max_pool_size: 10
heat_db_max_overflow: 20
heat_rpc_response_timeout: 120
heat_max_stacks_per_tenant: 100
heat_max_resources_per_stack: 1000
`;

describe('importer', () => {
  it('reads the guide’s settings', () => {
    const result = read(guide);
    expect(result.kind).toBe('Settings for xavs-ansible');
    expect(result.problems).toEqual([]);
    expect(result.unused).toEqual([]);
    expect(result.inputs).toEqual({
      engineWorkers: 8,
      apiWorkers: 4,
      convergence: true,
      poolSize: 10,
      overflow: 20,
      rpcTimeoutSeconds: 120,
      maxStacksPerProject: 100,
      maxResourcesPerStack: 1000,
    });
    expect(result.found[0]).toEqual({
      path: '/heat_engine_workers',
      field: 'engineWorkers',
      before: 8,
      value: 8,
      note: null,
      line: 2,
      column: 22,
    });
  });

  it('reads globals of kolla-ansible and says which variables it does not have', () => {
    const result = read(
      'kolla_base_distro: rocky\nopenstack_release: "2025.2"\nopenstack_service_workers: 5\nheat_engine_workers: 12\nheat_db_max_pool_size: 30\nkeystone_admin_password: hunter2\n',
    );
    expect(result.kind).toBe('Globals of kolla-ansible');
    expect(result.inputs).toEqual({ engineWorkers: 12, apiWorkers: 5, poolSize: 30, release: '25' });
    expect(messagesOf(result)).toEqual([
      'Line 5: kolla-ansible has no variable heat_db_max_pool_size, so it does nothing there; it is read as what it means.',
    ]);
    expect(result.unused.map((unused) => unused.path)).toEqual([
      '/kolla_base_distro',
      '/keystone_admin_password',
    ]);
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  it('lets what has an effect overrule what has none', () => {
    const result = read('enable_heat: true\nheat_db_max_pool_size: 30\ndatabase_max_pool_size: 1\n');
    expect(result.inputs).toEqual({ poolSize: 1 });
    expect(result.unused.map((unused) => unused.path)).toEqual(['/enable_heat', '/heat_db_max_pool_size']);
  });

  it('reads variables of openstack-ansible, its overrides last', () => {
    const result = read(`heat_engine_workers: 6
heat_wsgi_processes: 3
heat_db_max_pool_size: 12
heat_heat_conf_overrides:
  DEFAULT:
    convergence_engine: "False"
    rpc_response_timeout: 600
    debug: true
  database:
    max_pool_size: 24
`);
    expect(result.kind).toBe('Variables of openstack-ansible');
    expect(result.inputs).toEqual({
      engineWorkers: 6,
      apiWorkers: 3,
      convergence: false,
      rpcTimeoutSeconds: 600,
      poolSize: 24,
    });
    expect(result.unused.map((unused) => unused.path)).toEqual([
      '/heat_db_max_pool_size',
      '/heat_heat_conf_overrides/DEFAULT/debug',
    ]);
  });

  it('reads a heat.conf', () => {
    const result = read(`# generated
[DEFAULT]
num_engine_workers = 8
rpc_response_timeout: 600
executor_thread_pool_size=32
transport_url = rabbit://openstack:hunter2@10.0.0.1//

[database]
connection = mysql+pymysql://heat:hunter2@10.0.0.2/heat
max_pool_size = 5
max_overflow = 50
[heat_api]
workers = 4
`);
    expect(result.kind).toBe('heat.conf');
    expect(result.inputs).toEqual({
      engineWorkers: 8,
      rpcTimeoutSeconds: 600,
      executorThreads: 32,
      poolSize: 5,
      overflow: 50,
      apiWorkers: 4,
    });
    expect(result.found.map(({ column, line, path }) => [line, column, path])).toEqual([
      [3, 22, '/DEFAULT/num_engine_workers'],
      [4, 23, '/DEFAULT/rpc_response_timeout'],
      [5, 27, '/DEFAULT/executor_thread_pool_size'],
      [10, 17, '/database/max_pool_size'],
      [11, 16, '/database/max_overflow'],
      [13, 11, '/heat_api/workers'],
    ]);
    expect(result.unused.map((unused) => unused.path)).toEqual([
      '/DEFAULT/transport_url',
      '/database/connection',
    ]);
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  it('says that Heat 25 has no workers of heat-api', () => {
    const result = read('[heat_api]\nworkers = 4\n', { release: '25' });
    expect(messagesOf(result)).toEqual([
      'Line 2: Heat 25 and later has no [heat_api] workers, so it does nothing there; it is read as what it means.',
    ]);
    expect(result.inputs).toEqual({ apiWorkers: 4 });
  });

  it('does not read oslo.config’s special values as numbers', () => {
    const result = read(
      '[heat_api]\nworkers = 0\n[DEFAULT]\nmax_stacks_per_tenant = -1\n[database]\nmax_pool_size = 0\n',
    );
    expect(result.inputs).toEqual({});
    expect(result.needs.map((need) => [need.field, need.message])).toEqual([
      ['apiWorkers', 'Line 2: [heat_api] workers is 0, which is one for each core. Enter a number.'],
      [
        'maxStacksPerProject',
        'Line 4: [DEFAULT] max_stacks_per_tenant is -1, which is no limit. Enter a number.',
      ],
      ['poolSize', 'Line 6: [database] max_pool_size is 0, which is no limit. Enter a number.'],
    ]);
  });

  it('names a repeated key and the value that is used', () => {
    const result = read('heat_engine_workers: 4\nheat_api_workers: 4\nheat_engine_workers: 8\n');
    expect(messagesOf(result)).toEqual([
      'Line 3: heat_engine_workers appears twice; the last one, 8, is used.',
    ]);
    expect(result.inputs.engineWorkers).toBe(8);
  });

  it('says of a repeated key that is not read only that it is repeated', () => {
    const result = read('heat_engine_workers: 4\npassword: a\npassword: hunter2\npassword: hunter2\n');
    expect(messagesOf(result)).toEqual(['Line 4: password appears 3 times; the last one is used.']);
  });

  it('asks for what Ansible would fill in', () => {
    const result = read(
      'heat_engine_workers: "{{ openstack_service_workers }}"\nheat_api_workers: "{{ [4, x] | min }}"\n',
    );
    expect(result.needs.map((need) => [need.field, need.message])).toEqual([
      [
        'engineWorkers',
        'Line 1: heat_engine_workers is the variable {{ openstack_service_workers }}. Enter its value.',
      ],
      ['apiWorkers', 'Line 2: heat_api_workers is an expression. Enter its value.'],
    ]);
  });

  it('sets nothing while there is an error', () => {
    const result = read('heat_engine_workers: 300\nheat_api_workers: 4\n');
    expect(messagesOf(result)).toEqual([
      'Line 1, column 22: heat_engine_workers is 300. Engine workers per controller: enter a whole number from 1 to 256, or leave it to the rule.',
    ]);
    expect(result.inputs).toEqual({});
    expect(result.found.map((found) => found.field)).toEqual(['apiWorkers']);
  });

  it('says what else was pasted', () => {
    expect(messagesOf(read('heat_template_version: 2018-08-31\nresources: {}\n')).join()).toContain(
      'Template view',
    );
    expect(messagesOf(read('instance_groups: []\n')).join()).toContain('no settings of Heat');
    expect(messagesOf(read(''))).toEqual(['Line 1, column 1: there is nothing in the file.']);
    expect(messagesOf(read('heat_engine_workers: 4\n---\nheat_engine_workers: 8\n'))).toEqual([
      'Line 2, column 1: a second document starts here; Ansible reads a file of one.',
    ]);
  });
});
