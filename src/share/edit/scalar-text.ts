import type { YamlValue } from '../../sizing/core/export-document.ts';
import type { LocatedNode, MapEntry } from '../../sizing/documents/located-node.ts';
import { switchIn, wholeNumberIn } from '../../sizing/documents/scalar-reading.ts';
import { EditRefusal } from './edit-refusal.ts';
import type { Edit } from './splice.ts';

const reserved = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A value in YAML: quoted only where the plain form would be read as something else. */
export function yamlScalar(value: YamlValue): string {
  if (typeof value !== 'string') return String(value);
  return /^[A-Za-z][\w./-]*$/.test(value) && !reserved.test(value) ? value : JSON.stringify(value);
}

/** Whether what stands there means the value already. */
function means(node: LocatedNode, value: YamlValue): boolean {
  if (node.kind !== 'scalar' || node.style === 'tagged') return false;
  if (typeof value === 'string') return node.text === value;
  if (typeof value === 'number') {
    const reading = wholeNumberIn(node);
    return reading.kind === 'value' && reading.value === value;
  }
  const reading = switchIn(node);
  // Text in quotes is true to some tools whatever it says.
  return reading.kind === 'value' && reading.value === value && !reading.isQuoted;
}

/** Replaces the value of an entry where it means something else. */
export function scalarEdit(
  text: string,
  { keyOffset, value: node }: Pick<MapEntry, 'keyOffset' | 'value'>,
  path: readonly string[],
  value: YamlValue,
  label: string = path.join('/'),
): readonly Edit[] {
  if (means(node, value)) return [];
  const name = path.at(-1) ?? '';
  if (node.kind !== 'scalar')
    throw new EditRefusal(`${name} is a ${node.kind}; a single value was expected.`, keyOffset);
  if (node.style === 'block' || node.style === 'tagged')
    throw new EditRefusal(`${name} is a block of text or has a tag; change it by hand.`, keyOffset);
  // What an alias stands for lies before the key that uses it.
  if (node.offset < keyOffset) throw new EditRefusal(`${name} is an alias; change it by hand.`, keyOffset);
  const isEmpty = node.offset === node.end;
  const start = isEmpty ? behindSign(text, keyOffset, name) : node.offset;
  return [
    {
      kind: 'change',
      path,
      label,
      value: String(value),
      start,
      end: isEmpty ? start : node.end,
      text: (isEmpty ? ' ' : '') + yamlScalar(value),
    },
  ];
}

/** Where the value of a key goes that has none: right behind its sign, as a comment may follow. */
function behindSign(text: string, keyOffset: number, name: string): number {
  const written = [name, `"${name}"`, `'${name}'`].find((form) => text.startsWith(form, keyOffset)) ?? '';
  const keyEnd = keyOffset + written.length;
  const sign = /^[ \t]*[:=]/.exec(text.slice(keyEnd))?.[0];
  if (sign === undefined)
    throw new EditRefusal(
      `${name} has no value and no sign for one behind it; change it by hand.`,
      keyOffset,
    );
  return keyEnd + sign.length;
}
