import { describe, expect, it } from 'vitest';
import { keptParts } from '../../src/state/kept-parts.ts';

const before = {
  title: 'API tier',
  options: [
    { letter: 'A', cells: [{ text: '21', value: 21 }] },
    { letter: 'B', cells: [{ text: 'infinite', value: Number.NaN }] },
  ],
  fix: undefined,
};

describe('keptParts', () => {
  it('gives back what was there where all of it is equal', () => {
    expect(keptParts(before, structuredClone(before))).toBe(before);
  });

  it('keeps each part that is equal beside one that changed', () => {
    const now = structuredClone(before);
    const changed = { ...now, options: [now.options[0], { letter: 'B', cells: [] }] };
    const result = keptParts(before, changed);
    expect(result).toEqual(changed);
    expect(result.options[0]).toBe(before.options[0]);
    expect(result.options[1]).not.toBe(before.options[1]);
  });

  it('takes a list that grew or shrank for another one', () => {
    const shorter = { ...before, options: before.options.slice(0, 1) };
    expect(keptParts(before, shorter).options).toHaveLength(1);
    expect(keptParts(shorter, structuredClone(before)).options).toHaveLength(2);
    expect(keptParts(shorter, structuredClone(before)).options[0]).toBe(before.options[0]);
  });

  it('tells a part that is missing from one that is undefined', () => {
    const { fix, ...without } = structuredClone(before);
    expect('fix' in keptParts(before, without)).toBe(false);
    expect('fix' in keptParts(without, structuredClone(before))).toBe(true);
  });

  it('takes a map only for itself', () => {
    const now = { unknown: new Map([['a', 1]]) };
    const result = keptParts({ unknown: new Map([['a', 1]]) }, now);
    expect(result.unknown).toBe(now.unknown);
  });
});
