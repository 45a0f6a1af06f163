import { describe, expect, it } from 'vitest';
import type { LocatedNode } from '../../../src/sizing/documents/located-node.ts';
import { readDocuments } from '../../../src/sizing/documents/read-documents.ts';

function entriesOf(text: string) {
  const root: LocatedNode | null | undefined = readDocuments(text).documents[0]?.root;
  if (root?.kind !== 'map') throw new Error('no map');
  return root.entries;
}

function nodeAt(text: string, key = 'a') {
  return entriesOf(text).get(key)?.value;
}

/** The only complaint about a text: where it points and what it says. */
function refusal(text: string): readonly [at: string, message: string] {
  const { documents, notes } = readDocuments(text);
  expect(documents).toEqual([]);
  expect(notes.map(({ severity }) => severity)).toEqual(['error']);
  return [text.slice(notes[0]?.offset).trimEnd(), notes[0]?.message ?? ''];
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
    const text = 'p: &p { x: 1, z: 1 }\nq: &q { x: 2, w: 2 }\na:\n  y: 0\n  <<: [*p, *q]\n';
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
    expect(refusal(`a: &${long} [*${long}]\n`)).toEqual([
      `*${long}]`,
      `the alias *${cut} stands inside its own anchor &${cut}`,
    ]);
    expect(refusal(`a: *${long}\n`)).toEqual([
      `*${long}`,
      `the alias *${cut} has no anchor &${cut} before it`,
    ]);
  });

  it.each([
    ['{{ port }}: 1\n', '{{ port }}: 1'],
    ['? [a, b]\n: 1\n', '[a, b]\n: 1'],
  ])('refuses a key that is no single value: %j', (text, at) => {
    const [where, message] = refusal(text);
    expect(message).toBe('a key must be a single value; text with {{ or [ needs quotes');
    expect(at.endsWith(where)).toBe(true);
  });

  it.each([
    ['', 1, null],
    ['---\n', 1, null],
    ['---\n---\na: 1\n', 2, null],
    ['--- ""\n', 1, { kind: 'scalar', text: '', style: 'quoted' }],
    ['--- word\n', 1, { kind: 'scalar', text: 'word', style: 'plain' }],
    ['--- []\n', 1, { kind: 'list', items: [] }],
    ['--- {}\n', 1, { kind: 'map' }],
  ])('reads %j as %i documents, the first empty where nothing stands in it', (text, count, root) => {
    const { documents, notes } = readDocuments(text);
    expect(notes).toEqual([]);
    if (text !== '') expect(documents).toHaveLength(count);
    if (root === null) expect(documents[0]?.root ?? null).toBeNull();
    else expect(documents[0]?.root).toMatchObject(root);
    expect(documents[0]?.repeats ?? []).toEqual([]);
  });

  it('places each document where it begins', () => {
    const text = '---\na: 1\n---\nb: 2\n';
    const offsets = readDocuments(text).documents.map(({ offset }) => offset);
    expect(offsets).toHaveLength(2);
    expect(offsets[0]).toBeLessThanOrEqual(text.indexOf('a'));
    expect(offsets[1]).toBeGreaterThanOrEqual(text.indexOf('1'));
    expect(offsets[1]).toBeLessThanOrEqual(text.indexOf('b'));
  });
});
