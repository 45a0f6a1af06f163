import type { ResolveContext } from './resolve-snippet.ts';
import { referenced, resolveSnippet } from './resolve-snippet.ts';
import type { Snippet } from './snippet.ts';

/** The resources a part names by get_resource or get_attr, wherever they stand in it. */
export function referencesIn(
  snippet: Snippet | null,
  context: ResolveContext,
): readonly { readonly name: string; readonly offset: number }[] {
  if (snippet === null || snippet.kind === 'scalar' || snippet.kind === 'omitted') {
    return [];
  }
  if (snippet.kind === 'list') {
    return snippet.items.flatMap((item) => referencesIn(item, context));
  }
  if (snippet.kind === 'map') {
    return snippet.entries.flatMap((entry) => referencesIn(entry.value, context));
  }
  const inside = referencesIn(snippet.args, context);
  const target = targetOf(snippet.operation, snippet.args);
  if (target === undefined) {
    return inside;
  }
  return [
    ...inside,
    { name: referenced(snippet, resolveSnippet(target, context), context), offset: snippet.offset },
  ];
}

function targetOf(operation: string, args: Snippet): Snippet | undefined {
  if (operation === 'getResource') {
    return args;
  }
  const isAttribute =
    operation === 'getAttThenSelect' || operation === 'getAttAll' || operation === 'getAttPair';
  return isAttribute && args.kind === 'list' ? args.items[0] : undefined;
}
