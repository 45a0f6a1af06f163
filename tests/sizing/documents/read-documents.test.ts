import { describe, expect, it } from 'vitest';
import type { LocatedNode } from '../../../src/sizing/documents/located-node.ts';
import { readDocuments } from '../../../src/sizing/documents/read-documents.ts';

/** A node as plain values, keys in order. */
function plain(node: LocatedNode | null | undefined): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return [...node.entries].map(([key, entry]) => [key, plain(entry.value)]);
}

function read(text: string): unknown {
  const { documents, notes } = readDocuments(text);
  expect(notes).toEqual([]);
  return documents.map((document) => plain(document.root));
}

describe('readDocuments', () => {
  it('reads several documents, empty ones too', () => {
    expect(read('a: 1\n---\n- b\n---\n')).toEqual([[['a', '1']], ['b'], null]);
  });

  it('keeps every value as the text that stands there', () => {
    expect(read('a: 0644\nb: yes\nc: 2024-01-01\nd: "x\\ty"\ne: |\n  two\n  lines\n')).toEqual([
      [
        ['a', '0644'],
        ['b', 'yes'],
        ['c', '2024-01-01'],
        ['d', 'x\ty'],
        ['e', 'two\nlines\n'],
      ],
    ]);
  });

  // The example of the merge key's own page: https://yaml.org/type/merge.html
  it('merges as the merge key’s specification has it', () => {
    const text = `- &CENTER { x: 1, y: 2 }
- &LEFT { x: 0, y: 2 }
- &BIG { r: 10 }
- &SMALL { r: 1 }
- << : [ *CENTER, *BIG ]
  label: center/big
- << : [ *BIG, *LEFT, *SMALL ]
  x: 1
  label: center/big
`;
    const [list] = read(text) as [readonly (readonly [string, string][])[]];
    const asObject = (at: number) => Object.fromEntries(list[at] ?? []);
    const merged = { x: '1', y: '2', r: '10', label: 'center/big' };
    expect(asObject(4)).toEqual(merged);
    expect(asObject(5)).toEqual(merged);
  });

  it('takes an anchor that is set anew from there on', () => {
    expect(read('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')).toEqual([
      [
        ['a', '1'],
        ['b', '1'],
        ['c', '2'],
        ['d', '2'],
      ],
    ]);
  });

  it('knows where each value starts and ends, quotes included', () => {
    const text = 'a:  "q r"  # c\nb: plain\n';
    const root = readDocuments(text).documents[0]?.root;
    const ends = root?.kind === 'map' ? [...root.entries.values()].map((entry) => entry.value) : [];
    expect(ends.map((node) => (node.kind === 'scalar' ? text.slice(node.offset, node.end) : ''))).toEqual([
      '"q r"',
      'plain',
    ]);
  });

  it('counts how often a key stands in a map, and takes the last', () => {
    const { documents } = readDocuments('a: 1\nb: 2\na: 3\na: 4\n');
    expect(documents[0]?.repeats.map(({ key, offset, times }) => [key, offset, times])).toEqual([
      ['a', 15, 3],
    ]);
    expect(plain(documents[0]?.root)).toEqual([
      ['a', '4'],
      ['b', '2'],
    ]);
  });
});
