import type { ImportUnused, TextPlace } from '../core/import.ts';
import { limits } from './limits.ts';
import type { LocatedNode } from './located-node.ts';
import { textOf } from './located-node.ts';
import { shortened } from './scalar-reading.ts';

export interface UnusedParts {
  readonly listed: readonly ImportUnused[];
  readonly leftOut: number;
}

/**
 * The highest parts of which nothing was used, by path. `used` holds the nodes that were read and `entered` those
 * on the way to them; whatever is in neither is one line, however much it holds.
 */
export function unusedParts(
  roots: readonly { readonly node: LocatedNode; readonly path: string }[],
  used: ReadonlySet<LocatedNode>,
  entered: ReadonlySet<LocatedNode>,
  lineOf: (offset: number) => TextPlace,
): UnusedParts {
  const listed: ImportUnused[] = [];
  let leftOut = 0;
  function visit(node: LocatedNode, path: string, offset: number): void {
    if (used.has(node)) return;
    if (!entered.has(node)) {
      if (listed.length < limits.listed) listed.push({ path: path === '' ? '/' : path, ...lineOf(offset) });
      else leftOut += 1;
      return;
    }
    if (node.kind === 'map')
      for (const [key, { keyOffset, value }] of node.entries)
        visit(value, `${path}/${shortened(key)}`, keyOffset);
    if (node.kind === 'list')
      for (const [index, item] of node.items.entries())
        visit(item, `${path}/${itemName(item, index)}`, item.offset);
  }
  for (const { node, path } of roots) visit(node, path, node.offset);
  return { listed, leftOut };
}

/** Instance groups, jobs and releases go by their name, as in the paths of an ops file. */
function itemName(item: LocatedNode, index: number): string {
  const name = textOf(item, 'name');
  return name === undefined ? String(index) : `name=${shortened(name)}`;
}
