import type { ParameterSet } from './read-parameters.ts';
import type { Call, Snippet } from './snippet.ts';
import { applyFunction } from './template-functions.ts';
import { TemplateFault } from './template-problem.ts';
import type { Value } from './value.ts';
import { isList, isMapValue } from './value.ts';

export interface ResolveContext {
  readonly parameters: ParameterSet;
  readonly hasResource: (name: string) => boolean;
  /** The text of a file given with the template, or null. */
  readonly fileText: (name: string) => string | null;
  readonly mappings: Value;
  /** Decides a condition by its name. */
  readonly isEnabled: (condition: Value, offset: number) => boolean;
}

/** Stands for "as if not written": a two-argument `if` that is false. */
export const omitted: unique symbol = Symbol('omitted');

/**
 * What Heat knows of a value before anything is created: a reference is the resource's name, an attribute is
 * nothing (null), a parameter its value. Throws a TemplateFault where Heat would raise an error.
 */
export function resolveSnippet(snippet: Snippet, context: ResolveContext): Value {
  const value = resolveOrOmit(snippet, context);
  return value === omitted ? null : value;
}

export function resolveOrOmit(snippet: Snippet, context: ResolveContext): Value | typeof omitted {
  switch (snippet.kind) {
    case 'scalar':
      return snippet.value;
    case 'omitted':
      return omitted;
    case 'list':
      return snippet.items.map((item) => resolveOrOmit(item, context)).filter((item) => item !== omitted);
    case 'map': {
      const values = new Map<string, Value>();
      for (const { key, value } of snippet.entries) {
        const resolved = resolveOrOmit(value, context);
        if (resolved !== omitted) {
          values.set(key, resolved);
        }
      }
      return values;
    }
    case 'call':
      return resolveCall(snippet, context);
  }
}

function resolveCall(call: Call, context: ResolveContext): Value {
  const args = resolveSnippet(call.args, context);
  switch (call.operation) {
    case 'getParam':
      return paramAt(call, args, context);
    case 'paramRef':
      return context.parameters.value(typeof args === 'string' ? args : '', call.offset);
    case 'getResource':
      return referenced(call, args, context);
    case 'getAttThenSelect':
    case 'getAttAll':
    case 'getAttPair':
      referenced(call, isList(args) ? (args[0] ?? null) : null, context);
      return null;
    case 'getFile':
      return typeof args === 'string' ? (context.fileText(args) ?? { opaque: `file ${args}` }) : null;
    case 'findInMap':
      return inMapping(call, args, context.mappings);
    case 'not':
      return !context.isEnabled(isList(args) && args.length === 1 ? (args[0] ?? null) : args, call.offset);
    case 'and':
      return isList(args) && args.every((condition) => context.isEnabled(condition, call.offset));
    case 'or':
      return isList(args) && args.some((condition) => context.isEnabled(condition, call.offset));
    default:
      return applyFunction(call, args);
  }
}

/** The resource a reference names. Throws where there is none, or where its condition is false. */
export function referenced(call: Call, name: Value, context: Pick<ResolveContext, 'hasResource'>): string {
  if (typeof name === 'string' && context.hasResource(name)) {
    return name;
  }
  const shown = typeof name === 'string' ? `"${name}"` : 'what its argument yields';
  throw new TemplateFault(
    'unknown-reference',
    call.offset,
    `${call.name} names ${shown}, and no enabled resource has that name.`,
  );
}

function paramAt(call: Call, args: Value, context: ResolveContext): Value {
  const [name, ...path] = isList(args) ? args : [args];
  if (typeof name !== 'string') {
    throw new TemplateFault('parameter', call.offset, `"${call.name}" takes the name of a parameter.`);
  }
  let value = context.parameters.value(name, call.offset);
  for (const step of path) {
    const next = stepInto(value, step);
    // A path that leads nowhere is empty text in Heat.
    if (next === undefined) {
      return '';
    }
    value = next;
  }
  return value;
}

function stepInto(value: Value, step: Value): Value | undefined {
  if (isMapValue(value)) {
    return value.get(String(step));
  }
  const index = Number(step);
  return (isList(value) || typeof value === 'string') && Number.isInteger(index)
    ? value.at(index)
    : undefined;
}

function inMapping(call: Call, args: Value, mappings: Value): Value {
  const path = isList(args) ? args : [];
  let value: Value | undefined = mappings;
  for (const step of path) {
    value = isMapValue(value) ? value.get(String(step)) : undefined;
  }
  if (value === undefined || path.length !== 3) {
    throw new TemplateFault(
      'function',
      call.offset,
      `"${call.name}" takes [mapping, key, name] of an entry under Mappings.`,
    );
  }
  return value;
}
