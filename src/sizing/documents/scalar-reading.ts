import type { LocatedNode } from './located-node.ts';

/** What stands where a value is wanted. */
export type ScalarReading<T> =
  | { readonly kind: 'value'; readonly value: T; readonly isQuoted: boolean }
  /** To be filled in when the file is deployed; the name where it has a simple one. */
  | { readonly kind: 'variable'; readonly name: string | null }
  /** No value, so that the default applies. */
  | { readonly kind: 'nothing' }
  /** Encrypted or of a type of one's own. */
  | { readonly kind: 'opaque' }
  | { readonly kind: 'wrong'; readonly found: string };

const longestQuote = 40;

/**
 * A whole number in plain digits. Other notations mean different numbers to different tools: 010 is eight to BOSH
 * and Ansible and ten to oslo.config, 1_0 is ten or text.
 */
export function wholeNumberIn(node: LocatedNode): ScalarReading<number> {
  return readScalar(node, (text) => {
    if (!/^[+-]?(?:0|[1-9]\d{0,14})$/.test(text)) return undefined;
    // "-0" is nought.
    return Number(text) + 0;
  });
}

const yes = /^(?:true|yes|on)$/i;
const no = /^(?:false|no|off)$/i;

/** A switch, in the words YAML 1.1 and oslo.config share. */
export function switchIn(node: LocatedNode): ScalarReading<boolean> {
  return readScalar(node, (text) => (yes.test(text) ? true : no.test(text) ? false : undefined));
}

/** A name, as text. */
export function nameIn(node: LocatedNode): ScalarReading<string> {
  return readScalar(node, (text) => text);
}

function readScalar<T>(node: LocatedNode, read: (text: string) => T | undefined): ScalarReading<T> {
  if (node.kind !== 'scalar') return { kind: 'wrong', found: node.kind === 'list' ? 'a list' : 'a map' };
  const { style } = node;
  if (style === 'tagged') return { kind: 'opaque' };
  const text = style === 'block' ? node.text.trim() : node.text;
  const name = variableIn(text);
  if (name !== undefined) return { kind: 'variable', name };
  if (style === 'plain' && /^(?:~|null|Null|NULL|)$/.test(text)) return { kind: 'nothing' };
  const value = read(text);
  return value === undefined
    ? { kind: 'wrong', found: `“${shortened(text)}”` }
    : { kind: 'value', value, isQuoted: style !== 'plain' };
}

/** `((name))` of BOSH, `{{ name }}` of Ansible, `$name` of oslo.config: its name, null when it has no simple one. */
export function variableIn(text: string): string | null | undefined {
  const simple = /^(?:\(\(!?([\w./-]{1,80})\)\)|\{\{\s*([\w.]{1,80})\s*\}\}|\$\{?([\w.]{1,80})\}?)$/.exec(
    text.trim(),
  );
  if (simple) {
    const [, bosh, ansible, oslo] = simple;
    return bosh !== undefined ? `((${bosh}))` : ansible !== undefined ? `{{ ${ansible} }}` : `$${oslo}`;
  }
  return /\(\(.*\)\)|\{\{|\{%|^\$/s.test(text) ? null : undefined;
}

/** User text in a sentence, cut where it would flood the page. */
export function shortened(text: string): string {
  const characters = [
    ...text.slice(0, 4 * longestQuote).replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\ufffd'),
  ];
  return characters.length > longestQuote
    ? `${characters.slice(0, longestQuote).join('')}…`
    : characters.join('');
}
