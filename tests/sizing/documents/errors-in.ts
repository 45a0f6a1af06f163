import type { ReadText } from '../../../src/sizing/documents/read-documents.ts';

/** What is wrong with a text: where each error points, to the end of its line, and what it says. */
export function errorsIn(
  text: string,
  { notes }: Pick<ReadText, 'notes'>,
): readonly (readonly [at: string, message: string])[] {
  return notes
    .filter(({ severity }) => severity === 'error')
    .map(({ message, offset }) => [text.slice(offset).replace(/\n.*/s, ''), message]);
}
