/** A piece of a line and what it is, for its colour only. */
export interface Token {
  readonly kind: 'plain' | 'key' | 'string' | 'number' | 'comment';
  readonly text: string;
}

const linePattern = /^(\s*(?:- )*)(?:("[^"]*"|[\w./?*-]+)(:)(?=\s|$))?(\s*)(.*)$/;
const literalPattern = /^(?:-?\d+(?:\.\d+)?|true|false|null|~)$/;

/** Splits one line of the YAML (or shell text) that this page writes; pieces joined give the line. */
export function yamlTokens(line: string): readonly Token[] {
  const [, indent = '', key, colon = '', gap = '', rest = ''] = linePattern.exec(line) ?? [];
  const { value, comment } = splitComment(rest);
  const kind = literalPattern.test(value.trim()) ? 'number' : key === undefined ? 'plain' : 'string';
  const tokens: readonly Token[] = [
    { kind: 'plain', text: indent },
    { kind: 'key', text: key ?? '' },
    { kind: 'plain', text: colon + gap },
    { kind, text: value },
    { kind: 'comment', text: comment },
  ];
  return tokens.filter((token) => token.text !== '');
}

/** A comment starts at a `#` at the line's start or behind a blank, outside quotes. */
function splitComment(text: string): { readonly value: string; readonly comment: string } {
  const match = /^((?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'#]|(?<=\S)#)*?)(\s*(?<=^|\s)#.*)$/.exec(text);
  return match ? { value: match[1] ?? '', comment: match[2] ?? '' } : { value: text, comment: '' };
}
