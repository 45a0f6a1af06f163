import type { LocatedNode } from '../../sizing/documents/located-node.ts';

/** A value as text, and where it stands; what an alias stands for has its anchor's place. */
export interface Leaf {
  readonly text: string;
  readonly offset: number;
}

/** Every value of a document by its path, as JSON; empty lists and maps count as values. */
export function leavesOf(root: LocatedNode): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  function visit(node: LocatedNode, path: readonly string[]): void {
    const { offset } = node;
    if (node.kind === 'scalar') leaves.set(JSON.stringify(path), { text: node.text, offset });
    if (node.kind === 'list') {
      if (node.items.length === 0) leaves.set(JSON.stringify(path), { text: '[]', offset });
      for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
    }
    if (node.kind === 'map') {
      if (node.entries.size === 0) leaves.set(JSON.stringify(path), { text: '{}', offset });
      for (const [key, entry] of node.entries) visit(entry.value, [...path, key]);
    }
  }
  visit(root, []);
  return leaves;
}
