import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/share/comparison-text.ts';

describe('cellText', () => {
  const explain = { formula: '', worked: '', origins: [], rules: [], other: 'upstream: 2,385' };
  const cell = { text: '657', value: 657 };

  it.each([
    ['657', cell],
    ['657 GiB', { ...cell, unit: 'GiB' }],
    ['657 (16 spare)', { ...cell, note: '16 spare' }],
    ['657 GiB (+117, upstream: 2,385)', { ...cell, unit: 'GiB', note: '+117', explain }],
    ['657 (+117, upstream: 2,385)', { ...cell, note: '+117, upstream: 2,385', explain }],
    ['657 (upstream: 2,385)', { ...cell, explain }],
    ['–', undefined],
  ])('writes “%s”: figure, unit and small print, each once', (written, shown) => {
    expect(cellText(shown)).toBe(written);
  });
});
