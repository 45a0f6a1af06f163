import { describe, expect, it } from 'vitest';
import { manifest, read } from './read.ts';

describe('apiGroupOf', () => {
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

  it('does not take a group with other jobs for the API’s', () => {
    const group = (name: string, job: string, instances: number) =>
      `- { name: ${name}, instances: ${instances}, jobs: [{ name: ${job} }] }\n`;
    const workers = `instance_groups:\n${group('cc-worker', 'cloud_controller_worker', 2)}`;
    const both = read(workers + group('front', 'cloud_controller_ng', 9));
    expect(both.needs).toEqual([]);
    expect(both.inputs).toMatchObject({ instanceGroup: 'front', vms: 9 });
    expect(read(workers).needs.map((need) => need.message)).toEqual([
      'No API instance group found. Groups in this file: cc-worker.',
    ]);
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

  it('takes a group that an ops file adds for the API’s only where its jobs name cloud_controller_ng', () => {
    const group = (name: string, job: string, instances: number) => `
- type: replace
  path: /instance_groups/name=${name}
  value: { name: ${name}, instances: ${instances}, jobs: [{ name: ${job} }] }
`;
    const workers = group('cc-worker', 'cloud_controller_worker', 2);
    const both = read(workers + group('front', 'cloud_controller_ng', 9));
    expect(both.needs).toEqual([]);
    expect(both.inputs).toMatchObject({ instanceGroup: 'front', vms: 9 });
    const alone = read(workers);
    expect(alone.needs.map((need) => need.message)).toEqual([
      'No API instance group found. Groups in this file: cc-worker.',
    ]);
    expect(alone.inputs).toEqual({});
  });
});
