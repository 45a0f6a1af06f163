/** Artefacts as text. Loaded when the export panel is shown: the YAML and diff libraries are in this chunk. */
import { diffLines } from 'diff';
import { Document, type Pair, type Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type {
  ExportContent,
  FileContent,
  IniContent,
  OpsEntry,
  Setting,
  YamlContent,
} from '../sizing/core/export-document.ts';

export interface RenderedLine {
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
}

export interface RenderedText {
  /** The whole artefact as it is copied and saved. */
  readonly text: string;
  readonly lines: readonly RenderedLine[];
}

/**
 * Ansible reads YAML 1.1, where a bare `on`, `12:30` or `1_000` is no string, so those are quoted. Lines are not
 * folded: a folded path is legal YAML, but no one finds it with grep.
 */
const yamlOptions = { compat: 'yaml-1.1', lineWidth: 0 } as const;

export function renderExport(content: Exclude<ExportContent, { kind: 'refused' }>): RenderedText {
  switch (content.kind) {
    case 'ops':
    case 'settings':
    case 'ini':
      return plain(fileText(content));
    case 'text':
      return plain(content.text);
    case 'changes':
      return changes(content.before, content.after, content.identical);
  }
}

/** The text of a file. */
export function fileText(content: FileContent): string {
  return content.kind === 'ini' ? iniText(content) : yamlText(content);
}

/** The text of a file in sections. */
function iniText({ comments, sections }: IniContent): string {
  const remark = (text: string) => text.split('\n').map((line) => `# ${line}`.trimEnd());
  const parts = sections.map(({ entries, name }) => [
    `[${name}]`,
    ...entries.flatMap(({ comment: above, key, value }) => [
      ...(above === undefined ? [] : remark(above)),
      `${key} = ${value}`,
    ]),
  ]);
  const head = comments.flatMap(remark);
  return `${[...(head.length > 0 ? [head] : []), ...parts].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The YAML text of a file. */
export function yamlText(content: YamlContent): string {
  const document = new Document(undefined, yamlOptions);
  document.contents =
    content.kind === 'ops' ? opsNode(document, content.entries) : settingsNode(document, content.entries);
  if (content.comments.length > 0) document.commentBefore = comment(content.comments.join('\n'));
  return document.toString(yamlOptions);
}

function opsNode(document: Document, entries: readonly OpsEntry[]): YAMLSeq {
  const list = new YAMLSeq();
  for (const entry of entries) {
    const item = document.createNode({ type: 'replace', path: entry.path, value: entry.value });
    if (entry.comment !== undefined) item.commentBefore = comment(entry.comment);
    list.add(item);
  }
  return list;
}

function settingsNode(document: Document, entries: readonly Setting[]): YAMLMap {
  const map = new YAMLMap();
  for (const entry of entries) {
    const pair: Pair<Scalar, Scalar | YAMLMap> = document.createPair(entry.key, entry.value);
    if (entry.comment !== undefined && pair.value) pair.value.comment = comment(entry.comment);
    map.add(pair);
  }
  return map;
}

/** YAML comments with one space behind the sign. */
function comment(text: string): string {
  return text
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
}

function changes(before: FileContent, after: FileContent, identical: string): RenderedText {
  // Comments name the option and its link; as changes of the settings they would only be noise.
  const [from, to] = [before, after].map((c) => fileText({ ...c, comments: [] }));
  const lines = diffLines(from ?? '', to ?? '').flatMap((part) =>
    part.value
      .replace(/\n$/, '')
      .split('\n')
      .map((text): RenderedLine => ({ sign: part.added ? '+' : part.removed ? '-' : ' ', text })),
  );
  if (!lines.some((line) => line.sign !== ' ')) return plain(`# ${identical}\n`);
  return { text: `${lines.map((line) => line.sign + line.text).join('\n')}\n`, lines };
}

function plain(text: string): RenderedText {
  return {
    text,
    lines: text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => ({ sign: ' ', text: line })),
  };
}
