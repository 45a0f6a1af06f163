import type { Node, Pair, Scalar } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { plainScalar } from './plain-scalar.ts';
import type { MapEntry, TemplateNode } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';

/** Nodes after every alias is written out: about twice what 512 KiB can hold without aliases. */
const maxExpandedNodes = 500_000;

interface Reading {
  readonly anchors: Map<string, { readonly node: TemplateNode; readonly size: number }>;
  readonly open: Set<string>;
  readonly notes: YamlNote[];
}

interface Sized {
  readonly node: TemplateNode;
  /** Nodes in it once its aliases are written out. */
  readonly size: number;
}

/** Something read that is likely a mistake: a key defined twice. */
export interface YamlNote {
  readonly offset: number;
  readonly message: string;
}

/**
 * Turns the parser's tree, of a depth that recursion bears, into nodes with places. Aliases share what they stand for.
 * Throws a TemplateFault for aliases that multiply or go in circles, tags of one's own and keys that are no single value.
 */
export function templateNodes(contents: unknown): {
  readonly root: TemplateNode;
  readonly notes: readonly YamlNote[];
} {
  const reading: Reading = { anchors: new Map(), open: new Set(), notes: [] };
  const { node } = nodeOf(contents, reading);
  return { root: node, notes: reading.notes };
}

function nodeOf(node: unknown, reading: Reading): Sized {
  // The parser types a collection's items as unknown; the guards below tell them apart.
  const offset = (node as Node | null)?.range?.[0] ?? 0;
  if (isAlias(node)) {
    return aliased(node.source, offset, reading);
  }
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined) {
    reading.open.add(anchor);
  }
  const sized = contentsOf(node, offset, reading);
  if (sized.size > maxExpandedNodes) {
    throw new TemplateFault(
      'alias',
      offset,
      'Aliases repeat this part too often: over 500,000 nodes when written out.',
    );
  }
  if (anchor !== undefined) {
    reading.open.delete(anchor);
    reading.anchors.set(anchor, sized);
  }
  return sized;
}

function aliased(name: string, offset: number, reading: Reading): Sized {
  const target = reading.anchors.get(name);
  if (reading.open.has(name)) {
    throw new TemplateFault('alias', offset, `The alias *${name} stands inside its own anchor &${name}.`);
  }
  if (target === undefined) {
    throw new TemplateFault('alias', offset, `The alias *${name} has no anchor &${name} before it.`);
  }
  return target;
}

function contentsOf(node: unknown, offset: number, reading: Reading): Sized {
  if (isSeq(node) || isMap(node)) {
    refuseTag(tagOf(node), offset, ['seq', 'map']);
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(item, reading));
    return {
      node: { kind: 'list', items: items.map((item) => item.node), offset },
      size: items.reduce((total, item) => total + item.size, 1),
    };
  }
  if (isMap(node)) {
    return mapOf(node.items, offset, reading);
  }
  return {
    node: { kind: 'scalar', value: isScalar(node) ? scalarValue(node, offset) : null, offset },
    size: 1,
  };
}

function scalarValue(scalar: Scalar, offset: number): string | number | boolean | null {
  // The text itself: the parser makes a date of what is tagged as one.
  const text = scalar.source ?? '';
  const tag = tagOf(scalar);
  refuseTag(tag, offset, ['str', 'int', 'float', 'bool', 'null', 'timestamp']);
  if (tag === 'str' || tag === 'timestamp') {
    return text;
  }
  return scalar.type === 'PLAIN' || tag !== undefined ? plainScalar(text) : text;
}

function tagOf({ tag }: { readonly tag?: string | undefined }): string | undefined {
  return tag?.replace('tag:yaml.org,2002:', '');
}

function refuseTag(tag: string | undefined, offset: number, known: readonly string[]): void {
  if (tag !== undefined && !known.includes(tag)) {
    const shown = tag.replace(/^!/, '');
    throw new TemplateFault('yaml', offset, `Heat reads no tag !${shown}; write the value without it.`);
  }
}

function mapOf(pairs: readonly Pair[], offset: number, reading: Reading): Sized {
  const entries: MapEntry[] = [];
  const merged: MapEntry[] = [];
  const seen = new Map<string, number>();
  let size = 1;
  for (const pair of pairs) {
    const key = nodeOf(pair.key, reading).node;
    if (key.kind !== 'scalar') {
      throw new TemplateFault(
        'yaml',
        key.offset,
        'A key must be a single value; a list or a map stands here.',
      );
    }
    const value = nodeOf(pair.value, reading);
    size += value.size;
    if (key.value === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
      merged.push(...mergedEntries(value.node));
      continue;
    }
    const entry: MapEntry = { key: String(key.value), keyOffset: key.offset, value: value.node };
    const identity = `${typeof key.value}:${entry.key}`;
    const earlier = seen.get(identity);
    if (earlier !== undefined) {
      reading.notes.push({
        offset: key.offset,
        message: `"${entry.key}" is defined twice; Heat takes the last one.`,
      });
      entries[earlier] = entry;
      continue;
    }
    seen.set(identity, entries.length);
    entries.push(entry);
  }
  const own = new Set(entries.map((entry) => entry.key));
  const inherited = merged.filter((entry) => !own.has(entry.key) && own.add(entry.key));
  return { node: { kind: 'map', entries: [...inherited, ...entries], offset }, size };
}

function mergedEntries(node: TemplateNode): readonly MapEntry[] {
  const maps = node.kind === 'list' ? node.items : [node];
  return maps.flatMap((map) => {
    if (map.kind !== 'map') {
      throw new TemplateFault('yaml', map.offset, 'The merge key << takes a map or a list of maps.');
    }
    return map.entries;
  });
}
