import { textOfBytes } from '../share/text-of-bytes.ts';
import { CommandFault } from './command-fault.ts';
import type { Terminal } from './terminal.ts';

/** Reads a file, or standard input for `-`, as strictly as the page does. Throws a CommandFault that names it. */
export async function readSource(source: string, terminal: Terminal): Promise<string> {
  const read = textOfBytes(await bytesOf(source, terminal));
  if (read.kind === 'refused') throw new CommandFault(`${nameOf(source)}: ${read.message}`);
  return read.text;
}

async function bytesOf(source: string, terminal: Terminal): Promise<Uint8Array> {
  if (source === '-') return terminal.readStdin();
  try {
    return await terminal.readFile(source);
  } catch (error) {
    throw new CommandFault(reason(source, error));
  }
}

function reason(source: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return `There is no file “${source}”.`;
    case 'EISDIR':
      return `“${source}” is a folder.`;
    case 'EACCES':
    case 'EPERM':
      return `“${source}” may not be read.`;
    default:
      return `“${source}” cannot be read.`;
  }
}

/** How remarks call a source. */
export function nameOf(source: string): string {
  return source === '-' ? 'standard input' : source;
}
