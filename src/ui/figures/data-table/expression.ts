import type { Cell } from '../../../sizing/core/explanation.ts';
import { readNumber } from '../../../sizing/core/read-number.ts';

export type Expression =
  | { readonly ok: true; readonly test: (cell: Cell) => boolean }
  | { readonly ok: false; readonly message: string };

type Term =
  | { readonly ok: true; readonly test: (value: number, text: string) => boolean }
  | { readonly ok: false; readonly message: string };

type Operator = '<' | '<=' | '>' | '>=' | '=' | '!=';

const operators: Readonly<Record<string, Operator>> = {
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
  '=': '=',
  '==': '=',
  '!=': '!=',
  '≠': '!=',
  '<>': '!=',
};

/**
 * Reads what a column of numbers is filtered by: "8", ">=8", "<32 & >4", "8 | 16", "<5:00". "&" binds before "|".
 * A cell without a number passes nothing; an empty text passes everything.
 */
export function readExpression(typed: string): Expression {
  if (typed.trim() === '') return { ok: true, test: () => true };
  const anyOf: Term[][] = typed
    .split('|')
    .map((part) => part.split('&').map((term) => readTerm(term.trim())));
  for (const term of anyOf.flat()) if (!term.ok) return term;
  return {
    ok: true,
    test: ({ value, text }) =>
      value !== null && anyOf.some((allOf) => allOf.every((term) => term.ok && term.test(value, text))),
  };
}

function readTerm(term: string): Term {
  const [, sign = '', written = ''] = /^([<>=!≤≥≠]*)\s*(.*)$/.exec(term) ?? [];
  if (term === '') return wrong('A comparison is missing beside & or |.');
  const operator = sign === '' ? '=' : operators[sign];
  if (!operator) return wrong(`“${sign}” is no comparison. Use <, <=, >, >=, = or !=.`);
  if (written === '') return wrong(`Write a number behind ${sign}, as in ${sign}8.`);
  const seconds = secondsOf(written);
  if (seconds !== undefined) return { ok: true, test: comparison(operator, seconds) };
  const reading = readNumber(written);
  if (reading.kind === 'ambiguous')
    return wrong(`“${written}”: ${reading.readings[0]} or ${reading.readings[1]}?`);
  if (reading.kind !== 'number') return wrong(`“${written}” is not a number. Write for example >=8.`);
  return { ok: true, test: comparison(operator, reading.value) };
}

function wrong(message: string): Term {
  return { ok: false, message };
}

/** "4:10" or "1:40:00", as times are shown. */
function secondsOf(text: string): number | undefined {
  const match = /^(?:(\d+):)?(\d+):([0-5]\d)$/.exec(text);
  return match ? Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]) : undefined;
}

function comparison(operator: Operator, wanted: number): (value: number, text: string) => boolean {
  // A shown number is rounded; whoever types what the cell shows means that cell.
  const isEqual = (value: number, text: string) => value === wanted || shownNumber(text) === wanted;
  switch (operator) {
    case '<':
      return (value, text) => value < wanted && !isEqual(value, text);
    case '<=':
      return (value, text) => value <= wanted || isEqual(value, text);
    case '>':
      return (value, text) => value > wanted && !isEqual(value, text);
    case '>=':
      return (value, text) => value >= wanted || isEqual(value, text);
    case '=':
      return isEqual;
    case '!=':
      return (value, text) => !isEqual(value, text);
  }
}

function shownNumber(text: string): number | undefined {
  const seconds = secondsOf(text);
  if (seconds !== undefined) return seconds;
  const plain = text.replaceAll(',', '').replace('−', '-');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
