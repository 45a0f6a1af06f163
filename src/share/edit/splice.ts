/** One replacement in a text. */
export interface Edit {
  readonly kind: 'change' | 'add';
  /** Where the value stands in the document's tree. */
  readonly path: readonly string[];
  /** How people call it; null for a part of what another edit names. */
  readonly label: string | null;
  /** The value as text, for the check of the result. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all replacements; those for the same place in their order. */
export function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let copied = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(copied, edit.start), edit.text);
    copied = edit.end;
  }
  return parts.join('') + text.slice(copied);
}

/** The line ends that the file has. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** What has to stand before lines that are added at the end. */
export function endGap(text: string): string {
  return text === '' || text.endsWith('\n') ? '' : lineEndOf(text);
}
