import type { IniSection } from '../../sizing/core/export-document.ts';
import type { LocatedNode } from '../../sizing/documents/located-node.ts';
import { scalarEdit } from './scalar-text.ts';
import { endGap, lineEndOf } from './splice.ts';
import { orByHand, type Step } from './steps.ts';

/** Edits of a file in sections; what is missing stands first in its section, or in a new one at the end. */
export function editSections(
  text: string,
  root: LocatedNode,
  sections: readonly IniSection[],
): readonly Step[] {
  const lineEnd = lineEndOf(text);
  let isFirstNew = true;
  return sections.flatMap(({ entries, name }): readonly Step[] => {
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
    return entries.flatMap(({ key, value }): readonly Step[] => {
      const entry = section.value.kind === 'map' ? section.value.entries.get(key) : undefined;
      if (entry) return orByHand([name, key], value, () => scalarEdit(text, entry, [name, key], value));
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
