import type { Session } from '../../../src/share/session.ts';
import type { Calculator } from '../../../src/sizing/core/calculator.ts';
import { claim } from './claim.ts';

/** Sizes an opened plan: an answer in finite numbers and whole words, or a problem that says what to change. */
export function claimEvaluates({ plan, selected }: Session, calculator: Calculator): void {
  const evaluation = calculator.evaluate(plan, selected);
  const problems = evaluation.problems[selected] ?? [];
  claim((evaluation.result === null) === problems.length > 0, 'neither an answer nor a problem, or both');
  const documents = calculator.exports(plan, selected, { link: '#' });
  // Who calls an option “Infinity” finds it in the answer.
  const areWordsOurs = !brokenWords.test(JSON.stringify(plan));
  claimFinite([evaluation, documents], 'evaluation', areWordsOurs);
}

const brokenWords = /\bNaN\b|\bundefined\b|\bInfinity\b|\[object /;

/** No number that is none anywhere in it, and no text that gives one away. */
export function claimFinite(part: unknown, path: string, areWordsOurs = true): void {
  if (typeof part === 'number') claim(!Number.isNaN(part), `${path} is not a number`);
  else if (typeof part === 'string')
    claim(!areWordsOurs || !brokenWords.test(part), `${path} says ${JSON.stringify(part)}`);
  else if (typeof part === 'object' && part !== null && !ArrayBuffer.isView(part))
    for (const [key, value] of Object.entries(part)) claimFinite(value, `${path}.${key}`, areWordsOurs);
}
