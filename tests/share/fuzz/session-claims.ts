import { isDeepStrictEqual } from 'node:util';
import { fromHash, toHash } from '../../../src/share/permalink.ts';
import { fromFileText, toFileText } from '../../../src/share/plan-file.ts';
import type { Opened, Session } from '../../../src/share/session.ts';
import type { Calculator, NamedParam } from '../../../src/sizing/core/calculator.ts';
import type { Value } from '../../../src/sizing/core/param.ts';
import { type Inputs, letters, nameLength, nameProblem, titleLength } from '../../../src/sizing/core/plan.ts';
import { checkValue } from '../../../src/sizing/core/schema.ts';
import { claim, claimPrototypeUnharmed, claimSentence } from './claim.ts';

/** The calculator of an opened session; throws where there is none. */
export function calculatorOf({ plan }: Session, calculators: readonly Calculator[]): Calculator {
  const found = calculators.find(({ id }) => id === plan.calculator);
  claim(found !== undefined, `opened for “${plan.calculator}”, which nobody has`);
  return found;
}

/** Whatever was opened or refused was so in words. More notes than fields would bury the ones that matter. */
export function claimInWords(opened: Opened): void {
  claimPrototypeUnharmed();
  const sentences = opened.kind === 'refused' ? [opened.message] : opened.notes;
  for (const sentence of sentences) claimSentence(sentence);
  claim(sentences.length < 400, `${sentences.length} notes`);
}

/** A session that the page could have made itself: every field there, in its range, nothing besides. */
export function claimSound(session: Session, calculator: Calculator): void {
  const { plan, selected, view } = session;
  claimInputs(plan.shared, calculator, 'shared');
  const used = plan.options.map((o) => o.letter);
  claim(used.length >= 1 && used.length <= letters.length, `${used.length} options`);
  claim(new Set(used).size === used.length && used.every((l) => letters.includes(l)), `letters ${used}`);
  for (const option of plan.options) {
    claimInputs(option.inputs, calculator, 'option');
    claim(nameProblem(option.name, nameLength) === undefined, `name ${JSON.stringify(option.name)}`);
  }
  claim(nameProblem(plan.title, titleLength) === undefined, `title ${JSON.stringify(plan.title)}`);
  claim(used.includes(plan.baseline) && used.includes(selected), 'baseline or selected is no option');
  claim(
    calculator.views.some((v) => v.id === view),
    `view ${view}`,
  );
}

function claimInputs(inputs: Inputs, { params }: Calculator, scope: NamedParam['scope']): void {
  const own = params.filter((p) => p.scope === scope);
  claim(Object.keys(inputs).length === own.length, `${scope} has other fields than declared`);
  for (const param of own) {
    const value = inputs[param.name];
    claim(checkValue(param, value).ok, `${param.name} is ${String(value)}`);
    claim(!Object.is(value, -0), `${param.name} is −0, which no text tells from 0`);
  }
}

/** Shared again it opens as the same, and nothing is remarked on but what is unknown here. */
export function claimSharedAgain(session: Session, calculator: Calculator, all: readonly Calculator[]): void {
  const hash = toHash(session, calculator);
  const byLink = fromHash(hash, all);
  claim(
    byLink?.kind === 'opened',
    `its own link is refused: ${byLink?.kind === 'refused' && byLink.message}`,
  );
  const { attachments: _, ...rest } = session;
  const inLink = new Map([...session.unknown].filter(([key]) => byLink.session.unknown.has(key)));
  claim(
    isDeepStrictEqual(byLink.session, { ...rest, unknown: inLink }),
    'its own link opens as something else',
  );
  claimOnlyUnknown(byLink.notes, byLink.session.unknown.size);
  claim(
    toHash(byLink.session, calculator).length === hash.length,
    'shared again, the link has another length',
  );
}

/** Saved again it opens as the same, attached texts included. */
export function claimSavedAgain(session: Session, calculator: Calculator, all: readonly Calculator[]): void {
  const { attachments, ...rest } = session;
  const byFile = fromFileText(toFileText(session, calculator), all);
  claim(byFile.kind === 'opened', `its own file is refused: ${byFile.kind === 'refused' && byFile.message}`);
  claim(
    isDeepStrictEqual(byFile.session, { ...byFile.session, ...rest }),
    'its own file opens as something else',
  );
  claim(isDeepStrictEqual(byFile.session.attachments ?? {}, attachments ?? {}), 'texts changed in the file');
  claimOnlyUnknown(byFile.notes, session.unknown.size);
}

function claimOnlyUnknown(notes: readonly string[], count: number): void {
  claim(notes.length === (count > 0 ? 1 : 0), `remarks on what was written here: ${notes.join(' / ')}`);
  if (count > 0) claimUnknownCount(notes, count);
}

/** The notes say how many settings are not known here. */
export function claimUnknownCount(notes: readonly string[], count: number): void {
  const said = notes.flatMap(
    (n) => /^(\d+) settings? (?:was|were) left out, not known here: /.exec(n)?.[1] ?? [],
  );
  claim(
    said.join() === (count > 0 ? String(count) : ''),
    `${count} unknown settings, said: “${said.join()}”`,
  );
}

/** Whether a value says what the text said. */
export function isCarried(param: NamedParam, value: Value | undefined, text: string): boolean {
  if (typeof value === 'boolean') return text === (value ? 'on' : 'off');
  if (value === null) return param.kind === 'optional-number' && text === 'none';
  if (typeof value === 'number') return text.trim() !== '' && Number(text) === value;
  return value === text;
}
