import type { Call, Snippet } from './snippet.ts';
import type { MapNode, TemplateNode } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';
import type { Operation } from './template-version.ts';

interface ParseContext {
  readonly functions: ReadonlyMap<string, Operation>;
  /** Decides the condition of an `if`. Throws a TemplateFault where it cannot. */
  readonly decide: (condition: TemplateNode, name: string) => boolean;
  /** Whether an enabled resource has this name; tells apart what a `Ref` means. */
  readonly hasResource: (name: string) => boolean;
  /** Told of every parameter that get_param or Ref names outright. */
  readonly onParameter: (name: string, offset: number) => void;
  /** Told of functions that this version of the format no longer has. */
  readonly onRemoved: (name: string, offset: number) => void;
}

/**
 * Recognises functions: a map with exactly one key that this version knows. `if` is decided here and only
 * the branch taken is read. Source: heat/engine/template.py parse(), heat/engine/hot/functions.py If.
 */
export function parseSnippet(node: TemplateNode, context: ParseContext): Snippet {
  if (node.kind === 'scalar') {
    return node;
  }
  if (node.kind === 'list') {
    return {
      kind: 'list',
      items: node.items.map((item) => parseSnippet(item, context)),
      offset: node.offset,
    };
  }
  const only = node.entries.length === 1 ? node.entries[0] : undefined;
  const operation = only === undefined ? undefined : context.functions.get(only.key);
  if (only === undefined || operation === undefined) {
    return {
      kind: 'map',
      entries: node.entries.map(({ key, keyOffset, value }) => ({
        key,
        keyOffset,
        value: parseSnippet(value, context),
      })),
      offset: node.offset,
    };
  }
  if (operation === 'if' || operation === 'ifNullable') {
    return parseIf(only.key, operation, only.value, context, node);
  }
  if (operation === 'refused') {
    throw new TemplateFault('condition', only.keyOffset, `"${only.key}" is not accepted inside a condition.`);
  }
  if (operation === 'removed') {
    context.onRemoved(only.key, only.keyOffset);
  }
  const call: Call = {
    kind: 'call',
    name: only.key,
    operation,
    args: parseSnippet(only.value, context),
    offset: only.keyOffset,
  };
  const decided = checked(call.operation === 'ref' ? decidedRef(call, context) : call);
  const parameter = parameterNamed(decided);
  if (parameter !== undefined) {
    context.onParameter(parameter, decided.offset);
  }
  return decided;
}

function parameterNamed({ operation, args }: Call): string | undefined {
  if (operation !== 'getParam' && operation !== 'paramRef') {
    return undefined;
  }
  const name = args.kind === 'list' ? args.items[0] : args;
  return name?.kind === 'scalar' && typeof name.value === 'string' ? name.value : undefined;
}

function parseIf(
  name: string,
  operation: Operation,
  args: TemplateNode,
  context: ParseContext,
  node: MapNode,
): Snippet {
  const items = args.kind === 'list' ? args.items : [];
  const [condition, whenTrue, whenFalse] = items;
  const isShort = whenFalse === undefined && operation !== 'ifNullable';
  if (isShort || items.length > 3 || condition === undefined || whenTrue === undefined) {
    const form =
      operation === 'ifNullable'
        ? '[condition, value] or [condition, value, other value]'
        : '[condition, value, other value]';
    throw new TemplateFault('function', node.offset, `"${name}" takes ${form}.`);
  }
  const branch = context.decide(condition, name) ? whenTrue : whenFalse;
  return branch === undefined ? { kind: 'omitted', offset: node.offset } : parseSnippet(branch, context);
}

function decidedRef(call: Call, context: ParseContext): Call {
  const name = call.args.kind === 'scalar' ? call.args.value : null;
  const operation: Operation =
    typeof name === 'string' && context.hasResource(name) ? 'getResource' : 'paramRef';
  return { ...call, operation };
}

/** Heat refuses these forms before it looks at dependencies; a function in place of the list is refused too. */
function checked(call: Call): Call {
  const wrong = wrongForm(call);
  if (wrong !== null) {
    throw new TemplateFault('function', call.offset, `"${call.name}" takes ${wrong}.`);
  }
  return call;
}

function wrongForm({ operation, args }: Call): string | null {
  const length = args.kind === 'list' ? args.items.length : -1;
  switch (operation) {
    case 'getAttThenSelect':
      return length >= 2 ? null : 'a list: [resource, attribute, path …]';
    case 'getAttAll':
      return length >= 1 ? null : 'a list: [resource, attribute, path …]';
    case 'getAttPair':
    case 'split':
    case 'replaceList':
    case 'select':
    case 'equals':
    case 'filter':
    case 'contains':
      return length === 2 ? null : 'a list of two';
    case 'and':
    case 'or':
      return length >= 2 ? null : 'a list of two or more conditions';
    case 'join':
      return length >= 2 ? null : 'a list: [separator, list]';
    case 'replace':
      return hasKeys(args, 'params', 'template') ? null : 'a map with template and params';
    case 'repeat':
      return hasKeys(args, 'for_each', 'template') ? null : 'a map with template and for_each';
    default:
      return null;
  }
}

function hasKeys(args: Snippet, ...keys: readonly string[]): boolean {
  return args.kind === 'map' && keys.every((key) => args.entries.some((entry) => entry.key === key));
}
