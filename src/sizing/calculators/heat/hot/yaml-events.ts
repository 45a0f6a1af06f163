import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';

/** What the parser met in `text`, one after another. */
export interface YamlEvents {
  readonly text: string;
  readonly events: readonly Event[];
}

export type NodeEvent = ScalarEvent | SequenceEvent | MappingEvent;

/** Where in the list each document begins. */
export function documentStarts(events: readonly Event[]): readonly number[] {
  return events.flatMap((event, at) => (event.type === EVENT_ID.DOCUMENT ? [at] : []));
}

export function isNode(event: Event | undefined): event is NodeEvent {
  return (
    event?.type === EVENT_ID.SCALAR || event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING
  );
}

/** What the scalar says: a parser that was given one line in place of several would keep the indentation in it. */
export function textOfScalar(event: ScalarEvent, text: string): string {
  if (event.valueStart < 0) return '';
  const written = text.slice(event.valueStart, event.valueEnd);
  return event.fast && !written.includes('\n') ? written : getScalarValue(text, { ...event, fast: false });
}

/**
 * Where a value stands: the parser tells where a text's own characters begin, and of an absent one nothing. `end` is
 * where what was read before it ends.
 */
export function placeOf(
  { valueStart, style, anchorEnd, tagEnd }: ScalarEvent,
  text: string,
  end: number,
): number {
  if (valueStart < 0) {
    const from = Math.max(end, anchorEnd, tagEnd);
    return from + (/^\s*[-:?,]?/.exec(text.slice(from, from + 80))?.[0].length ?? 0);
  }
  switch (style) {
    case SCALAR_STYLE.PLAIN:
      return valueStart;
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return valueStart - 1;
    default: {
      // A block of text begins with its `|` or `>`, on the line before.
      const line = text.lastIndexOf('\n', valueStart - 2) + 1;
      const header = /[|>][-+\d]*[ \t]*(#.*)?\r?\n?$/.exec(text.slice(line, valueStart));
      return line + (header?.index ?? 0);
    }
  }
}

const yamlTags = 'tag:yaml.org,2002:';

/** What the first document's shorthands for tags stand for. */
export function tagHandles([start]: readonly Event[]): ReadonlyMap<string, string> {
  const directives = start?.type === EVENT_ID.DOCUMENT ? start.directives : [];
  const own = directives.flatMap((directive) =>
    directive.kind === 'tag' ? [[directive.handle, directive.prefix] as const] : [],
  );
  return new Map([['!!', yamlTags], ...own]);
}

/** The tag as YAML means it, the name alone for one of YAML's own; undefined without one. */
export function tagOf(
  { tagStart, tagEnd }: NodeEvent,
  text: string,
  handles: ReadonlyMap<string, string>,
): string | undefined {
  if (tagStart < 0) return undefined;
  const written = text.slice(tagStart, tagEnd);
  const [, verbatim] = /^!<(.*)>$/.exec(written) ?? [];
  const [, handle = '', suffix = ''] = /^(![\w-]*!|!)(.*)$/.exec(written) ?? [];
  const whole = verbatim ?? `${handles.get(handle) ?? handle}${suffix}`;
  return whole.replace(yamlTags, '');
}
