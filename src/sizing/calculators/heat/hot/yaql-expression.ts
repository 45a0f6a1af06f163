import type { Value } from './value.ts';
import { isList, isMapValue, isOpaque, isTruthy, sameValue } from './value.ts';

/**
 * Works out the plain part of the YAQL language: paths from `$`, literals, comparisons, and/or/not/in, `+`,
 * and a few methods of text. Undefined for everything else: a running Heat knows the answer then.
 * Source: yaql's documentation, standard library.
 */
export function yaqlValue(expression: string, data: Value): Value | undefined {
  const tokens = tokensOf(expression);
  if (tokens === undefined) {
    return undefined;
  }
  const reader: Reader = { tokens, at: 0, root: new Map([['data', data]]) };
  const value = readOr(reader);
  return reader.at === tokens.length ? value : undefined;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly root: Value;
}

const tokenPattern =
  /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d+(?:\.\d+)?|\$|[A-Za-z_]\w*|!=|<=|>=|[=<>+.,()[\]])/y;
/** No condition comes near this; it bounds recursion. */
const maxTokens = 200;

function tokensOf(expression: string): readonly string[] | undefined {
  const tokens: string[] = [];
  const text = expression.trim();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const match = tokenPattern.exec(text);
    if (match?.[1] === undefined || tokens.length >= maxTokens) {
      return undefined;
    }
    tokens.push(match[1]);
  }
  return tokens;
}

function accept(reader: Reader, ...wanted: readonly string[]): string | undefined {
  const token = reader.tokens[reader.at] ?? '';
  if (!wanted.includes(token)) {
    return undefined;
  }
  reader.at += 1;
  return token;
}

function readOr(reader: Reader): Value | undefined {
  let left = readAnd(reader);
  while (accept(reader, 'or') !== undefined) {
    const right = readAnd(reader);
    left = left === undefined || right === undefined ? undefined : isTruthy(left) || isTruthy(right);
  }
  return left;
}

function readAnd(reader: Reader): Value | undefined {
  let left = readNot(reader);
  while (accept(reader, 'and') !== undefined) {
    const right = readNot(reader);
    left = left === undefined || right === undefined ? undefined : isTruthy(left) && isTruthy(right);
  }
  return left;
}

function readNot(reader: Reader): Value | undefined {
  if (accept(reader, 'not') === undefined) {
    return readComparison(reader);
  }
  const value = readNot(reader);
  return value === undefined ? undefined : !isTruthy(value);
}

function readComparison(reader: Reader): Value | undefined {
  const left = readSum(reader);
  const operator = accept(reader, '=', '!=', '<', '>', '<=', '>=', 'in');
  if (operator === undefined) {
    return left;
  }
  const right = readSum(reader);
  return left === undefined || right === undefined || isOpaque(left) || isOpaque(right)
    ? undefined
    : compared(left, operator, right);
}

function compared(left: Value, operator: string, right: Value): Value | undefined {
  if (operator === '=' || operator === '!=') {
    return sameValue(left, right) === (operator === '=');
  }
  if (operator === 'in') {
    return isList(right) ? right.some((item) => sameValue(item, left)) : undefined;
  }
  if (typeof left !== 'number' || typeof right !== 'number') {
    return undefined;
  }
  const difference = left - right;
  const isOrEqual = operator.endsWith('=') && difference === 0;
  return isOrEqual || (operator.startsWith('<') ? difference < 0 : difference > 0);
}

function readSum(reader: Reader): Value | undefined {
  let left = readPath(reader);
  while (accept(reader, '+') !== undefined) {
    const right = readPath(reader);
    left = left === undefined || right === undefined ? undefined : added(left, right);
  }
  return left;
}

function added(left: Value, right: Value): Value | undefined {
  if (typeof left === 'number' && typeof right === 'number') {
    return left + right;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return left + right;
  }
  return isList(left) && isList(right) ? [...left, ...right] : undefined;
}

function readPath(reader: Reader): Value | undefined {
  let value = readAtom(reader);
  for (;;) {
    if (accept(reader, '.') !== undefined) {
      const name = reader.tokens[reader.at] ?? '';
      reader.at += 1;
      value =
        accept(reader, '(') === undefined ? member(value, name) : method(value, name, readArguments(reader));
    } else if (accept(reader, '[') !== undefined) {
      const index = readOr(reader);
      value = accept(reader, ']') === undefined ? undefined : item(value, index);
    } else {
      return value;
    }
  }
}

function item(list: Value | undefined, index: Value | undefined): Value | undefined {
  return isList(list) && typeof index === 'number' ? list.at(index) : undefined;
}

function member(value: Value | undefined, name: string): Value | undefined {
  return isMapValue(value) ? value.get(name) : undefined;
}

/** One that is undefined, which no method accepts, where the list does not end. */
function readArguments(reader: Reader): readonly (Value | undefined)[] {
  const values: (Value | undefined)[] = [];
  if (accept(reader, ')') !== undefined) {
    return values;
  }
  do {
    values.push(readOr(reader));
  } while (accept(reader, ',') !== undefined);
  return accept(reader, ')') === undefined ? [undefined] : values;
}

function method(
  value: Value | undefined,
  name: string,
  given: readonly (Value | undefined)[],
): Value | undefined {
  if (name === 'len' && given.length === 0) {
    return isList(value) || typeof value === 'string' ? value.length : undefined;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  const texts = given.filter((part) => typeof part === 'string');
  if (texts.length !== given.length) {
    return undefined;
  }
  switch (name) {
    case 'startsWith':
      return texts.some((part) => value.startsWith(part));
    case 'endsWith':
      return texts.some((part) => value.endsWith(part));
    case 'toLower':
      return value.toLowerCase();
    case 'toUpper':
      return value.toUpperCase();
    default:
      return undefined;
  }
}

function readAtom(reader: Reader): Value | undefined {
  const token = reader.tokens[reader.at] ?? '';
  reader.at += 1;
  if (token === '(') {
    const value = readOr(reader);
    return accept(reader, ')') === undefined ? undefined : value;
  }
  if (token === '$') {
    return reader.root;
  }
  if (/^["']/.test(token)) {
    return token.includes('\\') ? undefined : token.slice(1, -1);
  }
  if (/^\d/.test(token)) {
    return Number(token);
  }
  const constants: ReadonlyMap<string, Value> = new Map<string, Value>([
    ['true', true],
    ['false', false],
    ['null', null],
  ]);
  return constants.get(token);
}
