import { describe, expect, it } from 'vitest';
import { readExpression } from '../../../../src/ui/figures/data-table/expression.ts';

/** Which of these numbers pass. */
function passing(typed: string, values: readonly number[]): readonly number[] | string {
  const expression = readExpression(typed);
  if (!expression.ok) return expression.message;
  return values.filter((value) => expression.test({ text: String(value), value }));
}

describe('readExpression', () => {
  it.each([
    ['8', [8]],
    ['=8', [8]],
    ['>=8', [8, 16, 32]],
    ['≥8', [8, 16, 32]],
    ['>8', [16, 32]],
    ['<=8', [4, 8]],
    ['<32 & >4', [8, 16]],
    ['4 | 32', [4, 32]],
    ['4 | >8 & <32', [4, 16]],
    ['!=8', [4, 16, 32]],
    ['', [4, 8, 16, 32]],
    ['< 1.6e1', [4, 8]],
  ])('filters by %s', (typed, expected) => {
    expect(passing(typed, [4, 8, 16, 32])).toEqual(expected);
  });

  it('reads thousands as they are shown, and k', () => {
    expect(passing('>1,000', [999, 1000, 1001])).toEqual([1001]);
    expect(passing('>=1.5k', [1499, 1500])).toEqual([1500]);
  });

  it('reads times as they are shown', () => {
    expect(passing('<5:00', [250, 300, 600])).toEqual([250]);
    expect(passing('=1:40:00', [100, 6000])).toEqual([6000]);
  });

  it('finds a rounded cell by what it shows', () => {
    const expression = readExpression('=13.46');
    expect(expression.ok && expression.test({ text: '13.46', value: 13.4567 })).toBe(true);
    const above = readExpression('>13.46');
    expect(above.ok && above.test({ text: '13.46', value: 13.4567 })).toBe(false);
  });

  it('passes no cell that has no number', () => {
    const expression = readExpression('!=8');
    expect(expression.ok && expression.test({ text: 'no limit', value: null })).toBe(false);
  });

  it.each([
    ['>=x', '“x” is not a number. Write for example >=8.'],
    ['>=', 'Write a number behind >=, as in >=8.'],
    ['8 &', 'A comparison is missing beside & or |.'],
    ['=>8', '“=>” is no comparison. Use <, <=, >, >=, = or !=.'],
    ['1.000', '“1.000”: 1,000 or 1?'],
    ['many', '“many” is not a number. Write for example >=8.'],
  ])('says what is wrong with %s', (typed, message) => {
    expect(passing(typed, [])).toBe(message);
  });
});
