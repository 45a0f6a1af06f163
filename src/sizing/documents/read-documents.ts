/**
 * YAML as the operators' tools read it, with places: several documents, anchors and merges within bounds, repeated
 * keys named, every failure a located sentence. Values stay text; whoever reads one decides what it must be.
 */
import type { CST, Document, ErrorCode } from 'yaml';
import { Composer, Lexer, Parser } from 'yaml';
import type { TextPlace } from '../core/import.ts';
import { composeNodes } from './compose-nodes.ts';
import { DocumentFault, type DocumentNote } from './document-fault.ts';
import { limits, utf8Length } from './limits.ts';
import type { LocatedDocument } from './located-node.ts';
import { strangeCharactersIn } from './strange-characters.ts';
import { syntaxMessage } from './syntax-errors.ts';
import { linesOf } from './text-lines.ts';

export interface ReadText {
  /** Empty when the text cannot be read; the notes then say why. */
  readonly documents: readonly LocatedDocument[];
  readonly notes: readonly DocumentNote[];
  readonly lineOf: (offset: number) => TextPlace;
}

/** Reads a text of up to 2 MB. Never throws. */
export function readDocuments(text: string): ReadText {
  const tooLarge = sizeNote(text);
  if (tooLarge) return { documents: [], notes: [tooLarge], lineOf: linesOf('') };
  const lineOf = linesOf(text);
  const strange = strangeCharactersIn(text);
  if (strange.some((note) => note.severity === 'error')) return { documents: [], notes: strange, lineOf };
  try {
    const { documents, errors } = parsed(text);
    if (errors.length > 0) return { documents: [], notes: [...strange, ...errors], lineOf };
    return { documents: documents.map(locatedDocument), notes: strange, lineOf };
  } catch (error) {
    return { documents: [], notes: [...strange, noteOf(error)], lineOf };
  }
}

/** A complaint about a text that is larger than anything of its kind. */
export function sizeNote(text: string): DocumentNote | undefined {
  const bytes = utf8Length(text);
  if (bytes <= limits.bytes) return undefined;
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return { severity: 'error', offset: 0, message: `the file has ${megabytes} MB; up to 2 MB are read` };
}

function noteOf(error: unknown): DocumentNote {
  if (error instanceof DocumentFault)
    return { severity: 'error', offset: error.offset, message: error.message };
  // The engine's own limits on recursion show as a RangeError; anything else would be ours, and is no secret.
  return { severity: 'error', offset: 0, message: 'the file is nested or repeated too far to be read' };
}

function locatedDocument(document: Document): LocatedDocument {
  const offset = document.range?.[0] ?? 0;
  if (document.contents === null) return { root: null, offset, repeats: [] };
  const { repeats, root } = composeNodes(document.contents);
  // Three dashes with nothing behind them are an empty document too.
  const isEmpty = root.kind === 'scalar' && root.style === 'plain' && root.text === '';
  return { root: isEmpty ? null : root, offset, repeats };
}

interface Parsed {
  readonly documents: readonly Document[];
  readonly errors: readonly DocumentNote[];
}

/** Ends the work beyond the errors' limit. */
class TooManyErrors extends Error {}

function parsed(text: string): Parsed {
  const errors: DocumentNote[] = [];
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, merge: false });
  const note = (at: number, code: ErrorCode) => {
    // Before the note, not after: the composer takes what is thrown for a stack overflow and reports that as well.
    if (errors.length >= limits.syntaxErrors) throw new TooManyErrors();
    const tab = tabBefore(text, at);
    const message = syntaxMessage(tab === undefined ? code : 'TAB_AS_INDENT');
    errors.push({ severity: 'error', offset: tab ?? at, message });
  };
  const report = (
    source: number | readonly [number, number] | { readonly offset: number },
    code: ErrorCode,
    _message: string,
    isWarning?: boolean,
  ) => {
    if (isWarning || code === 'TAG_RESOLVE_FAILED') return;
    note(typeof source === 'number' ? source : 'offset' in source ? source.offset : source[0], code);
  };
  // A million errors take the composer ten seconds to write out; there is no other way to stop it early.
  Reflect.set(composer, 'onError', report);
  const documents: Document[] = [];
  const keep = (made: Document) => {
    if (documents.length >= limits.documents)
      throw new DocumentFault(made.range?.[0] ?? 0, 'there are too many documents in the file');
    documents.push(made);
  };
  try {
    for (const token of tokensOf(text)) {
      if (token.type === 'error') note(token.offset, 'UNEXPECTED_TOKEN');
      for (const made of composer.next(token)) keep(made);
    }
    for (const made of composer.end()) keep(made);
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
  }
  return { documents, errors: errors.toSorted((a, b) => a.offset - b.offset) };
}

/** Feeds the parser word by word, so that a text made to be endless or bottomless is given up in time. */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > limits.lexemes)
      throw new DocumentFault(
        parser.offset,
        'the file has too many parts to be read; leave out what is no setting',
      );
    yield* parser.next(lexeme);
    if (parser.stack.length > limits.depth)
      throw new DocumentFault(parser.offset, `this is nested deeper than ${limits.depth} levels`);
  }
  yield* parser.end();
}

/** A tab in the indentation of the line is what has to go, whatever the parser made of the line. */
function tabBefore(text: string, offset: number): number | undefined {
  const lineStart = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 1000))?.[0] ?? '';
  const tab = indent.indexOf('\t');
  return tab === -1 ? undefined : lineStart + tab;
}
