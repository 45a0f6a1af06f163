import { describe, expect, it } from 'vitest';
import { foundFor, manifest, opsWith, read, replacing } from './read.ts';

const needsOf = (text: string, shared = {}) => read(text, shared).needs.map((need) => need.message);

/** What is said of a file whose groups do not run the API. */
const noneOf = (groups: string) => `No API instance group found. Groups in this file: ${groups}.`;
const noGroup = 'No API instance group found. This file names no instance group.';

const groupWith = (name: string, job: string, instances: number) =>
  `{ name: ${name}, instances: ${instances}, jobs: [{ name: ${job} }] }`;

describe('apiGroupOf', () => {
  it('names the groups of a file that has none with the API', () => {
    const result = read('instance_groups:\n- name: web\n- name: worker\n');
    expect(result.needs).toEqual([
      {
        path: '/instance_groups',
        field: 'instanceGroup',
        message: noneOf('web, worker'),
        line: 2,
        column: 9,
      },
    ]);
    expect(result.found).toEqual([]);
    // Nothing else of the file is read then.
    const released = read('releases: [{ name: capi, version: 1.200.0 }]\ninstance_groups:\n- name: web\n');
    expect(released.found).toEqual([]);
    expect(released.needs).toHaveLength(1);
  });

  it('names ten groups at most and counts the others', () => {
    const groups = (count: number) =>
      `instance_groups:\n${Array.from({ length: count }, (_, at) => `- name: g${at + 1}\n`).join('')}`;
    const ten = 'g1, g2, g3, g4, g5, g6, g7, g8, g9, g10';
    expect(needsOf(groups(10))).toEqual([noneOf(ten)]);
    expect(needsOf(groups(12))).toEqual([noneOf(`${ten} and 2 more`)]);
  });

  it.each([
    'instance_groups: []\n',
    'instance_groups: { name: api }\n',
    'instance_groups:\n- instances: 3\n- name: [api]\n',
  ])('says so of a file that names no group: %j', (text) => {
    expect(read(text).needs).toMatchObject([
      { path: '/instance_groups', message: noGroup, line: 1, column: 1 },
    ]);
  });

  it.each([
    '/releases/name=capi/version',
    '/instance_groups/name=/instances',
    '/instance_groups/rename=api/instances',
  ])('says so of an ops file that names no group: %s', (path) => {
    expect(needsOf(replacing(path, '3'))).toEqual([noGroup]);
  });

  it('finds the API by its job, whatever the group is called', () => {
    const renamed = read(manifest.replace('- name: api', '- name: cloud_controller'));
    expect(renamed.inputs).toMatchObject({ instanceGroup: 'cloud_controller', vms: 8 });
    expect(foundFor('instanceGroup', renamed)).toMatchObject({
      path: '/instance_groups/name=cloud_controller',
      line: 14,
      column: 9,
      before: 'api',
    });
  });

  it('leaves the plan’s group alone where the file has it', () => {
    expect(read(manifest).inputs).not.toHaveProperty('instanceGroup');
    expect(read(manifest).unused.map((unused) => unused.path)).not.toContain(
      '/instance_groups/name=api/name',
    );
  });

  it('does not take a group with other jobs for the API’s', () => {
    const group = (name: string, job: string, instances: number) => `- ${groupWith(name, job, instances)}\n`;
    const workers = `instance_groups:\n${group('cc-worker', 'cloud_controller_worker', 2)}`;
    const both = read(workers + group('front', 'cloud_controller_ng', 9));
    expect(both.needs).toEqual([]);
    expect(both.inputs).toMatchObject({ instanceGroup: 'front', vms: 9 });
    expect(needsOf(workers)).toEqual([noneOf('cc-worker')]);
    // A manifest says which jobs run, so the name alone is not enough, nor are jobs that are no list.
    expect(needsOf(`instance_groups:\n${group('api', 'router', 2)}`)).toEqual([noneOf('api')]);
    expect(needsOf('instance_groups:\n- { name: api, jobs: { name: cloud_controller_ng } }\n')).toEqual([
      noneOf('api'),
    ]);
  });

  it('takes a group with other jobs besides for the API’s', () => {
    const jobs = '[{ name: route_registrar }, { name: cloud_controller_ng }]';
    expect(read(`instance_groups:\n- { name: api, instances: 4, jobs: ${jobs} }\n`).inputs.vms).toBe(4);
  });

  it('asks which group is meant where several run the API, also where one is called api', () => {
    const two = (first: string) => `
instance_groups:
- { name: ${first}, instances: 2, jobs: [{ name: cloud_controller_ng }] }
- { name: api-b, instances: 3, jobs: [{ name: cloud_controller_ng }] }
`;
    expect(needsOf(two('api-a'))).toEqual([
      'Several instance groups run the API: api-a, api-b. Enter one of them as Instance group.',
    ]);
    expect(needsOf(two('api'), { instanceGroup: 'cc' })).toEqual([
      'Several instance groups run the API: api, api-b. Enter one of them as Instance group.',
    ]);
    const chosen = read(two('api-a'), { instanceGroup: 'api-b' });
    expect(chosen.inputs.vms).toBe(3);
    expect(chosen.inputs).not.toHaveProperty('instanceGroup');
  });
});

