import type { Node, Pair, Scalar } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { DocumentFault } from './document-fault.ts';
import { limits } from './limits.ts';
import type { LocatedNode, LocatedScalar, MapEntry, Repeat } from './located-node.ts';

interface Composing {
  readonly anchors: Map<string, Sized>;
  readonly open: Set<string>;
  readonly repeats: Repeat[];
  merged: number;
}

interface Sized {
  readonly node: LocatedNode;
  /** Parts in it once its aliases are written out. */
  readonly size: number;
}

/**
 * Turns the parser's tree into nodes with places. Aliases share what they stand for; a merge gives what the map
 * itself does not have. Throws a DocumentFault for aliases that multiply or go in circles and for keys that are
 * no single value.
 */
export function composeNodes(contents: unknown): {
  readonly root: LocatedNode;
  readonly repeats: readonly Repeat[];
} {
  const composing: Composing = { anchors: new Map(), open: new Set(), repeats: [], merged: 0 };
  return { root: nodeOf(contents, composing).node, repeats: composing.repeats };
}

function nodeOf(node: unknown, composing: Composing): Sized {
  // The parser types a collection's items as unknown; the guards below tell them apart.
  const offset = (node as Node | null)?.range?.[0] ?? 0;
  if (isAlias(node)) return aliased(node.source, offset, composing);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined) composing.open.add(anchor);
  const sized = contentsOf(node, offset, composing);
  if (sized.size > limits.expandedNodes) {
    throw new DocumentFault(offset, 'aliases repeat this part too often to be read');
  }
  if (anchor !== undefined) {
    composing.open.delete(anchor);
    composing.anchors.set(anchor, sized);
  }
  return sized;
}

function aliased(name: string, offset: number, { anchors, open }: Composing): Sized {
  const shown = name.slice(0, 40);
  if (open.has(name))
    throw new DocumentFault(offset, `the alias *${shown} stands inside its own anchor &${shown}`);
  const target = anchors.get(name);
  if (!target) throw new DocumentFault(offset, `the alias *${shown} has no anchor &${shown} before it`);
  return target;
}

function contentsOf(node: unknown, offset: number, composing: Composing): Sized {
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(item, composing));
    return {
      node: { kind: 'list', items: items.map((item) => item.node), offset },
      size: items.reduce((total, item) => total + item.size, 1),
    };
  }
  if (isMap(node)) return mapOf(node.items, offset, composing);
  return { node: isScalar(node) ? scalarOf(node, offset) : nothingAt(offset), size: 1 };
}

function nothingAt(offset: number): LocatedScalar {
  return { kind: 'scalar', text: '', style: 'plain', offset, end: offset };
}

function scalarOf(scalar: Scalar, offset: number): LocatedScalar {
  const text = typeof scalar.value === 'string' ? scalar.value : '';
  const style =
    scalar.tag !== undefined
      ? 'tagged'
      : scalar.type === 'PLAIN'
        ? 'plain'
        : scalar.type?.startsWith('BLOCK')
          ? 'block'
          : 'quoted';
  return { kind: 'scalar', text, style, offset, end: scalar.range?.[1] ?? offset };
}

function mapOf(pairs: readonly Pair[], offset: number, composing: Composing): Sized {
  const entries = new Map<string, MapEntry>();
  const times = new Map<string, number>();
  const merges: LocatedNode[] = [];
  let size = 1;
  for (const pair of pairs) {
    const key = nodeOf(pair.key, composing).node;
    if (key.kind !== 'scalar')
      throw new DocumentFault(key.offset, 'a key must be a single value; text with {{ or [ needs quotes');
    const value = nodeOf(pair.value, composing);
    size += value.size;
    // Where a key has no value, the parser gives no place; the key's own is next best.
    const node = pair.value === null ? nothingAt(key.offset) : value.node;
    if (key.text === '<<' && key.style === 'plain') {
      merges.push(node);
      continue;
    }
    if (entries.has(key.text)) times.set(key.text, (times.get(key.text) ?? 1) + 1);
    entries.set(key.text, { keyOffset: key.offset, isMerged: false, value: node });
  }
  for (const [key, count] of times) {
    const last = entries.get(key);
    if (last) composing.repeats.push({ key, offset: last.keyOffset, times: count, value: last.value });
  }
  for (const merge of merges) mergeInto(entries, merge, composing);
  return { node: { kind: 'map', entries, offset }, size };
}

/** What stands in the map itself goes before what is merged, and an earlier merge before a later one. */
function mergeInto(entries: Map<string, MapEntry>, merge: LocatedNode, composing: Composing): void {
  for (const map of merge.kind === 'list' ? merge.items : [merge]) {
    if (map.kind !== 'map')
      throw new DocumentFault(map.offset, 'the merge key << takes a map or a list of maps');
    composing.merged += map.entries.size;
    if (composing.merged > limits.mergedEntries)
      throw new DocumentFault(map.offset, 'merges repeat this part too often to be read');
    for (const [key, entry] of map.entries)
      if (!entries.has(key)) entries.set(key, { ...entry, isMerged: true });
  }
}
