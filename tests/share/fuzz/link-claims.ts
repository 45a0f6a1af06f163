import { fromHash, toHash } from '../../../src/share/permalink.ts';
import type { Opened, Session } from '../../../src/share/session.ts';
import type { Calculator } from '../../../src/sizing/core/calculator.ts';
import type { Letter } from '../../../src/sizing/core/plan.ts';
import { claim } from './claim.ts';
import { isSampled } from './is-sampled.ts';
import {
  calculatorOf,
  claimInWords,
  claimSavedAgain,
  claimSharedAgain,
  claimSound,
  claimUnknownCount,
  isCarried,
} from './session-claims.ts';

type Parts = {
  readonly texts: ReadonlyMap<string, string>;
  readonly repeated: ReadonlySet<string>;
  readonly unreadable: number;
  readonly hasEnd: boolean;
};

/** One link in so many is saved as a file as well; of files, every one is. */
const savedOneIn = 8;

/** Opens a fragment; what is returned says whether all that must hold of the outcome does. */
export function openLink(fragment: string, calculators: readonly Calculator[]): () => Session | undefined {
  const opened = fromHash(fragment, calculators);
  return () => {
    claim((opened === null) === (fragment === '' || fragment === '#'), 'only an empty address holds no plan');
    if (opened === null) return undefined;
    claimInWords(opened);
    if (opened.kind === 'refused') return undefined;
    const calculator = calculatorOf(opened.session, calculators);
    claimSound(opened.session, calculator);
    claimNothingLost(fragment, opened, calculator);
    claimSharedAgain(opened.session, calculator, calculators);
    if (isSampled(fragment, savedOneIn)) claimSavedAgain(opened.session, calculator, calculators);
    return opened.session;
  };
}

/** Reads a fragment as the README has it, by means other than the page's. */
function partsOf(fragment: string): Parts {
  const query = fragment
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .split('?')
    .slice(1)
    .join('?');
  const texts = new Map<string, string>();
  const repeated = new Set<string>();
  let unreadable = 0;
  let hasEnd = false;
  for (const part of query.split('&')) {
    const [key = '', ...rest] = part.split('=');
    if (part === 'end' || part === 'end=') hasEnd = true;
    else if (part !== '') {
      const [name, text] = [decoded(key), decoded(rest.join('='))];
      if (name === undefined || text === undefined) unreadable += 1;
      else {
        if (texts.has(name)) repeated.add(name);
        texts.set(name, text);
      }
    }
  }
  return { texts, repeated, unreadable, hasEnd };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.split('+').join('%20'));
  } catch {
    return undefined;
  }
}

type Read = Extract<Opened, { kind: 'opened' }>;

function claimNothingLost(fragment: string, opened: Read, calculator: Calculator): void {
  const { notes, session } = opened;
  const { hasEnd, repeated, texts, unreadable } = partsOf(fragment);
  const isSaid = (words: string) => notes.some((note) => note.includes(words));
  claim(!texts.has('v') || hasEnd, 'opened without its end');
  claim(repeated.size === 0 || isSaid('appears twice'), `twice and not said: ${[...repeated]}`);
  claim(unreadable === 0 || isSaid('cannot be read'), 'left out and not said: what is no text');
  claim(
    Number(texts.get('v') ?? 1) <= calculator.version || isSaid('comes from a newer version'),
    'a newer version and not said',
  );
  const inLink = session.unknown.size > 0 ? partsOf(toHash(session, calculator)).texts : new Map();
  let unknown = 0;
  for (const [key, text] of texts) {
    const found = claimCarried(key, text, opened, calculator);
    if (found) continue;
    unknown += 1;
    const kept = session.unknown.get(key);
    claim(kept === text || isSaid('not kept'), `unknown setting ${JSON.stringify(key)} became ${kept}`);
    claim(kept === undefined || inLink.has(key), `${JSON.stringify(key)} is not shared again`);
  }
  claimUnknownCount(notes, unknown);
}

/** Whether a key is known here; throws where what it says is neither in the session nor in the notes. */
function claimCarried(key: string, text: string, { notes, session }: Read, calculator: Calculator): boolean {
  const { plan, selected, view } = session;
  const lost = `lost: ${JSON.stringify(key)} = ${JSON.stringify(text.slice(0, 60))}`;
  const isSaid = (...words: string[]) => notes.some((note) => words.every((word) => note.includes(word)));
  const letter = plan.options.find((o) => key.startsWith(`${o.letter}.`))?.letter;
  const param = calculator.params.find((p) =>
    p.scope === 'shared' ? p.key === key : letter !== undefined && `${letter}.${p.key}` === key,
  );
  if (param) {
    const value = valueIn(session, param.name, param.scope === 'option' ? letter : undefined);
    const where = param.scope === 'option' ? `Option ${letter}, ${param.label}` : param.label;
    claim(isCarried(param, value, text) || isSaid(where, 'was replaced by'), lost);
    return true;
  }
  const name = plan.options.find((o) => key === `${o.letter}.name`);
  if (name) {
    claim(name.name === text || text === '' || isSaid(`Name of option ${name.letter}: `), lost);
    return true;
  }
  switch (key) {
    case 'v':
      return true;
    case 'view':
      claim(view === text || isSaid('There is no view'), lost);
      return true;
    case 'sel':
      claim(selected === text || isSaid('to be selected'), lost);
      return true;
    case 'base':
      claim(plan.baseline === text || isSaid('to be the baseline'), lost);
      return true;
    case 'title':
      claim(plan.title === text || isSaid('Title: '), lost);
      return true;
    case 'end':
      claim(isSaid('“end”'), lost);
      return true;
    default:
      return false;
  }
}

function valueIn({ plan }: Session, name: string, letter: Letter | undefined) {
  return (letter ? plan.options.find((o) => o.letter === letter)?.inputs : plan.shared)?.[name];
}
