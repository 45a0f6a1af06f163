import { describe, expect, it } from 'vitest';
import { fileText, renderExport } from '../../src/share/render-export.ts';
import type { FileContent, IniContent } from '../../src/sizing/core/export-document.ts';

describe('fileText', () => {
  it('writes a file in sections with its comments above what they are of', () => {
    const content: IniContent = {
      kind: 'ini',
      comments: ['Option C', 'two\n\n  lines'],
      sections: [
        {
          name: 'DEFAULT',
          entries: [
            { key: 'num_engine_workers', value: 8, comment: 'A core each,\nas agreed.' },
            { key: 'convergence_engine', value: true },
          ],
        },
        { name: 'heat_api', entries: [{ key: 'workers', value: 4 }] },
      ],
    };
    expect(fileText(content)).toBe(`# Option C
# two
#
#   lines

[DEFAULT]
# A core each,
# as agreed.
num_engine_workers = 8
convergence_engine = true

[heat_api]
workers = 4
`);
  });

  it('starts with the first section where there are no comments', () => {
    const sections = [{ name: 'heat_api', entries: [{ key: 'workers', value: 4 }] }];
    expect(fileText({ kind: 'ini', comments: [], sections })).toBe('[heat_api]\nworkers = 4\n');
  });

  it('writes the comment of an operation above it', () => {
    const entries = [
      { path: '/a', value: 1 },
      { path: '/b', value: 'x', comment: 'Must exist.\nAsk first.' },
    ];
    expect(fileText({ kind: 'ops', comments: [], entries })).toBe(`- type: replace
  path: /a
  value: 1
# Must exist.
# Ask first.
- type: replace
  path: /b
  value: x
`);
  });
});

describe('renderExport', () => {
  it('shows a file of any kind as it is saved', () => {
    const sections = [{ name: 'heat_api', entries: [{ key: 'workers', value: 4 }] }];
    const linesOf = (content: FileContent) => {
      const { lines, text } = renderExport(content);
      expect(text).toBe(fileText(content));
      return lines.map((line) => line.sign + line.text);
    };
    expect(linesOf({ kind: 'ini', comments: [], sections })).toEqual([' [heat_api]', ' workers = 4']);
    expect(linesOf({ kind: 'settings', comments: [], entries: [{ key: 'a', value: 4 }] })).toEqual([' a: 4']);
    expect(linesOf({ kind: 'ops', comments: [], entries: [{ path: '/a', value: 4 }] })).toEqual([
      ' - type: replace',
      '   path: /a',
      '   value: 4',
    ]);
  });

  it('gives the lines as the text has them, empty ones too, and none behind the last line end', () => {
    expect(renderExport({ kind: 'text', language: 'shell', text: 'a\n\n b\n' })).toEqual({
      text: 'a\n\n b\n',
      lines: [
        { sign: ' ', text: 'a' },
        { sign: ' ', text: '' },
        { sign: ' ', text: ' b' },
      ],
    });
  });
});
