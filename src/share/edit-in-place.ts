/**
 * A user's own file with new values: only what differs is replaced, where it stands, so that comments, order,
 * quotes, alignment and line ends stay byte for byte as they are. What is missing is added. A value that cannot be
 * put in safely is left to the user, with the reason; a file that cannot be read is refused.
 */
import type { FileContent } from '../sizing/core/export-document.ts';
import type { ImportProblem, TextPlace } from '../sizing/core/import.ts';
import type { LocatedNode, Repeat } from '../sizing/documents/located-node.ts';
import { readDocuments } from '../sizing/documents/read-documents.ts';
import { readIni } from '../sizing/documents/read-ini.ts';
import { variableIn } from '../sizing/documents/scalar-reading.ts';
import { editOps } from './edit/edit-ops.ts';
import { EditRefusal } from './edit/edit-refusal.ts';
import { editSections } from './edit/edit-sections.ts';
import { editSettings } from './edit/edit-settings.ts';
import { leavesOf } from './edit/leaves.ts';
import { sideEffectsOf } from './edit/side-effects.ts';
import { applied, type Edit } from './edit/splice.ts';
import type { ByHand, Step } from './edit/steps.ts';

/** A value that was replaced; its line is that of the file as it was. */
export interface ChangedValue extends TextPlace {
  readonly path: string;
  /** As it stood there, quotes included; empty where there was none. */
  readonly before: string;
  readonly after: string;
}

/** A value that was added; its line is that of the file as it is now. */
export interface AddedValue extends TextPlace {
  readonly path: string;
  readonly value: string;
}

/** A value that the edited file does not have yet; its line, where it has one, is that of the file as it was. */
export interface ValueByHand {
  readonly path: string;
  readonly value: string;
  readonly reason: string;
  readonly place: TextPlace | null;
}

export type EditedInPlace =
  | {
      readonly kind: 'edited';
      readonly text: string;
      readonly changed: readonly ChangedValue[];
      readonly added: readonly AddedValue[];
      readonly byHand: readonly ValueByHand[];
      readonly warnings: readonly ImportProblem[];
    }
  /** Nothing was edited; every problem is a whole sentence with its place. */
  | { readonly kind: 'refused'; readonly problems: readonly ImportProblem[] };

/** Puts the values of an export into the text of a file of the same kind. Never throws. */
export function editInPlace(text: string, content: FileContent): EditedInPlace {
  const reading = content.kind === 'ini' ? readIni(text) : readDocuments(text);
  const { lineOf } = reading;
  const errors = reading.notes.filter((note) => note.severity === 'error');
  const refused = (notes: readonly { readonly offset: number; readonly message: string }[]) =>
    ({ kind: 'refused', problems: notes.map((note) => problem('error', note, lineOf)) }) as const;
  if (errors.length > 0) return refused(errors);
  const [document, second] = reading.documents;
  if (second) return refused([{ offset: second.offset, message: 'a second document starts here' }]);
  if (!document?.root) return refused([{ offset: 0, message: 'there is nothing in the file' }]);
  try {
    return edited(text, document.root, document.repeats, content, lineOf);
  } catch (error) {
    if (!(error instanceof EditRefusal)) throw error;
    const { message, offset } = error;
    return refused([{ offset: offset ?? 0, message: lowerFirst(message.replace(/\.$/, '')) }]);
  }
}

function edited(
  text: string,
  root: LocatedNode,
  repeats: readonly Repeat[],
  content: FileContent,
  lineOf: (offset: number) => TextPlace,
): EditedInPlace {
  const steps = stepsOf(text, root, content);
  const first = steps.filter((step) => step.kind !== 'by-hand');
  const before = leavesOf(root);
  const tried = applied(text, first);
  const { blamed, byHand } = sideEffectsOf(before, leavesOf(readAgain(tried, content).root), first, lineOf);
  const edits = first.filter((edit) => !blamed.has(edit));
  const result = blamed.size === 0 ? tried : applied(text, edits);
  const again = readAgain(result, content);
  const after = leavesOf(again.root);
  if (blamed.size > 0 && sideEffectsOf(before, after, edits, lineOf).blamed.size > 0)
    throw new EditRefusal('Other values would change with these; change them by hand.');
  const named = edits.flatMap((edit) => (edit.label === null ? [] : [{ ...edit, label: edit.label }]));
  return {
    kind: 'edited',
    text: result,
    changed: named
      .filter((edit) => edit.kind === 'change')
      .map((edit) => ({
        path: edit.label,
        before: text.slice(edit.start, edit.end),
        after: edit.value,
        ...lineOf(edit.start),
      })),
    added: named
      .filter((edit) => edit.kind === 'add')
      .map(({ label, path, value }) => ({
        path: label,
        value,
        ...again.lineOf(after.get(JSON.stringify(path))?.offset ?? 0),
      })),
    byHand: [...steps.filter((step) => step.kind === 'by-hand'), ...byHand].map((left) =>
      valueByHand(left, lineOf),
    ),
    warnings: warningsOf(text, edits, repeats, lineOf),
  };
}

function stepsOf(text: string, root: LocatedNode, content: FileContent): readonly Step[] {
  switch (content.kind) {
    case 'ops':
      return editOps(text, root, content.entries);
    case 'ini':
      return editSections(text, root, content.sections);
    case 'settings':
      return editSettings(text, root, content.entries);
  }
}

/** The edited text as its readers find it; what cannot be read any more is a refusal. */
function readAgain(text: string, content: FileContent) {
  const { documents, lineOf, notes } = content.kind === 'ini' ? readIni(text) : readDocuments(text);
  const [document, second] = documents;
  if (!document?.root || second || notes.some((note) => note.severity === 'error'))
    throw new EditRefusal('The file cannot be edited safely; put the values in by hand.');
  return { root: document.root, lineOf };
}

function valueByHand(
  { label, offset, reason, value }: ByHand,
  lineOf: (offset: number) => TextPlace,
): ValueByHand {
  return { path: label, value, reason, place: offset === null ? null : lineOf(offset) };
}

/** What the user should know of the values that were replaced. */
function warningsOf(
  text: string,
  edits: readonly Edit[],
  repeats: readonly Repeat[],
  lineOf: (offset: number) => TextPlace,
): readonly ImportProblem[] {
  const repeated = new Map(repeats.map((repeat) => [repeat.value.offset, repeat]));
  return edits.flatMap(({ kind, label, start, end }) => {
    if (kind !== 'change' || label === null) return [];
    const was = text.slice(start, end).replace(/^(["'])(.*)\1$/s, '$2');
    const repeat = repeated.get(start);
    return [
      ...(repeat ? [`${label} appears ${repeat.times} times; the last one is changed`] : []),
      ...(variableIn(was) === undefined ? [] : [`the variable ${was} is replaced by a value`]),
    ].map((message) => problem('warning', { offset: start, message }, lineOf));
  });
}

function problem(
  severity: ImportProblem['severity'],
  { message, offset }: { readonly message: string; readonly offset: number },
  lineOf: (offset: number) => TextPlace,
): ImportProblem {
  const { column, line } = lineOf(offset);
  return { severity, line, column, message: `Line ${line}, column ${column}: ${message}.` };
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
