import { describe, expect, it } from 'vitest';
import { cellNotes } from '../../../src/sizing/core/cell-notes.ts';
import type { Cell } from '../../../src/sizing/core/explanation.ts';

const explain = { formula: '', worked: '', origins: [], rules: [], other: 'upstream: 2,385' };

function cell(note?: string, isOther = true): Cell {
  return { text: '657', value: 657, ...(note ? { note } : {}), ...(isOther ? { explain } : {}) };
}

describe('cellNotes', () => {
  it('says the other reckoning once when the note ends with it', () => {
    expect(cellNotes(cell('+117, upstream: 2,385'))).toEqual({ own: '+117', other: 'upstream: 2,385' });
    expect(cellNotes(cell('upstream: 2,385'))).toEqual({ own: '', other: 'upstream: 2,385' });
  });

  it.each(['+117 upstream: 2,385', '+117,upstream: 2,385', '+117,  upstream: 2,385'])(
    'leaves neither comma nor spaces behind the own note of “%s”',
    (note) => {
      expect(cellNotes(cell(note)).own).toBe('+117');
    },
  );

  it('keeps a note that says something else', () => {
    expect(cellNotes(cell('24 spare'))).toEqual({ own: '24 spare', other: 'upstream: 2,385' });
    expect(cellNotes(cell('24 spare', false))).toEqual({ own: '24 spare', other: '' });
  });
});
