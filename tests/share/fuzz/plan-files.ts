import * as fc from 'fast-check';
import { arbitraryBytes } from './arbitrary-bytes.ts';
import { attackKeys, attackTexts } from './attack-values.ts';
import { goldenFiles } from './golden-texts.ts';
import { mutatedText } from './mutated-text.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface JsonMutation {
  readonly kind: 'set' | 'add' | 'remove' | 'again';
  readonly pick: number;
  readonly key: string;
  readonly value: Json;
}

const attackJson: readonly Json[] = [
  ...[
    null,
    true,
    false,
    0,
    -0,
    1,
    5,
    13.5,
    -1,
    1e21,
    1e-9,
    1e308,
    0.1,
    2 ** 53,
    [],
    {},
    [[]],
    { a: 1 },
    [null],
  ],
  ...attackTexts,
];

/** Files as the page writes them, changed in their values, their keys or their characters; and any text at all. */
export function planFile(): fc.Arbitrary<string> {
  const spoilt = mutatedText(goldenFiles, [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '\\',
    '\\u',
    '\ufeff',
    ...attackTexts,
  ]);
  return fc.oneof(
    { weight: 6, arbitrary: withMutatedValues() },
    { weight: 3, arbitrary: spoilt },
    { weight: 1, arbitrary: fc.oneof(arbitraryBytes(), fc.json()) },
  );
}

function withMutatedValues(): fc.Arbitrary<string> {
  const mutation: fc.Arbitrary<JsonMutation> = fc.record({
    kind: fc.constantFrom('set', 'set', 'add', 'add', 'remove', 'again'),
    pick: fc.nat(5000),
    key: fc.constantFrom(...attackKeys),
    value: fc.constantFrom(...attackJson),
  });
  return fc
    .tuple(
      fc.constantFrom(...goldenFiles),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(0, 1),
    )
    .map(([text, mutations, space]) => {
      // Parsed text is JSON by definition.
      const file = JSON.parse(text) as Json;
      for (const change of mutations) mutate(file, change);
      return JSON.stringify(file, null, space);
    });
}

function mutate(file: Json, { key, kind, pick, value }: JsonMutation): void {
  const holders = holdersIn(file);
  const holder = holders[pick % holders.length];
  if (!holder) return;
  const keys = Object.keys(holder);
  const existing = keys[(pick >> 3) % keys.length] ?? key;
  const at = kind === 'add' ? (Array.isArray(holder) ? String(holder.length) : key) : existing;
  if (kind === 'remove') Reflect.deleteProperty(holder, at);
  else if (kind === 'again' && Array.isArray(holder))
    holder.push(structuredClone(holder[Number(at)] ?? null));
  // Assigning to `__proto__` would change the prototype instead of making a key.
  else
    Object.defineProperty(holder, at, {
      value: structuredClone(value),
      enumerable: true,
      writable: true,
      configurable: true,
    });
}

/** Every object and list in it, the outermost first. */
function holdersIn(json: Json): (Json[] | { [key: string]: Json })[] {
  if (typeof json !== 'object' || json === null) return [];
  return [json, ...Object.values(json).flatMap(holdersIn)];
}
