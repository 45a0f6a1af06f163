import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/sizing/documents/text-lines.ts';

describe('linesOf', () => {
  it('counts lines and columns from 1, a line break as the end of its line', () => {
    const lineOf = linesOf('ab\n\ncd');
    expect([0, 1, 2, 3, 4, 5, 6].map(lineOf)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 3, column: 2 },
      { line: 3, column: 3 },
    ]);
  });

  it('gives a byte order mark no column of its own', () => {
    const lineOf = linesOf('\ufeffa: 1\nb: 2');
    expect([0, 1, 2, 6].map(lineOf)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
    ]);
  });

  it('knows a byte order mark at the start only', () => {
    expect(linesOf('a\ufeff')(1)).toEqual({ line: 1, column: 2 });
  });

  it('finds each line of a long text', () => {
    const lineOf = linesOf('x\n'.repeat(1000));
    for (const line of [1, 2, 499, 500, 501, 999, 1000, 1001]) {
      expect(lineOf(2 * (line - 1))).toEqual({ line, column: 1 });
    }
  });
});
