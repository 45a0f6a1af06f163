import type { Call } from './snippet.ts';
import { TemplateFault } from './template-problem.ts';
import type { Value } from './value.ts';
import { holdsOpaque, isList, isMapValue, isOpaque, jsonText, sameValue, scalarText } from './value.ts';
import { yaqlValue } from './yaql-expression.ts';

/** Text longer than this is not put together; the whole template is shorter. */
const maxTextLength = 10_000_000;
/** A list a `repeat` may write before this stops counting; Heat itself has no limit. */
const maxRepeats = 100_000;

/**
 * The functions that only transform their arguments. What only a running Heat can work out becomes an opaque
 * value, equal to itself. Source: heat/engine/hot/functions.py, heat/engine/cfn/functions.py.
 */
export function applyFunction(call: Call, args: Value): Value {
  const made = transform(call, args);
  if (made === undefined) {
    throw new TemplateFault('function', call.offset, `"${call.name}" cannot work with these arguments.`);
  }
  return made;
}

function transform(call: Call, args: Value): Value | undefined {
  if (call.operation === 'opaque' || call.operation === 'removed') {
    return { opaque: `${call.name} ${jsonText(args)}` };
  }
  if (isMapValue(args)) {
    return ofMap(call, args);
  }
  if (call.operation === 'base64') {
    return args;
  }
  return isList(args) ? ofList(call, args) : undefined;
}

function ofMap(call: Call, args: ReadonlyMap<string, Value>): Value | undefined {
  if (call.operation === 'replace') {
    return replaced(args.get('template') ?? null, args.get('params') ?? null);
  }
  if (call.operation === 'yaql') {
    const expression = args.get('expression');
    const value =
      typeof expression === 'string' ? yaqlValue(expression, args.get('data') ?? new Map()) : undefined;
    return value ?? { opaque: `yaql ${jsonText(args)}` };
  }
  return call.operation === 'repeat' ? repeated(call, args) : undefined;
}

function ofList(call: Call, args: readonly Value[]): Value | undefined {
  const [one = null, two = null] = args;
  switch (call.operation) {
    case 'join':
      return joined(one, args.slice(1));
    case 'replaceList':
      return replaced(two, one);
    case 'split':
    case 'strSplit':
      return splitText(args);
    case 'select':
      return selected(one, two);
    case 'mapMerge':
      return args.every((map) => map === null || isMapValue(map))
        ? new Map(args.flatMap((map) => (isMapValue(map) ? [...map] : [])))
        : undefined;
    case 'mapReplace':
      return mapReplaced(one, two);
    case 'filter':
      return isList(two)
        ? two.filter((item) => !(isList(one) && one.some((gone) => sameValue(gone, item))))
        : two;
    case 'listConcat':
      return concatenated(args);
    case 'listConcatUnique':
      return concatenated(args)?.filter(
        (item, at, all) => all.findIndex((other) => sameValue(other, item)) === at,
      );
    case 'contains':
      return isList(two)
        ? two.some((item) => sameValue(item, one))
        : typeof two === 'string' && typeof one === 'string'
          ? two.includes(one)
          : undefined;
    case 'equals':
      return sameValue(one, two);
    default:
      return undefined;
  }
}

function joined(separator: Value, lists: readonly Value[]): Value | undefined {
  const fits = lists.every((list) => list === null || list === '' || isList(list));
  if (typeof separator !== 'string' || !fits) {
    return lists.some(isOpaque) ? { opaque: `join ${jsonText([separator, ...lists])}` } : undefined;
  }
  const values = lists.flatMap((list): readonly Value[] => (isList(list) ? list : []));
  if (values.some(holdsOpaque)) {
    return { opaque: `join ${jsonText([separator, ...values])}` };
  }
  if (values.some((value) => typeof value === 'number' || typeof value === 'boolean')) {
    return undefined;
  }
  const texts = values.map((value) =>
    value === null ? '' : typeof value === 'string' ? value : jsonText(value),
  );
  const length = texts.reduce((total, text) => total + text.length + separator.length, 0);
  return length > maxTextLength ? undefined : texts.join(separator);
}

