import { describe, expect, it } from 'vitest';
import { marginOf } from '../../../src/sizing/core/figure.ts';

describe('marginOf', () => {
  it('calls what a fleet carries beyond the load spare', () => {
    expect(marginOf('load', 416, 400)).toEqual({ amount: 16, word: 'spare', tone: 'good' });
  });

  it('calls what it lacks short', () => {
    expect(marginOf('load', 360, 400)).toEqual({ amount: 40, word: 'short', tone: 'bad' });
  });

  it('calls connections below a limit spare and above it over', () => {
    expect(marginOf('limit', 576, 600)).toEqual({ amount: 24, word: 'spare', tone: 'good' });
    expect(marginOf('limit', 720, 600)).toEqual({ amount: 120, word: 'over', tone: 'bad' });
  });

  it('says exact when there is neither', () => {
    for (const mode of ['load', 'limit'] as const)
      expect(marginOf(mode, 400, 400)).toEqual({ amount: 0, word: 'exact', tone: 'good' });
  });
});
