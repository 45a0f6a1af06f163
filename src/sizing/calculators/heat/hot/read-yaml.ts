import type { CST, Document, Node, Pair, Scalar } from 'yaml';
import { Composer, isAlias, isMap, isScalar, isSeq, LineCounter, Parser } from 'yaml';
import { flattenFlow } from './flatten-flow.ts';
import { plainScalar } from './plain-scalar.ts';
import type { MapEntry, TemplateNode } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';

/** Heat's `max_template_size`: 524288 bytes (heat/common/config.py). */
export const maxTemplateBytes = 524_288;
/** No template comes near this; past a few hundred levels Heat's own reader gives up. */
export const maxNestingDepth = 100;
/** Nodes after every alias is written out: about twice what 512 KiB can hold without aliases. */
const maxExpandedNodes = 500_000;

export interface YamlText {
  /** Null for an empty text. */
  readonly root: TemplateNode | null;
  /** What Heat reads without a word though it is likely a mistake: a key defined twice. */
  readonly notes: readonly { readonly offset: number; readonly message: string }[];
  readonly lineOf: (offset: number) => { readonly line: number; readonly column: number };
}

interface Reading {
  readonly anchors: Map<string, { readonly node: TemplateNode; readonly size: number }>;
  readonly open: Set<string>;
  readonly notes: { readonly offset: number; readonly message: string }[];
}

interface Sized {
  readonly node: TemplateNode;
  /** Nodes in it once its aliases are written out. */
  readonly size: number;
}

/** Where offsets lie in `text`, without reading it as YAML. */
export function linesOf(text: string): YamlText['lineOf'] {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    counter.addNewLine(at + 1);
  }
  return (offset) => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}

/**
 * Reads YAML or JSON as Heat does (YAML 1.1, one document, no tags of one's own) into nodes with places.
 * Throws a TemplateFault: too large, too deep, not YAML, aliases that multiply.
 */
export function readYaml(text: string): YamlText {
  const bytes = utf8Length(text);
  if (bytes > maxTemplateBytes) {
    throw new TemplateFault(
      'too-large',
      0,
      `The template has ${bytes} bytes; Heat accepts at most ${maxTemplateBytes} (max_template_size).`,
    );
  }
  const lineOf = linesOf(text);
  const source = isJson(text) ? text.replaceAll('\t', ' ') : text;
  const written = composed(source);
  const documents = written.some(hasErrors) ? orIfGood(composed(flattenFlow(source)), written) : written;
  const [document, second] = documents;
  if (document === undefined || document.contents === null) {
    for (const broken of documents) {
      refuseErrors(broken);
    }
    return { root: null, lineOf, notes: [] };
  }
  refuseErrors(document);
  if (second !== undefined) {
    throw new TemplateFault(
      'yaml',
      second.range?.[0] ?? 0,
      'A template is one YAML document; a second one starts here.',
    );
  }
  const reading: Reading = { anchors: new Map(), open: new Set(), notes: [] };
  const { node } = nodeOf(document.contents, reading);
  return { root: node, lineOf, notes: reading.notes };
}

type ParsedDocument = Document | Document.Parsed;

function composed(source: string): readonly ParsedDocument[] {
  const tokens = [...new Parser().parse(source)];
  refuseDepth(tokens);
  return [...new Composer({ schema: 'failsafe', uniqueKeys: false, merge: false }).compose(tokens)];
}

function hasErrors(document: ParsedDocument): boolean {
  return document.errors.length > 0;
}

function orIfGood(
  second: readonly ParsedDocument[],
  first: readonly ParsedDocument[],
): readonly ParsedDocument[] {
  return second.some(hasErrors) ? first : second;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // A surrogate pair is four bytes: two for each half.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) {
    return false;
  }
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Walks the parsed tokens without recursion, since the steps after it recurse. */
function refuseDepth(tokens: readonly CST.Token[]): void {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({
    token,
    depth: 0,
  }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > maxNestingDepth) {
      throw tooDeep('offset' in token ? token.offset : 0);
    }
    if (token.type === 'document' && token.value !== undefined) {
      open.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const item of token.items) {
        for (const part of [item.key, item.value]) {
          if (part !== undefined && part !== null) {
            open.push({ token: part, depth: depth + 1 });
          }
        }
      }
    }
  }
}

function tooDeep(offset: number): TemplateFault {
  return new TemplateFault(
    'too-deep',
    offset,
    `Nested deeper than ${maxNestingDepth} levels; fewer are accepted.`,
  );
}

