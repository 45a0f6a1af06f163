import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeProblem, textOfBytes } from '../../src/share/text-of-bytes.ts';

const utf8 = (text: string) => [...new TextEncoder().encode(text)];

function messageOf(bytes: readonly number[]): string {
  const result = textOfBytes(Uint8Array.from(bytes));
  if (result.kind === 'text') throw new Error('not refused');
  return result.message;
}

describe('textOfBytes', () => {
  it.each([
    ['a byte order mark', '\ufeffa: 1\n'],
    ['carriage returns', 'a: 1\r\nb: 2\r\n'],
    ['letters of any length', 'größe: ½\n名: 👩‍🚒\n'],
    ['nothing at all', ''],
  ])('keeps %s, so that the bytes can be written again', (_what, text) => {
    expect(textOfBytes(Uint8Array.from(utf8(text)))).toEqual({ kind: 'text', text });
  });

  it('says on which line and at which byte Latin-1 stops being UTF-8', () => {
    // “größe” in Latin-1 has F6 for ö: the third byte of the second line, behind “gr”.
    expect(messageOf([...utf8('a: 1\ngr'), 0xf6, 0xdf, ...utf8('e: 2\n')])).toBe(
      'Line 2, byte 3: F6 is not UTF-8. Save the file as UTF-8 (it may be in Latin-1 or Windows-1252).',
    );
  });

  it.each([
    [
      'FF FE',
      [0xff, 0xfe, 0x61, 0x00],
      'This is text in UTF-16 (its byte order mark is FF FE); save it as UTF-8.',
    ],
    [
      'FE FF',
      [0xfe, 0xff, 0x00, 0x61],
      'This is text in UTF-16 (its byte order mark is FE FF); save it as UTF-8.',
    ],
    ['FF FE 00 00', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], 'text in UTF-32'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'a gzip archive'],
    ['zip', [0x50, 0x4b, 3, 4, 20], 'a zip archive or an office document'],
    ['PDF', utf8('%PDF-1.7\n'), 'a PDF document'],
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 13, 10], 'a picture'],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0], 'Line 1, byte 8: a zero byte stands here'],
    ['UTF-16 without a mark', [0x61, 0x00, 0x3a, 0x00], 'Line 1, byte 2: a zero byte stands here'],
  ])('names %s by its bytes', (_what, bytes, said) => {
    expect(messageOf(bytes)).toContain(said);
  });

  // The ill-formed sequences of the Unicode standard, tables 3-8 to 3-11, and RFC 3629, section 10.
  it.each([
    ['a lone continuation', [0x80], 1],
    ['an overlong slash', [0xc0, 0xaf], 1],
    ['an overlong slash of three', [0xe0, 0x80, 0xaf], 1],
    ['a surrogate', [0xed, 0xa0, 0x80], 1],
    ['beyond the last character', [0xf4, 0x90, 0x80, 0x80], 1],
    ['overlong of four', [0xf0, 0x80, 0x80, 0xaf], 1],
    ['a sequence cut off by the end', [0x61, 0xe2, 0x82], 2],
    ['a sequence cut off by a letter', [0x61, 0xf0, 0x9f, 0x91, 0x61], 2],
    ['a byte that never occurs', [0x61, 0x62, 0xff], 3],
  ])('refuses %s at its byte', (_what, bytes, byte) => {
    expect(messageOf(bytes)).toMatch(new RegExp(`^Line 1, byte ${byte}: `));
  });

  // The first and last character of each row of RFC 3629, section 4, and then a byte that is never any.
  it.each([
    ['two bytes, the first', [0xc2, 0x80]],
    ['two bytes, the last', [0xdf, 0xbf]],
    ['three bytes, the first', [0xe0, 0xa0, 0x80]],
    ['three bytes, between', [0xe2, 0x82, 0xac]],
    ['three bytes, the last before the surrogates', [0xed, 0x9f, 0xbf]],
    ['three bytes, the first behind them', [0xee, 0x80, 0x80]],
    ['three bytes, the last', [0xef, 0xbf, 0xbf]],
    ['four bytes, the first', [0xf0, 0x90, 0x80, 0x80]],
    ['four bytes, between', [0xf1, 0x80, 0xbf, 0x80]],
    ['four bytes, the last', [0xf4, 0x8f, 0xbf, 0xbf]],
  ])('points behind a whole character of %s', (_what, bytes) => {
    expect(messageOf([...bytes, 0xff])).toMatch(new RegExp(`^Line 1, byte ${bytes.length + 1}: FF `));
    // What follows may be a letter of one byte.
    expect(messageOf([...bytes, 0x61, 0xff])).toMatch(new RegExp(`^Line 1, byte ${bytes.length + 2}: FF `));
  });

  it.each([
    ['a start that is never any, with what four bytes would need', [0xf5, 0x80, 0x80, 0x80], 'F5'],
    ['an overlong start, with what four bytes would need', [0xc0, 0x80, 0x80, 0x80], 'C0'],
    ['the last overlong start', [0xc1, 0xbf], 'C1'],
    ['continuations only', [0x80, 0x80, 0x80, 0x80], '80'],
    ['three bytes with a letter for the third', [0xe2, 0x82, 0x61], 'E2'],
    ['four bytes with a letter for the fourth', [0xf0, 0x9f, 0x91, 0x61], 'F0'],
    ['the last overlong form of three bytes', [0xe0, 0x9f, 0xbf], 'E0'],
    ['the last surrogate', [0xed, 0xbf, 0xbf], 'ED'],
    ['the last overlong form of four bytes', [0xf0, 0x8f, 0xbf, 0xbf], 'F0'],
  ])('points at the start of %s', (_what, bytes, named) => {
    expect(messageOf(bytes)).toMatch(new RegExp(`^Line 1, byte 1: ${named} `));
  });

  it('takes exactly what the platform takes, and points before the first byte it does not', () => {
    const bytes = fc.oneof(
      fc.array(fc.integer({ min: 1, max: 255 }), { maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 6 }).map(utf8),
    );
    fc.assert(
      fc.property(bytes, bytes, (head, tail) => {
        const all = Uint8Array.from([0x61, ...head, ...tail]);
        fc.pre(!all.includes(0));
        const decoder = (part: Uint8Array) =>
          new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part);
        const result = textOfBytes(all);
        if (result.kind === 'text') {
          expect([...new TextEncoder().encode(result.text)]).toEqual([...all]);
          return;
        }
        expect(() => decoder(all)).toThrow();
        const [, line = '', byte = ''] = /^Line (\d+), byte (\d+):/.exec(result.message) ?? [];
        const starts = [0, ...[...all].flatMap((b, at) => (b === 0x0a ? [at + 1] : []))];
        const at = (starts[Number(line) - 1] ?? Number.NaN) + Number(byte) - 1;
        expect(() => decoder(all.subarray(0, at))).not.toThrow();
        expect(() => decoder(all.subarray(0, at + 4))).toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('sizeProblem', () => {
  it('takes 2 MB and refuses a byte more, with its size', () => {
    expect(sizeProblem(2 * 1024 * 1024)).toBeUndefined();
    expect(sizeProblem(2 * 1024 * 1024 + 1)).toBe('The file has 2.0 MB; up to 2 MB are read.');
    expect(sizeProblem(5_557_453)).toBe('The file has 5.3 MB; up to 2 MB are read.');
  });

  it('takes more where more is read: measurements of 100,000 rows, but not 200 MB of them', () => {
    expect(sizeProblem(12_000_000, 12_000_000)).toBeUndefined();
    expect(sizeProblem(200_000_000, 12_000_000)).toBe('The file has 190.7 MB; up to 11.4 MB are read.');
  });
});
