import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, readYaml } from '../../../../../src/sizing/calculators/heat/hot/read-yaml.ts';
import type { TemplateNode } from '../../../../../src/sizing/calculators/heat/hot/template-node.ts';
import type { JsonValue, Value } from '../../../../../src/sizing/calculators/heat/hot/value.ts';
import {
  isMapValue,
  valueOfJson,
  valueOfNode,
} from '../../../../../src/sizing/calculators/heat/hot/value.ts';

function entriesOf(node: TemplateNode | null | undefined): readonly (readonly [string, unknown])[] {
  if (node?.kind !== 'map') {
    throw new Error('This is no map.');
  }
  return node.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? value.value : value]);
}

const valueIn = (text: string): Value | undefined => {
  const { root } = readYaml(text);
  return root === null ? undefined : valueOfNode(root);
};

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

  it('keeps the last of two keys in the place of the first, tells of it, and tells 1 from "1"', () => {
    const { root, notes } = readYaml('a: 1\nb: 2\na: 3\n1: x\n"1": y');
    expect(entriesOf(root)).toEqual([
      ['a', 3],
      ['b', 2],
      ['1', 'x'],
      ['1', 'y'],
    ]);
    expect(notes).toEqual([{ offset: 10, message: '"a" is defined twice; Heat takes the last one.' }]);
  });

  it.each<readonly [string, Value]>([
    ['!!int "5"', 5],
    ['!!float "1.5"', 1.5],
    ['!!bool "yes"', true],
    ['!!null ""', null],
    ['!!str 5', '5'],
    ['!!str yes', 'yes'],
    ['!!timestamp 2001-01-01', '2001-01-01'],
    ['!!seq [1]', [1]],
    ['!!map {a: 1}', new Map([['a', 1]])],
    ['"5"', '5'],
    ["'yes'", 'yes'],
    ['|-\n  5', '5'],
    ['&x 5', 5],
    ['2001-01-01', '2001-01-01'],
  ])('reads the tags of YAML itself, and quoted text as text: %s', (text, value) => {
    expect(valueIn(`a: ${text}`)).toEqual(new Map([['a', value]]));
  });

  it('shares what an alias stands for, of an anchor on any kind of value', () => {
    expect(valueIn('a: &s 1\nb: &l [2, *s]\nc: &m {k: *l}\nd: [*s, *l, *m]')).toEqual(
      new Map<string, Value>([
        ['a', 1],
        ['b', [2, 1]],
        ['c', new Map([['k', [2, 1]]])],
        ['d', [1, [2, 1], new Map([['k', [2, 1]]])]],
      ]),
    );
    expect(valueIn('a: &x 1\nb: &x 2\nc: *x')).toEqual(
      new Map([...'abc'].map((key, at) => [key, [1, 2, 2][at] ?? 0])),
    );
  });

  it('merges what a key << names, a map or a list of maps, and takes a quoted one for data', () => {
    const shared = valueIn('a: &x {k: 1, m: 2}\nb: {<<: *x, m: 3}');
    expect(isMapValue(shared) && shared.get('b')).toEqual(
      new Map([
        ['k', 1],
        ['m', 3],
      ]),
    );
    const b = readYaml('<<: {k: 1, m: 2}\nm: 3').root;
    expect(entriesOf(b)).toEqual([
      ['k', 1],
      ['m', 3],
    ]);
    expect(entriesOf(readYaml('"<<": 5').root)).toEqual([['<<', 5]]);
  });

  it('reads JSON with tabs as it reads it without', () => {
    const text = fc.stringMatching(/^[a-z ,:#[\]{}'"-]{0,8}$/);
    const json = fc.letrec<{ readonly node: JsonValue }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.integer(),
        text,
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(text, tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(fc.dictionary(text, json, { minKeys: 1, maxKeys: 4 }), (value) => {
        for (const indent of ['\t', '  ', '']) {
          expect(valueIn(JSON.stringify(value, null, indent))).toEqual(valueOfJson(value));
        }
      }),
      { numRuns: 60 },
    );
  });

  // What PyYAML 6.0.3 makes of them with libyaml, which Heat takes where it is there.
  it.each<readonly [string, readonly (readonly [string, Value])[]]>([
    [
      "a: {b: c\n  d, e: 'f\ng'}",
      [
        [
          'a',
          new Map([
            ['b', 'c d'],
            ['e', 'f g'],
          ]),
        ],
      ],
    ],
    ['a: [one\ntwo]', [['a', ['one two']]]],
    ['a: ["x\\\n  y"\n]', [['a', ['xy']]]],
    ['a: ["x\n\n  y"\n]', [['a', ['x\ny']]]],
    ['a: [b,\tc]', [['a', ['b', 'c']]]],
    [
      'a: ! 5\nb: ! [1]',
      [
        ['a', 5],
        ['b', [1]],
      ],
    ],
    ['%TAG !y! tag:yaml.org,2002:\n---\na: !y!str 5', [['a', '5']]],
    ['a: !<tag:yaml.org,2002:str> 5', [['a', '5']]],
  ])("reads %o as Heat's own reader does", (text, entries) => {
    expect(valueIn(text)).toEqual(new Map(entries));
  });

  it.each<readonly [string, string, number]>([
    ['plain text', 'a: b', 3],
    ['quoted text, at its quote', 'a:  "b"', 4],
    ['a block of text, at its sign', 'a: |  # why > that\n  b', 3],
    ['a folded one', 'a>: >-\n  b', 4],
    ['an empty block at the end', 'a: |', 3],
    ['nothing between braces, after the colon', '{a: , b: 1}', 3],
    ['nothing, after the colon', 'a:\nb: 1', 2],
    ['nothing behind a quoted key', '"a":', 4],
    ['a list', 'a:\n  - 1', 5],
    ['a list in brackets', 'a: [1]', 3],
    ['a map', 'a:\n  b: 1', 5],
    ['a value behind its anchor and tag', 'a: &x !!str b', 12],
  ])('knows where a value stands: %s', (_, text, offset) => {
    const { root } = readYaml(text);
    expect(root?.kind === 'map' && root.entries[0]?.value.offset).toBe(offset);
  });

  it('reads a value alone, with its tag', () => {
    expect(valueIn('!!str 5')).toBe('5');
    expect(valueIn('! 5')).toBe(5);
  });

  it('takes no directive for a fault that Heat takes for none', () => {
    expect(valueIn('%SOMETHING else\n---\na: 1')).toEqual(new Map([['a', 1]]));
  });

  it.each(['', '# nothing\n', '---\n', '~'])('finds nothing in %o', (text) => {
    const { root, notes } = readYaml(text);
    expect(root === null || valueOfNode(root) === null).toBe(true);
    expect(notes).toEqual([]);
  });
});

describe('linesOf', () => {
  it('counts lines and columns from 1, also past the end', () => {
    const lineOf = linesOf('ab\n\nc');
    expect([0, 1, 2, 3, 4, 5, 99].map((offset) => Object.values(lineOf(offset)))).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 1],
      [3, 1],
      [3, 2],
      [3, 2],
    ]);
    expect(linesOf('')(0)).toEqual({ line: 1, column: 1 });
  });
});
