import type { AliasEvent, ScalarEvent } from 'js-yaml';
import { EVENT_ID, SCALAR_STYLE } from 'js-yaml';
import { plainScalar } from './plain-scalar.ts';
import type { MapEntry, TemplateNode } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';
import type { NodeEvent, YamlEvents } from './yaml-events.ts';
import { isNode, placeOf, tagHandles, tagOf, textOfScalar } from './yaml-events.ts';

/** Nodes after every alias is written out: about twice what 512 KiB can hold without aliases. */
const maxExpandedNodes = 500_000;
/** No template comes near this; past a few hundred levels Heat's own reader gives up. */
export const maxNestingDepth = 100;

export function tooDeep(offset: number): TemplateFault {
  return new TemplateFault(
    'too-deep',
    offset,
    `Nested deeper than ${maxNestingDepth} levels; fewer are accepted.`,
  );
}

interface Reading extends YamlEvents {
  /** The event that is read next. */
  at: number;
  /** Where what was read last ends in the text. */
  end: number;
  /** Lists and maps that are open. */
  depth: number;
  readonly handles: ReadonlyMap<string, string>;
  readonly anchors: Map<string, Sized>;
  readonly open: Set<string>;
  readonly notes: YamlNote[];
}

interface Sized {
  readonly node: TemplateNode;
  /** Nodes in it once its aliases are written out. */
  readonly size: number;
  /** A plain `<<`, which merges maps and is no key. */
  readonly isMerge?: boolean;
}

/** Something read that is likely a mistake: a key defined twice. */
export interface YamlNote {
  readonly offset: number;
  readonly message: string;
}

/**
 * Turns the events of the first document into nodes with places. Aliases share what they stand for. Throws a
 * TemplateFault for aliases that multiply or go in circles, too many levels, tags of one's own and keys that are no
 * single value.
 */
export function templateNodes({ text, events }: YamlEvents): {
  readonly root: TemplateNode;
  readonly notes: readonly YamlNote[];
} {
  const reading: Reading = {
    text,
    events,
    at: 1,
    end: 0,
    depth: 0,
    handles: tagHandles(events),
    anchors: new Map(),
    open: new Set(),
    notes: [],
  };
  const { node } = nextNode(reading);
  return { root: node, notes: reading.notes };
}

function nextNode(reading: Reading): Sized {
  const event = reading.events[reading.at++];
  if (event?.type === EVENT_ID.ALIAS) return aliased(event, reading);
  if (!isNode(event)) throw new Error('The parser closed what it did not open.');
  const anchor = event.anchorStart < 0 ? undefined : reading.text.slice(event.anchorStart, event.anchorEnd);
  if (anchor !== undefined) reading.open.add(anchor);
  const sized = contentsOf(event, reading);
  if (sized.size > maxExpandedNodes) {
    throw new TemplateFault(
      'alias',
      sized.node.offset,
      'Aliases repeat this part too often: over 500,000 nodes when written out.',
    );
  }
  if (anchor !== undefined) {
    reading.open.delete(anchor);
    reading.anchors.set(anchor, sized);
  }
  return sized;
}

function aliased({ anchorStart, anchorEnd }: AliasEvent, reading: Reading): Sized {
  const name = reading.text.slice(anchorStart, anchorEnd);
  const target = reading.anchors.get(name);
  reading.end = anchorEnd;
  if (reading.open.has(name)) {
    throw new TemplateFault(
      'alias',
      anchorStart - 1,
      `The alias *${name} stands inside its own anchor &${name}.`,
    );
  }
  if (target === undefined) {
    throw new TemplateFault('alias', anchorStart - 1, `The alias *${name} has no anchor &${name} before it.`);
  }
  return target;
}

function contentsOf(event: NodeEvent, reading: Reading): Sized {
  if (event.type === EVENT_ID.SCALAR) return scalarOf(event, reading);
  refuseTag(tagOf(event, reading.text, reading.handles), event.start, ['!', 'seq', 'map']);
  reading.end = event.start;
  reading.depth += 1;
  if (reading.depth > maxNestingDepth) throw tooDeep(event.start);
  const sized = event.type === EVENT_ID.SEQUENCE ? listOf(event.start, reading) : mapOf(event.start, reading);
  reading.depth -= 1;
  reading.at += 1;
  return sized;
}

function isAtEnd({ events, at }: Reading): boolean {
  return at >= events.length || events[at]?.type === EVENT_ID.POP;
}

function listOf(offset: number, reading: Reading): Sized {
  const items: TemplateNode[] = [];
  let size = 1;
  while (!isAtEnd(reading)) {
    const item = nextNode(reading);
    items.push(item.node);
    size += item.size;
  }
  return { node: { kind: 'list', items, offset }, size };
}

function scalarOf(event: ScalarEvent, reading: Reading): Sized {
  const offset = placeOf(event, reading.text, reading.end);
  const isPlain = event.style === SCALAR_STYLE.PLAIN;
  const value = scalarValue(
    textOfScalar(event, reading.text),
    isPlain,
    tagOf(event, reading.text, reading.handles),
    offset,
  );
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  reading.end = event.valueStart < 0 ? offset : event.valueEnd + (isQuoted ? 1 : 0);
  return { node: { kind: 'scalar', value, offset }, size: 1, isMerge: isPlain && value === '<<' };
}

function scalarValue(
  text: string,
  isPlain: boolean,
  tag: string | undefined,
  offset: number,
): string | number | boolean | null {
  refuseTag(tag, offset, ['!', 'str', 'int', 'float', 'bool', 'null', 'timestamp']);
  if (tag === 'str' || tag === 'timestamp') return text;
  return isPlain || tag !== undefined ? plainScalar(text) : text;
}

function refuseTag(tag: string | undefined, offset: number, known: readonly string[]): void {
  if (tag !== undefined && !known.includes(tag)) {
    const shown = tag.replace(/^!/, '');
    throw new TemplateFault('yaml', offset, `Heat reads no tag !${shown}; write the value without it.`);
  }
}

function mapOf(offset: number, reading: Reading): Sized {
  const entries: MapEntry[] = [];
  const merged: MapEntry[] = [];
  const seen = new Map<string, number>();
  let size = 1;
  while (!isAtEnd(reading)) {
    const { node: key, isMerge } = nextNode(reading);
    if (key.kind !== 'scalar') {
      throw new TemplateFault(
        'yaml',
        key.offset,
        'A key must be a single value; a list or a map stands here.',
      );
    }
    const value = nextNode(reading);
    size += value.size;
    if (isMerge) {
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
  if (merged.length === 0) return { node: { kind: 'map', entries, offset }, size };
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
