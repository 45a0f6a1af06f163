import { describe, expect, it } from 'vitest';
import type { Value } from '../../../../../src/sizing/calculators/heat/hot/value.ts';
import { yaqlValue } from '../../../../../src/sizing/calculators/heat/hot/yaql-expression.ts';

const data: Value = new Map<string, Value>([
  ['n', 3],
  ['s', 'v3.26'],
  ['l', ['a', 'b']],
  ['m', new Map([['k', 'v']])],
  ['z', null],
  ['running', { opaque: 'digest' }],
]);
const valueIn = (expression: string): Value | undefined => yaqlValue(expression, data);

// yaql's documentation, standard library: operators, text and collections.
describe('yaqlValue', () => {
  it.each<readonly [string, Value]>([
    ['1 < 2', true],
    ['2 < 2', false],
    ['2 < 1', false],
    ['1 <= 2', true],
    ['2 <= 2', true],
    ['3 <= 2', false],
    ['2 > 1', true],
    ['2 > 2', false],
    ['1 > 2', false],
    ['3 >= 2', true],
    ['2 >= 2', true],
    ['1 >= 2', false],
    ['1.5 > 1', true],
    ['1 = 1', true],
    ['1 = 2', false],
    ['1 != 1', false],
    ['1 != 2', true],
    ['"a" = "b"', false],
    ['"b" in $.data.l', true],
    ['"c" in $.data.l', false],
    ['true or false', true],
    ['false or true', true],
    ['false or false', false],
    ['true and true', true],
    ['true and false', false],
    ['false and true', false],
    ['false and false or true', true],
    ['not true', false],
    ['not not 1', true],
    ['not ""', true],
    ['(1 < 2) and (2 < 1)', false],
    ['null = $.data.z', true],
    ['null', null],
    ['false', false],
    ['1 + 2 + 3', 6],
    ['"a" + \'b\'', 'ab'],
    ['$.data.l + $.data.l', ['a', 'b', 'a', 'b']],
    ['$.data.n + 1 = 4', true],
    ['  $.data.n  ', 3],
    ['$.data.m.k', 'v'],
    ['$.data.l[0]', 'a'],
    ['$.data.l[0 + 1]', 'b'],
    ['$.data.l.len()', 2],
    ['$.data.s.len()', 5],
    ['$.data.s.startsWith("v3")', true],
    ['$.data.s.startsWith("3")', false],
    ['$.data.s.startsWith("x", "v")', true],
    ['$.data.s.endsWith("26")', true],
    ['$.data.s.endsWith("v3")', false],
    ['$.data.s.endsWith("x", "26", "y")', true],
    ['"aB".toLower()', 'ab'],
    ['"aB".toUpper()', 'AB'],
  ])('%s comes to %o', (expression, value) => {
    expect(valueIn(expression)).toEqual(value);
  });

  it.each([
    '$.data.lost',
    '$.data.lost or true',
    'true or $.data.lost',
    '$.data.lost and false',
    'false and $.data.lost',
    'not $.data.lost',
    '$.data.lost + 1',
    '1 + $.data.lost',
    '1 + "a"',
    '"a" + 1',
    '$.data.l + "a"',
    '"a" + $.data.l',
    '$.data.running = 1',
    '1 < "2"',
    '"1" < 2',
    '"a" < "b"',
    '"a" in "abc"',
    '$.data.lost.k',
    '$.data.n.k',
    '$.data.l["0"]',
    '$.data.l[0',
    '$.data.s[0]',
    '$.data.lost[0]',
    '$.data.l.len(1)',
    '$.data.n.len()',
    '$.data.lost.len()',
    '$.data.m.len()',
    '$.data.n.startsWith("3")',
    '$.data.s.startsWith(3)',
    '$.data.s.startsWith("v", $.data.lost)',
    '$.data.s.matches("v")',
    '$.data.l.where($ = "a")',
    '$.data.s.startsWith("v" "x")',
    '$.data.s.startsWith("v",)',
    '"a\\"b"',
    'a1',
    'abc',
    '1 # 2',
    '# 1',
    '1 2',
    '1 +',
    '(1',
    ')',
    '',
    '$.data.s.startsWith(',
    '$.data.s.startsWith("v"',
    '$.data.s.startsWith("v",',
    '$.data.s.len(',
  ])('leaves open what it does not know: %s', (expression) => {
    expect(valueIn(expression)).toBeUndefined();
  });

  it('reads up to 200 words', () => {
    const negated = (words: number): string => `${'not '.repeat(words - 1)}1`;
    expect(valueIn(negated(200))).toBe(false);
    expect(valueIn(negated(201))).toBeUndefined();
  });
});
