import type { IniSection } from '../../sizing/core/export-document.ts';
import { entryOf, type LocatedNode } from '../../sizing/documents/located-node.ts';
import { scalarEdit } from './scalar-text.ts';
import { type Edit, endGap, lineEndOf } from './splice.ts';

/** Edits of a file in sections; what is missing stands first in its section, or in a new one at the end. */
export function editSections(
  text: string,
  root: LocatedNode,
  sections: readonly IniSection[],
): readonly Edit[] {
  const lineEnd = lineEndOf(text);
  let isFirstNew = true;
  return sections.flatMap(({ entries, name }): readonly Edit[] => {
    const section = root.kind === 'map' ? root.entries.get(name) : undefined;
    if (!section) {
      const gap = isFirstNew ? endGap(text) : '';
      isFirstNew = false;
      return entries.map(({ key, value }, index) => ({
        kind: 'add',
        path: [name, key],
        label: `${name}/${key}`,
        value: String(value),
        start: text.length,
        end: text.length,
        text: `${index === 0 ? `${gap}${lineEnd}[${name}]${lineEnd}` : ''}${key} = ${value}${lineEnd}`,
      }));
    }
    return entries.flatMap(({ key, value }): readonly Edit[] => {
      const node = entryOf(section.value, key);
      const entry = section.value.kind === 'map' ? section.value.entries.get(key) : undefined;
      if (node && entry) return scalarEdit(text, entry, [name, key], value);
      const headerEnd = text.indexOf('\n', section.keyOffset);
      const at = headerEnd === -1 ? text.length : headerEnd + 1;
      const gap = headerEnd === -1 ? lineEnd : '';
      const line = `${gap}${key} = ${value}${lineEnd}`;
      return [
        {
          kind: 'add',
          path: [name, key],
          label: `${name}/${key}`,
          value: String(value),
          start: at,
          end: at,
          text: line,
        },
      ];
    });
  });
}
