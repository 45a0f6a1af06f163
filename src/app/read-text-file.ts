import { sizeProblem, textOfBytes } from '../share/text-of-bytes.ts';

export interface TextFile {
  readonly name: string;
  /** Byte order mark and line ends as they are in the file. */
  readonly text: string;
}

/** Reads a chosen file here, in the browser; gives a sentence where it is no text that can be read. */
export async function readTextFile(file: File, mostBytes?: number): Promise<TextFile | string> {
  const { name } = file;
  const tooLarge = sizeProblem(file.size, mostBytes);
  if (tooLarge !== undefined) return `${name}: ${tooLarge}`;
  try {
    const result = textOfBytes(new Uint8Array(await file.arrayBuffer()));
    return result.kind === 'text' ? { name, text: result.text } : `${name}: ${result.message}`;
  } catch {
    return `${name} could not be read. It may have been moved, or is no file.`;
  }
}
