import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  isAnywhere,
  isThroughout,
} from '../../../../../src/sizing/calculators/heat/targets/heat-releases.ts';

const span = (first: number, last: number | null) => ({ first, last });

describe('isThroughout', () => {
  it.each([
    [span(8, null), span(8, 12), true],
    [span(9, null), span(8, 12), false],
    [span(8, 24), span(16, 24), true],
    [span(8, 23), span(16, 24), false],
    [span(16, 24), span(16, 24), true],
    [span(8, 24), span(25, null), false],
    [span(8, 99), span(25, null), false],
    [span(25, null), span(25, null), true],
  ])('what exists in %j is in all of %j: %s', (exists, releases, expected) => {
    expect(isThroughout(exists, releases)).toBe(expected);
  });
});

describe('isAnywhere', () => {
  it.each([
    [span(12, null), span(8, 12), true],
    [span(13, null), span(8, 12), false],
    [span(8, 16), span(16, 24), true],
    [span(8, 15), span(16, 24), false],
    [span(8, 24), span(25, null), false],
    [span(8, 25), span(25, null), true],
    [span(99, null), span(25, null), true],
  ])('what exists in %j is somewhere in %j: %s', (exists, releases, expected) => {
    expect(isAnywhere(exists, releases)).toBe(expected);
  });
});

describe('choiceOf', () => {
  it.each([
    [7, undefined],
    [8, '12'],
    [12, '12'],
    [13, '13'],
    [15, '13'],
    [16, '16'],
    [24, '16'],
    [25, '25'],
    [40, '25'],
  ])('files Heat %i under %s', (heat, choice) => {
    expect(choiceOf(heat)).toBe(choice);
  });
});
