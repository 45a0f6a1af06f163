import { describe, expect, it } from 'vitest';
import { withoutTerminalLines } from '../../../../../src/sizing/calculators/cloud-controller/import/bosh-file.ts';
import { messagesOf } from '../../import-text.ts';
import { manifest, read, scaledTo } from './read.ts';

const vms = scaledTo(12);

describe('withoutTerminalLines', () => {
  const using = "Using environment '10.0.0.6' as client 'admin'";
  const blanked = (line: string) => ' '.repeat(line.length);

  it.each([using, "Using deployment 'cf'"])('knows output of bosh by the line %s', (first) => {
    for (const line of ['Succeeded', 'Task 12', 'Task 12. Done', 'Exit code 10', "Using deployment 'cf'"])
      expect(withoutTerminalLines(`a: 1\n${first}\n${line}\nb: 2\n`)).toBe(
        `a: 1\n${blanked(first)}\n${blanked(line)}\nb: 2\n`,
      );
  });

  it('blanks lines that end in CR LF', () => {
    expect(
      withoutTerminalLines(`${using}\r\na: 1\r\nSucceeded\r\n`)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['', 'a: 1', '', '']);
  });

  it.each([
    '  Succeeded',
    'Succeeded: 1',
    'x: Succeeded',
    'Task: 12',
    'Exit code',
    'Exit code 1 of 2',
    "a: Using deployment 'x'",
  ])('leaves the line %j as it is', (line) => {
    const text = `${using}\n${line}\n`;
    expect(withoutTerminalLines(text)).toBe(`${blanked(using)}\n${line}\n`);
  });

  it('leaves a text alone that bosh did not print', () => {
    for (const text of ['a: 1\nSucceeded\n', `# ${using}\nSucceeded\n`, "Using config 'x'\nSucceeded\n"])
      expect(withoutTerminalLines(text)).toBe(text);
  });
});

describe('boshFileOf', () => {
  it('names what was read', () => {
    expect(read(manifest).kind).toBe('BOSH manifest');
    expect(read(vms).kind).toBe('BOSH ops file');
    expect(read(`${vms}---\n${manifest}`).kind).toBe('BOSH manifest with ops file');
    expect(read(`Using deployment 'cf'\n\n${manifest}\nSucceeded\n`).kind).toBe('Output of bosh manifest');
    expect(read(`Using deployment 'cf'\n\n${manifest}\nSucceeded\n---\n${vms}`).kind).toBe(
      'Output of bosh manifest with ops file',
    );
    expect(read('a: 1\n').kind).toBeNull();
  });

  it('passes over empty documents, and says where there is nothing else', () => {
    expect(read(`---\n---\n${vms}---\n`).inputs).toEqual({ vms: 12 });
    for (const text of ['', '---\n', '# nothing\n'])
      expect(messagesOf(read(text))).toEqual(['Line 1, column 1: there is nothing in the file.']);
  });

  it('carries out operations after the manifest, wherever they stand', () => {
    expect(read(`${vms}---\n${manifest}`).inputs.vms).toBe(12);
  });

  it('reads one manifest at a time', () => {
    const two = read(`instance_groups: []\n---\ninstance_groups: []\n`);
    expect(messagesOf(two)).toEqual([
      'Line 3, column 1: a second manifest starts here; one at a time can be read.',
    ]);
    expect(two.kind).toBeNull();
    expect(two.inputs).toEqual({});
  });

  it.each([
    ['text', 'this is neither a BOSH manifest nor an ops file.'],
    ['- a\n- b\n', 'this is neither a BOSH manifest nor an ops file.'],
    ['- { path: /a, type: remove }\n- { name: b }\n', 'this is neither a BOSH manifest nor an ops file.'],
    ['a: 1\nb: 2\n', 'this is neither a BOSH manifest nor an ops file. Its keys: a, b.'],
    [
      '{ a: 1, b: 2, c: 3, d: 4, e: 5 }',
      'this is neither a BOSH manifest nor an ops file. Its keys: a, b, c, d, e.',
    ],
    [
      '{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }',
      'this is neither a BOSH manifest nor an ops file. Its keys: a, b, c, d, e ….',
    ],
    ['{ format: plimsoll, calculator: heat }', 'this is a plan that was saved here. Open it as a plan.'],
    ['{ format: x }', 'this is neither a BOSH manifest nor an ops file. Its keys: format.'],
    ['{ calculator: x }', 'this is neither a BOSH manifest nor an ops file. Its keys: calculator.'],
    ['{ Blocks: [], Tables: [] }', 'this is the JSON output of bosh. Leave out --json.'],
    ['{ Blocks: [] }', 'this is neither a BOSH manifest nor an ops file. Its keys: Blocks.'],
    ['{ Tables: [] }', 'this is neither a BOSH manifest nor an ops file. Its keys: Tables.'],
    ['vm_types: []', 'this is a cloud config. The settings stand in the manifest and in ops files.'],
    ['compilation: {}', 'this is a cloud config. The settings stand in the manifest and in ops files.'],
  ])('says what %j is', (text, message) => {
    const result = read(text);
    expect(messagesOf(result)).toEqual([`Line 1, column 1: ${message}`]);
    expect(result.kind).toBeNull();
  });

  it('leaves a broken text at what is broken', () => {
    const broken = read('instance_groups: [\n');
    expect(broken.kind).toBeNull();
    expect(new Set(broken.problems.map((problem) => problem.severity))).toEqual(new Set(['error']));
    expect(messagesOf(broken).join()).not.toContain('nothing in the file');
    expect(broken.unused).toEqual([]);
  });
});
