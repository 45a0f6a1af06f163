export interface GivenFiles {
  readonly texts: Readonly<Record<string, string>>;
  /** The line of the whole text on which each file begins, from 1. */
  readonly firstLines: ReadonlyMap<string, number>;
}

/** Splits one text into named files, each below a line `# file: NAME`. What stands before the first is dropped. */
export function readFiles(text: string): GivenFiles {
  const files = new Map<string, string[]>();
  const firstLines = new Map<string, number>();
  let open: string[] | undefined;
  text.split(/\r?\n/).forEach((line, index) => {
    const [, name] = /^#\s*file:\s*(\S.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) {
      open?.push(line);
      return;
    }
    open = [];
    files.set(name, open);
    firstLines.set(name, index + 2);
  });
  return {
    texts: Object.fromEntries([...files].map(([name, lines]) => [name, lines.join('\n')])),
    firstLines,
  };
}
