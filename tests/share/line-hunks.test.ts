import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineHunks } from '../../src/share/line-hunks.ts';

describe('lineHunks', () => {
  it('gives the lines that differ with their numbers and what is around them', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\n';
    expect(lineHunks(before, before.replace('d\n', 'D\nmore\n'), 1)).toEqual([
      [
        { sign: ' ', text: 'c', before: 3, after: 3 },
        { sign: '-', text: 'd', before: 4, after: null },
        { sign: '+', text: 'D', before: null, after: 4 },
        { sign: '+', text: 'more', before: null, after: 5 },
        { sign: ' ', text: 'e', before: 5, after: 6 },
      ],
    ]);
  });

  it('gives nothing for equal texts, and no line for a missing line end', () => {
    expect(lineHunks('a\nb', 'a\nb', 3)).toEqual([]);
    expect(lineHunks('a', 'b', 3)).toEqual([
      [
        { sign: '-', text: 'a', before: 1, after: null },
        { sign: '+', text: 'b', before: null, after: 1 },
      ],
    ]);
  });

  it('shows the lines of a file of Windows without their ends, and a carriage return within a line', () => {
    expect(lineHunks('a\rb\r\n', 'c\r\n', 0)).toEqual([
      [
        { sign: '-', text: 'a\rb', before: 1, after: null },
        { sign: '+', text: 'c', before: null, after: 1 },
      ],
    ]);
  });

  it('numbers every line as the two texts do', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '', 'c: 1'), { maxLength: 12 })
      .map((l) => `${l.join('\n')}\n`);
    fc.assert(
      fc.property(text, text, fc.nat(3), (before, after, context) => {
        const [was, is] = [before.split('\n'), after.split('\n')];
        for (const line of lineHunks(before, after, context).flat()) {
          if (line.sign !== '+') expect(was[(line.before ?? 0) - 1]).toBe(line.text);
          if (line.sign !== '-') expect(is[(line.after ?? 0) - 1]).toBe(line.text);
          expect([line.before === null, line.after === null]).toEqual([line.sign === '+', line.sign === '-']);
        }
      }),
    );
  });
});
