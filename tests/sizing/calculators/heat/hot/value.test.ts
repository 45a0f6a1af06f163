import { describe, expect, it } from 'vitest';
import { weightOf } from '../../../../../src/sizing/calculators/heat/hot/node-weight.ts';
import { readYaml } from '../../../../../src/sizing/calculators/heat/hot/read-yaml.ts';
import type { TemplateNode } from '../../../../../src/sizing/calculators/heat/hot/template-node.ts';
import { isEmptyNode, textOf } from '../../../../../src/sizing/calculators/heat/hot/template-node.ts';
import type { Value } from '../../../../../src/sizing/calculators/heat/hot/value.ts';
import {
  holdsOpaque,
  isTruthy,
  jsonText,
  nodeOfValue,
  sameValue,
  scalarText,
  valueOfJson,
  valueOfNode,
} from '../../../../../src/sizing/calculators/heat/hot/value.ts';

const running = { opaque: 'digest [md5, a]' };
const map = (...entries: readonly (readonly [string, Value])[]): Value => new Map(entries);
const nodeIn = (yaml: string): TemplateNode | undefined => readYaml(yaml).root ?? undefined;

// Python: None equals nothing but itself, True equals 1, text never equals a number.
describe('sameValue', () => {
  it.each<readonly [Value, Value, boolean]>([
    [null, null, true],
    [null, 0, false],
    [null, false, false],
    ['', null, false],
    [true, 1, true],
    [0, false, true],
    [true, 2, false],
    ['1', 1, false],
    ['a', 'a', true],
    ['a', 'b', false],
    [[], [], true],
    [[1, 2], [1, 2], true],
    [[1, 2], [1, 3], false],
    [[1, 2], [3, 2], false],
    [[1], [1, 2], false],
    [[1, null], [1], false],
    [['a'], 'a', false],
    ['a', ['a'], false],
    [[], map(), false],
    [map(), [], false],
    [map(), map(), true],
    [map(['a', 1]), map(['a', true]), true],
    [map(['a', 1]), map(['a', 2]), false],
    [map(['a', 1]), map(['b', 1]), false],
    [map(['a', null]), map(['b', null]), false],
    [map(['a', 1]), map(['a', 1], ['b', 2]), false],
    [map(['a', 1], ['b', 2]), map(['a', 1]), false],
    [map(['a', 1], ['b', 2]), map(['b', 2], ['a', 1]), true],
    [map(['a', 1], ['b', 2]), map(['a', 1], ['b', 3]), false],
    [map(['a', 1]), 'a', false],
    [1, map(['a', 1]), false],
    [[1, map(['a', true])], [true, map(['a', 1])], true],
    [running, { opaque: 'digest [md5, a]' }, true],
    [running, { opaque: 'digest [md5, b]' }, false],
    [running, null, false],
    [null, running, false],
    [running, 'digest [md5, a]', false],
    [running, [running], false],
  ])('compares %o with %o as Python does: %s', (left, right, isSame) => {
    expect(sameValue(left, right)).toBe(isSame);
  });
});

describe('isTruthy', () => {
  it.each<readonly [Value, boolean]>([
    [null, false],
    [false, false],
    [0, false],
    ['', false],
    [[], false],
    [map(), false],
    [true, true],
    [1, true],
    ['False', true],
    [[null], true],
    [map(['a', null]), true],
    [running, true],
  ])('takes %o for %s as Python does', (value, isTrue) => {
    expect(isTruthy(value)).toBe(isTrue);
  });
});

describe('scalarText', () => {
  it.each([
    [true, 'True'],
    [false, 'False'],
    [1.5, '1.5'],
    [0, '0'],
    ['a', 'a'],
  ])('writes %o as str() does: %s', (value, text) => {
    expect(scalarText(value)).toBe(text);
  });
});

describe('jsonText', () => {
  // json.dumps with sort_keys, as heat/engine/function.py and hot/functions.py write maps and lists into text.
  it.each<readonly [Value, string]>([
    [map(['b', [1, 'x', null]], ['a', true]), '{"a": true, "b": [1, "x", null]}'],
    [map(), '{}'],
    [[], '[]'],
    [['say "hi"', false], '["say \\"hi\\"", false]'],
    [map(['a', map(['c', 0])]), '{"a": {"c": 0}}'],
    [[running], '["digest [md5, a]"]'],
  ])('writes %o with sorted keys and spaces as Python does', (value, text) => {
    expect(jsonText(value)).toBe(text);
  });
});

describe('holdsOpaque', () => {
  it.each<readonly [Value, boolean]>([
    [running, true],
    [['a', running], true],
    [[running, 'a'], true],
    [map(['a', 1], ['b', [running]]), true],
    [['a', 1, null], false],
    [map(['a', 'b']), false],
    ['opaque', false],
    [null, false],
  ])('finds in %o what only a running Heat knows: %s', (value, holds) => {
    expect(holdsOpaque(value)).toBe(holds);
  });
});

describe('valueOfJson', () => {
  it('turns objects into maps however deep, and leaves the rest', () => {
    expect(valueOfJson({ a: [1, null, { b: 'c' }], d: false })).toEqual(
      map(['a', [1, null, map(['b', 'c'])]], ['d', false]),
    );
    expect(valueOfJson([])).toEqual([]);
    expect(valueOfJson(null)).toBeNull();
    expect(valueOfJson('a')).toBe('a');
  });
});

describe('nodeOfValue', () => {
  it('puts values back so that reading them gives the same, each at the given place', () => {
    const value = map(['a', [1, null, map(['b', 'c'])]], ['d', false]);
    const node = nodeOfValue(value, 17);
    expect(valueOfNode(node)).toEqual(value);
    expect(JSON.stringify(node).match(/"offset":\d+/g)).toEqual(
      Array.from({ length: 7 }, () => '"offset":17'),
    );
    expect(JSON.stringify(node).match(/"keyOffset":17/g)).toHaveLength(3);
  });

  it('puts what only a running Heat knows back as text', () => {
    expect(nodeOfValue(running, 3)).toEqual({ kind: 'scalar', value: 'digest [md5, a]', offset: 3 });
  });
});

describe('isEmptyNode', () => {
  // As "not section" does in Python.
  it.each([
    ['', true],
    ['~', true],
    ['""', true],
    ['false', true],
    ['0', true],
    ['[]', true],
    ['{}', true],
    ['true', false],
    ['1', false],
    ['text', false],
    ['[0]', false],
    ['{a: }', false],
  ])('takes "%s" for empty: %s', (yaml, isEmpty) => {
    expect(isEmptyNode(nodeIn(yaml))).toBe(isEmpty);
  });
});

describe('textOf', () => {
  it('is the text of a scalar that is text, and nothing else', () => {
    expect(['a', '1', 'true', '~', '[a]', '{a: b}'].map((yaml) => textOf(nodeIn(yaml)))).toEqual([
      'a',
      ...[1, 2, 3, 4, 5].map(() => undefined),
    ]);
  });
});

describe('weightOf', () => {
  it.each([
    ['one value', '1', 1],
    ['a list and each in it', '[1, true, [2]]', 5],
    ['a map and each value in it, not the keys', '{a: 1, b: {c: 2}}', 4],
    ['text by each 64 characters more', '"'.concat('x'.repeat(128), '"'), 3],
  ])('counts %s', (_, yaml, weight) => {
    const node = nodeIn(yaml);
    expect(node && weightOf(node)).toBe(weight);
  });
});
