import type { LocatedNode } from '../../sizing/documents/located-node.ts';

/** Every value of a document by its path, as JSON; empty lists and maps count as values. */
export function leavesOf(root: LocatedNode): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  function visit(node: LocatedNode, path: readonly string[]): void {
    if (node.kind === 'scalar') leaves.set(JSON.stringify(path), node.text);
    if (node.kind === 'list') {
      if (node.items.length === 0) leaves.set(JSON.stringify(path), '[]');
      for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
    }
    if (node.kind === 'map') {
      if (node.entries.size === 0) leaves.set(JSON.stringify(path), '{}');
      for (const [key, entry] of node.entries) visit(entry.value, [...path, key]);
    }
  }
  visit(root, []);
  return leaves;
}
