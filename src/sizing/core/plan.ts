import type { Value } from './param.ts';

/** An option's letter belongs to it for life: reordering never changes it, so "option C" in a ticket stays true. */
export type Letter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

export const letters: readonly Letter[] = ['A', 'B', 'C', 'D', 'E', 'F'];

export type Inputs = Readonly<Record<string, Value>>;

/** One column of a comparison. */
export interface Option {
  readonly letter: Letter;
  readonly name: string;
  readonly inputs: Inputs;
}

/** What is saved, linked and undone: one calculator's shared inputs and one to six options, in column order. */
export interface Plan {
  readonly calculator: string;
  readonly title: string;
  readonly shared: Inputs;
  readonly options: readonly Option[];
  readonly baseline: Letter;
}

export const nameLength = 32;
export const titleLength = 80;

/**
 * What is wrong with a name, or undefined. Names are text: any script, no control characters, whole characters,
 * and none of the code points that are no characters, which YAML readers refuse even in a comment.
 */
export function nameProblem(name: string, maxLength: number): string | undefined {
  if (name.trim() === '') return 'enter a name';
  if ([...name].length > maxLength) return `use at most ${maxLength} characters`;
  if (/\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|\u2028|\u2029/u.test(name))
    return 'use letters, digits, spaces and signs, no control characters';
  return undefined;
}
