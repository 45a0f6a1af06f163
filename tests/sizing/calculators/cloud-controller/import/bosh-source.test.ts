import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../import-text.ts';
import { job, manifest, manifestWith, opsWith, read } from './read.ts';

const removal = (path: string) => `---\n- type: remove\n  path: ${path}\n`;

describe('lookUp', () => {
  it('takes the last operation on a path or above it', () => {
    const workers = (value: string) => opsWith({ 'cc/puma?/workers': value });
    const puma = (value: string) => opsWith({ 'cc/puma?': value });
    expect(read(workers('3') + workers('5')).inputs.workersPerVm).toBe(5);
    expect(read(workers('3') + puma('{ workers: 6 }')).inputs.workersPerVm).toBe(6);
    // The later map has no workers, so the earlier ones are gone.
    expect(read(workers('3') + puma('{ max_threads: 15 }')).inputs).toEqual({
      engine: 'puma',
      threadsPerWorker: 15,
    });
  });

  it('passes over operations on other paths, longer and shorter ones', () => {
    const both = opsWith({ 'cc/puma?/workers': '3', 'cc/puma?/workers/deeper': '9', 'cc/jobs?': '{}' });
    expect(read(both).inputs.workersPerVm).toBe(3);
  });

  it('finds nothing where it was removed, so that the job spec’s default holds', () => {
    // capi-release from 1.196 on: 2 workers, 10 threads.
    const gone = read(manifest + removal(`${job}/properties/cc/puma`)).inputs;
    expect(gone).toMatchObject({ workersPerVm: 2, threadsPerWorker: 10 });
    expect(read(manifest + removal('/instance_groups/name=api/instances')).inputs).not.toHaveProperty('vms');
    expect(read(manifest + removal('/instance_groups/name=router')).inputs.vms).toBe(8);
    const valued = `${removal('/instance_groups/name=api/instances')}  value: 5\n`;
    expect(read(manifest + valued).inputs).not.toHaveProperty('vms');
  });

  it('does not look into a plain value for what should stand below it', () => {
    const plain = read(manifestWith('{ cc: { puma: 5 } }'));
    expect(plain.needs).toEqual([]);
    expect(plain.problems).toEqual([]);
    expect(plain.inputs).toMatchObject({ workersPerVm: 2, threadsPerWorker: 10 });
  });

  it.each([
    ['((puma))', 31],
    ['!vault abc', 38],
  ])('asks for what stands below %s', (value, column) => {
    const hidden = read(manifestWith(`{ cc: { puma: ${value} } }`));
    expect(hidden.needs).toEqual([
      {
        path: `${job}/properties/cc/puma`,
        field: null,
        message: 'Line 6: puma is a variable. What it holds is not read; enter its values.',
        line: 6,
        column,
      },
    ]);
    expect(hidden.inputs).not.toHaveProperty('workersPerVm');
  });

  it('goes through a list by the names of its members only', () => {
    const listed = 'update: [{ max_in_flight: 3 }]\n';
    const result = read(manifestWith('{}') + listed);
    expect(messagesOf(result)).toEqual([]);
    expect(result.inputs).not.toHaveProperty('maxInFlight');
    // Neither is a map a member of itself.
    expect(read('instance_groups: { name: api, instances: 3 }\n').inputs).toEqual({});
  });

  it('lists of a file that is read only what was not on the way', () => {
    const paths = read(manifest).unused.map((unused) => unused.path);
    expect(paths).not.toContain(`${job}/name`);
    expect(paths).not.toContain('/releases/name=capi/name');
    const env = read(manifestWith('{ cc: { puma: { workers: 3, other: 1 } } }'));
    const named = read(manifestWith('{ cc: { name: x, puma: { workers: 3 } } }'));
    expect(named.unused.map((unused) => unused.path)).toEqual([`${job}/properties/cc/name`]);
    expect(env.unused).toEqual([{ path: `${job}/properties/cc/puma/other`, line: 6, column: 45 }]);
  });
});
