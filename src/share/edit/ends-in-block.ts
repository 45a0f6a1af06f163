import type { LocatedNode } from '../../sizing/documents/located-node.ts';

/** Whether the last value is a block of text, which a line end behind it would change. */
export function endsInBlock(node: LocatedNode | undefined): boolean {
  if (node?.kind === 'map') return endsInBlock([...node.entries.values()].at(-1)?.value);
  if (node?.kind === 'list') return endsInBlock(node.items.at(-1));
  return node?.style === 'block';
}
