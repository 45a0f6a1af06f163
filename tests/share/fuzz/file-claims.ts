import { fromFileText } from '../../../src/share/plan-file.ts';
import type { Opened, Session } from '../../../src/share/session.ts';
import type { Calculator } from '../../../src/sizing/core/calculator.ts';
import { claim } from './claim.ts';
import {
  calculatorOf,
  claimInWords,
  claimSavedAgain,
  claimSharedAgain,
  claimSound,
  isCarried,
} from './session-claims.ts';

type Read = Extract<Opened, { kind: 'opened' }>;

/** Opens a file; what is returned says whether all that must hold of the outcome does. */
export function openFile(text: string, calculators: readonly Calculator[]): () => Session | undefined {
  const opened = fromFileText(text, calculators);
  return () => {
    claimInWords(opened);
    const json = parsed(text);
    if (opened.kind === 'refused') return undefined;
    claim(json !== undefined, 'opened what is no JSON');
    const calculator = calculatorOf(opened.session, calculators);
    claimSound(opened.session, calculator);
    claimNothingLost(json, opened, calculator);
    claimSharedAgain(opened.session, calculator, calculators);
    claimSavedAgain(opened.session, calculator, calculators);
    return opened.session;
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const known =
  'format calculator version view selected baseline title shared options unknown attachments'.split(' ');

function entriesOf(json: unknown): readonly (readonly [string, unknown])[] {
  return typeof json === 'object' && json !== null ? Object.entries(json) : [];
}

/** A value of a file as a link would say it. */
function asText(value: unknown): string {
  return value === null ? 'none' : value === true ? 'on' : value === false ? 'off' : String(value);
}

/** As the notes show a key: whole characters, cut where it is long. */
function shown(key: string): string {
  return [...key.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\ufffd')].slice(0, 30).join('');
}

function claimNothingLost(json: unknown, { notes, session }: Read, calculator: Calculator): void {
  const file = new Map(entriesOf(json));
  const leftOut = notes.find((n) => n.includes('left out, not known here')) ?? '';
  // The list names eight and counts the others.
  const isSaid = (key: string) => leftOut.includes(shown(key)) || / and \d+ more\.$/.test(leftOut);
  const claimKnownOrSaid = (key: string, where: string) => claim(isSaid(key), `lost: ${where}.${key}`);
  for (const key of file.keys()) if (!known.includes(key)) claimKnownOrSaid(key, 'the file');
  const readInputs = (inputs: unknown, letter: string) => {
    const scope = letter ? 'option' : 'shared';
    const option = session.plan.options.find((o) => o.letter === letter);
    for (const [key, value] of entriesOf(inputs)) {
      const param = calculator.params.find((p) => p.scope === scope && p.key === key);
      const now = param && (option?.inputs ?? session.plan.shared)[param.name];
      const where = param && (letter ? `Option ${letter}, ${param.label}` : param.label);
      if (!param) claimKnownOrSaid(key, letter);
      else
        claim(
          isCarried(param, now, asText(value)) ||
            notes.some((n) => n.includes(`${where}: `) && n.includes('was replaced by')),
          `lost: ${letter}.${key}`,
        );
    }
  };
  readInputs(file.get('shared'), '');
  claimOptions(file.get('options'), { notes, session, kind: 'opened' }, readInputs, claimKnownOrSaid);
  for (const [key, text] of entriesOf(file.get('unknown')))
    claimTakenUp(key, String(text), session, calculator, isSaid, notes);
  for (const [id, text] of entriesOf(file.get('attachments')))
    claim(Object.getOwnPropertyDescriptor(session.attachments ?? {}, id)?.value === text, `lost: text ${id}`);
  const claimEnvelope = (key: string, now: string, words: string) => {
    const said = file.get(key);
    claim(said === undefined || said === now || notes.some((n) => n.includes(words)), `lost: ${key}`);
  };
  claimEnvelope('view', session.view, 'There is no view');
  claimEnvelope('selected', session.selected, 'to be selected');
  claimEnvelope('baseline', session.plan.baseline, 'to be the baseline');
  claimEnvelope('title', session.plan.title, 'Title: ');
}

function claimOptions(
  options: unknown,
  { notes, session }: Read,
  readInputs: (inputs: unknown, letter: string) => void,
  claimKnownOrSaid: (key: string, where: string) => void,
): void {
  const seen = new Set<string>();
  for (const [index, entry] of entriesOf(options)) {
    const option = new Map(entriesOf(entry));
    const letter = String(option.get('letter'));
    const isTaken = !seen.has(letter) && session.plan.options.some((o) => o.letter === letter);
    seen.add(letter);
    if (!isTaken || Number(index) >= 6) {
      claim(
        notes.some(
          (n) => n.startsWith(`Option “${shown(letter).slice(0, 20)}`) || n.startsWith('A plan has at most'),
        ),
        `lost: option ${letter}`,
      );
      continue;
    }
    for (const key of option.keys())
      if (!['letter', 'name', 'inputs'].includes(key)) claimKnownOrSaid(key, `option ${letter}`);
    const name = option.get('name');
    const now = session.plan.options.find((o) => o.letter === letter)?.name;
    claim(
      now === name || name === '' || notes.some((n) => n.includes(`Name of option ${letter}`)),
      `lost: name ${letter}`,
    );
    readInputs(option.get('inputs'), letter);
  }
}

function claimTakenUp(
  key: string,
  text: string,
  session: Session,
  calculator: Calculator,
  isSaid: (key: string) => boolean,
  notes: readonly string[],
): void {
  if (isSaid(key) || notes.some((n) => n.includes(shown(key)))) return;
  const option = session.plan.options.find((o) => key.startsWith(`${o.letter}.`));
  const name = option ? key.slice(2) : key;
  const param = calculator.params.find((p) => p.scope === (option ? 'option' : 'shared') && p.key === name);
  const now = param && (option?.inputs ?? session.plan.shared)[param.name];
  const isRefused = param && notes.some((n) => n.includes(param.label) && n.includes('was replaced by'));
  claim(param !== undefined && (isCarried(param, now, text) || isRefused === true), `lost: unknown ${key}`);
}
