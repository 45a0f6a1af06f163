import { describe, expect, it } from 'vitest';
import { defineRules } from '../../../src/sizing/core/rule.ts';

describe('defineRules', () => {
  it('gives each rule the key of its entry as its id, and changes nothing else', () => {
    const rule = { origin: 'guide', statement: 'S.', quotes: ['Q.'], document: 'D', section: '1' } as const;
    expect(defineRules({ 'X-1': rule, 'X-2': { ...rule, origin: 'assumed', quotes: [] } })).toEqual({
      'X-1': { id: 'X-1', ...rule },
      'X-2': { id: 'X-2', ...rule, origin: 'assumed', quotes: [] },
    });
  });
});
