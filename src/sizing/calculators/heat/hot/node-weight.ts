import type { TemplateNode } from './template-node.ts';

/** How much work a part of a template is to read: 1 for each node, more for long text. */
export function weightOf(node: TemplateNode): number {
  if (node.kind === 'scalar') {
    return typeof node.value === 'string' ? 1 + node.value.length / 64 : 1;
  }
  const parts = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value);
  return parts.reduce((total, part) => total + weightOf(part), 1);
}
