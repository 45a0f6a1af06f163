import { describe, expect, it } from 'vitest';
import { applyFunction } from '../../../../../src/sizing/calculators/heat/hot/template-functions.ts';
import type { Operation } from '../../../../../src/sizing/calculators/heat/hot/template-version.ts';
import type { Value } from '../../../../../src/sizing/calculators/heat/hot/value.ts';
import { isOpaque, sameValue } from '../../../../../src/sizing/calculators/heat/hot/value.ts';

const apply = (operation: Operation, args: Value): Value =>
  applyFunction(
    { kind: 'call', name: 'f', operation, args: { kind: 'scalar', value: null, offset: 0 }, offset: 5 },
    args,
  );
const map = (entries: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(entries));
const running = { opaque: 'digest [md5, a]' };
const replaceIn = (template: Value, params: Value) => map({ template, params });
const loop = (forEach: Value, template: Value, more: Readonly<Record<string, Value>> = {}) =>
  map({ for_each: forEach, template, ...more });

// The HOT guide describes each function; what is refused is what functions.py raises an error for.
describe('applyFunction', () => {
  it.each<readonly [Operation, Value, Value]>([
    ['join', ['-', ['a', 'b']], 'a-b'],
    ['join', ['-', ['a', null, 'b']], 'a--b'],
    ['join', ['-', ['a'], null, '', ['b', 'c']], 'a-b-c'],
    ['join', ['-', null], ''],
    ['join', ['-', [map({ k: 1 }), ['x']]], '{"k": 1}-["x"]'],
    ['replace', replaceIn('aab', map({ a: 'b', aa: 'c' })), 'cb'],
    ['replace', replaceIn('abc', map({ bc: 'Y', ab: 'X' })), 'Xc'],
    ['replace', replaceIn('abc', map({ ab: 'X', bc: 'Y' })), 'Xc'],
    ['replace', replaceIn('a.b', map({ a: 'b', b: 'a' })), 'b.a'],
    [
      'replace',
      replaceIn('n t m l', map({ n: null, t: true, m: map({ k: [1] }), l: 5, '': 'z' })),
      ' True {"k": [1]} 5',
    ],
    ['replaceList', [map({ a: 'b' }), 'an'], 'bn'],
    ['split', [',', 'a,b,c'], ['a', 'b', 'c']],
    ['split', [',', 'a,b,c', 0], 'a'],
    ['strSplit', [',', 'a,b,c', '2'], 'c'],
    ['strSplit', [',', 'a,b,c', -1], 'c'],
    ['strSplit', [',', null], null],
    ['select', [1, ['a', 'b']], 'b'],
    ['select', ['0', ['a', 'b']], 'a'],
    ['select', [7, ['a', 'b']], ''],
    ['select', ['k', map({ k: 'v' })], 'v'],
    ['select', ['gone', map({ k: 'v' })], ''],
    ['select', [0, null], ''],
    ['select', [0, ''], ''],
    ['mapMerge', [map({ a: 1, b: 1 }), null, map({ b: 2, c: 3 })], map({ a: 1, b: 2, c: 3 })],
    ['mapMerge', [null], map({})],
    [
      'mapReplace',
      [map({ a: 'x', b: 'y' }), map({ keys: map({ a: 'c' }), values: map({ y: 'z' }) })],
      map({ c: 'x', b: 'z' }),
    ],
    [
      'mapReplace',
      [map({ a: null, b: ['m'] }), map({ values: map({ null: 'n', m: 'z' }) })],
      map({ a: 'n', b: ['m'] }),
    ],
    ['mapReplace', [map({ a: 1 }), map({ keys: 'text' })], map({ a: 1 })],
    [
      'filter',
      [
        ['a', 'c'],
        ['a', 'b', 'c', 'd'],
      ],
      ['b', 'd'],
    ],
    ['filter', [null, ['a', 'b']], ['a', 'b']],
    ['filter', [['a'], null], null],
    ['listConcat', [['a', 'b'], null, ['b']], ['a', 'b', 'b']],
    ['listConcatUnique', [['a', 'b'], null, ['c', 'b', 'a']], ['a', 'b', 'c']],
    ['contains', ['a', ['b', 'a']], true],
    ['contains', ['c', ['b', 'a']], false],
    ['contains', ['b', 'abc'], true],
    ['contains', ['ac', 'abc'], false],
    ['equals', ['a', 'a'], true],
    ['equals', [1, '1'], false],
    ['equals', [null, null], true],
    ['base64', 'text', 'text'],
    ['yaql', map({ expression: '$.data.a + 1', data: map({ a: 2 }) }), 3],
    ['yaql', map({ expression: '1 + 1' }), 2],
    ['repeat', loop(map({ '%i%': ['a', 'b'] }), '%i%-%i%'), ['a-a', 'b-b']],
    ['repeat', loop(map({ x: [1, 2], y: ['a', 'b'] }), 'x-y'), ['1-a', '1-b', '2-a', '2-b']],
    [
      'repeat',
      loop(map({ x: [1, 2], y: ['a', 'b'] }), 'x-y', { permutations: true }),
      ['1-a', '1-b', '2-a', '2-b'],
    ],
    ['repeat', loop(map({ x: [1, 2], y: ['a', 'b'] }), 'x-y', { permutations: false }), ['1-a', '2-b']],
    ['repeat', loop(map({}), 'x', { permutations: false }), []],
    ['repeat', loop(map({ x: [map({ k: 1 }), true] }), 'x'), ['{"k": 1}', 'True']],
    ['repeat', loop(map({ x: map({ a: 1, b: 2 }) }), 'x'), ['a', 'b']],
    ['repeat', loop(map({ x: ['a'] }), ['x', map({ kx: ['x', 5] })]), [['a', map({ ka: ['a', 5] })]]],
    ['repeat', loop(map({ x: [] }), 'x'), []],
    ['repeat', loop(map({ x: null }), 'x'), []],
  ])('%s of %o comes to %o', (operation, args, result) => {
    expect(apply(operation, args)).toEqual(result);
  });

  it.each<readonly [Operation, Value]>([
    ['join', [1, ['a']]],
    ['join', [null, ['a']]],
    ['join', ['-', 'abc']],
    ['join', ['-', ['a'], 'abc']],
    ['join', ['-', ['a', 1]]],
    ['join', ['-', [true, 'a']]],
    ['join', ['-', [1, 2]]],
    ['replace', replaceIn('a', ['a'])],
    ['replace', replaceIn('a', null)],
    ['replace', replaceIn(5, map({ a: 'b' }))],
    ['replace', replaceIn(null, map({ a: 'b' }))],
    ['replace', 'text'],
    ['split', ['', 'ab']],
    ['split', [null, 'ab']],
    ['split', [',', 5]],
    ['split', [',', ['a']]],
    ['split', [',', 'a,b', 2]],
    ['select', ['k', 'text']],
    ['select', [0, 5]],
    ['mapMerge', [map({}), 'text']],
    ['mapMerge', ['text', null]],
    ['mapReplace', ['text', map({})]],
    ['mapReplace', [map({}), 'text']],
    ['listConcat', [['a'], 'b']],
    ['listConcat', ['b', null]],
    ['listConcatUnique', [['a'], 'b']],
    ['contains', [1, 'abc']],
    ['contains', ['a', 5]],
    ['contains', [null, 'null']],
    ['repeat', loop(['a'], 'x')],
    ['repeat', map({ template: 'x' })],
    ['join', loop(map({ x: ['a'] }), 'x')],
    ['repeat', ['a']],
    ['equals', 'text'],
  ])('%s of %o is refused, with its place', (operation, args) => {
    expect(() => apply(operation, args)).toThrow('"f" cannot work with these arguments.');
    expect(() => apply(operation, args)).toThrow(expect.objectContaining({ code: 'function', offset: 5 }));
  });

  // Two such values are the same only if made by the same function of the same arguments.
  it.each<readonly [Operation, Value, Value]>([
    ['opaque', ['md5', 'a'], ['md5', 'b']],
    ['removed', 'a', 'b'],
    ['join', ['-', running], ['+', running]],
    ['join', ['-', running, ['a']], ['-', running, ['b']]],
    ['join', ['-', ['a', running]], ['-', ['b', running]]],
    ['replace', replaceIn(running, map({ a: 'b' })), replaceIn(running, map({ a: 'c' }))],
    ['replace', replaceIn('x', map({ a: running })), replaceIn('y', map({ a: running }))],
    ['split', [',', running, 0], [',', running, 1]],
    ['select', [0, running], [1, running]],
    ['repeat', loop(map({ x: ['a'], y: running }), 'x'), loop(map({ x: ['b'], y: running }), 'x')],
    [
      'yaql',
      map({ expression: '$.data.where(1)', data: 1 }),
      map({ expression: '$.data.where(1)', data: 2 }),
    ],
    ['yaql', map({ expression: 5 }), map({ expression: 6 })],
  ])('%s of %o is for a running Heat to know', (operation, args, other) => {
    expect(isOpaque(apply(operation, args))).toBe(true);
    expect(sameValue(apply(operation, args), apply(operation, args))).toBe(true);
    expect(sameValue(apply(operation, args), apply(operation, other))).toBe(false);
  });

  it('puts together text of up to 10,000,000 characters', () => {
    const joined = (pieces: number, separator: number): Value =>
      apply('join', ['-'.repeat(separator), ['a'.repeat(pieces)]]);
    expect(joined(9_999_999, 1)).toHaveLength(9_999_999);
    expect(() => joined(9_999_999, 2)).toThrow('cannot work');
    // 1000 places for text of 9,999 characters, in a template of 1000: 10,000,000 are counted.
    const filled = (by: number): Value =>
      apply('replace', replaceIn('a'.repeat(1000), map({ a: 'b'.repeat(by) })));
    expect(filled(9_999)).toHaveLength(9_999_000);
    expect(() => filled(10_000)).toThrow('cannot work');
  });

  it('writes a repeat of up to 100,000 items, whatever the number of its lists', () => {
    const items = (count: number): readonly Value[] => Array.from({ length: count }, () => 'a');
    expect(apply('repeat', loop(map({ x: items(400), y: items(250) }), 5))).toHaveLength(100_000);
    expect(() => apply('repeat', loop(map({ x: items(401), y: items(250) }), 5))).toThrow(
      'This repeat writes 100250 items; up to 100000 are read here.',
    );
  });
});
