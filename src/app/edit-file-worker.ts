/** Edits in place off the main thread: a file of 2 MB takes longer than a frame. Everything that crosses is plain. */
import { type EditedInPlace, editInPlace } from '../share/edit-in-place.ts';
import { type Hunk, lineHunks } from '../share/line-hunks.ts';
import type { FileContent } from '../sizing/core/export-document.ts';

export interface FileEditRequest {
  readonly id: number;
  readonly text: string;
  readonly content: FileContent;
}

export interface FileEdit {
  readonly id: number;
  readonly edited: EditedInPlace;
  /** What differs, line by line. */
  readonly hunks: readonly Hunk[];
}

const contextLines = 3;

addEventListener('message', ({ data }: MessageEvent<FileEditRequest>) => {
  const { content, id, text } = data;
  const edited = editInPlace(text, content);
  const hunks = edited.kind === 'edited' ? lineHunks(text, edited.text, contextLines) : [];
  postMessage({ id, edited, hunks } satisfies FileEdit);
});
