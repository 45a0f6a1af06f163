import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/sizing/documents/limits.ts';
import type { LocatedNode } from '../../../src/sizing/documents/located-node.ts';
import { readIni } from '../../../src/sizing/documents/read-ini.ts';
import { errorsIn } from './errors-in.ts';

/** Sections with their options, in order. */
function plain(node: LocatedNode | null | undefined): unknown {
  if (node?.kind !== 'map') return node?.kind === 'scalar' ? node.text : null;
  return [...node.entries].map(([key, { value }]) => [key, plain(value)]);
}

function read(text: string): unknown {
  const { documents, notes } = readIni(text);
  expect(notes).toEqual([]);
  expect(documents).toHaveLength(1);
  return plain(documents[0]?.root);
}

/** All that is said of a text: errors with the text they point at. */
function complaintsOf(text: string) {
  const read = readIni(text);
  const errors = errorsIn(text, read);
  expect(read.notes).toHaveLength(errors.length);
  return errors;
}

function optionOf(text: string, section: string, key: string): LocatedNode | undefined {
  const root = readIni(text).documents[0]?.root;
  const found = root?.kind === 'map' ? root.entries.get(section)?.value : undefined;
  return found?.kind === 'map' ? found.entries.get(key)?.value : undefined;
}

describe('readIni', () => {
  it('reads sections with options, by an equals sign or a colon, spaces or none', () => {
    expect(read('[DEFAULT]\na = 1\nb=2\nc : 3\nd:4\n\n[database]\nurl = mysql://x:y@z/heat?a=b\n')).toEqual([
      [
        'DEFAULT',
        [
          ['a', '1'],
          ['b', '2'],
          ['c', '3'],
          ['d', '4'],
        ],
      ],
      ['database', [['url', 'mysql://x:y@z/heat?a=b']]],
    ]);
  });

  it('reads lines that end as on Windows, and a last line without an end', () => {
    expect(read('[s]\r\na = 1\r\nb = 2')).toEqual([
      [
        's',
        [
          ['a', '1'],
          ['b', '2'],
        ],
      ],
    ]);
  });

  it('skips comments and empty lines, and takes a mark within a value for the value', () => {
    expect(read('# a\n; b\n[s]\n  \n#c = 1\n;d = 2\ne = 3 # four\nf#g = 5\n')).toEqual([
      [
        's',
        [
          ['e', '3 # four'],
          ['f#g', '5'],
        ],
      ],
    ]);
  });

  it('allows spaces behind a section’s bracket, brackets within its name, and empty values', () => {
    expect(read('[a b]  \nx =\n[c[d]]\ny =  \n')).toEqual([
      ['a b', [['x', '']]],
      ['c[d]', [['y', '']]],
    ]);
  });

  it('is empty for an empty text, and has a section without options', () => {
    expect(read('')).toEqual([]);
    expect(read('[s]\n')).toEqual([['s', []]]);
  });

  it('reads behind a byte order mark', () => {
    expect(read('\ufeff[s]\na = 1\n')).toEqual([['s', [['a', '1']]]]);
  });

  it('goes on in a section that comes a second time', () => {
    expect(read('[s]\na = 1\n[t]\nb = 2\n[s]\nc = 3\n')).toEqual([
      [
        's',
        [
          ['a', '1'],
          ['c', '3'],
        ],
      ],
      ['t', [['b', '2']]],
    ]);
  });

  it('knows where each value starts and ends', () => {
    const text = '[s]\nlong  =   ab=c  \nshort:d\n';
    for (const [key, value] of [
      ['long', 'ab=c'],
      ['short', 'd'],
    ] as const) {
      const node = optionOf(text, 's', key);
      expect(node?.kind === 'scalar' && text.slice(node.offset, node.end)).toBe(value);
      expect(node).toMatchObject({ kind: 'scalar', text: value, style: 'plain' });
    }
  });

  it('places sections and options at their lines, none of them merged', () => {
    const text = '# c\n[s]\na = 1\n';
    const root = readIni(text).documents[0]?.root;
    const section = root?.kind === 'map' ? root.entries.get('s') : undefined;
    expect(section).toMatchObject({ keyOffset: 4, isMerged: false, value: { kind: 'map', offset: 4 } });
    const option = section?.value.kind === 'map' ? section.value.entries.get('a') : undefined;
    expect(option).toMatchObject({ keyOffset: 8, isMerged: false, value: { offset: 12, end: 13 } });
  });

  it('joins a value that goes on in indented lines, which is never a number', () => {
    const text = '[s]\na = 1,\n    2,\n\t3\nb = 4\n';
    expect(optionOf(text, 's', 'a')).toMatchObject({ style: 'block', offset: 8 });
    expect(readIni(text).notes).toEqual([]);
    // That it goes on is all that matters: the first two lines show it.
    expect(optionOf(text, 's', 'a')).toMatchObject({ text: '1, 2,' });
    expect(optionOf(text, 's', 'b')).toMatchObject({ text: '4', style: 'plain' });
  });

  it('takes an indented comment mark as part of a value, and a comment at the margin for a comment', () => {
    expect(optionOf('[s]\na = 1\n  # 2\n', 's', 'a')).toMatchObject({ text: '1 # 2', style: 'block' });
    expect(optionOf('[s]\na = 1\n# x\n  2\n', 's', 'a')).toMatchObject({ text: '1 2', style: 'block' });
  });

  it.each([
    ['before any section', '  a = 1\n', '  a = 1'],
    ['behind a section', '[s]\n  a = 1\n', '  a = 1'],
    ['behind an empty line', '[s]\na = 1\n\n  2\n', '  2'],
    ['behind a line of spaces', '[s]\na = 1\n \n  2\n', '  2'],
  ])('says that an indented line %s goes on with nothing', (_where, text, at) => {
    expect(complaintsOf(text)).toEqual([
      [at, 'an indented line goes on with nothing; start it at the margin'],
    ]);
  });

  it.each(['word', '= 1', ': 1', '[s', '[]', '[a = 1', '[s] x'])(
    'says that “%s” is neither a section nor an option',
    (line) => {
      expect(complaintsOf(`[s]\n${line}\nb = 2\n`)).toEqual([
        [line, 'neither a section in brackets nor an option with its value'],
      ]);
    },
  );

  it('says that an option stands before the first section', () => {
    expect(complaintsOf('a = 1\n[s]\n')).toEqual([
      ['a = 1', 'an option stands here before the first section'],
    ]);
  });

  it('names a key that stands more than once, by section, and takes its last value', () => {
    const text = '[s]\na = 1\na = 2\nb = 3\n[t]\na = 4\n[s]\na = 5\nb = 6\n';
    const [document] = readIni(text).documents;
    expect(plain(document?.root)).toEqual([
      [
        's',
        [
          ['a', '5'],
          ['b', '6'],
        ],
      ],
      ['t', [['a', '4']]],
    ]);
    expect(
      document?.repeats.map(({ key, offset, times }) => [key, text.slice(offset, offset + 5), times]),
    ).toEqual([
      ['a', 'a = 5', 3],
      ['b', 'b = 6', 2],
    ]);
    expect(document?.repeats.map(({ value }) => plain(value))).toEqual(['5', '6']);
    expect(readIni('[s]\na = 1\n').documents[0]?.repeats).toEqual([]);
  });

  it('reads nothing of a file that is too large', () => {
    const { documents, lineOf, notes } = readIni(`[s]\n${'#'.repeat(limits.bytes)}`);
    expect(documents).toEqual([]);
    expect(notes).toEqual([
      { severity: 'error', offset: 0, message: 'the file has 2.0 MB; up to 2 MB are read' },
    ]);
    expect(lineOf(0)).toEqual({ line: 1, column: 1 });
  });
});
