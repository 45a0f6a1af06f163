/**
 * An editor knows lines, not how they end. A file goes in as lines, and what the user types comes back into the file
 * without touching the ends, or the byte order mark, of the lines that were not edited.
 */

/** A file's text as an editor holds it: every line end a line feed, no byte order mark. */
export function editorText(raw: string): string {
  return raw.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
}

/** The file after an edit: `edited` is what the editor holds now. New lines end as the file's first line does. */
export function withEditorText(raw: string, edited: string): string {
  const shown = editorText(raw);
  const most = Math.min(shown.length, edited.length);
  let head = 0;
  while (head < most && shown[head] === edited[head]) head += 1;
  let tail = 0;
  while (tail < most - head && shown[shown.length - 1 - tail] === edited[edited.length - 1 - tail]) tail += 1;
  const lineEnd = /\r\n?|\n/.exec(raw)?.[0] ?? '\n';
  return (
    raw.slice(0, rawOffset(raw, head)) +
    edited.slice(head, edited.length - tail).replaceAll('\n', lineEnd) +
    raw.slice(rawOffset(raw, shown.length - tail))
  );
}

/** Where a place of the editor's text is in the file. */
function rawOffset(raw: string, shownOffset: number): number {
  let at = raw.startsWith('\ufeff') ? 1 : 0;
  for (let left = shownOffset; left > 0; left -= 1) at += raw[at] === '\r' && raw[at + 1] === '\n' ? 2 : 1;
  return at;
}
