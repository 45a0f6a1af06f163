import type { CST, Document } from 'yaml';
import { Composer, LineCounter, Parser } from 'yaml';
import { flattenFlow } from './flatten-flow.ts';
import type { TemplateNode } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';
import type { YamlNote } from './yaml-nodes.ts';
import { templateNodes } from './yaml-nodes.ts';

/** Heat's `max_template_size`: 524288 bytes (heat/common/config.py). */
const maxTemplateBytes = 524_288;
/** No template comes near this; past a few hundred levels Heat's own reader gives up. */
const maxNestingDepth = 100;

export interface YamlText {
  /** Null for an empty text. */
  readonly root: TemplateNode | null;
  /** What Heat reads without a word though it is likely a mistake: a key defined twice. */
  readonly notes: readonly YamlNote[];
  readonly lineOf: (offset: number) => { readonly line: number; readonly column: number };
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
  const written = composed(text);
  const documents = written.some(hasErrors) ? orIfGood(composed(flattenFlow(text)), written) : written;
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
  return { ...templateNodes(document.contents), lineOf };
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

/** Walks the parsed tokens without recursion, since the steps after it recurse. */
function refuseDepth(tokens: readonly CST.Token[]): void {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({
    token,
    depth: 0,
  }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > maxNestingDepth) {
      throw new TemplateFault(
        'too-deep',
        'offset' in token ? token.offset : 0,
        `Nested deeper than ${maxNestingDepth} levels; fewer are accepted.`,
      );
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

function refuseErrors(document: ParsedDocument): void {
  const error = document.errors[0];
  if (error === undefined) {
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
  return message.split('\n', 1)[0] ?? '';
}
