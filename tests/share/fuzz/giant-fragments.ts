import * as fc from 'fast-check';

const pieces = [
  'a',
  '&',
  '=',
  'a&',
  'a=1&',
  'A.n=1&',
  '%41',
  '%F0%9F%98%80',
  '%',
  '\ud800',
  '😀',
  'A.x=%00&',
  'end&',
  '+',
];

/** Fragments up to a megabyte: one piece over and over, or as many different keys as find room. */
export function giantFragment(ids: readonly string[]): fc.Arbitrary<string> {
  const length = fc.constantFrom(1_000, 20_000, 199_000, 199_999, 200_000, 200_001, 1_000_000);
  return fc
    .tuple(fc.constantFrom(...ids), fc.constantFrom(...pieces), length, fc.boolean())
    .map(([id, piece, most, areKeysDifferent]) => {
      const start = `#${id}?`;
      const room = most - start.length;
      const body = areKeysDifferent
        ? differentKeys(piece, Math.min(room, 200_001))
        : piece.repeat(room / piece.length);
      return start + body.slice(0, room);
    });
}

function differentKeys(piece: string, room: number): string {
  const parts: string[] = [];
  for (let at = 0, length = 0; length < room; at += 1) {
    const part = `${at.toString(36)}${piece}&`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}
