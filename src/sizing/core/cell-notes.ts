import type { Cell } from './explanation.ts';

/** The small print of a number: its own note, and what the other way of reckoning gives, each said once. */
export function cellNotes({ note = '', explain }: Cell): { readonly own: string; readonly other: string } {
  const other = explain?.other ?? '';
  if (other === '' || !note.endsWith(other)) return { own: note, other };
  // Some notes already end with the other reckoning.
  return { own: note.slice(0, -other.length).replace(/,?\s*$/, ''), other };
}
