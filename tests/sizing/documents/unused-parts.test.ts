import { describe, expect, it } from 'vitest';
import { entryOf, type LocatedNode } from '../../../src/sizing/documents/located-node.ts';
import { readDocuments } from '../../../src/sizing/documents/read-documents.ts';
import { unusedParts } from '../../../src/sizing/documents/unused-parts.ts';

/** The unused parts of a text whose lists and maps are entered and whose values under the named keys are used. */
function unusedOf(text: string, usedKeys: readonly string[], path = '') {
  const { documents, lineOf } = readDocuments(text);
  const root = documents[0]?.root;
  if (!root) throw new Error('nothing read');
  const used = new Set<LocatedNode>();
  const entered = new Set<LocatedNode>();
  const enter = (node: LocatedNode): void => {
    if (node.kind === 'scalar') return;
    entered.add(node);
    if (node.kind === 'list') node.items.forEach(enter);
    else
      for (const [key, { value }] of node.entries) {
        if (usedKeys.includes(key)) used.add(value);
        else if (key !== 'closed') enter(value);
      }
  };
  enter(root);
  return unusedParts([{ node: root, path }], used, entered, lineOf);
}

describe('unusedParts', () => {
  it('names each part of which nothing was used, by path and place, and says nothing of used ones', () => {
    const text = 'a: 1\nb:\n  c: 2\n  d: [3, 4]\n';
    expect(unusedOf(text, ['c'])).toEqual({
      listed: [
        { path: '/a', line: 1, column: 1 },
        { path: '/b/d/0', line: 4, column: 7 },
        { path: '/b/d/1', line: 4, column: 10 },
      ],
      leftOut: 0,
    });
  });

  it('lists a part that was not entered once, however much it holds', () => {
    expect(unusedOf('closed:\n  a: 1\n  b: [1, 2]\n', []).listed).toEqual([
      { path: '/closed', line: 1, column: 1 },
    ]);
  });

  it('calls items by their name where they have one, and by their position where not', () => {
    const text = '- name: api\n  x: 1\n- x: 2\n- word\n';
    expect(unusedOf(text, ['name']).listed.map(({ path }) => path)).toEqual(['/name=api/x', '/1/x', '/2']);
  });

  it('calls a whole text that is not used by its root', () => {
    const { documents, lineOf } = readDocuments('a: 1\n');
    const root = documents[0]?.root;
    const value = entryOf(root, 'a');
    if (!root || !value) throw new Error('nothing read');
    const none = new Set<LocatedNode>();
    const listedAs = (path: string, node = root, used: ReadonlySet<LocatedNode> = none) =>
      unusedParts([{ node, path }], used, none, lineOf).listed;
    expect(listedAs('')).toEqual([{ path: '/', line: 1, column: 1 }]);
    expect(listedAs('/doc')).toEqual([{ path: '/doc', line: 1, column: 1 }]);
    expect(listedAs('/a', value, new Set([value]))).toEqual([]);
  });

  it.each([
    [199, 199, 0],
    [200, 200, 0],
    [201, 200, 1],
    [450, 200, 250],
  ])('lists of %i parts %i and counts the other %i', (parts, listed, leftOut) => {
    const text = Array.from({ length: parts }, (_, index) => `k${index}: 1\n`).join('');
    const unused = unusedOf(text, []);
    expect(unused.listed).toHaveLength(listed);
    expect(unused.leftOut).toBe(leftOut);
  });

  it('cuts a key of a hundred characters at forty', () => {
    expect(unusedOf(`${'k'.repeat(100)}: 1\n`, []).listed[0]?.path).toBe(`/${'k'.repeat(40)}…`);
  });
});
