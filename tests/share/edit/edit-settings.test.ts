import { describe, expect, it } from 'vitest';
import { editInPlace } from '../../../src/share/edit-in-place.ts';
import type { FileContent, Setting } from '../../../src/sizing/core/export-document.ts';
import { editedFile, editedText, refusal, settings } from './edited-text.ts';

const workers = settings([{ key: 'heat_engine_workers', value: 8 }]);
const overrides = settings([
  { key: 'overrides', value: { DEFAULT: { timeout: 600, convergence: true }, database: { pool: 16 } } },
]);

describe('editInPlace of a file of settings', () => {
  it.each([
    ['an empty list at its end', 'a: []'],
    ['an empty map at its end', 'a: {}'],
    ['an empty list within a list at its end', 'a: [[]]'],
    ['dots in a remark', 'a: 1 # and so on...'],
    ['dots that start a key', '...a: 1'],
    ['a key on a line of its own', '?\n  a\n: 1'],
    ['a strange line break, which is only warned of', 'a: x\u2028y'],
  ])('adds to a file with %s', (_what, file) => {
    expect(editedText(file, workers)).toBe(`${file}\nheat_engine_workers: 8\n`);
    expect(editedText(`${file}\n`, workers)).toBe(`${file}\nheat_engine_workers: 8\n`);
  });

  it.each([
    ['three dots and nothing else', 'a: 1\n...', 'The file ends with three dots'],
    ['three dots and a remark', 'a: 1\n... # end\n', 'The file ends with three dots'],
    ['an anchor before the first key', '&x a: 1\n', 'The first key is not on a line of its own'],
  ])('leaves it to the user to add to a file with %s', (_what, file, reason) => {
    const result = editedFile(file, workers);
    expect(result).toMatchObject({ text: file, changed: [], added: [] });
    expect(result.byHand).toMatchObject([{ path: 'heat_engine_workers', value: '8' }]);
    expect(result.byHand[0]?.reason).toContain(reason);
  });

  it.each([
    ['behind other colons', 'a: 1\nheat_engine_workers:\n', 'a: 1\nheat_engine_workers: 8\n'],
    ['in quotes', '"heat_engine_workers":\na: 1\n', '"heat_engine_workers": 8\na: 1\n'],
    ['with a space before its colon', 'heat_engine_workers : # soon\n', 'heat_engine_workers : 8 # soon\n'],
    ['in braces', '{ heat_engine_workers: , a: 1 }\n', '{ heat_engine_workers: 8 , a: 1 }\n'],
  ])('puts a value behind a key that has none, %s', (_what, before, after) => {
    expect(editedText(before, workers)).toBe(after);
  });

  it.each([
    ['an explicit key', '? heat_engine_workers\nheat_api_workers: 1\n'],
    ['the only key in braces', '{ heat_engine_workers }\n'],
    ['a key in braces before others', '{ heat_engine_workers, heat_api_workers: 1 }\n'],
    ['a key in unusual letters', '"heat_engine\\u005fworkers":\nheat_api_workers: 1\n'],
  ])('leaves %s without a value and a plain colon to the user', (_what, file) => {
    const result = editedFile(file, workers);
    expect(result).toMatchObject({ text: file, changed: [], added: [] });
    expect(result.byHand).toMatchObject([{ path: 'heat_engine_workers', value: '8', place: { line: 1 } }]);
    expect(result.byHand[0]?.reason).toContain('no sign for one behind it');
  });

  it('does not lay the repeats of one key to another that is added where they end', () => {
    const result = editedFile('a: 1\na:', workers);
    expect(result).toMatchObject({ text: 'a: 1\na:\nheat_engine_workers: 8\n', warnings: [] });
  });

  it('adds a setting with all its parts once', () => {
    const result = editedFile('a: 1', overrides);
    expect(result.text).toBe(`a: 1
overrides:
  DEFAULT:
    timeout: 600
    convergence: true
  database:
    pool: 16
`);
    expect(result).toMatchObject({
      byHand: [],
      warnings: [],
      added: [
        { path: 'overrides/DEFAULT/timeout', value: '600', line: 4, column: 14 },
        { path: 'overrides/DEFAULT/convergence', value: 'true', line: 5, column: 18 },
        { path: 'overrides/database/pool', value: '16', line: 7, column: 11 },
      ],
    });
  });

  it('adds in line with a first key whose mark stands alone on its line', () => {
    expect(editedText('  ?\n    a\n  : 1\n', workers)).toBe('  ?\n    a\n  : 1\n  heat_engine_workers: 8\n');
    const file = 'overrides:\n  ?\n    database\n  :\n    pool: 16\n';
    expect(editedText(file, overrides)).toBe(
      file.replace('  ?', '  DEFAULT:\n    timeout: 600\n    convergence: true\n  ?'),
    );
  });

  it.each([
    ['a single value', 'overrides: 4\n', 1],
    ['no value', 'a: 1\noverrides:\n', 2],
    ['a list', 'overrides:\n  - DEFAULT\n', 1],
    ['a map in braces', 'overrides: { DEFAULT: { timeout: 60 } }\n', 1],
    ['an alias of a map', 'base: &b\n  DEFAULT:\n    timeout: 60\noverrides: *b\n', 4],
  ])('leaves each part of a setting to the user where %s stands for it', (_what, file, line) => {
    const reason = 'overrides is not a map on lines of its own; change it by hand.';
    expect(editedFile(file, overrides)).toEqual({
      kind: 'edited',
      text: file,
      changed: [],
      added: [],
      warnings: [],
      byHand: [
        { path: 'overrides/DEFAULT/timeout', value: '600', reason, place: { line, column: 1 } },
        { path: 'overrides/DEFAULT/convergence', value: 'true', reason, place: { line, column: 1 } },
        { path: 'overrides/database/pool', value: '16', reason, place: { line, column: 1 } },
      ],
    });
  });

  it('adds no part before a key that shares its line with an anchor', () => {
    const file = 'overrides:\n  &d DEFAULT:\n    timeout: 60\n    convergence: no\n';
    const result = editedFile(file, overrides);
    expect(result.text).toBe(file.replace('60', '600').replace('no', 'true'));
    expect(result.byHand).toMatchObject([
      {
        path: 'overrides/database/pool',
        reason: 'The first key is not on a line of its own; add to it by hand.',
        place: { line: 2 },
      },
    ]);
  });

  it('refuses to add to a map that another one shares, and says which', () => {
    const file = 'overrides: &o\n  DEFAULT:\n    timeout: 600\n    convergence: yes\nmy.copy: *o\n';
    expect(refusal(file, overrides)).toBe(
      'Line 1, column 1: another value would change with this one: my.copy/database/pool takes it from the anchor.',
    );
  });

  it('refuses a file that could not be read once it is edited', () => {
    // “8 &n” would be the value then, and *n have no anchor.
    expect(refusal('heat_engine_workers: &n\nheat_api_workers: *n\n', workers)).toBe(
      'Line 1, column 1: the file cannot be edited safely; put the values in by hand.',
    );
  });

  it('does not pass a defect of its own off as a trait of the file', () => {
    const defect: FileContent = {
      kind: 'settings',
      comments: [],
      get entries(): readonly Setting[] {
        throw new RangeError('ours');
      },
    };
    expect(() => editInPlace('a: 1\n', defect)).toThrow(RangeError);
  });
});
