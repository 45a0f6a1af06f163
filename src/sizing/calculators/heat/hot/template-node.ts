/** A part of a template as written, with the place it was read from. `offset` counts characters from 0. */
export type TemplateNode = ScalarNode | ListNode | MapNode;

interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly offset: number;
}

interface ListNode {
  readonly kind: 'list';
  readonly items: readonly TemplateNode[];
  readonly offset: number;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly offset: number;
}

export interface MapEntry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: TemplateNode;
}

export function entryOf(map: MapNode, key: string): MapEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

/** The value under `key`; undefined where the key is absent, and for anything but a map. */
export function childOf(node: TemplateNode | undefined, key: string): TemplateNode | undefined {
  return node?.kind === 'map' ? entryOf(node, key)?.value : undefined;
}

export function textOf(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** An empty section (`resources:` with nothing under it) counts as absent, as in Heat. */
export function isEmptyNode(node: TemplateNode | undefined): boolean {
  if (node === undefined) {
    return true;
  }
  if (node.kind === 'scalar') {
    return node.value === null || node.value === '' || node.value === false || node.value === 0;
  }
  return node.kind === 'list' ? node.items.length === 0 : node.entries.length === 0;
}
