import * as fc from 'fast-check';
import { attackKeys, attackTexts } from './attack-values.ts';
import { goldenLinks } from './golden-texts.ts';
import { mutatedText } from './mutated-text.ts';

interface PartMutation {
  readonly kind: 'value' | 'remove' | 'again' | 'move' | 'graft';
  readonly part: number;
  readonly other: number;
  readonly text: string;
}

/** Real links with parts spoilt, removed, doubled, moved, or taken over from another link. */
function withMutatedParts(): fc.Arbitrary<string> {
  const mutation: fc.Arbitrary<PartMutation> = fc.record({
    kind: fc.constantFrom('value', 'remove', 'again', 'move', 'graft'),
    part: fc.nat(200),
    other: fc.nat(200),
    text: fc.constantFrom(...attackTexts),
  });
  const link = fc.constantFrom(...goldenLinks);
  return fc
    .tuple(link, link, fc.array(mutation, { minLength: 1, maxLength: 5 }))
    .map(([of, donor, mutations]) => {
      const [start = '', query = ''] = of.split('?');
      const donated = (donor.split('?')[1] ?? '').split('&');
      const parts = mutations.reduce<readonly string[]>(
        (changed, m) => mutateParts(changed, donated, m),
        query.split('&'),
      );
      return `${start}?${parts.join('&')}`;
    });
}

function mutateParts(
  parts: readonly string[],
  donated: readonly string[],
  { kind, other, part, text }: PartMutation,
): readonly string[] {
  const at = part % Math.max(1, parts.length);
  const old = parts[at] ?? '';
  const spoilt = `${old.split('=')[0]}=${text}`;
  switch (kind) {
    case 'value':
      return parts.with(at, spoilt);
    case 'remove':
      return parts.toSpliced(at, 1);
    case 'again':
      return parts.toSpliced(other % parts.length, 0, spoilt);
    case 'move':
      return parts.toSpliced(at, 1).toSpliced(other % parts.length, 0, old);
    case 'graft':
      return parts.toSpliced(at, 0, donated[other % donated.length] ?? '');
  }
}

/** Real links of every released form, changed by parts or by characters. */
export function mutatedGoldenLink(): fc.Arbitrary<string> {
  return fc.oneof(
    withMutatedParts(),
    mutatedText(goldenLinks, ['&', '=', '?', '#', ...attackKeys, ...attackTexts]),
  );
}
