import { describe, expect, it } from 'vitest';
import { marginText } from '../../../../src/sizing/calculators/cloud-controller/gauge.ts';
import { fleets, planWith, resultOf } from './plans.ts';

describe('marginText', () => {
  it('tells spare, short and exact apart', () => {
    expect(marginText(416, 400)).toBe('16 spare');
    expect(marginText(315, 400)).toBe('85 short');
    expect(marginText(400, 400)).toBe('exact');
  });
});

describe('gaugeOf', () => {
  const gauge = (survive: string) => resultOf(planWith(fleets.profile3plus1, { survive })).gauge;

  it('draws a hull for each option against the load, the baseline marked', () => {
    const { hulls, kind, line, mode } = gauge('vm');
    expect([kind, mode]).toEqual(['load-lines', 'load']);
    expect(line).toMatchObject({ label: 'Load', value: 400 });
    expect(hulls.map(({ isBaseline, letter }) => [letter, isBaseline])).toEqual([
      ['A', true],
      ['B', false],
    ]);
  });

  it('lists on each hull what is carried, from the mildest loss to the worst, with its calculation', () => {
    const lines = gauge('vm').hulls[1]?.lines ?? [];
    expect(
      lines.map(({ explain, id, label, short, value }) => [id, label, short, value, explain.worked]),
    ).toEqual([
      ['all', 'all up', 'a', 468, '9 × 4 × 13 = 468'],
      ['worker', '−1 worker', 'w', 455, '9 × 4 × 13 − 13 = 455'],
      ['vm', '−1 VM', 'v', 416, '(9 − 1) × 4 × 13 = 416'],
      ['az', '−1 AZ', 'z', 312, '(9 − 3) × 4 × 13 = 312'],
    ]);
  });

  it.each([
    ['none', 'all', 'All up', 'All up 468, 68 spare. Worker stalled 455. VM lost 416. AZ lost 312.'],
    [
      'worker',
      'worker',
      'With one worker stalled',
      'All up 468. Worker stalled 455, 55 spare. VM lost 416. AZ lost 312.',
    ],
    ['vm', 'vm', 'With one VM lost', 'All up 468. Worker stalled 455. VM lost 416, 16 spare. AZ lost 312.'],
    ['az', 'az', 'With one AZ lost', 'All up 468. Worker stalled 455. VM lost 416. AZ lost 312, 88 short.'],
  ])('sets the ring, and what is said of it, where %s must be survived', (survive, ring, margin, spoken) => {
    const { hulls, marginLabel } = gauge(survive);
    expect(marginLabel).toBe(margin);
    for (const hull of hulls)
      expect(hull.lines.filter((line) => line.isRing).map((line) => line.id)).toEqual([ring]);
    expect(hulls[1]?.spoken).toBe(`Option B, 9 VMs. ${spoken}`);
  });

  it('says one VM of one', () => {
    const { gauge: single } = resultOf(planWith({ ...fleets.profile3, vms: 1 }));
    expect(single.hulls[1]?.spoken).toMatch(
      /^Option B, 1 VM\. All up 52\. Worker stalled 39\. VM lost 0, 400 short\./,
    );
  });
});
