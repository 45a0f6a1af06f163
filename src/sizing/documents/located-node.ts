/** A document's parts with the places where they stand; offsets count from the start of the text. */
export type LocatedNode = LocatedScalar | LocatedList | LocatedMap;

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly text: string;
  /** Only a plain one can be a number; a tagged one is what its tag says, which nothing here follows. */
  readonly style: 'plain' | 'quoted' | 'block' | 'tagged';
  readonly offset: number;
  /** Where its text ends, quotes included. */
  readonly end: number;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly items: readonly LocatedNode[];
  readonly offset: number;
}

export interface LocatedMap {
  readonly kind: 'map';
  /** A map, not an object: a key may be called anything, also `__proto__`. */
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly offset: number;
}

export interface MapEntry {
  readonly keyOffset: number;
  /** Stands in another map, from which a merge brought it here. */
  readonly isMerged: boolean;
  readonly value: LocatedNode;
}

/** A key that stands more than once in a map; the last one counts. */
export interface Repeat {
  readonly key: string;
  /** Of the last one. */
  readonly offset: number;
  readonly times: number;
  readonly value: LocatedNode;
}

export interface LocatedDocument {
  /** Null for an empty document. */
  readonly root: LocatedNode | null;
  readonly offset: number;
  readonly repeats: readonly Repeat[];
}

/** The part under a key, or undefined. */
export function entryOf(node: LocatedNode | null | undefined, key: string): LocatedNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

/** The text under a key where it is one. */
export function textOf(node: LocatedNode | undefined, key: string): string | undefined {
  const value = entryOf(node, key);
  return value?.kind === 'scalar' ? value.text : undefined;
}
