import { describe, expect, it } from 'vitest';
import { aboveZero, atLeastZero, share, wholeNumber } from '../../../src/sizing/queueing/domain.ts';

const { NaN: none, POSITIVE_INFINITY: endless } = Number;

describe('wholeNumber', () => {
  it('returns whole numbers from the least on', () => {
    expect([0, 1, 7, Number.MAX_SAFE_INTEGER].map((value) => wholeNumber('vms', value, 0))).toEqual([
      0,
      1,
      7,
      Number.MAX_SAFE_INTEGER,
    ]);
    expect(wholeNumber('vms', 3, 3)).toBe(3);
  });

  it.each([2, 2.5, 3.5, -3, none, endless, 2 ** 53])(
    'refuses %d where at least 3 are needed, by name',
    (value) => {
      expect(() => wholeNumber('vms', value, 3)).toThrow(
        new RangeError(`vms must be a whole number of at least 3, not ${value}`),
      );
    },
  );
});

describe.each([
  ['atLeastZero', atLeastZero, [0, 5e-324, 1.5, 1e300], [-5e-324, -1, none, endless, -endless], 'at least 0'],
  ['aboveZero', aboveZero, [5e-324, 1.5, 1e300], [0, -0, -1, none, endless, -endless], 'above 0'],
  ['share', share, [0, 0.5, 1], [-5e-324, 1 + Number.EPSILON, none, endless], 'between 0 and 1'],
] as const)('%s', (_name, check, taken, refused, said) => {
  it.each(taken)('returns %d', (value) => {
    expect(check('load', value)).toBe(value);
  });

  it.each(refused)('refuses %d with name and value in the message', (value) => {
    expect(() => check('load', value)).toThrow(new RangeError(`load must be ${said}, not ${value}`));
  });
});
