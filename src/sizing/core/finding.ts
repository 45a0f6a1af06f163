import type { Inputs } from './plan.ts';

export type Severity = 'blocker' | 'caution' | 'note' | 'fine';

export const severities: readonly Severity[] = ['blocker', 'caution', 'note', 'fine'];

/** What a finding's button does. Every edit can be undone. */
export type Edit =
  /** Sets fields (long names), each where its scope says: on the selected option or for all. */
  | { readonly kind: 'set'; readonly inputs: Inputs }
  /** Adds an option that starts as a copy of the selected one. */
  | { readonly kind: 'add-option'; readonly name: string; readonly inputs: Inputs }
  | { readonly kind: 'open-view'; readonly view: string };

export interface Fix {
  readonly label: string;
  readonly edit: Edit;
}

/** Advice about one option. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  /** An instruction or a finding, one line. */
  readonly title: string;
  /** One or two sentences with numbers. */
  readonly text: string;
  readonly rules: readonly string[];
  readonly fix?: Fix;
}

/** The worst severity among findings, or `fine` when there are none. */
export function worstOf(findings: readonly Finding[]): Severity {
  return severities.find((severity) => findings.some((f) => f.severity === severity)) ?? 'fine';
}
