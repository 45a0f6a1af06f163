import { editInPlace } from '../../../src/share/edit-in-place.ts';
import type { FileContent, OpsEntry, Setting } from '../../../src/sizing/core/export-document.ts';

export function settings(entries: readonly Setting[]): FileContent {
  return { kind: 'settings', comments: [], entries };
}

export function ops(entries: readonly OpsEntry[]): FileContent {
  return { kind: 'ops', comments: [], entries };
}

export function editedFile(text: string, content: FileContent) {
  const result = editInPlace(text, content);
  if (result.kind === 'refused') throw new Error(result.problems.map((problem) => problem.message).join(' '));
  return result;
}

/** The text where all of it could be edited. */
export function editedText(text: string, content: FileContent): string {
  const { byHand, text: edited } = editedFile(text, content);
  if (byHand.length > 0) throw new Error(`by hand: ${byHand[0]?.reason}`);
  return edited;
}

/** Why nothing was edited. */
export function refusal(text: string, content: FileContent): string {
  const result = editInPlace(text, content);
  if (result.kind === 'edited') throw new Error(`edited: ${result.text}`);
  return result.problems.map((problem) => problem.message).join(' ');
}
