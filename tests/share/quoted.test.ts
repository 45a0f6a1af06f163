import { describe, expect, it } from 'vitest';
import { firstNotes, listed, quoted } from '../../src/share/quoted.ts';

describe('quoted', () => {
  it('shows forty characters, whole ones, and an ellipsis for the rest', () => {
    expect(quoted('x'.repeat(40))).toBe('x'.repeat(40));
    expect(quoted('x'.repeat(41))).toBe(`${'x'.repeat(40)}…`);
    expect(quoted('😀'.repeat(40))).toBe('😀'.repeat(40));
    expect(quoted('😀'.repeat(41))).toBe(`${'😀'.repeat(40)}…`);
    expect(quoted('x'.repeat(1_000_000), 3)).toBe('xxx…');
  });

  it('shows what cannot be shown as one sign', () => {
    expect(quoted('a\u0000b\nc\u2028d\u2029e\ud800f')).toBe('a�b�c�d�e�f');
  });
});

describe('listed', () => {
  it('names eight and counts the others', () => {
    const names = [...'abcdefghij'];
    expect(listed(names.slice(0, 8))).toBe('a, b, c, d, e, f, g, h');
    expect(listed(names)).toBe('a, b, c, d, e, f, g, h and 2 more');
  });
});

describe('firstNotes', () => {
  it('leaves eight sentences as they are and counts what is beyond', () => {
    const notes = [...'abcdefghij'].map((letter) => `${letter}.`);
    expect(firstNotes(notes.slice(0, 8), 'like these')).toEqual(notes.slice(0, 8));
    expect(firstNotes(notes, 'like these')).toEqual([...notes.slice(0, 8), '2 more like these.']);
  });
});
