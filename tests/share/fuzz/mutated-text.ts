import * as fc from 'fast-check';

/** One change of a text; positions are shares of its length, so that they stay meaningful while it shrinks. */
interface TextMutation {
  readonly kind: 'cut' | 'drop' | 'repeat' | 'insert' | 'replace' | 'swap-case' | 'encode' | 'flip-bit';
  readonly at: number;
  readonly span: number;
  readonly piece: string;
}

const most = 10_000;

/** One of the texts after one to four changes. */
export function mutatedText(texts: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  const mutation: fc.Arbitrary<TextMutation> = fc.record({
    kind: fc.constantFrom('cut', 'drop', 'repeat', 'insert', 'replace', 'swap-case', 'encode', 'flip-bit'),
    at: fc.nat(most),
    span: fc.nat(12),
    piece: fc.constantFrom(...pieces),
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([text, mutations]) => mutations.reduce(mutate, text));
}

function mutate(text: string, { at, kind, piece, span }: TextMutation): string {
  const from = Math.floor((text.length * at) / most);
  const before = text.slice(0, from);
  const hit = text.slice(from, from + span);
  const after = text.slice(from + span);
  switch (kind) {
    case 'cut':
      return before;
    case 'drop':
      return before + after;
    case 'repeat':
      return before + hit + hit + after;
    case 'insert':
      return before + piece + hit + after;
    case 'replace':
      return before + piece + after;
    case 'swap-case':
      return before + (hit === hit.toUpperCase() ? hit.toLowerCase() : hit.toUpperCase()) + after;
    case 'encode':
      return before + [...hit].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('') + after;
    case 'flip-bit':
      return `${before}${hit && String.fromCharCode(hit.charCodeAt(0) ^ (1 << (span % 8)))}${text.slice(from + 1)}`;
  }
}
