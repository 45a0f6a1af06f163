import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../../../src/sizing/calculators/heat/hot/read-yaml.ts';
import { TemplateFault } from '../../../../../src/sizing/calculators/heat/hot/template-problem.ts';

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

  it('tells where a second document begins, also when it is broken', () => {
    for (const text of ['---\na: 1\n---\nb: 1', '---\na: 1\n---\nb: [']) {
      expect(faultIn(text)?.offset).toBe(9);
    }
    expect(faultIn('a: 1\n---')?.offset).toBe(5);
    // Where the first one ends, when that is all that parts them.
    expect(faultIn('a: 1\n...\nb: 2')?.offset).toBe(5);
    for (const text of ['# only this\n---\na: [', 'a: x ---\nb: [']) {
      expect(faultIn(text)?.message).toMatch(/^This is not YAML/);
    }
  });

  it('tells where a tab indents, also behind spaces', () => {
    expect(faultIn('a: 1\n\tb: 2')).toMatchObject({ code: 'tab', offset: 5 });
    expect(faultIn('a:\n  b: 1\n  \tc: 1')).toMatchObject({ code: 'tab', offset: 12 });
  });

  it('blames no tab for JSON that is cut off', () => {
    expect(faultIn('{\n\t"a": [1')?.code).toBe('yaml');
  });

  it.each([
    ['\ta: 1', 'A tab stands here as indentation; YAML accepts spaces only.'],
    ['a: 1\n---\nb: 1', 'A template is one YAML document; a second one starts here.'],
    ['a: 1\n---\nb: [', 'A template is one YAML document; a second one starts here.'],
  ])('refuses %o', (text, message) => {
    expect(faultIn(text)?.message).toBe(message);
  });

  it.each(['a: [1', 'a: "1', ']'])('says in one line why %o is no YAML', (text) => {
    expect(faultIn(text)?.message).toMatch(/^This is not YAML that Heat can read: .+$/);
  });
});
