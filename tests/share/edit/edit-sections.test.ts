import { describe, expect, it } from 'vitest';
import type { FileContent, IniSection } from '../../../src/sizing/core/export-document.ts';
import { editedFile, editedText } from './edited-text.ts';

function ini(...sections: readonly IniSection[]): FileContent {
  return { kind: 'ini', comments: [], sections };
}

const engine = { key: 'num_engine_workers', value: 8 };
const engines: IniSection = { name: 'DEFAULT', entries: [engine] };
const both = { ...engines, entries: [engine, { key: 'convergence_engine', value: true }] };
const workers: IniSection = { name: 'heat_api', entries: [{ key: 'workers', value: 4 }] };

describe('editInPlace of heat.conf', () => {
  it('adds new sections at the end, each once with all its options, also without a line end', () => {
    expect(editedText('[database]\nconnection = x', ini(both, workers))).toBe(
      '[database]\nconnection = x\n\n[DEFAULT]\nnum_engine_workers = 8\nconvergence_engine = true\n\n[heat_api]\nworkers = 4\n',
    );
  });

  it.each([
    [
      'of remarks only',
      '[DEFAULT]\n#num_engine_workers = 4\n',
      '[DEFAULT]\nnum_engine_workers = 8\n#num_engine_workers = 4\n',
    ],
    [
      'before another',
      '[DEFAULT]\n[database]\nconnection = x\n',
      '[DEFAULT]\nnum_engine_workers = 8\n[database]\nconnection = x\n',
    ],
    ['without a line end', '# ours\n[DEFAULT]', '# ours\n[DEFAULT]\nnum_engine_workers = 8\n'],
  ])('adds to an empty section %s', (_what, before, after) => {
    expect(editedText(before, ini(engines))).toBe(after);
  });

  it.each([
    ['is empty', '', '\n[DEFAULT]\nnum_engine_workers = 8\n'],
    ['holds remarks only', '# ours\r\n', '# ours\r\n\r\n[DEFAULT]\r\nnum_engine_workers = 8\r\n'],
  ])('adds to a file that %s', (_what, before, after) => {
    expect(editedText(before, ini(engines))).toBe(after);
  });

  it.each([
    ['an equals sign', '[DEFAULT]\nnum_engine_workers =\n', '[DEFAULT]\nnum_engine_workers = 8\n'],
    ['a colon', '[DEFAULT]\nnum_engine_workers:\n', '[DEFAULT]\nnum_engine_workers: 8\n'],
    [
      'an equals sign and colons in other options',
      '[DEFAULT]\na = b:c\nnum_engine_workers=\n[database]\nconnection = mysql://x\n',
      '[DEFAULT]\na = b:c\nnum_engine_workers= 8\n[database]\nconnection = mysql://x\n',
    ],
  ])('puts a value behind a key that has none but %s', (_what, before, after) => {
    expect(editedText(before, ini(engines))).toBe(after);
  });

  it('leaves a value of several lines to the user by its section and name, and edits the rest', () => {
    const file = '[DEFAULT]\nnum_engine_workers = 4\n  5\n[heat_api]\nworkers = 2\n';
    expect(editedFile(file, ini(engines, workers))).toMatchObject({
      text: file.replace('workers = 2', 'workers = 4'),
      changed: [{ path: 'heat_api/workers', line: 5, before: '2', after: '4' }],
      byHand: [{ path: 'DEFAULT/num_engine_workers', value: '8', place: { line: 2, column: 1 } }],
    });
  });

  it('warns of a variable as it stands there, quotes within it included', () => {
    const messageFor = (value: string) =>
      editedFile(`[DEFAULT]\nnum_engine_workers = ${value}\n`, ini(engines)).warnings.map((w) => w.message);
    const place = 'Line 2, column 22:';
    expect(messageFor('"{{ n }}"')).toEqual([`${place} the variable {{ n }} is replaced by a value.`]);
    expect(messageFor("'{{ n }}'s")).toEqual([`${place} the variable '{{ n }}'s is replaced by a value.`]);
    expect(messageFor("{{ n }}'s'")).toEqual([`${place} the variable {{ n }}'s' is replaced by a value.`]);
  });

  it('edits and adds where the section is, and keeps the rest as it was', () => {
    const file =
      '# ours\n[DEFAULT]\n\ndebug=true\nnum_engine_workers  =  4\n; end\n[database]\nconnection = mysql://x';
    expect(editedText(file, ini(both, workers))).toBe(
      '# ours\n[DEFAULT]\nconvergence_engine = true\n\ndebug=true\nnum_engine_workers  =  8\n; end\n[database]\nconnection = mysql://x\n\n[heat_api]\nworkers = 4\n',
    );
  });
});
