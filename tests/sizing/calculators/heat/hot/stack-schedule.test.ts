import { describe, expect, it } from 'vitest';
import type { TimeCause } from '../../../../../src/sizing/calculators/heat/hot/stack-schedule.ts';
import { boundText, summedCauses } from '../../../../../src/sizing/calculators/heat/hot/stack-schedule.ts';

const part = (cause: TimeCause, seconds: number) => ({ cause, seconds });

describe('summedCauses', () => {
  it('adds up each cause, the largest first, and leaves out what takes no time', () => {
    const parts = [
      part('slots', 2),
      part('work', 3),
      part('polling', 0),
      part('slots', 4),
      part('fan-in', 1e-12),
    ];
    expect(summedCauses(parts)).toEqual([part('slots', 6), part('work', 3)]);
    expect(summedCauses([])).toEqual([]);
  });
});

describe('boundText', () => {
  it.each([
    [part('work', 10.04), 'The work of the resources that wait for one another sets 10 s.'],
    [part('work', 9.96), 'The work of the resources that wait for one another sets 10 s.'],
    [part('work', 9.94), 'The work of the resources that wait for one another sets 9.9 s.'],
    [part('slots', 0.84), 'Waiting for a free slot sets 0.8 s.'],
    [part('polling', 10), 'Rounding up to the next poll sets 10 s.'],
    [part('fan-in', 31.6), 'Many resources reporting to the same one at once sets 32 s.'],
    [part('stack-setup', 0.8), 'Setting up the stack sets 0.8 s.'],
  ])('names the largest part, with a tenth under ten seconds: %o', (largest, text) => {
    expect(boundText([largest, part('engine-cpu', 0.1)])).toBe(text);
  });

  it('says where there is nothing to create', () => {
    expect(boundText([])).toBe('Nothing to create.');
  });
});
