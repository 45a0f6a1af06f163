import { describe, expect, it } from 'vitest';
import { type Finding, type Severity, severities, worstOf } from '../../../src/sizing/core/finding.ts';

const finding = (severity: Severity): Finding => ({ id: severity, severity, title: '', text: '', rules: [] });

describe('worstOf', () => {
  it.each([
    ['fine', ['fine']],
    ['note', ['fine', 'note']],
    ['caution', ['note', 'caution', 'fine']],
    ['blocker', ['note', 'fine', 'caution', 'blocker']],
    ['blocker', ['blocker', 'fine']],
  ] as const)('is %s among %j, in whatever order', (worst, given) => {
    expect(worstOf(given.map(finding))).toBe(worst);
    expect(worstOf(given.map(finding).toReversed())).toBe(worst);
  });

  it('is fine where nothing was found', () => {
    expect(worstOf([])).toBe('fine');
  });

  it('knows four severities, the worst first', () => {
    expect(severities).toEqual(['blocker', 'caution', 'note', 'fine']);
  });
});
