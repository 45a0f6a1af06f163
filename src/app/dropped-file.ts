/** What a drop holds: one file to read, a sentence why it is none, or undefined where no file was dropped. */
export function droppedFile(transfer: Pick<DataTransfer, 'items'>): File | string | undefined {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const [item] = items;
  if (!item) return undefined;
  if (items.length > 1) return `Drop one file: there were ${items.length}, and each is read by itself.`;
  const entry = item.webkitGetAsEntry();
  if (entry?.isDirectory) return `“${entry.name}” is a folder. Drop one file of it.`;
  return item.getAsFile() ?? 'The file could not be read. Open it with the button instead.';
}
