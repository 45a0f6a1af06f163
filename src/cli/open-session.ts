import { fromHash, toHash } from '../share/permalink.ts';
import { fromFileText } from '../share/plan-file.ts';
import type { Opened, Session } from '../share/session.ts';
import { calculators } from '../sizing/calculators/index.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { Letter } from '../sizing/core/plan.ts';
import { CommandFault } from './command-fault.ts';
import { nameOf, readSource } from './read-source.ts';
import type { Terminal } from './terminal.ts';

export interface OpenedSession {
  readonly calculator: Calculator;
  readonly session: Session;
  /** What was left out or replaced, one sentence each. */
  readonly notes: readonly string[];
  /** What stood before the `#` of the link: where the page is. Empty when it was not said. */
  readonly address: string;
}

/** Opens a link, a plan file, or standard input with one of them. Throws a CommandFault that says what is wrong. */
export async function openSession(source: string, terminal: Terminal): Promise<OpenedSession> {
  if (isLink(source)) return openLink(source.trim());
  const text = (await readSource(source, terminal)).replace(/^\ufeff/, '').trim();
  if (isLink(text)) return openLink(text);
  if (!text.startsWith('{')) {
    const hint = 'Manifests and settings are for “plimsoll check”.';
    throw new CommandFault(`“${nameOf(source)}” is neither a link nor a plan saved by the page. ${hint}`);
  }
  return sessionOf(fromFileText(text, calculators), '');
}

/** One line with the fragment of a plan in it, or such a fragment without its `#`. */
function isLink(text: string): boolean {
  if (/[\n\r]/.test(text.trim())) return false;
  return text.includes('#') || calculators.some(({ id }) => text.startsWith(`${id}?`) || text === id);
}

function openLink(link: string): OpenedSession {
  const hash = link.indexOf('#');
  const opened = fromHash(link.slice(hash + 1), calculators);
  if (!opened) throw new CommandFault('There is no plan in the link: nothing stands behind its #.');
  return sessionOf(opened, link.slice(0, Math.max(hash, 0)));
}

function sessionOf(opened: Opened, address: string): OpenedSession {
  if (opened.kind === 'refused') throw new CommandFault(opened.message);
  const { notes, session } = opened;
  const calculator = calculators.find(({ id }) => id === session.plan.calculator);
  if (!calculator) throw new CommandFault(`There is no calculator “${session.plan.calculator}”.`);
  return { calculator, session, notes, address };
}

/** The same plan with another option selected; as it is when none is asked for. */
export function withOption(opened: OpenedSession, asked: string | undefined): OpenedSession {
  if (asked === undefined) return opened;
  const { options } = opened.session.plan;
  const letter: Letter | undefined = options.find((o) => o.letter === asked.toUpperCase())?.letter;
  if (!letter)
    throw new CommandFault(
      `There is no option “${asked}” in the plan. It has ${options.map((o) => o.letter).join(', ')}.`,
    );
  return { ...opened, session: { ...opened.session, selected: letter } };
}

/** The link of an opened plan as the page writes it. */
export function linkOf({ address, calculator, session }: OpenedSession): string {
  return address + toHash(session, calculator);
}
