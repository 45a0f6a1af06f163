import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../../src/sizing/core/number-text.ts';
import { readNumber } from '../../../src/sizing/core/read-number.ts';

const read = (typed: string) => {
  const reading = readNumber(typed);
  return reading.kind === 'number' ? reading.value : reading.kind;
};

describe('readNumber', () => {
  it.each([
    ['12', 12],
    [' 12 ', 12],
    ['+12', 12],
    ['.5', 0.5],
    ['13.5', 13.5],
    ['1.5k', 1500],
    ['1.5 K', 1500],
    ['2m', 2_000_000],
    ['0.1k', 100],
    ['2e3', 2000],
    ['2E3', 2000],
    ['25e-1', 2.5],
    ['1e10', 1e10],
    ['1e+3', 1000],
    ['.25', 0.25],
    ['1.500e3', 1500],
    ['1.500k', 1500],
  ])('reads “%s” as %d', (typed, value) => {
    expect(read(typed)).toBe(value);
  });

  it.each([
    ['1,000', 1000],
    ['1 000', 1000],
    ['1\u00a0000', 1000],
    ['1\u202f000', 1000],
    ['12,345,678', 12_345_678],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1.000.000', 1_000_000],
    ['1.234.567,5', 1_234_567.5],
    ['1 234 567,25', 1_234_567.25],
    ['12.345,6', 12_345.6],
    ['12.345.678', 12_345_678],
  ])('takes the marks of thousands out of “%s”', (typed, value) => {
    expect(read(typed)).toBe(value);
  });

  it.each([
    ['13,5', 13.5],
    ['0,5', 0.5],
    ['0,125', 0.125],
    ['00,125', 0.125],
    ['3,75', 3.75],
    ['1000,5', 1000.5],
    [',5', 0.5],
  ])('reads the comma of “%s” as a decimal comma', (typed, value) => {
    expect(read(typed)).toBe(value);
  });

  it.each([
    ['1.000', '1,000', '1'],
    ['10.000', '10,000', '10'],
    ['1.500', '1,500', '1.5'],
    ['12.050', '12,050', '12.05'],
    ['1.234', '1,234', '1.2340'],
    ['-1.500', '−1,500', '−1.5'],
  ])('asks back whether “%s” is %s or %s', (typed, thousands, decimal) => {
    expect(readNumber(typed)).toEqual({ kind: 'ambiguous', readings: [thousands, decimal] });
  });

  it('never asks back again when one of its two readings is chosen, and they are the two numbers meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (whole, rest) => {
        const digits = String(rest).padStart(3, '0');
        const reading = readNumber(`${whole}.${digits}`);
        if (reading.kind !== 'ambiguous') throw new Error(`${whole}.${digits} was not asked back`);
        expect(reading.readings.map(read)).toEqual([whole * 1000 + rest, Number(`${whole}.${digits}`)]);
      }),
    );
  });

  it('does not ask where only one reading makes sense', () => {
    expect(read('0.500')).toBe(0.5);
    expect(read('1234.567')).toBe(1234.567);
    expect(read('1.0000')).toBe(1);
  });

  it('reads a minus sign as well as a hyphen', () => {
    expect(read('−5')).toBe(-5);
    expect(read('-5')).toBe(-5);
    expect(read('5−')).toBe('not-a-number');
    expect(read('−-5')).toBe('not-a-number');
  });

  it.each(['', ' ', '\u00a0', '\t'])('finds an empty box in “%s”', (typed) => {
    expect(read(typed)).toBe('empty');
  });

  it.each([
    'ten',
    '12 threads',
    '4x13',
    '4 * 13',
    '1e',
    'e3',
    '.',
    ',',
    '-',
    '1.',
    '1..5',
    '1,0000.5',
    '1 00',
    '1,000 000.0.0',
    '01,000,000',
    '01.234,5',
    '01.234.567',
    '1.234,5.6',
    '1.234.567.8',
    '1,2,3',
    '+ 5',
    '1e−5',
    '12:30',
    '1_000',
    '0x10',
    '0b1',
    'NaN',
    'Infinity',
    '∞',
    '½',
    '\uff11\uff12',
    '١٢',
    '十',
    '1k5',
    '1kk',
    '5%',
    '<b>5</b>',
    '5\n6',
  ])('does not guess a number in “%s”', (typed) => {
    expect(read(typed)).toBe('not-a-number');
  });

  it.each(['1e999', '0e999', '9'.repeat(400), '1e308k'])(
    'takes no number beyond all bounds: “%.20s”',
    (typed) => {
      expect(read(typed)).toBe('not-a-number');
    },
  );

  it('reads back what the page writes, to the decimals written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }), (hundredths) => {
        expect(read(numberText(hundredths / 100))).toBe(hundredths / 100);
      }),
    );
  });

  it('gives a finite number or says why not, whatever is typed', () => {
    const typing = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,  eEkKmM+-−\u00a0') }),
    );
    fc.assert(
      fc.property(typing, (typed) => {
        const reading = readNumber(typed);
        if (reading.kind === 'number') expect(Number.isFinite(reading.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
