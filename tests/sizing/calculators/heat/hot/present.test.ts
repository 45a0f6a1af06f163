import { describe, expect, it } from 'vitest';
import { present } from '../../../../../src/sizing/calculators/heat/hot/present.ts';

describe('present', () => {
  it.each([0, '', false, null, 7])('gives back what is there, %o too', (value) => {
    expect(present(value)).toBe(value);
  });

  it('goes on with nothing where it is not there', () => {
    expect(() => present(undefined)).toThrow(RangeError);
  });
});
