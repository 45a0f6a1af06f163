import { describe, expect, it } from 'vitest';
import { hasErrors, type ImportProblem, type ImportResult } from '../../../src/sizing/core/import.ts';

function resultWith(...severities: readonly ImportProblem['severity'][]): ImportResult {
  return {
    kind: null,
    destination: 'selected',
    found: [],
    unused: [],
    unusedLeftOut: 0,
    needs: [],
    problems: severities.map((severity) => ({ severity, message: '', line: 1, column: 1 })),
    inputs: {},
    link: null,
  };
}

describe('hasErrors', () => {
  it('is so with one error among warnings, and not with warnings alone', () => {
    expect(hasErrors(resultWith('warning', 'error'))).toBe(true);
    expect(hasErrors(resultWith('error', 'warning'))).toBe(true);
    expect(hasErrors(resultWith('warning', 'warning'))).toBe(false);
    expect(hasErrors(resultWith())).toBe(false);
  });
});
