import { describe, expect, it } from 'vitest';
import {
  defaultDurations,
  secondsByType,
} from '../../../../../src/sizing/calculators/heat/hot/default-durations.ts';

describe('secondsByType', () => {
  it('gives the row of a type, the last one where there are two, and the common value for others', () => {
    const secondsOf = secondsByType({
      byType: [
        { type: 'A', seconds: 1 },
        { type: 'A', seconds: 2 },
      ],
      otherSeconds: 7,
    });
    expect([secondsOf('A'), secondsOf('B')]).toEqual([2, 7]);
  });

  it('takes a time below zero for none', () => {
    const secondsOf = secondsByType({
      byType: [{ type: 'A', seconds: -2 }],
      otherSeconds: -7,
    });
    expect([secondsOf('A'), secondsOf('B')]).toEqual([0, 0]);
  });
});

describe('defaultDurations', () => {
  it('names each type once', () => {
    const types = defaultDurations.byType.map(({ type }) => type);
    expect(types).not.toEqual([]);
    expect(types).toEqual([...new Set(types)]);
  });
});
