/** What a file may be at most, so that a hostile one takes no longer than a large one. */
export const limits = {
  /** Bytes in UTF-8. */
  bytes: 2 * 1024 * 1024,
  /** Words and marks of YAML; a manifest of 2 MB has under 200,000. */
  lexemes: 600_000,
  documents: 100,
  depth: 100,
  /** Parts when every alias is written out. */
  expandedNodes: 500_000,
  /** Entries that merges copy. */
  mergedEntries: 200_000,
  syntaxErrors: 10,
  operations: 5_000,
  /** Unused parts, repeated keys and other complaints that are listed. */
  listed: 200,
} as const;

export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // A surrogate pair is four bytes: two for each half.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
