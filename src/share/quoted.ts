/** User text in a sentence: cut where it would flood the page, and without what cannot be shown. */
export function quoted(text: string, longest = 40): string {
  // No sentence shows more, and a megabyte need not be looked through to find that out.
  const characters = [...text.slice(0, 2 * longest + 2).replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '�')];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join('');
}

/** The first eight of many, and how many more there are. */
export function listed(names: readonly string[]): string {
  const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
  return (
    names
      .slice(0, 8)
      .map((name) => quoted(name))
      .join(', ') + more
  );
}

/** The first eight sentences; the last says how many more there are: a thousand would bury the one that matters. */
export function firstNotes(notes: readonly string[], more: string): readonly string[] {
  return notes.length <= 8 ? notes : [...notes.slice(0, 8), `${notes.length - 8} more ${more}.`];
}
