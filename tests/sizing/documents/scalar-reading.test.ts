import { describe, expect, it } from 'vitest';
import type { LocatedNode } from '../../../src/sizing/documents/located-node.ts';
import {
  nameIn,
  shortened,
  switchIn,
  variableIn,
  wholeNumberIn,
} from '../../../src/sizing/documents/scalar-reading.ts';

const scalar = (text: string, style: 'plain' | 'quoted' | 'block' | 'tagged' = 'plain'): LocatedNode => ({
  kind: 'scalar',
  text,
  style,
  offset: 0,
  end: text.length,
});
const list: LocatedNode = { kind: 'list', items: [], offset: 0 };
const map: LocatedNode = { kind: 'map', entries: new Map(), offset: 0 };

describe('wholeNumberIn', () => {
  it.each([
    ['0', 0],
    ['8', 8],
    ['10', 10],
    ['120', 120],
    ['+8', 8],
    ['-8', -8],
    ['-0', 0],
    ['999999999999999', 999_999_999_999_999],
  ])('reads %s as the number %d', (text, value) => {
    expect(wholeNumberIn(scalar(text))).toEqual({ kind: 'value', value, isQuoted: false });
  });

  it.each([
    '010',
    '00',
    '0x10',
    '8.5',
    '1e1',
    '1_0',
    '2:00',
    'eight',
    '8 ',
    '8 workers',
    '- 8',
    '9999999999999999',
  ])('takes %j for no number, since tools read it differently', (text) => {
    expect(wholeNumberIn(scalar(text))).toEqual({ kind: 'wrong', found: `“${text}”` });
  });

  it('tells a number in quotes from a plain one', () => {
    expect(wholeNumberIn(scalar('8', 'quoted'))).toEqual({ kind: 'value', value: 8, isQuoted: true });
    expect(wholeNumberIn(scalar('8\n', 'block'))).toEqual({ kind: 'value', value: 8, isQuoted: true });
    expect(wholeNumberIn(scalar(' 8', 'quoted'))).toEqual({ kind: 'wrong', found: '“ 8”' });
  });

  it('says what stands there instead of a value', () => {
    expect(wholeNumberIn(list)).toEqual({ kind: 'wrong', found: 'a list' });
    expect(wholeNumberIn(map)).toEqual({ kind: 'wrong', found: 'a map' });
  });

  it('does not read what has a tag', () => {
    expect(wholeNumberIn(scalar('8', 'tagged'))).toEqual({ kind: 'opaque' });
  });

  it.each(['', '~', 'null', 'Null', 'NULL'])(
    'finds nothing in a plain %j, and text where it is quoted',
    (text) => {
      expect(wholeNumberIn(scalar(text))).toEqual({ kind: 'nothing' });
      expect(wholeNumberIn(scalar(text, 'quoted'))).toEqual({ kind: 'wrong', found: `“${text}”` });
    },
  );

  it.each(['nullx', 'xnull', '~x', 'nUll'])('takes %j for no null', (text) => {
    expect(wholeNumberIn(scalar(text)).kind).toBe('wrong');
  });

  it('leaves a variable to whoever deploys', () => {
    expect(wholeNumberIn(scalar('((workers))'))).toEqual({ kind: 'variable', name: '((workers))' });
    expect(wholeNumberIn(scalar('{{ workers }}', 'quoted'))).toEqual({
      kind: 'variable',
      name: '{{ workers }}',
    });
  });
});

describe('switchIn', () => {
  it.each([
    ['true', true],
    ['yes', true],
    ['on', true],
    ['True', true],
    ['false', false],
    ['no', false],
    ['off', false],
    ['OFF', false],
  ])('reads %s as %s', (text, value) => {
    expect(switchIn(scalar(text))).toEqual({ kind: 'value', value, isQuoted: false });
  });

  it.each(['1', '0', 'y', 'n', 'truely', 'untrue', 'nono', 'offline', 'enabled'])(
    'takes %s for neither',
    (text) => {
      expect(switchIn(scalar(text))).toEqual({ kind: 'wrong', found: `“${text}”` });
    },
  );
});

describe('nameIn', () => {
  it('reads any text that is one value', () => {
    expect(nameIn(scalar('api'))).toEqual({ kind: 'value', value: 'api', isQuoted: false });
    expect(nameIn(scalar('', 'quoted'))).toEqual({ kind: 'value', value: '', isQuoted: true });
    expect(nameIn(list).kind).toBe('wrong');
  });
});

describe('variableIn', () => {
  it.each([
    ['((workers))', '((workers))'],
    ['((!workers))', '((workers))'],
    ['((cc/a-b_c.d))', '((cc/a-b_c.d))'],
    [' ((workers)) ', '((workers))'],
    ['{{workers}}', '{{ workers }}'],
    ['{{  heat.workers  }}', '{{ heat.workers }}'],
    ['$workers', '$workers'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: oslo.config writes a variable so
    ['${heat.workers}', '$heat.workers'],
  ])('knows the variable of %s by its name', (text, name) => {
    expect(variableIn(text)).toBe(name);
  });

  it.each([
    '((a b))',
    '((a))((b))',
    'x ((a)) y',
    '((a\nb))',
    '(())',
    '{{ a + 1 }}',
    '{{ a }}px',
    'x{{ a }}',
    '{% if a %}',
    '$a b',
    '$(a)',
    `((${'a'.repeat(81)}))`,
  ])('knows that %j stands for something, but no simple name', (text) => {
    expect(variableIn(text)).toBeNull();
  });

  it.each(['8', 'api', '(a)', '{ a }', 'a$b', '5 $', '', '( (a) )', '100 %'])(
    'finds no variable in %j',
    (text) => {
      expect(variableIn(text)).toBeUndefined();
    },
  );

  it('takes a name of up to 80 characters', () => {
    const name = 'a'.repeat(80);
    expect([`((${name}))`, `{{${name}}}`, `$${name}`].map(variableIn)).toEqual([
      `((${name}))`,
      `{{ ${name} }}`,
      `$${name}`,
    ]);
    expect([`((${name}a))`, `{{${name}a}}`, `$${name}a`].map(variableIn)).toEqual([null, null, null]);
  });
});

describe('shortened', () => {
  it('cuts behind forty characters, whole ones', () => {
    expect(shortened('a'.repeat(40))).toBe('a'.repeat(40));
    expect(shortened('a'.repeat(41))).toBe(`${'a'.repeat(40)}…`);
    expect(shortened('😀'.repeat(40))).toBe('😀'.repeat(40));
    expect(shortened('😀'.repeat(41))).toBe(`${'😀'.repeat(40)}…`);
    expect(shortened('x'.repeat(1_000_000))).toBe(`${'x'.repeat(40)}…`);
  });

  it('shows no line break, control character or half a character', () => {
    expect(shortened('a\nb\u0007c\u2028d\u2029e\ud800f')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf');
  });
});