function replaced(template: Value, params: Value): Value | undefined {
  if (!isMapValue(params)) {
    return undefined;
  }
  if (holdsOpaque(template) || holdsOpaque(params)) {
    return { opaque: `replace ${jsonText([template, params])}` };
  }
  if (typeof template !== 'string') {
    return undefined;
  }
  const keys = [...params.keys()]
    .filter((key) => key !== '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  let length = template.length;
  // One pass per key over the parts not yet replaced, so that a replacement is never replaced again.
  const replaceIn = (text: string, from: number): string => {
    const key = keys[from];
    if (key === undefined) {
      return text;
    }
    const value = params.get(key) ?? null;
    const by = value === null ? '' : typeof value === 'object' ? jsonText(value) : scalarText(value);
    const parts = text.split(key);
    length += (parts.length - 1) * by.length;
    return length > maxTextLength ? '' : parts.map((part) => replaceIn(part, from + 1)).join(by);
  };
  const text = replaceIn(template, 0);
  return length > maxTextLength ? undefined : text;
}

function splitText([separator = null, text = null, index = null]: readonly Value[]): Value | undefined {
  if (text === null) {
    return null;
  }
  if (isOpaque(text)) {
    return { opaque: `split ${jsonText([separator, text, index])}` };
  }
  if (typeof separator !== 'string' || separator === '' || typeof text !== 'string') {
    return undefined;
  }
  const parts = text.split(separator);
  return index === null ? parts : parts.at(Number(index));
}

function selected(index: Value, collection: Value): Value | undefined {
  if (collection === '' || collection === null) {
    return '';
  }
  if (isOpaque(collection)) {
    return { opaque: `select ${jsonText([index, collection])}` };
  }
  if (isMapValue(collection)) {
    return collection.get(String(index)) ?? '';
  }
  return isList(collection) ? (collection.at(Number(index)) ?? '') : undefined;
}

function concatenated(lists: readonly Value[]): readonly Value[] | undefined {
  return lists.every((list) => list === null || isList(list))
    ? lists.flatMap((list) => (isList(list) ? list : []))
    : undefined;
}

function mapReplaced(map: Value, changes: Value): Value | undefined {
  if (map === null || changes === null) {
    return mapReplaced(map ?? new Map(), changes ?? new Map());
  }
  if (!isMapValue(map) || !isMapValue(changes)) {
    return undefined;
  }
  const keys = changes.get('keys') ?? null;
  const values = changes.get('values') ?? null;
  return new Map(
    [...map].map(([key, value]): [string, Value] => {
      const newKey = isMapValue(keys) ? (keys.get(key) ?? key) : key;
      const known =
        isMapValue(values) && (value === null || typeof value !== 'object')
          ? values.get(String(value))
          : undefined;
      return [String(newKey), known ?? value];
    }),
  );
}

function repeated(call: Call, args: ReadonlyMap<string, Value>): Value | undefined {
  const loops = args.get('for_each') ?? null;
  if (!isMapValue(loops)) {
    return undefined;
  }
  if ([...loops.values()].some(isOpaque)) {
    return { opaque: `repeat ${jsonText(args)}` };
  }
  const names = [...loops.keys()];
  const lists = [...loops.values()].map((list) =>
    isMapValue(list) ? [...list.keys()] : isList(list) ? list : [],
  );
  const template = args.get('template') ?? null;
  const rows = args.get('permutations') === false ? zipped(lists) : product(call, lists);
  return rows.map((row) => substituted(template, names, row));
}

function zipped(lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return (lists[0] ?? []).map((_, at) => lists.map((list) => list[at] ?? null));
}

function product(call: Call, lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  const size = lists.reduce((total, list) => total * list.length, 1);
  if (size > maxRepeats) {
    throw new TemplateFault(
      'too-much-work',
      call.offset,
      `This repeat writes ${size} items; up to ${maxRepeats} are read here.`,
    );
  }
  return lists.reduce<readonly (readonly Value[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])),
    [[]],
  );
}

function substituted(template: Value, names: readonly string[], row: readonly Value[]): Value {
  if (typeof template === 'string') {
    return names.reduce((text, name, at) => {
      const value = row[at] ?? null;
      return text.replaceAll(name, () => (typeof value === 'object' ? jsonText(value) : scalarText(value)));
    }, template);
  }
  if (isList(template)) {
    return template.map((item) => substituted(item, names, row));
  }
  if (isMapValue(template)) {
    return new Map(
      [...template].map(([key, item]): [string, Value] => [
        String(substituted(key, names, row)),
        substituted(item, names, row),
      ]),
    );
  }
  return template;
}
