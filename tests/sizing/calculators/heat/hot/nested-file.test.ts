import { describe, expect, it } from 'vitest';
import { givenFile } from '../../../../../src/sizing/calculators/heat/hot/nested-file.ts';

describe('givenFile', () => {
  it.each([
    ['n.yaml', 'main.yaml', 'n.yaml', 'n.yaml'],
    ['./n.yaml', 'lib/main.yaml', 'lib/n.yaml', 'lib/n.yaml'],
    ['../n.yaml', 'a/b/main.yaml', 'a/n.yaml', 'a/n.yaml'],
    ['../../n.yaml', 'a/main.yaml', '../n.yaml', '../n.yaml'],
    ['../../../n.yaml', 'a/main.yaml', '../../n.yaml', '../../n.yaml'],
    ['x/../n.yaml', '', 'n.yaml', 'n.yaml'],
    ['n.yaml', 'lib/main.yaml', 'n.yaml', 'n.yaml'],
    ['file:///lib/n.yaml', 'main.yaml', '/lib/n.yaml', '/lib/n.yaml'],
    ['n.yaml', 'file:///lib/main.yaml', '/lib/n.yaml', '/lib/n.yaml'],
    ['http://x/./n.yaml', 'lib/main.yaml', 'http://x/./n.yaml', 'http://x/./n.yaml'],
    ['n.yaml', 'main.yaml', 'other.yaml', undefined],
  ])('finds %s from %s among %s', (name, from, among, found) => {
    expect(givenFile(new Map([[among, 'text']]), name, from)?.name).toBe(found);
  });

  it('prefers the file beside the template that names it', () => {
    const files = new Map([
      ['n.yaml', 'outer'],
      ['lib/n.yaml', 'beside'],
    ]);
    expect(givenFile(files, 'n.yaml', 'lib/main.yaml')?.text).toBe('beside');
    expect(givenFile(files, 'n.yaml', 'main.yaml')?.text).toBe('outer');
  });
});
