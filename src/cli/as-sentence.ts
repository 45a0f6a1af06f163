/** A title with the stop that running text needs; a question has its mark already. */
export function asSentence(title: string): string {
  return /[.?!]$/.test(title) ? title : `${title}.`;
}
