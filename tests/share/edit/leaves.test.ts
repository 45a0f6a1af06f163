import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../../src/share/edit/leaves.ts';
import { readDocuments } from '../../../src/sizing/documents/read-documents.ts';

describe('leavesOf', () => {
  it('gives every value with its path and place, empty lists and maps among them, and nothing else', () => {
    const text = 'a: 1\nb: [ 2, [], { c: "3" } ]\nd: {}\n';
    const root = readDocuments(text).documents[0]?.root;
    if (!root) throw new Error('not read');
    const leaves = [...leavesOf(root)].map(([path, leaf]) => [JSON.parse(path), leaf.text, leaf.offset]);
    expect(leaves).toEqual([
      [['a'], '1', text.indexOf('1')],
      [['b', '0'], '2', text.indexOf('2')],
      [['b', '1'], '[]', text.indexOf('[]')],
      [['b', '2', 'c'], '3', text.indexOf('"3"')],
      [['d'], '{}', text.indexOf('{}')],
    ]);
  });
});
