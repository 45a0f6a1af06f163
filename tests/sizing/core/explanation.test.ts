import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/sizing/core/explanation.ts';

describe('plainText', () => {
  it('is the text without its emphasis, with nothing between the parts', () => {
    expect(plainText(['Nine VMs carry ', { strong: '468' }, '.'])).toBe('Nine VMs carry 468.');
    expect(plainText([])).toBe('');
  });
});