describe('groups of an ops file', () => {
  const on = (path: string, value: string) => replacing(`/instance_groups/${path}`, value);

  it('takes a group that it adds for the API’s only where its jobs name cloud_controller_ng', () => {
    const group = (name: string, job: string, instances: number) =>
      on(`name=${name}`, groupWith(name, job, instances));
    const workers = group('cc-worker', 'cloud_controller_worker', 2);
    const both = read(workers + group('front', 'cloud_controller_ng', 9));
    expect(both.needs).toEqual([]);
    expect(both.inputs).toMatchObject({ instanceGroup: 'front', vms: 9 });
    expect(needsOf(workers)).toEqual([noneOf('cc-worker')]);
    expect(read(workers).inputs).toEqual({});
  });

  it('knows the group that is only scaled by its name: the plan’s, or api', () => {
    expect(read(on('name=front/instances', '9'), { instanceGroup: 'front' }).inputs).toEqual({ vms: 9 });
    const scaled = read(on('name=api/instances', '9'), { instanceGroup: 'front' });
    expect(scaled.inputs).toEqual({ instanceGroup: 'api', vms: 9 });
    expect(foundFor('instanceGroup', scaled)).toMatchObject({
      path: '/instance_groups/name=api',
      line: 2,
    });
    expect(read(on('name=front/instances', '9')).needs).toHaveLength(1);
  });

  it('knows the group whose job it sets, by the job’s name in the path', () => {
    const job = (name: string, list = 'jobs') =>
      on(`name=front/${list}/name=${name}/properties/cc/puma?/workers`, '3');
    expect(read(job('cloud_controller_ng')).inputs).toMatchObject({
      instanceGroup: 'front',
      workersPerVm: 3,
    });
    expect(read(job('cloud_controller_worker')).needs).toHaveLength(1);
    const both = '{ instances: 4, jobs: [{ name: route_registrar }, { name: cloud_controller_ng }] }';
    expect(read(on('name=front', both)).inputs).toMatchObject({ instanceGroup: 'front', vms: 4 });
    expect(read(job('cloud_controller_ng', 'addons')).needs).toHaveLength(1);
  });

  it('does not take what stands below a group for the group itself', () => {
    expect(read(on('name=front/env', '{ jobs: [{ name: cloud_controller_ng }] }')).needs).toHaveLength(1);
    expect(read(on('name=front', '{ jobs: { name: cloud_controller_ng } }')).needs).toHaveLength(1);
    expect(read('- type: remove\n  path: /instance_groups/name=front\n').needs).toHaveLength(1);
  });

  it('remembers a job named before, in the manifest or an earlier operation', () => {
    const front = manifest.replace('- name: api', '- name: front');
    expect(read(`${front}---\n${on('name=front/instances', '5')}`).inputs).toMatchObject({
      instanceGroup: 'front',
      vms: 5,
    });
    const added = on('name=front/jobs/name=cloud_controller_ng/properties/cc/puma?/workers', '3');
    expect(read(added + on('name=front/instances', '5')).inputs).toMatchObject({
      instanceGroup: 'front',
      vms: 5,
    });
  });

  it('reads settings of the plan’s group alone', () => {
    const both = opsWith({ 'cc/puma?/workers': '3' }) + on('name=other/instances', '5');
    const result = read(both);
    expect(result.inputs).toMatchObject({ workersPerVm: 3 });
    expect(result.inputs).not.toHaveProperty('vms');
    expect(result.unused.map((unused) => unused.path)).toEqual(['/instance_groups/name=other/instances']);
  });
});
