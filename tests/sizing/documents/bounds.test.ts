import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/sizing/documents/limits.ts';
import { type ReadText, readDocuments } from '../../../src/sizing/documents/read-documents.ts';
import { readIni } from '../../../src/sizing/documents/read-ini.ts';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i));

function complaintsOf({ notes }: ReadText): readonly string[] {
  return notes.map(({ message }) => message);
}

/** The only complaint about a text: where it points and what it says. */
function refusal(text: string): readonly [at: string, message: string] {
  const { documents, notes } = readDocuments(text);
  expect(documents).toEqual([]);
  expect(notes).toHaveLength(1);
  return [text.slice(notes[0]!.offset, notes[0]!.offset + 12), notes[0]!.message];
}

describe('readDocuments', () => {
  it('writes aliases out to 500,000 parts, and no more', () => {
    // The first list is 998 parts with itself, the second 1 + 500 of those, the map 1 and both: 500,000.
    const list = `{a: &a [${times(997, () => 'x').join(',')}],\nb: [${times(500, () => '*a').join(',')}]`;
    expect(limits.expandedNodes).toBe(500_000);
    expect(complaintsOf(readDocuments(`${list}}`))).toEqual([]);
    expect(refusal(`${list},\nc: 1}`)).toEqual([
      '{a: &a [x,x,',
      'aliases repeat this part too often to be read',
    ]);
  });

  it('counts the parts of maps as those of lists', () => {
    // The first map is 998 parts with itself, keys not counted.
    const map = `{a: &a {${times(997, (i) => `k${i}: x`).join(',')}},\nb: {${times(500, (i) => `m${i}: *a`).join(',')}}`;
    expect(complaintsOf(readDocuments(`${map}}`))).toEqual([]);
    expect(refusal(`${map},\nc: 1}`)).toEqual([
      '{a: &a {k0: ',
      'aliases repeat this part too often to be read',
    ]);
  });

  it('copies 200,000 entries by merges, and no more', () => {
    const base = `- &a {${times(1000, (i) => `k${i}: 1`).join(', ')}}\n- &b {last: 1}\n`;
    const merged = base + times(200, () => '- <<: *a\n').join('');
    expect(limits.mergedEntries).toBe(200_000);
    expect(complaintsOf(readDocuments(merged))).toEqual([]);
    expect(refusal(`${merged}- <<: *b\n`)).toEqual([
      '{last: 1}\n- ',
      'merges repeat this part too often to be read',
    ]);
  });

  it.each([
    ['a value', 'a: 1\n<<: text\n', 'text\n'],
    ['a list', 'a: 1\n<<: [[b]]\n', '[b]]\n'],
  ])('says where %s is merged that is no map', (_what, text, at) => {
    expect(refusal(text)).toEqual([at, 'the merge key << takes a map or a list of maps']);
  });

  it('places a key’s missing value at the key', () => {
    const text = 'first: 1\n? second\n';
    const root = readDocuments(text).documents[0]?.root;
    const value = root?.kind === 'map' ? root.entries.get('second')?.value : undefined;
    expect(value).toMatchObject({ kind: 'scalar', text: '', offset: text.indexOf('second') });
  });

  it.each([
    [1, 1],
    [9, 9],
    [10, 10],
    [11, 10],
    [500, 10],
  ])('lists of %i mistakes in the syntax the first %i, in their order', (mistakes, listed) => {
    // YAML 1.2, 5.7: no escape of double-quoted text is \q.
    const { notes } = readDocuments(`a: "${times(mistakes, () => '\\q').join('')}"\n`);
    expect(limits.syntaxErrors).toBe(10);
    expect(notes.map(({ offset }) => offset)).toEqual(Array.from({ length: listed }, (_, i) => 4 + 2 * i));
  });

  it('reads 100 documents in a file, and no more', () => {
    const documents = times(100, () => 'a: 1\n').join('---\n');
    expect(readDocuments(documents).documents).toHaveLength(100);
    expect(refusal(`${documents}---\nlast: 1\n`)).toEqual([
      '---\nlast: 1\n',
      'there are too many documents in the file',
    ]);
  });

  it('reads lists 99 deep, and none deeper than 100', () => {
    const nested = (levels: number) => readDocuments('['.repeat(levels) + ']'.repeat(levels));
    expect(complaintsOf(nested(99))).toEqual([]);
    expect(complaintsOf(nested(101))).toEqual(['this is nested deeper than 100 levels']);
  });

  it('reads 2 MB, and no byte more', () => {
    // A letter of two bytes: what counts is the size of the file.
    const text = `a: ${'é'.repeat(1024 * 1024 - 2)}\n`;
    expect(complaintsOf(readDocuments(text))).toEqual([]);
    expect(complaintsOf(readDocuments(`${text}\n`))).toEqual(['the file has 2.0 MB; up to 2 MB are read']);
  });
});

describe('readIni', () => {
  it.each([
    [1, 1],
    [10, 10],
    [11, 10],
    [500, 10],
  ])('lists of %i lines that are no option the first %i', (mistakes, listed) => {
    // An unusual line break is a warning, not a mistake, and takes no place from one.
    const { notes } = readIni(`[DEFAULT]\n${times(mistakes, () => 'word\n').join('')}# \u2028\n`);
    const errors = notes.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ offset }) => offset)).toEqual(Array.from({ length: listed }, (_, i) => 10 + 5 * i));
    expect(notes).toHaveLength(listed + 1);
  });

  it('reads 600,000 lines, and says so where there are more', () => {
    const lines = `[DEFAULT]\n${'\n'.repeat(599_998)}`;
    const { documents, notes } = readIni(`${lines}last = 1\n`);
    expect(notes).toEqual([]);
    const section =
      documents[0]?.root?.kind === 'map' ? documents[0].root.entries.get('DEFAULT')?.value : undefined;
    expect(section?.kind === 'map' && [...section.entries.keys()]).toEqual(['last']);
    expect(readIni(`${lines}\nlast = 1\n`).notes).toEqual([
      {
        severity: 'error',
        offset: lines.length + 1,
        message: 'the file has too many lines to be read; leave out what is no setting',
      },
    ]);
  });
});
