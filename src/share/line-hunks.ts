import { structuredPatch } from 'diff';

/** A line of a difference; its number is absent in the text that does not have it. */
export interface HunkLine {
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Lines that differ, with what stands around them. */
export type Hunk = readonly HunkLine[];

/** The difference of two texts line by line, each with `context` lines that are the same before and after. */
export function lineHunks(before: string, after: string, context: number): readonly Hunk[] {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context });
  return hunks.map(({ lines, newStart, oldStart }) => {
    let [old, now] = [oldStart, newStart];
    // A backslash says that the last line has no end, which shows nowhere.
    return lines.flatMap((line): readonly HunkLine[] => {
      const text = line.slice(1).replace(/\r$/, '');
      switch (line[0]) {
        case '+':
          return [{ sign: '+', text, before: null, after: now++ }];
        case '-':
          return [{ sign: '-', text, before: old++, after: null }];
        case ' ':
          return [{ sign: ' ', text, before: old++, after: now++ }];
        default:
          return [];
      }
    });
  });
}
