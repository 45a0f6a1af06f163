import { describe, expect, it } from 'vitest';
import { cycleIn, layersOf } from '../../../../../src/sizing/calculators/heat/hot/graph-shape.ts';

/** `a>b` for a that waits for b. */
const edgesOf = (text: string) =>
  text
    .split(' ')
    .filter((edge) => edge !== '')
    .map((edge) => ({ from: edge[0] ?? '', to: edge[2] ?? '' }));
const namesOf = (text: string): readonly string[] => [...text];

describe('layersOf', () => {
  it.each([
    ['nothing', '', '', 0, [], 0, ''],
    ['three side by side', 'abc', '', 1, [3], 3, 'abc'],
    ['a chain, whatever the order of names', 'abc', 'a>b b>c', 3, [1, 1, 1], 1, 'cba'],
    ['a diamond', 'abcd', 'b>a c>a d>b d>c', 3, [1, 2, 1], 1, 'abcd'],
    [
      'the longest path where a shorter one leads there too',
      'abcd',
      'd>a b>a c>b d>c',
      4,
      [1, 1, 1, 1],
      1,
      'abcd',
    ],
    ['two leaves, one of them alone', 'abc', 'c>a', 2, [2, 1], 2, 'abc'],
  ])('lays out %s', (_, names, edges, depth, widths, leaves, order) => {
    expect(layersOf(namesOf(names), edgesOf(edges))).toEqual({
      shape: { depth, widths, leaves },
      order: [...order],
    });
  });

  it('leaves out of the order what waits in a circle, and what waits for the circle', () => {
    expect(layersOf(namesOf('abcd'), edgesOf('b>c c>b d>b')).order).toEqual(['a']);
  });
});

describe('cycleIn', () => {
  it.each([
    ['nothing where there is none', 'abc', 'a>b b>c', ''],
    ['nothing for an empty stack', '', '', ''],
    ['one that waits for itself', 'ab', 'b>b a>b', 'b'],
    ['two, from the one that stands first', 'abc', 'c>b b>c', 'bc'],
    ['three in the order of waiting', 'abc', 'a>c c>b b>a', 'acb'],
    ['the circle alone where others wait for it', 'xab', 'x>b b>a a>b', 'ab'],
    [
      'the circle that comes behind what leads into it, from its earliest name',
      'xyabc',
      'x>y y>c c>a a>b b>c',
      'abc',
    ],
    ['the first wait of each where it has several', 'abc', 'a>b a>c b>a c>a', 'ab'],
    ['no way through what is no circle', 'abc', 'a>c a>b b>a', 'ab'],
  ])('finds %s', (_, names, edges, cycle) => {
    expect(cycleIn(namesOf(names), edgesOf(edges)).join('')).toBe(cycle);
  });
});
