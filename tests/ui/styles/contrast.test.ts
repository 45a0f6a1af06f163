import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../src/ui/styles/tokens.css'), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

type Scheme = 'light' | 'dark';

function hexOf(token: string, scheme: Scheme): string {
  const pair = pairs.get(token);
  if (!pair) throw new Error(`tokens.css has no light-dark colour --${token}`);
  return pair[scheme];
}

/** WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// The design's table: ratios on panel, page, selected wash and water, to one decimal, light and then dark.
const grounds = ['panel', 'bg', 'sea-wash', 'water'] as const;
const table: Readonly<
  Record<string, { readonly light: readonly number[]; readonly dark: readonly number[] }>
> = {
  ink: { light: [16.3, 14.5, 13.9, 12.7], dark: [14.0, 15.7, 11.7, 10.3] },
  ink2: { light: [7.9, 7.0, 6.7, 6.1], dark: [9.1, 10.2, 7.6, 6.7] },
  ink3: { light: [5.5, 4.9, 4.7, 4.3], dark: [6.1, 6.9, 5.2, 4.5] },
  ctl: { light: [3.9, 3.5, 3.4, 3.1], dark: [4.2, 4.7, 3.5, 3.1] },
  sea: { light: [7.4, 6.6, 6.4, 5.8], dark: [8.0, 8.9, 6.7, 5.9] },
  'water-edge': { light: [4.5, 4.0, 3.8, 3.5], dark: [6.9, 7.8, 5.8, 5.1] },
  over: { light: [6.1, 5.4, 5.2, 4.7], dark: [7.3, 8.3, 6.2, 5.4] },
  warn: { light: [6.9, 6.1, 5.9, 5.4], dark: [9.5, 10.7, 8.0, 7.0] },
  ok: { light: [6.9, 6.1, 5.9, 5.4], dark: [8.4, 9.4, 7.0, 6.2] },
  s1: { light: [10.6, 9.4, 9.1, 8.3], dark: [7.9, 8.9, 6.7, 5.8] },
  s2: { light: [5.2, 4.6, 4.4, 4.0], dark: [5.3, 6.0, 4.5, 3.9] },
  s3: { light: [6.5, 5.7, 5.5, 5.0], dark: [12.0, 13.4, 10.0, 8.8] },
  s4: { light: [9.6, 8.5, 8.2, 7.4], dark: [10.3, 11.6, 8.6, 7.6] },
  s5: { light: [6.0, 5.3, 5.1, 4.7], dark: [5.8, 6.5, 4.9, 4.3] },
  s6: { light: [5.0, 4.4, 4.2, 3.9], dark: [4.9, 5.5, 4.1, 3.6] },
};

describe('colour tokens', () => {
  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    it.each(Object.keys(table))('%s has the contrast the design states on every ground', (token) => {
      const measured = grounds.map((ground) => contrast(hexOf(token, scheme), hexOf(ground, scheme)));
      const stated = table[token]?.[scheme] ?? [];
      expect(stated).toHaveLength(grounds.length);
      // The table is rounded to one decimal.
      for (const [index, ratio] of stated.entries())
        expect(Math.abs((measured[index] ?? 0) - ratio)).toBeLessThan(0.06);
    });

    it.each(['ink', 'ink2', 'sea', 'over', 'warn', 'ok'])(
      '%s is legible as text on every ground',
      (token) => {
        for (const ground of grounds)
          expect(contrast(hexOf(token, scheme), hexOf(ground, scheme))).toBeGreaterThanOrEqual(4.5);
      },
    );

    it.each([
      ['sea-ink', 'sea'],
      ['over', 'over-bg'],
      ['warn', 'warn-bg'],
      ['ok', 'ok-bg'],
      ['hull-ink', 's1'],
      ['hull-ink', 's2'],
      ['hull-ink', 's3'],
      ['hull-ink', 's4'],
      ['hull-ink', 's5'],
      ['hull-ink', 's6'],
      ['panel', 'ink'],
      ['ink3', 'panel'],
      ['ink2', 'sunk'],
      ['code-key', 'panel'],
      ['code-string', 'panel'],
      ['code-number', 'panel'],
      ['code-comment', 'panel'],
      ['code-key', 'ok-bg'],
      ['code-string', 'ok-bg'],
      ['code-number', 'ok-bg'],
      ['code-key', 'over-bg'],
      ['code-string', 'over-bg'],
      ['code-number', 'over-bg'],
    ])('%s is legible as text on %s', (text, ground) => {
      expect(contrast(hexOf(text, scheme), hexOf(ground, scheme))).toBeGreaterThanOrEqual(4.5);
    });

    it.each(['ctl', 'water-edge', 's1', 's2', 's3', 's4', 's5', 's6'])(
      '%s is visible as a border or mark on every ground',
      (token) => {
        for (const ground of grounds)
          expect(contrast(hexOf(token, scheme), hexOf(ground, scheme))).toBeGreaterThanOrEqual(3);
      },
    );
  });
});
