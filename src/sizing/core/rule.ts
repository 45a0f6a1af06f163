/** Where a number comes from: a sizing guide, published source code or job specs, the user, or a model choice. */
export type Origin = 'guide' | 'release' | 'yours' | 'assumed';

/** A sentence the product relies on, with the place it stands in. Shown wherever it is cited. */
export interface Rule {
  /** `CF-5`, `HT-3`, `R-2`, `K1`: stable, shown to the user. */
  readonly id: string;
  readonly origin: Origin;
  /** The rule in our words, one sentence. */
  readonly statement: string;
  /** The sentences relied on, word for word as the document has them. Empty only for rules that are our own. */
  readonly quotes: readonly string[];
  /** The document's title. */
  readonly document: string;
  readonly section: string;
}

/** Declares a register of rules; the key of each entry is its id. */
export function defineRules<const Id extends string>(
  rules: Readonly<Record<Id, Omit<Rule, 'id'>>>,
): Readonly<Record<Id, Rule>> {
  const entries = Object.entries<Omit<Rule, 'id'>>(rules).map(([id, rule]) => [id, { id, ...rule }]);
  // Object.fromEntries forgets the keys' type; they are exactly the ids passed in.
  return Object.fromEntries(entries) as Record<Id, Rule>;
}
