import * as fc from 'fast-check';

/** Any text at all: bytes, whole code points, halves of surrogate pairs, and what looks like an address. */
export function arbitraryBytes(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.uint8Array({ maxLength: 120 }).map((bytes) => String.fromCharCode(...bytes)),
    fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 60 }).map((p) => String.fromCodePoint(...p)),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((u) => String.fromCharCode(...u)),
    fc.webFragments({ size: 'small' }),
  );
}

/** The same behind the name of a calculator, so that it is read as a plan. */
export function arbitraryByteLink(ids: readonly string[]): fc.Arbitrary<string> {
  const fragment = fc.tuple(fc.constantFrom(...ids), fc.constantFrom('', 'v=1&', 'v=2&'), arbitraryBytes());
  return fc.oneof(
    arbitraryBytes(),
    fragment.map(([id, version, text]) => `#${id}?${version}${text}${version && '&end'}`),
  );
}
