/** A user's file from bytes to text, strictly: what is not UTF-8 is refused with its place, never guessed at. */
import { limits } from '../sizing/documents/limits.ts';

export type TextOfBytes =
  /** A byte order mark stays in the text, so that it can be written back as it was. */
  | { readonly kind: 'text'; readonly text: string }
  /** The message is a sentence. */
  | { readonly kind: 'refused'; readonly message: string };

/** Kinds of files that are dropped by mistake, by their first bytes. */
const signatures: readonly (readonly [start: readonly number[], what: string])[] = [
  [[0xff, 0xfe, 0x00, 0x00], 'text in UTF-32 (its byte order mark is FF FE 00 00); save it as UTF-8'],
  [[0x00, 0x00, 0xfe, 0xff], 'text in UTF-32 (its byte order mark is 00 00 FE FF); save it as UTF-8'],
  [[0xff, 0xfe], 'text in UTF-16 (its byte order mark is FF FE); save it as UTF-8'],
  [[0xfe, 0xff], 'text in UTF-16 (its byte order mark is FE FF); save it as UTF-8'],
  [[0x1f, 0x8b], 'a gzip archive; unpack it and take the file in it'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or an office document; save its text as a file'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF document; save its text as a file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture; the text itself is needed'],
];

const megabyte = 1024 * 1024;

/** Says that a file is larger than what is read, before it is; undefined for one that is not. */
export function sizeProblem(bytes: number, mostBytes: number = limits.bytes): string | undefined {
  if (bytes <= mostBytes) return undefined;
  const size = (bytes / megabyte).toFixed(1);
  const most = Math.floor((mostBytes * 10) / megabyte) / 10;
  return `The file has ${size} MB; up to ${most} MB are read.`;
}

/** Decodes UTF-8, with or without a byte order mark and whatever its line ends. Never throws. */
export function textOfBytes(bytes: Uint8Array): TextOfBytes {
  const known = signatures.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (known) return { kind: 'refused', message: `This is ${known[1]}.` };
  const zero = bytes.indexOf(0);
  if (zero !== -1)
    return {
      kind: 'refused',
      message: `${placeText(bytes, zero)} a zero byte stands here, so this is no text in UTF-8.`,
    };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const at = firstFault(bytes);
    const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return {
      kind: 'refused',
      message: `${placeText(bytes, at)} ${byte} is not UTF-8. Save the file as UTF-8 (it may be in Latin-1 or Windows-1252).`,
    };
  }
}

/** Lines and bytes of a line count from one, as a hex editor and an error of another tool say them. */
function placeText(bytes: Uint8Array, at: number): string {
  const before = bytes.subarray(0, at);
  const line = before.reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1);
  return `Line ${line}, byte ${at - before.lastIndexOf(0x0a)}:`;
}

/** Where the first sequence starts that is none of UTF-8: RFC 3629, section 4. */
function firstFault(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** How many bytes the character here has; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >> 4 === 0xe ? 3 : 0;
  const total = length === 0 && first >= 0xf0 && first <= 0xf4 ? 4 : length;
  if (total === 0) return 0;
  // The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < low || second > high) return 0;
  for (const byte of [bytes[at + 2], bytes[at + 3]].slice(0, total - 2))
    if (byte === undefined || byte >> 6 !== 0b10) return 0;
  return total;
}