function refuseErrors(document: ParsedDocument): void {
  const error = document.errors[0];
  const warning = document.warnings[0];
  if (error === undefined) {
    if (warning !== undefined && warning.code === 'TAG_RESOLVE_FAILED') {
      throw new TemplateFault(
        'yaml',
        warning.pos[0],
        `Heat reads no tags of this kind: ${firstLine(warning.message)}`,
      );
    }
    return;
  }
  if (error.code === 'TAB_AS_INDENT') {
    throw new TemplateFault(
      'tab',
      error.pos[0],
      'A tab stands here as indentation; YAML accepts spaces only.',
    );
  }
  throw new TemplateFault(
    'yaml',
    error.pos[0],
    `This is not YAML that Heat can read: ${firstLine(error.message)}`,
  );
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
}

function nodeOf(node: unknown, reading: Reading, depth = 0): Sized {
  // The parser types a collection's items as unknown; the guards below tell them apart.
  const offset = (node as Node | null)?.range?.[0] ?? 0;
  if (depth > maxNestingDepth) {
    throw tooDeep(offset);
  }
  if (isAlias(node)) {
    return aliased(node.source, offset, reading);
  }
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined) {
    reading.open.add(anchor);
  }
  const sized = contentsOf(node, offset, reading, depth);
  if (sized.size > maxExpandedNodes) {
    throw new TemplateFault(
      'alias',
      offset,
      'Aliases repeat this part too often: over 500,000 nodes when written out.',
    );
  }
  if (anchor !== undefined) {
    reading.open.delete(anchor);
    reading.anchors.set(anchor, sized);
  }
  return sized;
}

function aliased(name: string, offset: number, reading: Reading): Sized {
  const target = reading.anchors.get(name);
  if (reading.open.has(name)) {
    throw new TemplateFault('alias', offset, `The alias *${name} stands inside its own anchor &${name}.`);
  }
  if (target === undefined) {
    throw new TemplateFault('alias', offset, `The alias *${name} has no anchor &${name} before it.`);
  }
  return target;
}

function contentsOf(node: unknown, offset: number, reading: Reading, depth: number): Sized {
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(item, reading, depth + 1));
    return {
      node: { kind: 'list', items: items.map((item) => item.node), offset },
      size: items.reduce((total, item) => total + item.size, 1),
    };
  }
  if (isMap(node)) {
    return mapOf(node.items, offset, reading, depth);
  }
  return {
    node: { kind: 'scalar', value: isScalar(node) ? scalarValue(node, offset) : null, offset },
    size: 1,
  };
}

function scalarValue(scalar: Scalar, offset: number): string | number | boolean | null {
  const text = typeof scalar.value === 'string' ? scalar.value : '';
  const tag = scalar.tag?.replace('tag:yaml.org,2002:', '');
  if (tag !== undefined && !['str', 'int', 'float', 'bool', 'null', 'timestamp'].includes(tag)) {
    throw new TemplateFault(
      'yaml',
      offset,
      `Heat reads no tag !${tag.replace(/^!/, '')}; write the value without it.`,
    );
  }
  if (tag === 'str' || tag === 'timestamp') {
    return text;
  }
  return scalar.type === 'PLAIN' || tag !== undefined ? plainScalar(text) : text;
}

function mapOf(pairs: readonly Pair[], offset: number, reading: Reading, depth: number): Sized {
  const entries: MapEntry[] = [];
  const merged: MapEntry[] = [];
  const seen = new Map<string, number>();
  let size = 1;
  for (const pair of pairs) {
    const key = nodeOf(pair.key, reading, depth + 1).node;
    if (key.kind !== 'scalar') {
      throw new TemplateFault(
        'yaml',
        key.offset,
        'A key must be a single value; a list or a map stands here.',
      );
    }
    const value = nodeOf(pair.value, reading, depth + 1);
    size += value.size;
    if (key.value === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
      merged.push(...mergedEntries(value.node));
      continue;
    }
    const entry: MapEntry = { key: String(key.value), keyOffset: key.offset, value: value.node };
    const identity = `${typeof key.value}:${entry.key}`;
    const earlier = seen.get(identity);
    if (earlier !== undefined) {
      reading.notes.push({
        offset: key.offset,
        message: `"${entry.key}" is defined twice; Heat takes the last one.`,
      });
      entries[earlier] = entry;
      continue;
    }
    seen.set(identity, entries.length);
    entries.push(entry);
  }
  const own = new Set(entries.map((entry) => entry.key));
  const inherited = merged.filter((entry) => !own.has(entry.key) && own.add(entry.key));
  return { node: { kind: 'map', entries: [...inherited, ...entries], offset }, size };
}

function mergedEntries(node: TemplateNode): readonly MapEntry[] {
  const maps = node.kind === 'list' ? node.items : [node];
  return maps.flatMap((map) => {
    if (map.kind !== 'map') {
      throw new TemplateFault('yaml', map.offset, 'The merge key << takes a map or a list of maps.');
    }
    return map.entries;
  });
}
