import type { Origin } from './rule.ts';

/** How a shown number comes about, with the user's values in it. */
export interface Explanation {
  /** In words: "API VMs × workers × threads". */
  readonly formula: string;
  /** With values: "9 × 4 × 13 = 468". */
  readonly worked: string;
  readonly origins: readonly Origin[];
  readonly rules: readonly string[];
  /** What the other way of reckoning gives, where it differs by more than a quarter: "upstream: 888". */
  readonly other?: string;
}

export type Tone = 'plain' | 'good' | 'warn' | 'bad';

/** A shown number: what stands there, what it is for sorting and CSV, and where it comes from. */
export interface Cell {
  readonly text: string;
  /** For sorting and CSV, in the row's unit; null where there is no number. */
  readonly value: number | null;
  readonly unit?: string;
  /** Unit of `value` for CSV, where the text says it by itself: "4:10" and "96 %". */
  readonly valueUnit?: string;
  /** Small print behind it: "16 spare", "+64". */
  readonly note?: string;
  readonly tone?: Tone;
  readonly explain?: Explanation;
}

/** Running text with emphasis. */
export type Rich = readonly (string | { readonly strong: string })[];

export function plainText(rich: Rich): string {
  return rich.map((part) => (typeof part === 'string' ? part : part.strong)).join('');
}
