import type { TemplateNode } from './template-node.ts';
import type { Operation } from './template-version.ts';

/** A template part with its functions recognised and its `if` decided. */
export type Snippet = TemplateNode | Call | SnippetList | SnippetMap | Omitted;

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly operation: Operation;
  readonly args: Snippet;
  readonly offset: number;
}

interface SnippetList {
  readonly kind: 'list';
  readonly items: readonly Snippet[];
  readonly offset: number;
}

interface SnippetMap {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: string; readonly keyOffset: number; readonly value: Snippet }[];
  readonly offset: number;
}

/** A two-argument `if` whose condition is false: what holds it counts as not written. */
interface Omitted {
  readonly kind: 'omitted';
  readonly offset: number;
}

export function snippetChild(snippet: Snippet | undefined, key: string): Snippet | undefined {
  return snippet?.kind === 'map' ? snippet.entries.find((entry) => entry.key === key)?.value : undefined;
}
