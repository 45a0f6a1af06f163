import type { TemplateNode } from './template-node.ts';

/** A worked-out value. Maps are Maps, so that no key of a template can reach an object's own machinery. */
export type Value = null | boolean | number | string | readonly Value[] | ReadonlyMap<string, Value> | Opaque;

/** A value only a running Heat knows (yaql, digest, a file not given). Equal only to one made the same way. */
export interface Opaque {
  readonly opaque: string;
}

/** Values as given from outside, from JSON. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export function isOpaque(value: Value | undefined): value is Opaque {
  return typeof value === 'object' && value !== null && 'opaque' in value;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMapValue(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

export function valueOfJson(json: JsonValue): Value {
  if (typeof json !== 'object' || json === null) {
    return json;
  }
  if (Array.isArray(json)) {
    return json.map(valueOfJson);
  }
  return new Map(Object.entries(json).map(([key, value]): [string, Value] => [key, valueOfJson(value)]));
}

/** A template part taken as plain data, functions and all. */
export function valueOfNode(node: TemplateNode): Value {
  if (node.kind === 'scalar') {
    return node.value;
  }
  if (node.kind === 'list') {
    return node.items.map(valueOfNode);
  }
  return new Map(node.entries.map((entry): [string, Value] => [entry.key, valueOfNode(entry.value)]));
}

/** A value put back into a template, as Heat does for the members of a group. */
export function nodeOfValue(value: Value, offset: number): TemplateNode {
  if (isList(value)) {
    return { kind: 'list', items: value.map((item) => nodeOfValue(item, offset)), offset };
  }
  if (isMapValue(value)) {
    const entries = [...value].map(([key, item]) => ({
      key,
      keyOffset: offset,
      value: nodeOfValue(item, offset),
    }));
    return { kind: 'map', entries, offset };
  }
  return { kind: 'scalar', value: isOpaque(value) ? value.opaque : value, offset };
}

/** Python's `==`: true equals 1, text never equals a number. */
export function sameValue(left: Value, right: Value): boolean {
  if (isList(left) || isList(right)) {
    return (
      isList(left) &&
      isList(right) &&
      left.length === right.length &&
      left.every((item, at) => sameValue(item, right[at] ?? null))
    );
  }
  if (isMapValue(left) || isMapValue(right)) {
    return isMapValue(left) && isMapValue(right) && sameMap(left, right);
  }
  if (isOpaque(left) && isOpaque(right)) {
    return left.opaque === right.opaque;
  }
  const number = (value: Value): Value => (typeof value === 'boolean' ? Number(value) : value);
  return number(left) === number(right);
}

function sameMap(left: ReadonlyMap<string, Value>, right: ReadonlyMap<string, Value>): boolean {
  return (
    left.size === right.size &&
    [...left].every(([key, item]) => right.has(key) && sameValue(item, right.get(key) ?? null))
  );
}

/** Python's truth: empty text, list and map, zero and null are false. So is what is not there. */
export function isTruthy(value: Value | undefined): boolean {
  if (isList(value)) {
    return value.length > 0;
  }
  return isMapValue(value) ? value.size > 0 : Boolean(value);
}

/** Python's `str()` for a scalar: True and False with capitals. */
export function scalarText(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

/** JSON with sorted keys and Python's spacing. */
export function jsonText(value: Value): string {
  if (isList(value)) {
    return `[${value.map(jsonText).join(', ')}]`;
  }
  if (isMapValue(value)) {
    const keys = [...value.keys()].sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}: ${jsonText(value.get(key) ?? null)}`).join(', ')}}`;
  }
  return isOpaque(value) ? JSON.stringify(value.opaque) : JSON.stringify(value);
}

/** Whether anything inside is known only to a running Heat. */
export function holdsOpaque(value: Value): boolean {
  if (isList(value)) {
    return value.some(holdsOpaque);
  }
  return isMapValue(value) ? [...value.values()].some(holdsOpaque) : isOpaque(value);
}
