import type { DocumentNote } from './document-fault.ts';
import { limits } from './limits.ts';
import type { LocatedMap, LocatedScalar, MapEntry, Repeat } from './located-node.ts';
import type { ReadText } from './read-documents.ts';
import { sizeNote } from './read-documents.ts';
import { strangeCharactersIn } from './strange-characters.ts';
import { linesOf } from './text-lines.ts';

interface Section {
  readonly entries: Map<string, MapEntry>;
  readonly times: Map<string, number>;
  readonly keyOffset: number;
}

interface Reading {
  readonly sections: Map<string, Section>;
  readonly notes: DocumentNote[];
  section: Section | undefined;
  /** The option that an indented line goes on with. */
  last: { readonly key: string; readonly section: Section } | undefined;
}

/**
 * Reads a file as oslo.config does: sections in brackets, `key = value` or `key: value`, a value that goes on in
 * indented lines, comments on lines of their own, the last of several equal keys. Never throws. The document is a
 * map of sections, each a map of options.
 */
export function readIni(text: string): ReadText {
  const tooLarge = sizeNote(text);
  if (tooLarge) return { documents: [], notes: [tooLarge], lineOf: linesOf('') };
  const lineOf = linesOf(text);
  const strange = strangeCharactersIn(text);
  if (strange.some((note) => note.severity === 'error')) return { documents: [], notes: strange, lineOf };
  const reading: Reading = { sections: new Map(), notes: [], section: undefined, last: undefined };
  let offset = text.startsWith('\ufeff') ? 1 : 0;
  let lines = 0;
  while (offset < text.length) {
    const end = text.indexOf('\n', offset);
    const next = end === -1 ? text.length : end + 1;
    readLine(text.slice(offset, next).replace(/\r?\n$/, ''), offset, reading);
    offset = next;
    lines += 1;
    if (reading.notes.length >= limits.syntaxErrors) break;
    if (lines >= limits.lexemes && offset < text.length) {
      complain(reading, offset, 'the file has too many lines to be read; leave out what is no setting');
      break;
    }
  }
  const root: LocatedMap = {
    kind: 'map',
    entries: new Map(
      [...reading.sections].map(([name, { entries, keyOffset }]) => [
        name,
        { keyOffset, isMerged: false, value: { kind: 'map', entries, offset: keyOffset } },
      ]),
    ),
    offset: 0,
  };
  const repeats = [...reading.sections.values()].flatMap(repeatsIn);
  return { documents: [{ root, offset: 0, repeats }], notes: [...strange, ...reading.notes], lineOf };
}

function readLine(line: string, offset: number, reading: Reading): void {
  if (/^\s*$/.test(line)) {
    reading.last = undefined;
    return;
  }
  if (/^[#;]/.test(line)) return;
  if (/^\s/.test(line)) {
    continueValue(line, offset, reading);
    return;
  }
  const header = /^\[(.+)\]\s*$/.exec(line)?.[1];
  if (header !== undefined) {
    openSection(header, offset, reading);
    return;
  }
  const pair = /^([^=:]+?)\s*[=:]\s*(.*?)\s*$/.exec(line);
  if (!pair || line.startsWith('[')) {
    complain(reading, offset, 'neither a section in brackets nor an option with its value');
    return;
  }
  const { section } = reading;
  if (!section) {
    complain(reading, offset, 'an option stands here before the first section');
    return;
  }
  const [, key = '', value = ''] = pair;
  const valueOffset = offset + line.length - line.slice(line.search(/[=:]/) + 1).trimStart().length;
  const end = valueOffset + value.length;
  const node: LocatedScalar = { kind: 'scalar', text: value, style: 'plain', offset: valueOffset, end };
  if (section.entries.has(key)) section.times.set(key, (section.times.get(key) ?? 1) + 1);
  section.entries.set(key, { keyOffset: offset, isMerged: false, value: node });
  reading.last = { key, section };
}

function openSection(name: string, offset: number, reading: Reading): void {
  const known = reading.sections.get(name);
  reading.section = known ?? { entries: new Map(), times: new Map(), keyOffset: offset };
  reading.sections.set(name, reading.section);
  reading.last = undefined;
}

/** A value of several lines is never a number; that it goes on is all that matters. */
function continueValue(line: string, offset: number, reading: Reading): void {
  const { last } = reading;
  const entry = last?.section.entries.get(last.key);
  if (!last || entry?.value.kind !== 'scalar') {
    complain(reading, offset, 'an indented line goes on with nothing; start it at the margin');
    return;
  }
  if (entry.value.style === 'block') return;
  const text = `${entry.value.text} ${line.trim()}`;
  last.section.entries.set(last.key, { ...entry, value: { ...entry.value, text, style: 'block' } });
}

function complain(reading: Reading, offset: number, message: string): void {
  reading.notes.push({ severity: 'error', offset, message });
}

function repeatsIn({ entries, times }: Section): readonly Repeat[] {
  return [...times].flatMap(([key, count]) => {
    const entry = entries.get(key);
    return entry ? [{ key, offset: entry.keyOffset, times: count, value: entry.value }] : [];
  });
}
