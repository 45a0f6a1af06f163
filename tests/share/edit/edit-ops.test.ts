import { describe, expect, it } from 'vitest';
import { editedFile, editedText, ops, refusal } from './edited-text.ts';

const group = '/instance_groups/name=api';
const instances = `${group}/instances`;
const puma = `${group}/jobs/name=cloud_controller_ng/properties/cc/puma?`;
const added = (path: string, value: number) => `- type: replace\n  path: ${path}\n  value: ${value}\n`;

describe('editInPlace of an ops file', () => {
  it.each([
    ['a test behind it', `- { type: test, path: ${instances}, absent: false }\n`],
    ['a test of all there is behind it', '- { type: test, path: "", absent: false }\n'],
    [
      'an operation on another path behind it',
      '- { type: replace, path: /instance_groups/name=x, value: 1 }\n',
    ],
    ['a path that goes on behind it', `- { type: replace, path: ${instances}_max, value: 1 }\n`],
  ])('changes the replacement with %s', (_what, behind) => {
    const file = `- { type: replace, path: ${instances}, value: 8 }\n`;
    expect(editedText(file + behind, ops([{ path: instances, value: 9 }]))).toBe(
      file.replace('value: 8', 'value: 9') + behind,
    );
  });

  // What does not decide the value stays as it is; a new operation at the end has the last word.
  it.each([
    ['removes it, whatever value it names', `- { type: remove, path: ${puma}/workers, value: 4 }\n`],
    ['replaces a part around it by one value', `- { type: replace, path: ${puma}, value: 4 }\n`],
    ['replaces a part around it by a list', `- { type: replace, path: ${puma}, value: [ workers ] }\n`],
    [
      'replaces what is two steps around it',
      '- { type: replace, path: /instance_groups, value: { x: 1 } }\n',
    ],
    [
      'has a path without the first slash, which is none',
      `- { type: replace, path: "${puma.slice(1)}/workers", value: 4 }\n`,
    ],
    ['has no value', `- { type: replace, path: ${puma} }\n`],
    ['has a question mark within a key', `- { type: replace, path: ${puma}/wor?kers, value: 4 }\n`],
    [
      'is taken back by a later one',
      `- { type: replace, path: ${puma}/workers, value: 4 }\n- { type: remove, path: ${puma} }\n`,
    ],
    // go-patch takes the empty path for the whole manifest.
    [
      'replaces the whole manifest',
      `- { type: replace, path: ${puma}/workers, value: 4 }\n- { type: replace, path: "", value: { a: 1 } }\n`,
    ],
  ])('says the last word anew behind an operation that %s', (_what, file) => {
    expect(editedText(file, ops([{ path: `${puma}/workers`, value: 5 }]))).toBe(
      file + added(`${puma}/workers`, 5),
    );
  });

  it('does not change a value that a merge brings from another operation', () => {
    const file = `- { type: replace, path: /x, value: &x { workers: 4 } }
- { type: replace, path: ${puma}, value: { <<: *x, max_threads: 10 } }
`;
    expect(editedText(file, ops([{ path: `${puma}/workers`, value: 5 }]))).toBe(
      file + added(`${puma}/workers`, 5),
    );
  });

  it.each([
    ['with a line end', '\n'],
    ['without a line end', ''],
  ])('adds several operations at the end of a file %s, each at its place', (_what, end) => {
    const result = editedFile(
      `- { type: replace, path: /a, value: 1 }${end}`,
      ops([
        { path: '/b', value: 2 },
        { path: '/c', value: 3 },
      ]),
    );
    expect(result.text).toBe(`- { type: replace, path: /a, value: 1 }\n${added('/b', 2)}${added('/c', 3)}`);
    // The value stands on the third line of its operation, behind “  value: ”.
    expect(result).toMatchObject({
      byHand: [],
      added: [
        { path: '/b', value: '2', line: 4, column: 10 },
        { path: '/c', value: '3', line: 7, column: 10 },
      ],
    });
  });

  it('indents what it adds as the list is, also where a dash stands on a line of its own', () => {
    const file = '# ours\n  -\n    type: replace\n    path: /a\n    value: 1\n';
    expect(editedText(file, ops([{ path: '/b', value: 2 }]))).toBe(
      `${file}  - type: replace\n    path: /b\n    value: 2\n`,
    );
  });

  it.each([
    ['a block of text at its end', '- type: replace\n  path: /a\n  value: |\n    text\n'],
    ['dots in a remark', '# and so on...\n- { type: replace, path: /a, value: 1 }\n'],
  ])('adds to a file with %s', (_what, file) => {
    expect(editedText(file, ops([{ path: '/b', value: 2 }]))).toBe(file + added('/b', 2));
  });

  it.each([
    ['is written in brackets', '[{ type: replace, path: /a, value: 1 }]\n'],
    ['ends with three dots', '- { type: replace, path: /a, value: 1 }\n...\n'],
    ['ends with three dots and nothing else', '- { type: replace, path: /a, value: 1 }\n...'],
    ['ends with three dots and a remark', '- { type: replace, path: /a, value: 1 }\n... # end\n'],
  ])('edits what is there but adds nothing to a list that %s', (_what, file) => {
    const wanted = ops([
      { path: '/a', value: 4 },
      { path: '/b', value: 2 },
    ]);
    const result = editedFile(file, wanted);
    expect(result.text).toBe(file.replace('value: 1', 'value: 4'));
    expect(result.byHand).toMatchObject([
      {
        path: '/b',
        value: '2',
        reason: 'The list is not one that can be added to at its end; add /b by hand.',
      },
    ]);
  });

  it('names the operation whose value is left to the user', () => {
    const file = `- type: replace\n  path: ${instances}\n  value: [ 8 ]\n`;
    expect(editedFile(file, ops([{ path: instances, value: 9 }])).byHand).toMatchObject([
      { path: instances, value: '9', place: { line: 3, column: 3 } },
    ]);
  });

  it.each([
    ['of words', '- a\n- b\n'],
    ['where one entry has no path', '- { type: replace, path: /a, value: 1 }\n- { type: replace }\n'],
  ])('refuses a list %s', (_what, file) => {
    expect(refusal(file, ops([{ path: '/a', value: 4 }]))).toBe(
      'Line 1, column 1: the file is no list of operations.',
    );
  });

  it('refuses a manifest where operations are wanted', () => {
    expect(refusal('# ours\nname: cf\n', ops([{ path: instances, value: 9 }]))).toBe(
      'Line 2, column 1: the file is no list of operations.',
    );
  });

  it('does not lengthen a block of text at the end of an ops file', () => {
    const file = '- type: replace\n  path: /a\n  value: |\n    text';
    const result = editedFile(file, ops([{ path: '/b', value: 1 }]));
    expect(result).toMatchObject({ text: file, byHand: [{ path: '/b', value: '1' }] });
  });

  it('edits the operation that decides a value, also one that replaces a whole map', () => {
    const file = `# ours
- type: replace
  path: ${instances}
  value: 8   # was 20
- path: ${puma}
  type: replace
  value: { workers: 4, max_threads: 10 }
`;
    const result = editedFile(
      file,
      ops([
        { path: instances, value: 9 },
        { path: `${puma}/max_threads`, value: 13 },
        { path: `${puma}/workers`, value: 4 },
        { path: `${group}/vm_type`, value: 'api-4cpu-16gb', comment: 'Must exist.' },
      ]),
    );
    expect(result.byHand).toEqual([]);
    expect(result.text).toBe(
      `${file.replace('value: 8 ', 'value: 9 ').replace('max_threads: 10', 'max_threads: 13')}# Must exist.\n- type: replace\n  path: ${group}/vm_type\n  value: api-4cpu-16gb\n`,
    );
    expect(result).toMatchObject({
      changed: [
        { path: instances, line: 4, before: '8', after: '9' },
        { path: `${puma}/max_threads`, line: 7, before: '10', after: '13' },
      ],
      // Comment, type and path stand above it, on lines 8 to 10.
      added: [{ path: `${group}/vm_type`, line: 11, value: 'api-4cpu-16gb' }],
    });
  });

  it('does not take a switch in quotes for the switch', () => {
    const file = `- type: replace\n  path: ${puma}/x\n  value: "false"\n`;
    expect(editedText(file, ops([{ path: `${puma}/x`, value: false }]))).toContain('value: false\n');
  });
});
