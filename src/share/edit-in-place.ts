/**
 * A user's own file with new values: only what differs is replaced, where it stands, so that comments, order,
 * quotes, alignment and line ends stay byte for byte as they are. What is missing is added. Whatever cannot be done
 * safely is refused with a reason.
 */
import type { FileContent } from '../sizing/core/export-document.ts';
import { readDocuments } from '../sizing/documents/read-documents.ts';
import { readIni } from '../sizing/documents/read-ini.ts';
import { editOps } from './edit/edit-ops.ts';
import { EditRefusal } from './edit/edit-refusal.ts';
import { editSections } from './edit/edit-sections.ts';
import { editSettings } from './edit/edit-settings.ts';
import { leavesOf } from './edit/leaves.ts';
import { applied, type Edit } from './edit/splice.ts';

export type EditedInPlace =
  | {
      readonly kind: 'edited';
      readonly text: string;
      /** Paths of the values that were replaced and of those that were added. */
      readonly changed: readonly string[];
      readonly added: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Puts the values of an export into the text of a file of the same kind. Never throws. */
export function editInPlace(text: string, content: FileContent): EditedInPlace {
  try {
    const root = rootOf(text, content.kind);
    const edits =
      content.kind === 'ops'
        ? editOps(text, root, content.entries)
        : content.kind === 'ini'
          ? editSections(text, root, content.sections)
          : editSettings(text, root, content.entries);
    const result = applied(text, edits);
    refuseSideEffects(text, result, content.kind, edits);
    const labelsOf = (kind: Edit['kind']) => edits.flatMap((e) => (e.kind === kind ? (e.label ?? []) : []));
    return { kind: 'edited', text: result, changed: labelsOf('change'), added: labelsOf('add') };
  } catch (error) {
    if (error instanceof EditRefusal) return { kind: 'refused', reason: error.message };
    throw error;
  }
}

function rootOf(text: string, kind: FileContent['kind']) {
  const { documents, lineOf, notes } = kind === 'ini' ? readIni(text) : readDocuments(text);
  const error = notes.find((note) => note.severity === 'error');
  if (error) {
    const { column, line } = lineOf(error.offset);
    throw new EditRefusal(`Line ${line}, column ${column}: ${error.message}.`);
  }
  const [document, second] = documents;
  if (second) throw new EditRefusal(`Line ${lineOf(second.offset).line}: a second document starts here.`);
  if (!document?.root) throw new EditRefusal('There is nothing in the file.');
  return document.root;
}

/** Reads the result again: nothing but what was meant may have changed, also not by way of an anchor. */
function refuseSideEffects(
  before: string,
  after: string,
  kind: FileContent['kind'],
  edits: readonly Edit[],
): void {
  const [was, is] = [before, after].map((text) => leavesOf(rootOf(text, kind)));
  const meant = new Map(edits.map((edit) => [JSON.stringify(edit.path), edit]));
  for (const [path, { label, value }] of meant)
    if (is?.get(path) !== value)
      throw new EditRefusal(`${label ?? 'A value'} cannot be changed where it stands.`);
  for (const path of new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]))
    if (!meant.has(path) && was?.get(path) !== is?.get(path))
      throw new EditRefusal('Other values would change with these; is there an anchor on one of them?');
}
