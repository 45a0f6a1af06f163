import type { DocumentNote } from './document-fault.ts';

interface Strange {
  readonly pattern: RegExp;
  readonly severity: DocumentNote['severity'];
  readonly message: (character: string) => string;
}

/** Which characters a text should not hold; the first of each kind is named. Source: YAML 1.1, sections 5.1 and 5.4. */
const kinds: readonly Strange[] = [
  {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/,
    severity: 'error',
    message: (c) => `the control character ${codeOf(c)} cannot stand in such a file`,
  },
  {
    pattern: /\r(?!\n)/,
    severity: 'error',
    message: () => 'a carriage return stands here without a line feed; save the file with usual line ends',
  },
  {
    pattern: /[\u0085\u2028\u2029]/,
    severity: 'warning',
    message: (c) => `the line break ${codeOf(c)} is read differently by different tools; use a usual one`,
  },
  {
    pattern: /\ufffd|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
    severity: 'warning',
    message: () => 'a character could not be read; save the file as UTF-8',
  },
];

export function strangeCharactersIn(text: string): readonly DocumentNote[] {
  return kinds.flatMap(({ message, pattern, severity }) => {
    const match = pattern.exec(text);
    return match ? [{ severity, offset: match.index, message: message(match[0]) }] : [];
  });
}

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
