import type { Setting, SettingMap, YamlValue } from '../../sizing/core/export-document.ts';
import type { LocatedMap, LocatedNode, MapEntry } from '../../sizing/documents/located-node.ts';
import { EditRefusal } from './edit-refusal.ts';
import { scalarEdit, yamlScalar } from './scalar-text.ts';
import { type Edit, endGap, lineEndOf } from './splice.ts';

/** Edits of a map of settings; those of a nested map go into the map that is there. */
export function editSettings(text: string, root: LocatedNode, settings: readonly Setting[]): readonly Edit[] {
  if (root.kind !== 'map') throw new EditRefusal('The file is no map of settings.');
  const missing: Edit[] = [];
  const edits = settings.flatMap(({ key, value }): readonly Edit[] => {
    const entry = ownEntry(root, key);
    if (entry)
      return typeof value === 'object'
        ? nestedEdits(text, entry, [key], value)
        : scalarEdit(text, entry, [key], value);
    missing.push(...atEnd(text, root, key, value, missing.length === 0));
    return [];
  });
  return [...edits, ...missing];
}

/** The entry that stands in the map itself. */
function ownEntry(map: LocatedMap, key: string): MapEntry | undefined {
  const entry = map.entries.get(key);
  return entry?.isMerged ? undefined : entry;
}

function nestedEdits(
  text: string,
  { keyOffset, value: node }: MapEntry,
  path: readonly string[],
  wanted: SettingMap,
): readonly Edit[] {
  if (node.kind !== 'map' || node.offset < keyOffset || text[node.offset] === '{')
    throw new EditRefusal(`${path.at(-1)} is not a map on lines of its own; change it by hand.`);
  return Object.entries(wanted).flatMap(([key, value]): readonly Edit[] => {
    const entry = ownEntry(node, key);
    const own = [...path, key];
    if (entry)
      return typeof value === 'object'
        ? nestedEdits(text, entry, own, value)
        : scalarEdit(text, entry, own, value);
    const lineStart = text.lastIndexOf('\n', node.offset - 1) + 1;
    const indent = indentAt(text, node.offset);
    return addition(own, value, lineStart, linesOf(key, value, indent, lineEndOf(text)));
  });
}

function atEnd(
  text: string,
  root: LocatedMap,
  key: string,
  value: YamlValue | SettingMap,
  isFirst: boolean,
): readonly Edit[] {
  if (text[root.offset] === '{') throw new EditRefusal(`The file is written in braces; add ${key} by hand.`);
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

function leafPaths(
  path: readonly string[],
  value: YamlValue | SettingMap,
): readonly (readonly [readonly string[], YamlValue])[] {
  if (typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leafPaths([...path, key], inner));
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
    throw new EditRefusal('The first key is not on a line of its own; add to it by hand.');
  return before;
}

/** Whether the last value is a block of text, which a line end behind it would change. */
function endsInBlock(node: LocatedNode | undefined): boolean {
  if (node?.kind === 'map') return endsInBlock([...node.entries.values()].at(-1)?.value);
  if (node?.kind === 'list') return endsInBlock(node.items.at(-1));
  return node?.style === 'block';
}
