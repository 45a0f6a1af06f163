import { describe, expect, it } from 'vitest';
import { EditRefusal } from '../../../src/share/edit/edit-refusal.ts';
import { orByHand } from '../../../src/share/edit/steps.ts';

describe('orByHand', () => {
  const refused = () => {
    throw new EditRefusal('It is an alias.', 7);
  };

  it('leaves each value of what is refused to the user, with the reason and the place', () => {
    const reason = { kind: 'by-hand', reason: 'It is an alias.', offset: 7 };
    expect(orByHand(['a', 'b'], { c: 1, d: { e: true } }, refused)).toEqual([
      { ...reason, label: 'a/b/c', value: '1' },
      { ...reason, label: 'a/b/d/e', value: 'true' },
    ]);
  });

  it('does not pass a defect off as a value that is to be put in by hand', () => {
    const defect = () => {
      throw new RangeError('ours');
    };
    expect(() => orByHand(['a'], 1, defect)).toThrow(RangeError);
  });
});
