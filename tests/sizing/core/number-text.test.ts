import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  capitalised,
  counted,
  deltaText,
  durationText,
  numberText,
  numberWord,
} from '../../../src/sizing/core/number-text.ts';

describe('numberText', () => {
  it.each([
    [0, '0'],
    [400, '400'],
    [1080, '1,080'],
    [2112, '2,112'],
    [1_000_000, '1,000,000'],
    [13.5, '13.5'],
    [1234.567, '1,234.57'],
    [0.005, '0.01'],
    [-4, '−4'],
    [-1080, '−1,080'],
    [-0.5, '−0.5'],
    [-1.1, '−1.1'],
  ])('writes %d as “%s”', (value, written) => {
    expect(numberText(value)).toBe(written);
  });

  it('writes no minus before a nought', () => {
    expect(numberText(-0)).toBe('0');
    expect(numberText(-0.004)).toBe('0');
  });

  it('keeps as many decimals as asked for and no trailing noughts', () => {
    expect(numberText(2.345, 1)).toBe('2.3');
    expect(numberText(2.5, 0)).toBe('3');
    expect(numberText(0.125, 12)).toBe('0.125');
    expect(numberText(7, 12)).toBe('7');
  });

  it('does not group the decimals', () => {
    expect(numberText(1234.123456, 6)).toBe('1,234.123456');
  });

  it('says in words that there is no limit', () => {
    expect(numberText(Number.POSITIVE_INFINITY)).toBe('no limit');
  });

  it('is never off by more than half of the last decimal', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const written = Number(numberText(value).replaceAll(',', '').replace('−', '-'));
        expect(Math.abs(written - value)).toBeLessThanOrEqual(0.005 + 1e-6);
      }),
    );
  });
});

describe('deltaText', () => {
  it('always has its sign, and is empty when nothing changed', () => {
    expect(deltaText(16)).toBe('+16');
    expect(deltaText(-4)).toBe('−4');
    expect(deltaText(0)).toBe('');
    expect(deltaText(1080)).toBe('+1,080');
  });
});

describe('numberWord', () => {
  it('writes numbers to ten as words and the others in figures', () => {
    expect(numberWord(9)).toBe('nine');
    expect(numberWord(10)).toBe('ten');
    expect(numberWord(11)).toBe('11');
    expect(numberWord(1.5)).toBe('1.5');
    expect(numberWord(-1)).toBe('−1');
  });
});

describe('counted', () => {
  it('has one VM and two VMs', () => {
    expect(counted(1, 'VM')).toBe('1 VM');
    expect(counted(2, 'VM')).toBe('2 VMs');
    expect(counted(0, 'VM')).toBe('0 VMs');
    expect(counted(1200, 'process', 'processes')).toBe('1,200 processes');
  });
});

describe('capitalised', () => {
  it('begins a sentence and leaves the rest', () => {
    expect(capitalised('nine vCPU VMs')).toBe('Nine vCPU VMs');
    expect(capitalised('')).toBe('');
  });
});

describe('durationText', () => {
  it.each([
    [0, '0:00'],
    [9.4, '0:09'],
    [59.6, '1:00'],
    [250, '4:10'],
    [365, '6:05'],
    [3599.5, '1:00:00'],
    [6000, '1:40:00'],
    [36_061, '10:01:01'],
  ])('writes %d seconds as %s', (seconds, written) => {
    expect(durationText(seconds)).toBe(written);
  });

  it('says so when it never ends', () => {
    expect(durationText(Number.POSITIVE_INFINITY)).toBe('no end');
  });
});
