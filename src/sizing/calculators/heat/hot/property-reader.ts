import type { ResolveContext } from './resolve-snippet.ts';
import { omitted, resolveOrOmit, resolveSnippet } from './resolve-snippet.ts';
import type { Snippet } from './snippet.ts';
import { snippetChild } from './snippet.ts';
import type { ResourceDefinition } from './stack-definition.ts';
import { TemplateFault } from './template-problem.ts';
import type { Value } from './value.ts';
import { isList, isMapValue, isOpaque, scalarText } from './value.ts';

/** What Heat's property code makes of a text property; undefined where it raises an error instead. */
export type TextProperty = Value | undefined;

/**
 * Reads properties as Heat's plugins see them before anything exists: an older name of a property stands in
 * for the newer one, nothing (an attribute) becomes empty text, numbers become text.
 * Source: heat/engine/properties.py, heat/engine/translation.py.
 */
export interface PropertyReader {
  /** Null where the property is absent and optional; undefined where it is absent and required. */
  readonly text: (name: string, olderName?: string, isRequired?: boolean) => TextProperty;
  /** The maps of a list property; null where absent, undefined where it is no list of maps. */
  readonly maps: (name: string) => readonly ReadonlyMap<string, Value>[] | null | undefined;
  /** Undefined where absent, and where it is no map. */
  readonly map: (name: string) => ReadonlyMap<string, Value> | undefined;
}

export function propertyReader(resource: ResourceDefinition, context: ResolveContext): PropertyReader {
  const cache = new Map<string, Value | undefined>();
  const whole = resource.properties?.kind === 'call' ? wholeOf(resource.properties, context) : null;
  const raw = (name: string): Value | undefined => {
    if (!cache.has(name)) {
      cache.set(name, whole === null ? rawProperty(resource, name, context) : whole.get(name));
    }
    return cache.get(name);
  };
  return {
    text: (name, olderName, isRequired = false) =>
      chosenText(raw(name), olderName === undefined ? undefined : raw(olderName), isRequired),
    maps: (name) => {
      const value = raw(name) ?? null;
      if (value === null || value === '') {
        return null;
      }
      return isList(value) && value.every(isMapValue) ? value.filter(isMapValue) : undefined;
    },
    map: (name) => {
      const value = raw(name);
      return isMapValue(value) ? value : undefined;
    },
  };
}

/** One text out of a map inside a property, with the older name standing in. */
export function textIn(map: ReadonlyMap<string, Value>, name: string, olderName?: string): TextProperty {
  return chosenText(map.get(name), olderName === undefined ? undefined : map.get(olderName), false);
}

function chosenText(newer: Value | undefined, older: Value | undefined, isRequired: boolean): TextProperty {
  if (newer === undefined && older === undefined) {
    return isRequired ? undefined : null;
  }
  const olderText = older === undefined ? null : textValue(older);
  return olderText === null ? textValue(newer ?? null) : olderText;
}

function textValue(value: Value): TextProperty {
  if (value === null) {
    return '';
  }
  if (typeof value === 'object') {
    return isOpaque(value) ? value : undefined;
  }
  return scalarText(value);
}

function wholeOf(properties: Snippet, context: ResolveContext): ReadonlyMap<string, Value> {
  const value = attempt(() => resolveSnippet(properties, context)) ?? null;
  return isMapValue(value) ? value : new Map();
}

function rawProperty(resource: ResourceDefinition, name: string, context: ResolveContext): Value | undefined {
  const snippet = snippetChild(resource.properties ?? undefined, name);
  const value = snippet === undefined ? omitted : attempt(() => resolveOrOmit(snippet, context));
  return value === omitted ? undefined : value;
}

/** Heat ignores a property it cannot work out when it looks for such edges; so does this. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TemplateFault) {
      return undefined;
    }
    throw error;
  }
}
