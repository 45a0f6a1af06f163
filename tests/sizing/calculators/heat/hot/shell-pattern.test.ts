import { describe, expect, it } from 'vitest';
import { matchesShellPattern } from '../../../../../src/sizing/calculators/heat/hot/shell-pattern.ts';

// fnmatch.fnmatchcase, without brackets.
describe('matchesShellPattern', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'ab', false],
    ['ab', 'abc', false],
    ['ab', 'b', false],
    ['', '', true],
    ['', '*', true],
    ['', '?', false],
    ['abc', '*', true],
    ['abc', '**', true],
    ['abc', 'a*', true],
    ['abc', '*c', true],
    ['abc', '*b', false],
    ['abc', 'a*c', true],
    ['abbc', 'a*bc', true],
    ['abcbd', 'a*b?', true],
    ['abcbde', 'a*b?', false],
    ['abc', '???', true],
    ['abc', '??', false],
    ['aXbXc', 'a*X*c', true],
    ['abc', 'abc*', true],
  ])('matches "%s" against "%s": %s', (text, pattern, isMatch) => {
    expect(matchesShellPattern(text, pattern)).toBe(isMatch);
  });
});
