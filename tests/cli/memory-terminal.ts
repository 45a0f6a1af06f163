import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal whose files stand in memory, and what was printed to it. */
export function memoryTerminal(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  { hasColour = false, stdin = '' }: { readonly hasColour?: boolean; readonly stdin?: string } = {},
) {
  const printed: string[] = [];
  const remarks: string[] = [];
  const terminal: Terminal = {
    async readFile(path) {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
      return bytesOf(text);
    },
    readStdin: async () => bytesOf(stdin),
    write: (text) => printed.push(text),
    remark: (text) => remarks.push(text),
    hasColour,
    columns: 100,
    version: '9.8.7',
  };
  return { terminal, remarks, output: () => printed.join('') };
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}
