import { describe, expect, it } from 'vitest';
import { nameLength, nameProblem } from '../../../src/sizing/core/plan.ts';

describe('nameProblem', () => {
  it.each([
    'Today',
    'Profile 3 + 1 VM',
    'C copy',
    'Größe #2: "à la carte"',
    '- not a list',
    '日本語',
    'مرحبا',
    '👩‍🚒 crew',
    '<b>bold</b>',
    '__proto__',
  ])('takes “%s”', (name) => {
    expect(nameProblem(name, nameLength)).toBeUndefined();
  });

  it.each(['', ' ', '\u00a0 '])('asks for a name instead of %j', (name) => {
    expect(nameProblem(name, nameLength)).toBe('enter a name');
  });

  it.each([
    'two\nlines',
    'two\rlines',
    'tab\tbed',
    'nul\0',
    'next\u0085line',
    'line\u2028separator',
    'paragraph\u2029separator',
    'half \ud83d emoji',
    'no\ufffecharacter',
    'no\uffffcharacter',
  ])('refuses %j, which could leave a comment or not be read', (name) => {
    expect(nameProblem(name, nameLength)).toBe(
      'use letters, digits, spaces and signs, no control characters',
    );
  });

  it('counts characters as people do not count bytes', () => {
    expect(nameProblem('🚒'.repeat(32), 32)).toBeUndefined();
    expect(nameProblem('🚒'.repeat(33), 32)).toBe('use at most 32 characters');
    expect(nameProblem('x'.repeat(33), 32)).toBe('use at most 32 characters');
  });
});
