import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editorText, withEditorText } from '../../src/share/editor-text.ts';

describe('editorText', () => {
  it('has a line feed at every line’s end and no byte order mark', () => {
    expect(editorText('\ufeffa\r\nb\nc\rd')).toBe('a\nb\nc\nd');
  });

  it('keeps a mark that stands within the text, where it is a character like any other', () => {
    expect(editorText('a\ufeffb')).toBe('a\ufeffb');
  });
});

describe('withEditorText', () => {
  it.each([
    ['nothing', '\ufeffa\r\nb\nc', 'a\nb\nc', '\ufeffa\r\nb\nc'],
    ['a letter', 'a\r\nb\r\nc', 'a\nx\nc', 'a\r\nx\r\nc'],
    ['a line in a file of Windows', 'a\r\nb', 'a\nnew\nb', 'a\r\nnew\r\nb'],
    ['a line in a file of Unix', 'a\nb', 'a\nnew\nb', 'a\nnew\nb'],
    ['a line in a file of carriage returns', 'a\rb', 'a\nnew\nb', 'a\rnew\rb'],
    ['the last letter behind carriage returns', 'a\rb\rc', 'a\nb\nx', 'a\rb\rx'],
    ['everything', 'a\r\nb\r\n', '', ''],
    ['the first letter behind a mark', '\ufeffa: 1\n', 'b: 1\n', '\ufeffb: 1\n'],
    ['the first file', '', 'a\nb\n', 'a\nb\n'],
  ])('keeps all line ends but those edited: %s', (_what, raw, edited, expected) => {
    expect(withEditorText(raw, edited)).toBe(expected);
  });

  it('shows what was typed, whatever the file, and leaves untouched lines as they were', () => {
    const end = fc.constantFrom('\n', '\r\n');
    const lines = fc.array(fc.tuple(fc.constantFrom('', 'a', 'ab', 'b: 1'), end), { maxLength: 6 });
    const mark = fc.constantFrom('', '\ufeff');
    fc.assert(
      fc.property(
        mark,
        lines,
        lines,
        lines,
        fc.stringMatching(/^(?:[xy](?:[xy\n]{0,4}[xy])?)?$/),
        (bom, above, middle, below, typed) => {
          const join = (some: readonly (readonly [string, string])[]) =>
            some.map(([text, e]) => text + e).join('');
          const raw = bom + join(above) + join(middle) + join(below);
          const edited = editorText(join(above)) + typed + editorText(join(below));
          const result = withEditorText(raw, edited);
          expect(editorText(result)).toBe(edited);
          expect(result.startsWith(bom)).toBe(true);
          // Letters that no line of the file has: otherwise the text alone does not say which of two equal lines is new.
          if (typed === '') return;
          expect(result.startsWith(bom + join(above))).toBe(true);
          expect(result.endsWith(join(below))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
