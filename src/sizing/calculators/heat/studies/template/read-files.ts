/** Splits one text into named files, each below a line `# file: NAME`. What stands before the first is dropped. */
export function readFiles(text: string): Readonly<Record<string, string>> {
  const files = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, name] = /^#\s*file:\s*(\S.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) {
      open?.push(line);
      continue;
    }
    open = [];
    files.set(name, open);
  }
  return Object.fromEntries([...files].map(([name, lines]) => [name, lines.join('\n')]));
}
