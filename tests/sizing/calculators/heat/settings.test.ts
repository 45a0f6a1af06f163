import { describe, expect, it } from 'vitest';
import { heat } from '../../../../src/sizing/calculators/heat/index.ts';
import { migrations } from '../../../../src/sizing/calculators/heat/migrations.ts';
import { differsByAQuarter, largestFitting } from '../../../../src/sizing/calculators/heat/reckoning.ts';
import { convergenceSetting, settingText } from '../../../../src/sizing/calculators/heat/settings.ts';
import { optionOf, planWith } from './plans.ts';

describe('convergenceSetting', () => {
  it('is on by default, and deprecated upstream from 25.0.0 on', () => {
    expect(convergenceSetting.guideDefault).toBe(true);
    expect(convergenceSetting.upstreamDefault('16')).toBe('true');
    expect(convergenceSetting.upstreamDefault('25')).toBe('true, deprecated');
    expect(convergenceSetting.read(optionOf(planWith({}, { convergence: false })).inputs)).toBe(false);
  });
});

describe('settingText', () => {
  it('groups thousands, and writes a switch as it is', () => {
    expect([settingText(1000), settingText(true), settingText(false)]).toEqual(['1,000', 'true', 'false']);
  });
});

describe('differsByAQuarter', () => {
  it.each([
    [100, 125, false],
    [100, 126, true],
    [100, 75, false],
    [100, 74, true],
    [0, 0, false],
    [0, 1, true],
  ])('%i shown, %i by the other reckoning: %s', (shown, other, expected) => {
    expect(differsByAQuarter(shown, other)).toBe(expected);
  });
});

describe('largestFitting', () => {
  it('is the last that fits, none, or as many as are asked for', () => {
    expect(largestFitting(256, (workers) => workers <= 7)).toBe(7);
    expect(largestFitting(256, () => false)).toBe(0);
    expect(largestFitting(256, () => true)).toBe(256);
  });
});

describe('migrations', () => {
  type Raw = Parameters<(typeof migrations)[number]>[0];
  // Only the shared values matter here.
  const sharedAfter = (at: number, shared: readonly (readonly [string, string])[]) =>
    Object.fromEntries(migrations[at]?.({ shared: new Map(shared) } as unknown as Raw).shared ?? []);

  it('know of a plan from before not how many leaves it has, and write its files as the guide does', () => {
    expect(sharedAfter(0, [['r', '5']])).toEqual({ r: '5', leaves: 'none' });
    expect(sharedAfter(1, [['r', '5']])).toEqual({ r: '5', out: 'guide' });
  });

  it('keep what a plan says itself', () => {
    expect(sharedAfter(0, [['leaves', '7']])).toEqual({ leaves: '7' });
    expect(sharedAfter(1, [['out', 'osa']])).toEqual({ out: 'osa' });
  });
});

describe('heat', () => {
  it('has five views, of which the Template view alone works apart from the page and takes texts', () => {
    expect(heat.views.map(({ attachments, id, isHeavy }) => [id, isHeavy, attachments.length])).toEqual([
      ['size', false, 0],
      ['template', true, 4],
      ['connections', false, 0],
      ['what-if', false, 0],
      ['load', false, 0],
    ]);
  });
});
