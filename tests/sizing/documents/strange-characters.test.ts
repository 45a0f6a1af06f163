import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../src/sizing/documents/read-documents.ts';
import { readIni } from '../../../src/sizing/documents/read-ini.ts';
import { strangeCharactersIn } from '../../../src/sizing/documents/strange-characters.ts';

describe('strangeCharactersIn', () => {
  // YAML 1.1, 5.1: printable are tab, line feed, carriage return, 20 to 7E, 85, A0 to D7FF, E000 to FFFD, 10000 on.
  it.each([
    ['\u0000', 'U+0000'],
    ['\u0008', 'U+0008'],
    ['\u000b', 'U+000B'],
    ['\u000c', 'U+000C'],
    ['\u000e', 'U+000E'],
    ['\u001f', 'U+001F'],
    ['\u007f', 'U+007F'],
    ['\ufffe', 'U+FFFE'],
    ['\uffff', 'U+FFFF'],
  ])('names the control character %j by its code %s, at its place', (character, code) => {
    expect(strangeCharactersIn(`ab${character}${character}`)).toEqual([
      { severity: 'error', offset: 2, message: `the control character ${code} cannot stand in such a file` },
    ]);
  });

  it.each(['\t', '\n', '\r\n', ' ', '~', '\u00a0', '\ud7ff', '\ue000', '\ufffc', '😀', '\udbff\udfff'])(
    'finds nothing strange in %j',
    (character) => {
      expect(strangeCharactersIn(`a${character}b`)).toEqual([]);
    },
  );

  it('refuses a carriage return without a line feed, also as the last character', () => {
    const said = 'a carriage return stands here without a line feed; save the file with usual line ends';
    expect(strangeCharactersIn('a\r\nb\rc')).toEqual([{ severity: 'error', offset: 4, message: said }]);
    expect(strangeCharactersIn('a\r')).toEqual([{ severity: 'error', offset: 1, message: said }]);
  });

  it.each([
    ['\u0085', 'U+0085'],
    ['\u2028', 'U+2028'],
    ['\u2029', 'U+2029'],
  ])('warns of the line break %j', (character, code) => {
    const [note, ...more] = strangeCharactersIn(`a${character}`);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ severity: 'warning', offset: 1 });
    expect(note?.message).toContain(code);
  });

  it.each(['\ufffd', '\ud800', '\udbff', '\udc00', '\udfff', '\ud83dx\ude00', '\ude00\ud83d'])(
    'warns of what is no character: %j',
    (text) => {
      expect(strangeCharactersIn(`ab${text}`)).toEqual([
        {
          severity: 'warning',
          offset: 2,
          message: 'a character could not be read; save the file as UTF-8',
        },
      ]);
    },
  );
});

describe.each([
  ['readDocuments', readDocuments, 'a: 1'],
  ['readIni', readIni, '[DEFAULT]\na = 1'],
])('%s', (_name, read, sound) => {
  it('reads nothing of a text with a control character, and says where it is', () => {
    const { documents, lineOf, notes } = read(`${sound}\n# \u0007\n`);
    expect(documents).toEqual([]);
    expect(notes).toHaveLength(1);
    expect(lineOf(notes[0]?.offset ?? 0)).toEqual({ line: sound.split('\n').length + 1, column: 3 });
  });

  it('reads a text with an unusual line break and warns', () => {
    const { documents, notes } = read(`${sound}\n# \u2028\n`);
    expect(documents).toHaveLength(1);
    expect(notes.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('says what is wrong beside what is strange', () => {
    const { notes } = read(`# \u2028\n${sound}\n] word\n`);
    expect(notes[0]?.severity).toBe('warning');
    expect(new Set(notes.slice(1).map(({ severity }) => severity))).toEqual(new Set(['error']));
  });
});
