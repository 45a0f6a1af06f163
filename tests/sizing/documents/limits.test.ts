import { describe, expect, it } from 'vitest';
import { utf8Length } from '../../../src/sizing/documents/limits.ts';

describe('utf8Length', () => {
  // RFC 3629: one byte to U+007F, two to U+07FF, three to U+FFFF, four above.
  it.each([
    ['', 0],
    ['\u007f', 1],
    ['\u0080', 2],
    ['\u07ff', 2],
    ['\u0800', 3],
    ['\ud7ff', 3],
    ['\ue000', 3],
    ['\uffff', 3],
    ['\u{10000}', 4],
    ['\u{10ffff}', 4],
    ['aé€😀', 10],
  ])('counts the bytes of “%s” as UTF-8 has them: %i', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes);
  });
});
