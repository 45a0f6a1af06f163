/**
 * A plan as legible text in the address's fragment, so that no server ever sees an operator's fleet:
 * `#cloud-controller?v=1&view=size&sel=C&base=A&title=…&thin.n=20&…&A.name=Today&A.engine=thin&…&C.t=13&end`.
 *
 * Shared inputs and the first option stand in full, defaults included: a link is a record of what was agreed and
 * must not drift when a default changes. Further options say what differs from the first. A link with a version
 * ends in `end`, so that one cut short by a mail program is noticed; a link without a version was written by hand.
 */
import type { Calculator, NamedParam } from '../sizing/core/calculator.ts';
import type { Plan } from '../sizing/core/plan.ts';
import { textOfValue } from '../sizing/core/value-text.ts';
import { openRaw, type RawSession } from './raw-session.ts';
import type { Opened, Session } from './session.ts';

/** Above this no real plan can lie, and reading would only waste the reader's time. */
const longestLink = 200_000;

/** Keys that belong to the link itself; no parameter may be called so. */
export const reservedKeys: readonly string[] = ['v', 'view', 'sel', 'base', 'title', 'end'];

/** The fragment of a session, with its `#`. */
export function toHash(session: Session, calculator: Calculator): string {
  const { plan, selected, unknown, view } = session;
  const pairs: [key: string, text: string][] = [
    ['v', String(calculator.version)],
    ['view', view],
    ['sel', selected],
    ['base', plan.baseline],
    ['title', plan.title],
  ];
  const of = (scope: 'shared' | 'option') => calculator.params.filter((p) => p.scope === scope);
  for (const param of of('shared')) {
    if (isWritten(param, session, calculator))
      pairs.push([param.key, textOfValue(plan.shared[param.name] ?? null)]);
  }
  const first = plan.options[0];
  for (const option of plan.options) {
    pairs.push([`${option.letter}.name`, option.name]);
    for (const param of of('option')) {
      const value = option.inputs[param.name] ?? null;
      if (option !== first && value === (first?.inputs[param.name] ?? null)) continue;
      pairs.push([`${option.letter}.${param.key}`, textOfValue(value)]);
    }
  }
  const kept = [...unknown].filter(([key]) => isKept(key, plan, calculator));
  const written = [...pairs, ...kept].map(([key, text]) => `${encode(key)}=${encode(text)}`);
  return `#${calculator.id}?${written.join('&')}&end`;
}

/**
 * A study's inputs stand in the link, all of them, when it shows that study or when one of them was touched;
 * otherwise five studies' defaults would double every link.
 */
function isWritten(param: NamedParam, { plan, view }: Session, { params }: Calculator): boolean {
  if (param.view === undefined || param.view === view) return true;
  return params.some(
    (p) => p.view === param.view && p.scope === 'shared' && plan.shared[p.name] !== p.default,
  );
}

/**
 * A setting of an option that is gone would bring the option back, and one that is called like a known one, as a
 * file may hold it, would make the link open with other numbers than the page shows.
 */
function isKept(key: string, plan: Plan, { params }: Calculator): boolean {
  const [, letter, rest] = /^([A-F])\.(.+)$/s.exec(key) ?? [];
  if (rest === undefined)
    return !reservedKeys.includes(key) && !params.some((p) => p.scope === 'shared' && p.key === key);
  if (rest === 'name' || params.some((p) => p.scope === 'option' && p.key === rest)) return false;
  return plan.options.some((o) => o.letter === letter);
}

/** Opens the fragment of an address; null when it holds no plan at all. Never throws. */
export function fromHash(hash: string, calculators: readonly Calculator[]): Opened | null {
  const body = hash.startsWith('#') ? hash.slice(1) : hash;
  if (body === '') return null;
  if (body.length > longestLink) {
    return {
      kind: 'refused',
      message: `This link is longer than ${longestLink.toLocaleString('en')} characters. Nothing was changed.`,
    };
  }
  const question = body.indexOf('?');
  const calculator = decode(question < 0 ? body : body.slice(0, question)) ?? '';
  const read = readPairs(question < 0 ? '' : body.slice(question + 1));
  if (read.version !== null && !read.hasEnd) {
    return { kind: 'refused', message: 'This link is incomplete: its end is missing. Nothing was changed.' };
  }
  if (read.version !== null && !(Number.isInteger(read.version) && read.version >= 1)) {
    return {
      kind: 'refused',
      message:
        'This link names no format this page can read (“v” is a whole number from 1). Nothing was changed.',
    };
  }
  const opened = openRaw({ ...read, calculator }, calculators, 'link');
  return opened.kind === 'opened' ? { ...opened, notes: [...read.notes, ...opened.notes] } : opened;
}

type Mutable = {
  shared: Map<string, string>;
  options: { letter: string; name: string; inputs: Map<string, string> }[];
  notes: string[];
  hasEnd: boolean;
  envelope: Map<string, string>;
};

function readPairs(
  query: string,
): Omit<RawSession, 'calculator'> & { notes: readonly string[]; hasEnd: boolean } {
  const into: Mutable = { shared: new Map(), options: [], notes: [], hasEnd: false, envelope: new Map() };
  const seen = new Set<string>();
  for (const part of query.split('&')) {
    if (part === '') continue;
    if (part === 'end') {
      into.hasEnd = true;
      continue;
    }
    const equals = part.indexOf('=');
    const key = decode(equals < 0 ? part : part.slice(0, equals));
    const text = decode(equals < 0 ? '' : part.slice(equals + 1));
    if (key === undefined || text === undefined) {
      into.notes.push(
        `“${part.slice(0, 40)}” cannot be read: a % sign is not followed by two hexadecimal digits.`,
      );
      continue;
    }
    if (seen.has(key))
      into.notes.push(`“${key.slice(0, 40)}” appears twice; the last one, ${text.slice(0, 40)}, is used.`);
    seen.add(key);
    place(into, key, text);
  }
  const { envelope } = into;
  const version = envelope.get('v');
  return {
    shared: into.shared,
    options: into.options,
    notes: into.notes,
    hasEnd: into.hasEnd,
    unknown: new Map(),
    version: version === undefined ? null : /^\d{1,6}$/.test(version) ? Number(version) : Number.NaN,
    view: envelope.get('view'),
    selected: envelope.get('sel'),
    baseline: envelope.get('base'),
    title: envelope.get('title'),
  };
}

function place(into: Mutable, key: string, text: string): void {
  if (reservedKeys.includes(key)) {
    into.envelope.set(key, text);
    return;
  }
  const [, letter, rest] = /^([A-F])\.(.+)$/s.exec(key) ?? [];
  if (letter === undefined || rest === undefined) {
    into.shared.set(key, text);
    return;
  }
  let option = into.options.find((o) => o.letter === letter);
  if (!option) {
    option = { letter, name: '', inputs: new Map() };
    into.options.push(option);
  }
  if (rest === 'name') option.name = text;
  else option.inputs.set(rest, text);
}

/** Percent-encodes all but what reads well and survives mail and chat; a space becomes `+`. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd'))
    .replaceAll('%20', '+')
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%2F', '/')
    .replaceAll(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
