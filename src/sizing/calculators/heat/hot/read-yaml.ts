import { parseEvents, YAMLException } from 'js-yaml';
import { flattenFlow } from './flatten-flow.ts';
import type { TemplateNode } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';
import type { YamlEvents } from './yaml-events.ts';
import { documentStarts } from './yaml-events.ts';
import type { YamlNote } from './yaml-nodes.ts';
import { maxNestingDepth, templateNodes, tooDeep } from './yaml-nodes.ts';

/** Heat's `max_template_size`: 524288 bytes (heat/common/config.py). */
const maxTemplateBytes = 524_288;
export interface YamlText {
  /** Null for an empty text. */
  readonly root: TemplateNode | null;
  /** What Heat reads without a word though it is likely a mistake: a key defined twice. */
  readonly notes: readonly YamlNote[];
  readonly lineOf: (offset: number) => { readonly line: number; readonly column: number };
}

/** Where offsets lie in `text`, without reading it as YAML. */
export function linesOf(text: string): YamlText['lineOf'] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return (offset) => {
    const place = Math.min(offset, text.length);
    let line = 0;
    for (let above = starts.length; line + 1 < above; ) {
      const middle = (line + above) >> 1;
      if ((starts[middle] ?? 0) > place) above = middle;
      else line = middle;
    }
    return { line: line + 1, column: place - (starts[line] ?? 0) + 1 };
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
  const read = eventsOf(text);
  const [first, second] = documentStarts(read.events);
  if (second !== undefined) {
    throw anotherDocument(separatorsIn(text).find((at) => hasDocument(text.slice(0, at))) ?? 0);
  }
  return first === undefined ? { root: null, lineOf, notes: [] } : { ...templateNodes(read), lineOf };
}

/** What stands in `text`; where it is refused, what would with its brackets' contents on one line, in the same places. */
function eventsOf(text: string): YamlEvents {
  try {
    return { text, events: parsed(text) };
  } catch (error) {
    try {
      return { text, events: parsed(flattenFlow(text)) };
    } catch {
      throw faultOf(error, text);
    }
  }
}

function parsed(text: string): YamlEvents['events'] {
  // The parser counts more than brackets and indents as levels.
  return parseEvents(text, { maxDepth: 2 * maxNestingDepth });
}

function hasDocument(text: string): boolean {
  try {
    return parsed(text).length > 0;
  } catch {
    return false;
  }
}

/** Where lines begin that can only part documents, or end one. */
function separatorsIn(text: string): readonly number[] {
  return [...text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)].map(({ index }) => index);
}

function anotherDocument(offset: number): TemplateFault {
  return new TemplateFault('yaml', offset, 'A template is one YAML document; a second one starts here.');
}

function faultOf(error: unknown, text: string): unknown {
  if (!(error instanceof YAMLException)) return error;
  const offset = Math.min(error.mark?.position ?? 0, text.length);
  if (error.reason.startsWith('nesting exceeded')) {
    return tooDeep(offset);
  }
  const separator = separatorsIn(text).find((at) => at <= offset && hasDocument(text.slice(0, at)));
  if (separator !== undefined) return anotherDocument(separator);
  const tab = indentingTab(text, offset);
  if (tab !== undefined && /^tab |^end of the stream/.test(error.reason)) {
    return new TemplateFault('tab', tab, 'A tab stands here as indentation; YAML accepts spaces only.');
  }
  return new TemplateFault('yaml', offset, `This is not YAML that Heat can read: ${error.reason}`);
}

/** The tab before the first word of the line in which `offset` lies. */
function indentingTab(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  return indent.includes('\t') ? start + indent.indexOf('\t') : undefined;
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
