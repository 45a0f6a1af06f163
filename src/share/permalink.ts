/**
 * A plan as legible text in the address's fragment, so that no server ever sees an operator's fleet:
 * `#cloud-controller?v=1&view=size&sel=C&base=A&title=…&thin.n=20&…&A.name=Today&A.engine=thin&…&C.t=13&end`.
 *
 * Shared inputs and the first option stand in full, defaults included: a link is a record of what was agreed and
 * must not drift when a default changes. Further options say what differs from the first. A link with a version
 * ends in `end`, so that one cut short by a mail program is noticed; a link without a version was written by hand.
 */
import type { Calculator } from '../sizing/core/calculator.ts';
import { textOfValue } from '../sizing/core/value-text.ts';
import { keptUnknown, keyParts, longestLink, mostSettings, reservedKeys } from './kept-unknown.ts';
import { decoded, encoded, wellFormed } from './link-text.ts';
import { firstNotes, quoted } from './quoted.ts';
import { openRaw, type RawSession } from './raw-session.ts';
import type { Opened, Session } from './session.ts';

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
  const inFull = viewsInFull(session, calculator);
  for (const param of of('shared')) {
    if (param.view === undefined || inFull.has(param.view))
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
  const kept = keptUnknown(unknown, plan, calculator);
  const written = [...pairs, ...kept].map(([key, text]) => `${encoded(key)}=${encoded(text)}`);
  return `#${calculator.id}?${written.join('&')}&end`;
}

/**
 * A study's inputs stand in the link, all of them, when it shows that study or when one of them was touched;
 * otherwise five studies' defaults would double every link.
 */
function viewsInFull({ plan, view }: Session, { params }: Calculator): ReadonlySet<string> {
  const touched = params.flatMap((p) =>
    p.view !== undefined && p.scope === 'shared' && plan.shared[p.name] !== p.default ? [p.view] : [],
  );
  return new Set([view, ...touched]);
}

/** Opens the fragment of an address; null when it holds no plan at all. Never throws. */
export function fromHash(hash: string, calculators: readonly Calculator[]): Opened | null {
  if (hash === '' || hash === '#') return null;
  if (hash.length > longestLink) {
    return {
      kind: 'refused',
      message: `This link is longer than ${longestLink.toLocaleString('en')} characters. Nothing was changed.`,
    };
  }
  if (hash.split('&', mostSettings + 1).length > mostSettings) {
    return {
      kind: 'refused',
      message: `This link has more than ${mostSettings.toLocaleString('en')} settings. Nothing was changed.`,
    };
  }
  const body = wellFormed(hash.startsWith('#') ? hash.slice(1) : hash);
  const question = body.indexOf('?');
  const calculator = decoded(question < 0 ? body : body.slice(0, question)) ?? '';
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
  envelope: Map<string, string>;
};

function readPairs(
  query: string,
): Omit<RawSession, 'calculator'> & { notes: readonly string[]; hasEnd: boolean } {
  const into: Mutable = { shared: new Map(), options: [], envelope: new Map() };
  const seen = new Set<string>();
  const unreadable: string[] = [];
  const repeated = new Map<string, string>();
  let hasEnd = false;
  for (const part of query.split('&')) {
    if (part === '') continue;
    // Some programs write a bare word as one with an empty value.
    if (part === 'end' || part === 'end=') {
      hasEnd = true;
      continue;
    }
    const equals = part.indexOf('=');
    const key = decoded(equals < 0 ? part : part.slice(0, equals));
    const text = decoded(equals < 0 ? '' : part.slice(equals + 1));
    if (key === undefined || text === undefined) unreadable.push(part);
    else {
      if (seen.has(key)) repeated.set(key, text);
      seen.add(key);
      place(into, key, text);
    }
  }
  const { envelope } = into;
  const version = envelope.get('v');
  return {
    shared: into.shared,
    options: into.options,
    notes: [...unreadableNotes(unreadable), ...repeatedNotes(repeated), ...endNotes(envelope.get('end'))],
    hasEnd,
    unknown: new Map(),
    version: version === undefined ? null : /^\d{1,6}$/.test(version) ? Number(version) : Number.NaN,
    view: envelope.get('view'),
    selected: envelope.get('sel'),
    baseline: envelope.get('base'),
    title: envelope.get('title'),
  };
}

function unreadableNotes(parts: readonly string[]): readonly string[] {
  const notes = parts.map(
    (part) => `“${quoted(part)}” cannot be read: a % sign is not followed by two hexadecimal digits.`,
  );
  return firstNotes(notes, 'cannot be read either');
}

function repeatedNotes(repeated: ReadonlyMap<string, string>): readonly string[] {
  const notes = [...repeated].map(
    ([key, text]) => `“${quoted(key)}” appears twice; the last one, ${quoted(text)}, is used.`,
  );
  return firstNotes(notes, 'appear twice as well');
}

function endNotes(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`“end” says that nothing was cut off; “${quoted(text)}” was left out.`];
}

function place(into: Mutable, key: string, text: string): void {
  if (reservedKeys.includes(key)) {
    into.envelope.set(key, text);
    return;
  }
  const { letter, name } = keyParts(key);
  if (letter === undefined) {
    into.shared.set(key, text);
    return;
  }
  let option = into.options.find((o) => o.letter === letter);
  if (!option) {
    option = { letter, name: '', inputs: new Map() };
    into.options.push(option);
  }
  if (name === 'name') option.name = text;
  else option.inputs.set(name, text);
}
