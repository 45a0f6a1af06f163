import { describe, expect, it } from 'vitest';
import { remembered } from '../../../../../src/sizing/calculators/heat/hot/remembered.ts';

describe('remembered', () => {
  it('makes something once for each object', () => {
    let made = 0;
    const numbered = remembered((_: object) => {
      made += 1;
      return made;
    });
    const [one, other] = [{}, {}];
    expect([numbered(one), numbered(other), numbered(one), numbered(other)]).toEqual([1, 2, 1, 2]);
    expect(made).toBe(2);
  });
});
