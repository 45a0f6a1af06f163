import type { Letter } from '../../sizing/core/plan.ts';

const colours: Readonly<Record<Letter, string>> = {
  A: 'var(--s1)',
  B: 'var(--s2)',
  C: 'var(--s3)',
  D: 'var(--s4)',
  E: 'var(--s5)',
  F: 'var(--s6)',
};

/** An option's colour as CSS. Identity only; its letter always stands beside it. */
export function optionColour(letter: Letter): string {
  return colours[letter];
}
