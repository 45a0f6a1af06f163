import { describe, expect, it } from 'vitest';
import type { LocatedNode } from '../../../src/sizing/documents/located-node.ts';
import { readDocuments } from '../../../src/sizing/documents/read-documents.ts';
import { errorsIn } from './errors-in.ts';

function entriesOf(text: string) {
  const root: LocatedNode | null | undefined = readDocuments(text).documents[0]?.root;
  if (root?.kind !== 'map') throw new Error('no map');
  return root.entries;
}

function nodeAt(text: string, key = 'a') {
  return entriesOf(text).get(key)?.value;
}

/** All that is said of a text of which nothing is read. */
function refusalsOf(text: string) {
  const read = readDocuments(text);
  expect(read.documents).toEqual([]);
  expect(read.notes).toHaveLength(1);
  return errorsIn(text, read);
}

describe('readDocuments', () => {
  it.each([
    ['a: b\n', 'plain', 'b'],
    ["a: 'b'\n", 'quoted', 'b'],
    ['a: "b"\n', 'quoted', 'b'],
    ['a: |\n  b\n', 'block', 'b\n'],
    ['a: >-\n  b\n  c\n', 'block', 'b c'],
    ['a: !vault b\n', 'tagged', 'b'],
    ['a: !vault |\n  b\n', 'tagged', 'b\n'],
    ['a: &x b\n', 'plain', 'b'],
    ['a:\n', 'plain', ''],
    ['a: ""\n', 'quoted', ''],
  ])('tells how the value of %j is written: %s', (text, style, written) => {
    expect(nodeAt(text)).toMatchObject({ kind: 'scalar', style, text: written });
  });

  it('gives a value in an alias the place of what it stands for', () => {
    const text = 'x: &x 12\na: *x\n';
    expect(nodeAt(text)).toEqual(nodeAt(text, 'x'));
    expect(nodeAt(text)).toMatchObject({ text: '12', offset: 6 });
  });

  it('has lists and maps with their places', () => {
    const text = 'a:\n  - b\n  - c: d\n';
    const list = nodeAt(text);
    expect(list).toMatchObject({ kind: 'list', offset: text.indexOf('- b') });
    const items = list?.kind === 'list' ? list.items : [];
    expect(items.map(({ kind, offset }) => [kind, offset])).toEqual([
      ['scalar', text.indexOf('b')],
      ['map', text.indexOf('c')],
    ]);
  });

  it('marks what a merge brought, and only that', () => {
    const text = 'base: &b { x: 1, y: 2 }\na:\n  <<: *b\n  y: 3\n';
    const map = nodeAt(text);
    const entries = map?.kind === 'map' ? [...map.entries] : [];
    expect(
      entries.map(([key, { isMerged, value }]) => [key, isMerged, value.kind === 'scalar' && value.text]),
    ).toEqual([
      ['y', false, '3'],
      ['x', true, '1'],
    ]);
    expect(entriesOf(text).get('a')?.isMerged).toBe(false);
  });

  it('takes what stands in the map before a merge behind it, and the earlier of two merges', () => {
    const text = 'p: &p { x: 1, y: 1, z: 1 }\nq: &q { x: 2, w: 2 }\na:\n  y: 0\n  <<: [*p, *q]\n';
    const map = nodeAt(text);
    const texts = map?.kind === 'map' ? [...map.entries].map(([key, { value }]) => [key, value]) : [];
    expect(Object.fromEntries(texts)).toMatchObject({
      y: { text: '0' },
      x: { text: '1' },
      z: { text: '1' },
      w: { text: '2' },
    });
  });

  it('takes “<<” in quotes for a key like any other', () => {
    const text = 'a:\n  "<<": { x: 1 }\n  y: 2\n';
    const map = nodeAt(text);
    expect(map?.kind === 'map' && [...map.entries.keys()]).toEqual(['<<', 'y']);
  });

  it('refuses an alias within its own anchor, and one without an anchor, names cut at forty', () => {
    const long = 'n'.repeat(50);
    const cut = 'n'.repeat(40);
    expect(refusalsOf(`a: &${long} [*${long}]\n`)).toEqual([
      [`*${long}]`, `the alias *${cut} stands inside its own anchor &${cut}`],
    ]);
    expect(refusalsOf(`a: *${long}\n`)).toEqual([
      [`*${long}`, `the alias *${cut} has no anchor &${cut} before it`],
    ]);
  });

  it.each([
    // To YAML the inner braces are a map, and the key of the outer ones.
    ['{{ port }}: 1\n', '{ port }}: 1'],
    ['? [a, b]\n: 1\n', '[a, b]'],
  ])('refuses a key that is no single value where it stands: %j', (text, at) => {
    expect(refusalsOf(text)).toEqual([[at, 'a key must be a single value; text with {{ or [ needs quotes']]);
  });

  it.each([
    ['', []],
    ['---\n', [null]],
    ['---\n---\na: 1\n', [null, { kind: 'map' }]],
    ['--- ""\n', [{ kind: 'scalar', text: '', style: 'quoted' }]],
    ['--- word\n', [{ kind: 'scalar', text: 'word', style: 'plain' }]],
    ['--- []\n', [{ kind: 'list', items: [] }]],
    ['--- {}\n', [{ kind: 'map' }]],
  ])('reads %j as the documents %j, null where nothing stands in one', (text, roots) => {
    const { documents, notes } = readDocuments(text);
    expect(notes).toEqual([]);
    expect(documents).toHaveLength(roots.length);
    expect(documents).toMatchObject(roots.map((root) => ({ root, repeats: [] })));
  });

  it('places each document where its three dashes stand', () => {
    const text = '---\na: 1\n---\nb: 2\n';
    const offsets = readDocuments(text).documents.map(({ offset }) => offset);
    expect(offsets).toEqual([0, text.lastIndexOf('---')]);
  });
});
