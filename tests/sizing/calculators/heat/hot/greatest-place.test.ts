import { describe, expect, it } from 'vitest';
import { greatestPlace } from '../../../../../src/sizing/calculators/heat/hot/greatest-place.ts';

describe('greatestPlace', () => {
  it.each([
    ['the one with the greatest value', [0, 1, 2], [3, 9, 4], 1],
    ['the first of several such', [2, 0, 1], [5, 5, 5], 2],
    ['only among the places', [0, 2], [3, 9, 4], 2],
    ['one below zero where all are', [0, 1], [-3, -2], 1],
    ['the only one', [1], [3, 0], 1],
    ['none where there are no places', [], [3], undefined],
  ])('finds %s', (_, places, values, place) => {
    expect(greatestPlace(places, values)).toBe(place);
  });

  it('does not take a value that is not there for zero', () => {
    expect(() => greatestPlace([0, 1], [1, undefined])).toThrow(RangeError);
  });
});
