import { describe, expect, it } from 'vitest';
import { EditRefusal } from '../../../src/share/edit/edit-refusal.ts';
import type { Leaf } from '../../../src/share/edit/leaves.ts';
import { sideEffectsOf } from '../../../src/share/edit/side-effects.ts';
import type { Edit } from '../../../src/share/edit/splice.ts';

/** Values by their path in steps with a slash, and where each stands. */
function leaves(values: Readonly<Record<string, readonly [text: string, offset: number]>>) {
  const entries = Object.entries(values).map(([path, [text, offset]]): [string, Leaf] => [
    JSON.stringify(path === '' ? [] : path.split('/')),
    { text, offset },
  ]);
  return new Map(entries);
}

function change(path: string, value: string, start: number, end = start + 1): Edit {
  return { kind: 'change', path: path.split('/'), label: path, value, start, end, text: value };
}

function add(path: string, value: string, start: number): Edit {
  return {
    kind: 'add',
    path: path.split('/'),
    label: path,
    value,
    start,
    end: start,
    text: `${path}: ${value}`,
  };
}

/** Ten characters a line. */
const lineOf = (offset: number) => ({ line: Math.floor(offset / 10) + 1, column: (offset % 10) + 1 });

describe('sideEffectsOf', () => {
  it('finds nothing where only what was meant has changed', () => {
    const before = leaves({ a: ['1', 3], b: ['2', 13] });
    const after = leaves({ a: ['8', 3], b: ['2', 13], c: ['9', 23] });
    const { blamed, byHand } = sideEffectsOf(before, after, [change('a', '8', 3), add('c', '9', 20)], lineOf);
    expect([...blamed]).toEqual([]);
    expect(byHand).toEqual([]);
  });

  it.each([
    ['is another one', { a: ['18', 3] }],
    ['is gone', {}],
  ] as const)('takes back a change after which the value %s', (_what, after) => {
    const edit = change('a', '8', 3);
    const { blamed, byHand } = sideEffectsOf(leaves({ a: ['1', 3] }), leaves(after), [edit], lineOf);
    expect([...blamed]).toEqual([edit]);
    expect(byHand).toEqual([
      { kind: 'by-hand', label: 'a', value: '8', reason: 'a cannot be changed where it stands.', offset: 3 },
    ]);
  });

  // “c” takes its value from the anchor at 13; other edits stand before and behind, in any order.
  it.each([
    ['first', [change('b', '9', 13), change('a', '8', 3), change('d', '7', 33)]],
    ['behind one before it', [change('a', '8', 3), change('b', '9', 13), change('d', '7', 33)]],
    ['behind one after it', [change('d', '7', 33), change('b', '9', 13), change('a', '8', 3)]],
    ['behind what is added at its place', [add('e', '6', 13), change('b', '9', 13), change('a', '8', 3)]],
    ['without a length', [change('a', '8', 3), change('b', '9', 13, 13)]],
    ['with the anchor before the value', [change('a', '8', 3), change('b', '9', 11, 14)]],
    ['with the anchor right at its end', [change('a', '8', 3), change('b', '9', 11, 13)]],
  ])('takes back the change that brings another value elsewhere, be it %s', (_what, edits) => {
    const before = leaves({ a: ['1', 3], b: ['2', 13], c: ['2', 13], d: ['3', 33] });
    const values = edits.map((e): [string, readonly [string, number]] => [
      e.path.join('/'),
      [e.value, e.start],
    ]);
    const after = new Map([...before, ...leaves({ ...Object.fromEntries(values), c: ['9', 13] })]);
    const { blamed, byHand } = sideEffectsOf(before, after, edits, lineOf);
    expect([...blamed].map((edit) => edit.label)).toEqual(['b']);
    expect(byHand).toMatchObject([
      {
        label: 'b',
        value: '9',
        reason: 'Another value would change with this one: c takes it from the anchor on line 2.',
        offset: 13,
      },
    ]);
  });

  it('fills an empty file or section with what is added to it, and nothing beside it', () => {
    const before = leaves({ s: ['{}', 0], t: ['{}', 20] });
    const edits = [add('s/a', '1', 9)];
    expect(sideEffectsOf(before, leaves({ 's/a': ['1', 9], t: ['{}', 20] }), edits, lineOf).byHand).toEqual(
      [],
    );
    expect(
      sideEffectsOf(leaves({ '': ['{}', 0] }), leaves({ 's/a': ['1', 9] }), edits, lineOf).byHand,
    ).toEqual([]);
    expect(() => sideEffectsOf(before, leaves({ 's/a': ['1', 9] }), edits, lineOf)).toThrow(EditRefusal);
  });

  const one = leaves({ a: ['1', 3] });
  it.each([
    ['an added value is not found', one, one, [add('c', '9', 9)]],
    ['an added value is another one', one, leaves({ a: ['1', 3], c: ['99', 9] }), [add('c', '9', 9)]],
    [
      'a change without a name of its own fails',
      one,
      leaves({ a: ['2', 3] }),
      [{ ...change('a', '8', 3), label: null }],
    ],
    ['a value comes that no one asked for', one, leaves({ a: ['1', 3], x: ['9', 9] }), [change('a', '1', 3)]],
    ['a value goes that stands elsewhere', leaves({ a: ['1', 3], x: ['9', 90] }), one, [change('a', '1', 3)]],
    [
      'a value is gone where one is added',
      leaves({ a: ['1', 3], x: ['9', 9] }),
      leaves({ a: ['1', 3], 'x/y': ['8', 9] }),
      [add('x/y', '8', 9)],
    ],
    [
      'an empty map becomes a value where one is changed',
      leaves({ x: ['{}', 9] }),
      leaves({ 'x/y': ['8', 30] }),
      [change('x/y', '8', 30)],
    ],
  ])('refuses all edits where %s', (_what, before, after, edits) => {
    expect(() => sideEffectsOf(before, after, edits, lineOf)).toThrow(EditRefusal);
  });
});
