import { resolveSnippet } from './resolve-snippet.ts';
import { snippetChild } from './snippet.ts';
import type { ResourceDefinition, StackDefinition } from './stack-definition.ts';
import type { Value } from './value.ts';
import { isMapValue } from './value.ts';

/** The name of the template inside a resource, or null where it holds none. */
export function nestedFileOf(resource: ResourceDefinition, stack: StackDefinition): string | null {
  if (resource.file !== null) {
    return resource.file;
  }
  if (resource.type !== 'AWS::CloudFormation::Stack') {
    return null;
  }
  const url = snippetChild(resource.properties ?? undefined, 'TemplateURL');
  const value = url === undefined ? null : resolveSnippet(url, stack.context);
  return typeof value === 'string' ? value : 'TemplateURL';
}

/** Finds a file as written, then relative to the template that names it, as Heat's client sends it. */
export function givenFile(
  files: ReadonlyMap<string, string>,
  name: string,
  from: string,
): { readonly name: string; readonly text: string } | null {
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : '';
  for (const candidate of [plainPath(folder + name), name, plainPath(name)]) {
    const text = files.get(candidate);
    if (text !== undefined) {
      return { name: candidate, text };
    }
  }
  return null;
}

function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replace(/^file:\/\//, '').split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') {
      parts.pop();
    } else if (part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** The parameters of a nested template are the properties of its resource; nothing counts as not given. */
export function nestedParametersOf(
  resource: ResourceDefinition,
  stack: StackDefinition,
): ReadonlyMap<string, Value> {
  const all = resource.properties === null ? null : resolveSnippet(resource.properties, stack.context);
  const values =
    resource.type === 'AWS::CloudFormation::Stack' && isMapValue(all) ? (all.get('Parameters') ?? null) : all;
  return isMapValue(values) ? values : new Map();
}
