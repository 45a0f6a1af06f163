import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../../../src/sizing/calculators/heat/hot/read-yaml.ts';
import type { TemplateNode } from '../../../../../src/sizing/calculators/heat/hot/template-node.ts';

function entriesOf(node: TemplateNode | null | undefined): readonly (readonly [string, unknown])[] {
  if (node?.kind !== 'map') {
    throw new Error('This is no map.');
  }
  return node.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? value.value : value]);
}

describe('readYaml', () => {
  // yaml.org/type/merge.html: own keys override merged ones, and earlier maps of a list later ones.
  it('merges each key once: from the map itself, else from the first of the merged ones', () => {
    const { root } = readYaml('<<: [{k: 1, m: 2}, {k: 3, n: 4}]\nm: 5');
    expect(new Map(entriesOf(root))).toEqual(
      new Map([
        ['k', 1],
        ['n', 4],
        ['m', 5],
      ]),
    );
    expect(entriesOf(root)).toHaveLength(3);
  });
});
