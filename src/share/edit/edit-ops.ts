import type { OpsEntry } from '../../sizing/core/export-document.ts';
import type { LocatedNode, MapEntry } from '../../sizing/documents/located-node.ts';
import { textOf } from '../../sizing/documents/located-node.ts';
import { EditRefusal } from './edit-refusal.ts';
import { endsInBlock } from './ends-in-block.ts';
import { scalarEdit, yamlScalar } from './scalar-text.ts';
import { type Edit, endGap, lineEndOf } from './splice.ts';
import { orByHand, type Step } from './steps.ts';

/** Edits of an ops file: the operation that decides a value is changed, also where it replaces a whole map. */
export function editOps(text: string, root: LocatedNode, wanted: readonly OpsEntry[]): readonly Step[] {
  if (root.kind !== 'list' || root.items.some((item) => textOf(item, 'path') === undefined))
    throw new EditRefusal('The file is no list of operations.', root.offset);
  const { items } = root;
  const missing: OpsEntry[] = [];
  const edits = wanted.flatMap((entry) => {
    const { path, value } = entry;
    const place = placeOf(items, path);
    if (place) return orByHand([path], value, () => scalarEdit(text, place.entry, place.path, value, path));
    missing.push(entry);
    return [];
  });
  const added = missing.flatMap((entry, at) =>
    orByHand([entry.path], entry.value, () => addedOperation(text, root, entry, items.length + at, at === 0)),
  );
  return [...edits, ...added];
}

interface Deciding {
  readonly entry: MapEntry;
  readonly path: readonly string[];
}

/** Where the last word on a path stands; undefined where a new operation has to say it. */
function placeOf(items: readonly LocatedNode[], wanted: string): Deciding | undefined {
  const steps = stepsOf(wanted);
  const index = items.findLastIndex((item) => {
    const own = stepsOf(textOf(item, 'path') ?? '');
    return textOf(item, 'type') !== 'test' && own.every((step, at) => step === steps[at]);
  });
  const item = items[index];
  if (item?.kind !== 'map' || textOf(item, 'type') !== 'replace') return undefined;
  let entry = item.entries.get('value');
  let path: readonly string[] = [String(index), 'value'];
  for (const step of steps.slice(stepsOf(textOf(item, 'path') ?? '').length)) {
    entry = entry?.value.kind === 'map' ? entry.value.entries.get(step) : undefined;
    path = [...path, step];
  }
  return entry && !entry.isMerged ? { entry, path } : undefined;
}

/** The first step is empty; alone it is the whole manifest. Source: go-patch, `pointer.go`. */
function stepsOf(path: string): readonly string[] {
  return path.split('/').map((step) => step.replace(/\?$/, ''));
}

function addedOperation(
  text: string,
  list: LocatedNode,
  { comment, path, value }: OpsEntry,
  index: number,
  isFirst: boolean,
): readonly Edit[] {
  const { offset } = list;
  const indent = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).replace('\ufeff', '');
  if (!/^ *$/.test(indent) || text[offset] !== '-' || /^\.\.\.(?:\s|$)/m.test(text))
    throw new EditRefusal(
      `The list is not one that can be added to at its end; add ${path} by hand.`,
      offset,
    );
  if (endGap(text) !== '' && endsInBlock(list))
    throw new EditRefusal(`The file ends in a block of text without a line end; add ${path} by hand.`);
  const lineEnd = lineEndOf(text);
  const lines = [
    ...(comment === undefined ? [] : [`${indent}# ${comment}`]),
    `${indent}- type: replace`,
    `${indent}  path: ${path}`,
    `${indent}  value: ${yamlScalar(value)}`,
  ];
  const written = (isFirst ? endGap(text) : '') + lines.map((line) => line + lineEnd).join('');
  const at = { kind: 'add', label: null, start: text.length, end: text.length } as const;
  return [
    { ...at, path: [String(index), 'type'], value: 'replace', text: written },
    { ...at, path: [String(index), 'path'], value: path, text: '' },
    { ...at, path: [String(index), 'value'], value: String(value), label: path, text: '' },
  ];
}
