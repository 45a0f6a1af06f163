import { describe, expect, it } from 'vitest';
import {
  clockText,
  looseRange,
  looseText,
  rangeText,
  timeCell,
} from '../../../../src/sizing/calculators/heat/time-text.ts';
import type { Explanation } from '../../../../src/sizing/core/explanation.ts';

const range = (lowSeconds: number, highSeconds: number) => ({ lowSeconds, highSeconds });

describe('clockText', () => {
  it.each([
    [0.1, '0.1 s'],
    [0.14, '0.1 s'],
    [9.94, '9.9 s'],
    // Ten and more seconds read as a clock.
    [9.95, '0:10'],
    [250, '4:10'],
    [3600, '1:00:00'],
  ])('writes %f s as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});

describe('rangeText', () => {
  it('names both ends, or one time where they read alike', () => {
    expect(rangeText(range(250, 365))).toBe('4:10 to 6:05');
    expect(rangeText(range(250, 250.4))).toBe('4:10');
  });
});

describe('looseRange', () => {
  it.each([
    // Under ten seconds and hours tenths count, minutes are whole.
    [0.26, 0.34, '0.3', 's'],
    [1.24, 9.94, '1.2 to 9.9', 's'],
    [1.24, 10, '1 to 10', 's'],
    [60, 119, '60 to 119', 's'],
    [60, 120, '1 to 2', 'min'],
    [250, 365, '4 to 6', 'min'],
    [600, 7199, '10 to 120', 'min'],
    [3600, 7200, '1 to 2', 'h'],
    [5400, 35_640, '1.5 to 9.9', 'h'],
    [5400, 36_000, '2 to 10', 'h'],
    [6000, 6000, '100', 'min'],
  ])('says of %f to %f s: %s %s', (low, high, text, unit) => {
    expect(looseRange(range(low, high))).toEqual({ text, unit });
    expect(looseText(range(low, high))).toBe(`${text} ${unit}`);
  });
});

describe('timeCell', () => {
  const explain: Explanation = { formula: 'f', worked: 'w', origins: ['guide'], rules: ['HT-5'] };

  it('has the short end as its number, in seconds, and the long end in small print', () => {
    expect(timeCell(range(250, 365), explain)).toEqual({
      text: '4:10',
      value: 250,
      valueUnit: 's',
      explain,
      note: 'to 6:05',
    });
  });

  it('has no small print where both ends read alike', () => {
    expect(timeCell(range(250, 250.4), explain)).toEqual({
      text: '4:10',
      value: 250,
      valueUnit: 's',
      explain,
    });
  });
});
