import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, readYaml } from '../../../../../src/sizing/calculators/heat/hot/read-yaml.ts';
import type { TemplateNode } from '../../../../../src/sizing/calculators/heat/hot/template-node.ts';
import { TemplateFault } from '../../../../../src/sizing/calculators/heat/hot/template-problem.ts';
import type { Value } from '../../../../../src/sizing/calculators/heat/hot/value.ts';
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

const faultIn = (text: string): TemplateFault | undefined => {
  try {
    readYaml(text);
  } catch (error) {
    if (error instanceof TemplateFault) return error;
    throw error;
  }
  return undefined;
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

  it.each([
    ['!Ref b', 'Heat reads no tag !Ref; write the value without it.'],
    ['!Ref [b]', 'Heat reads no tag !Ref; write the value without it.'],
    ['!Ref {b: 1}', 'Heat reads no tag !Ref; write the value without it.'],
    ['!!binary "x"', 'Heat reads no tag !binary; write the value without it.'],
    ['{[b]: 1}', 'A key must be a single value; a list or a map stands here.'],
    ['{{b: 1}: 1}', 'A key must be a single value; a list or a map stands here.'],
    ['{<<: text}', 'The merge key << takes a map or a list of maps.'],
    ['{<<: [{a: 1}, text]}', 'The merge key << takes a map or a list of maps.'],
    ['*gone', 'The alias *gone has no anchor &gone before it.'],
    ['&x [*x]', 'The alias *x stands inside its own anchor &x.'],
    ['&x {b: {c: *x}}', 'The alias *x stands inside its own anchor &x.'],
  ])('refuses %s', (text, message) => {
    expect(() => readYaml(`a: ${text}`)).toThrow(message);
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

  it('refuses aliases that write out more than 500,000 nodes, and accepts fewer', () => {
    // Each level has a list of ten of the level before: 10 + 1, 110 + 1, … nodes, 111,111 and 1,111,111 in the end.
    const levels = (count: number): string =>
      Array.from({ length: count }, (_, at) => {
        const item = at === 0 ? 'x' : `*k${at - 1}`;
        return `k${at}: &k${at} [${Array.from({ length: 10 }, () => item).join(', ')}]`;
      }).join('\n');
    expect(() => readYaml(levels(5))).not.toThrow();
    expect(() => readYaml(levels(6))).toThrow('over 500,000 nodes when written out');
    const maps = (count: number): string =>
      levels(count).replaceAll(/\[.*\]/g, (list) => {
        const items = list.slice(1, -1).split(', ');
        return `{${items.map((item, at) => `i${at}: ${item}`).join(', ')}}`;
      });
    expect(() => readYaml(maps(5))).not.toThrow();
    expect(() => readYaml(maps(6))).toThrow('over 500,000 nodes when written out');
  });

  it('accepts a hundred levels', () => {
    const lists = (levels: number): string => `${'['.repeat(levels)}x${']'.repeat(levels)}`;
    expect(() => readYaml(lists(100))).not.toThrow();
    expect(() => readYaml(lists(101))).toThrow('Nested deeper than 100 levels; fewer are accepted.');
    const keys = (levels: number): string => `${'{? '.repeat(levels)}x${'}'.repeat(levels)}`;
    expect(() => readYaml(keys(101))).toThrow('Nested deeper than 100 levels');
    const maps = (levels: number): string => `${'{a: '.repeat(levels)}x${'}'.repeat(levels)}`;
    expect(() => readYaml(maps(100))).not.toThrow();
    expect(() => readYaml(maps(101))).toThrow('Nested deeper than 100 levels');
  });

  it.each([
    ['a letter', 'x', 1],
    ['the last of one byte', '\u007f', 1],
    ['the first of two', '\u0080', 2],
    ['the last of two', '\u07ff', 2],
    ['the first of three', '\u0800', 3],
    ['the last before the surrogates', '\ud7ff', 3],
    ['a pair of surrogates', '\u{10000}', 4],
    ['the last pair of surrogates', '\u{10ffff}', 4],
    ['the first after them', '\ue000', 3],
  ])('counts the bytes of %s as UTF-8 has them', (_, character, bytes) => {
    expect(() => readYaml(`#${character.repeat(524_288)}`)).toThrow(
      `The template has ${1 + bytes * 524_288} bytes; Heat accepts at most 524288 (max_template_size).`,
    );
  });

  it('accepts 524,288 bytes and no more', () => {
    expect(readYaml('#'.padEnd(524_288, 'x')).root).toBeNull();
    expect(() => readYaml('#'.padEnd(524_289, 'x'))).toThrow('524289 bytes');
  });

  it('reads JSON with tabs as it reads it without', () => {
    const text = fc.stringMatching(/^[a-z ,:#[\]{}'"-]{0,8}$/);
    const json = fc.letrec<{ readonly node: never }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.integer(),
        text,
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(text, tie('node'), { maxKeys: 3 }),
      ) as never,
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

  it('tells where a second document begins, also when it is broken', () => {
    for (const text of ['---\na: 1\n---\nb: 1', '---\na: 1\n---\nb: [']) {
      expect(faultIn(text)?.offset).toBe(9);
    }
    expect(faultIn('# only this\n---\na: [')?.code).toBe('yaml');
    expect(faultIn('a: 1\n\tb: 2')).toMatchObject({ code: 'tab', offset: 5 });
  });

  it('takes no directive for a fault that Heat takes for none', () => {
    expect(valueIn('%SOMETHING else\n---\na: 1')).toEqual(new Map([['a', 1]]));
  });

  it.each(['', '# nothing\n', '---\n', '~'])('finds nothing in %o', (text) => {
    const { root, notes } = readYaml(text);
    expect(root === null || valueOfNode(root) === null).toBe(true);
    expect(notes).toEqual([]);
  });

  it.each([
    ['a: [1', 'This is not YAML that Heat can read: '],
    ['a: "1', 'This is not YAML that Heat can read: '],
    ['\ta: 1', 'A tab stands here as indentation; YAML accepts spaces only.'],
    ['a: 1\n---\nb: 1', 'A template is one YAML document; a second one starts here.'],
    ['a: 1\n---\nb: [', 'A template is one YAML document; a second one starts here.'],
    [']', 'This is not YAML that Heat can read: '],
  ])('refuses %o in one sentence', (text, message) => {
    let said = '';
    try {
      readYaml(text);
    } catch (error) {
      said = error instanceof Error ? error.message : '';
    }
    expect(said.startsWith(message)).toBe(true);
    expect(said).not.toContain('\n');
    expect(said.length).toBeGreaterThan(message.length - 1);
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
