import type { OpsEntry } from '../../sizing/core/export-document.ts';
import type { LocatedNode, MapEntry } from '../../sizing/documents/located-node.ts';
import { textOf } from '../../sizing/documents/located-node.ts';
import { EditRefusal } from './edit-refusal.ts';
import { scalarEdit, yamlScalar } from './scalar-text.ts';
import { type Edit, endGap, lineEndOf } from './splice.ts';

/** Edits of an ops file: the operation that decides a value is changed, also where it replaces a whole map. */
export function editOps(text: string, root: LocatedNode, wanted: readonly OpsEntry[]): readonly Edit[] {
  if (root.kind !== 'list' || root.items.some((item) => textOf(item, 'path') === undefined))
    throw new EditRefusal('The file is no list of operations.');
  const { items } = root;
  const missing: OpsEntry[] = [];
  const edits = wanted.flatMap((entry): readonly Edit[] => {
    const place = placeOf(items, entry.path);
    if (place) return scalarEdit(text, place.entry, place.path, entry.value, entry.path);
    missing.push(entry);
    return [];
  });
  const added = missing.flatMap((entry, at) =>
    addedOperation(text, root.offset, entry, items.length + at, at === 0),
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

function stepsOf(path: string): readonly string[] {
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replace(/\?$/, ''));
}

function addedOperation(
  text: string,
  listOffset: number,
  { comment, path, value }: OpsEntry,
  index: number,
  isFirst: boolean,
): readonly Edit[] {
  const indent = text.slice(text.lastIndexOf('\n', listOffset - 1) + 1, listOffset).replace('\ufeff', '');
  if (!/^ *$/.test(indent) || text[listOffset] !== '-' || /^\.\.\.(?:\s|$)/m.test(text))
    throw new EditRefusal(`The list is not one that can be added to at its end; add ${path} by hand.`);
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
    { ...at, path: [String(index), 'type'], value: 'replace', label: path, text: written },
    { ...at, path: [String(index), 'path'], value: path, text: '' },
    { ...at, path: [String(index), 'value'], value: String(value), text: '' },
  ];
}
