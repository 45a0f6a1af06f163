import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../import-text.ts';
import { job, manifest, read, replacing, scaledTo } from './read.ts';

describe('operationsOf', () => {
  it('reads ops files, leaves and maps alike, the last operation counting', () => {
    const ops = `
- type: replace
  path: /instance_groups/name=api/instances
  value: 8
- type: replace
  path: ${job}/properties/cc/puma?
  value: { workers: 4, max_threads: 13, max_db_connections_per_process: 13 }
- type: replace
  path: ${job}/properties/cc/puma?/max_threads
  value: 15
- type: replace
  path: ${job}/properties/ccdb/max_connections_per_local_worker?
  value: 2
- type: remove
  path: /instance_groups/name=api/vm_extensions?
---
- type: replace
  path: /instance_groups/name=api/instances
  value: 9
`;
    const result = read(ops);
    expect(result.kind).toBe('BOSH ops file');
    expect(result.inputs).toEqual({
      engine: 'puma',
      vms: 9,
      workersPerVm: 4,
      threadsPerWorker: 15,
      connectionsPerProcess: 13,
      connectionsPerLocalWorker: 2,
      limitsLocalWorkers: true,
    });
    expect(result.unused.map(({ line, path }) => [line, path])).toEqual([
      [4, '/instance_groups/name=api/instances'],
      [7, `${job}/properties/cc/puma/max_threads`],
      [15, '/instance_groups/name=api/vm_extensions'],
    ]);
  });

  it('reads a manifest with an ops file behind it as BOSH would deploy both', () => {
    const both = `${manifest}---\n${scaledTo(12)}`;
    expect(read(both).inputs).toMatchObject({ vms: 12, threadsPerWorker: 13 });
    expect(read(both).kind).toBe('BOSH manifest with ops file');
  });

  it.each([
    ['of the type append', 'type: append\n  ', 9],
    ['of the type Replace', 'type: Replace\n  ', 9],
    ['whose type is a list', 'type: [replace]\n  ', 9],
    ['without a type', '', 3],
  ])('refuses an operation %s, which BOSH does not know, and does not carry it out', (_, type, column) => {
    const result = read(`- ${type}path: /instance_groups/name=api/instances\n  value: 9\n`);
    expect(messagesOf(result)).toContain(
      `Line 1, column ${column}: an operation needs a type: replace, remove or test.`,
    );
    expect(result.inputs).not.toHaveProperty('vms');
  });

  it('takes nothing from an operation that only tests', () => {
    const operation = (type: string, value: number) =>
      `- type: ${type}\n  path: /instance_groups/name=api/instances\n  value: ${value}\n`;
    expect(read(operation('replace', 9) + operation('test', 7)).inputs.vms).toBe(9);
    expect(read(operation('test', 7)).inputs).not.toHaveProperty('vms');
  });

  it.each([
    ['- type: replace\n  value: 9\n', 1, 3],
    ['- type: replace\n  path: instance_groups\n  value: 9\n', 2, 9],
    ['- type: replace\n  path: [/instance_groups]\n  value: 9\n', 2, 9],
  ])('refuses an operation whose path does not start at the root: %j', (text, line, column) => {
    const result = read(text);
    expect(messagesOf(result)).toEqual([
      `Line ${line}, column ${column}: an operation needs a path that starts with /.`,
    ]);
    expect(result.kind).toBe('BOSH ops file');
  });

  it('refuses a replacement by nothing, and wants no value of a removal', () => {
    expect(messagesOf(read('- type: replace\n  path: /instance_groups/name=api/instances\n'))).toEqual([
      'Line 2, column 9: this operation replaces, but has no value.',
    ]);
    const removal = read('- type: remove\n  path: /instance_groups/name=api/instances\n');
    expect(messagesOf(removal)).toEqual([]);
    expect(removal.inputs).toEqual({});
  });

  it('reads the marks of a path as go-patch does: ? and the three escapes', () => {
    // go-patch, docs/examples.md: ~0 is ~, ~1 is /, ~7 is :.
    const groups = ['a~1b~1', 'c~7d~7', 'e~0f~0', 'g~01', 'h?', 'i?j'].map(
      (name) => `- type: remove\n  path: /instance_groups/name=${name}\n`,
    );
    expect(read(groups.join('')).needs[0]?.message).toBe(
      'No API instance group found. Groups in this file: a/b/, c:d:, e~f~, g~1, h, i?j.',
    );
    expect(read(replacing('/instance_groups?/name=api?/instances?', '9')).inputs).toEqual({ vms: 9 });
  });

  it('reads 5,000 operations and says where the others start', () => {
    const operations = (count: number) => '- {type: test, path: /a}\n'.repeat(count);
    expect(messagesOf(read(operations(5000)))).toEqual([]);
    expect(messagesOf(read(operations(5001)))).toEqual([
      'Line 5001, column 3: an ops file of more than 5000 operations is not read.',
    ]);
  });
});
