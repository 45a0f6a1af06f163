import type { Setting, SettingMap, YamlValue } from '../../sizing/core/export-document.ts';
import type { LocatedMap, LocatedNode, MapEntry } from '../../sizing/documents/located-node.ts';
import { EditRefusal } from './edit-refusal.ts';
import { endsInBlock } from './ends-in-block.ts';
import { scalarEdit, yamlScalar } from './scalar-text.ts';
import { type Edit, endGap, lineEndOf } from './splice.ts';
import { leafPaths, orByHand, type Step } from './steps.ts';

/** Edits of a map of settings; those of a nested map go into the map that is there. */
export function editSettings(text: string, root: LocatedNode, settings: readonly Setting[]): readonly Step[] {
  if (root.kind !== 'map') throw new EditRefusal('The file is no map of settings.', root.offset);
  const missing: Step[] = [];
  const edits = settings.flatMap(({ key, value }) => {
    const entry = ownEntry(root, key);
    if (entry) return changed(text, entry, [key], value);
    const isFirst = missing.length === 0;
    missing.push(...orByHand([key], value, () => atEnd(text, root, key, value, isFirst)));
    return [];
  });
  return [...edits, ...missing];
}

/** The entry that stands in the map itself. */
function ownEntry(map: LocatedMap, key: string): MapEntry | undefined {
  const entry = map.entries.get(key);
  return entry?.isMerged ? undefined : entry;
}

function changed(
  text: string,
  entry: MapEntry,
  path: readonly string[],
  value: YamlValue | SettingMap,
): readonly Step[] {
  return orByHand(path, value, () =>
    typeof value === 'object' ? nestedEdits(text, entry, path, value) : scalarEdit(text, entry, path, value),
  );
}

function nestedEdits(
  text: string,
  { keyOffset, value: node }: MapEntry,
  path: readonly string[],
  wanted: SettingMap,
): readonly Step[] {
  if (node.kind !== 'map' || node.offset < keyOffset || text[node.offset] === '{')
    throw new EditRefusal(`${path.at(-1)} is not a map on lines of its own; change it by hand.`, keyOffset);
  return Object.entries(wanted).flatMap(([key, value]) => {
    const entry = ownEntry(node, key);
    const own = [...path, key];
    if (entry) return changed(text, entry, own, value);
    return orByHand(own, value, () => {
      const lineStart = text.lastIndexOf('\n', node.offset - 1) + 1;
      const indent = indentAt(text, node.offset);
      return addition(own, value, lineStart, linesOf(key, value, indent, lineEndOf(text)));
    });
  });
}

function atEnd(
  text: string,
  root: LocatedMap,
  key: string,
  value: YamlValue | SettingMap,
  isFirst: boolean,
): readonly Edit[] {
  if (text[root.offset] === '{')
    throw new EditRefusal(`The file is written in braces; add ${key} by hand.`, root.offset);
  if (/^\.\.\.(?:\s|$)/m.test(text))
    throw new EditRefusal(`The file ends with three dots; add ${key} by hand.`);
  if (endGap(text) !== '' && endsInBlock(root))
    throw new EditRefusal(`The file ends in a block of text without a line end; add ${key} by hand.`);
  const lines = linesOf(key, value, indentAt(text, root.offset), lineEndOf(text));
  return addition([key], value, text.length, (isFirst ? endGap(text) : '') + lines);
}

/** One edit for the text, and one without text for each further value it holds. */
function addition(
  path: readonly string[],
  value: YamlValue | SettingMap,
  at: number,
  text: string,
): readonly Edit[] {
  return leafPaths(path, value).map(([own, leaf], index) => ({
    kind: 'add',
    path: own,
    label: own.join('/'),
    value: String(leaf),
    start: at,
    end: at,
    text: index === 0 ? text : '',
  }));
}

function linesOf(key: string, value: YamlValue | SettingMap, indent: string, lineEnd: string): string {
  if (typeof value !== 'object') return `${indent}${key}: ${yamlScalar(value)}${lineEnd}`;
  const inner = Object.entries(value).map(([k, v]) => linesOf(k, v, `${indent}  `, lineEnd));
  return `${indent}${key}:${lineEnd}${inner.join('')}`;
}

/** The spaces before the first key of a map, where nothing else stands before it. */
function indentAt(text: string, offset: number): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).replace('\ufeff', '');
  if (!/^ *$/.test(before))
    throw new EditRefusal('The first key is not on a line of its own; add to it by hand.', offset);
  return before;
}
