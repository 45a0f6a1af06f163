/** What the Size view shows of a comparison, and what the form says beside its fields. */
import type { Cell, Rich } from './explanation.ts';
import type { Chart, ComparisonTable, LoadLineGauge, ReferenceTable } from './figure.ts';
import type { Letter } from './plan.ts';
import type { Origin } from './rule.ts';

export type VerdictState = 'meets' | 'changes' | 'short';

export interface Verdict {
  readonly state: VerdictState;
  /** "Option C meets the target." */
  readonly stateText: string;
  /** Names the physical thing and the consequence. */
  readonly headline: string;
  readonly paragraph: Rich;
  readonly keyFigures: readonly { readonly label: string; readonly cell: Cell }[];
  /** For a screen reader after a change: "Option C carries 416 with one VM lost, 16 spare." */
  readonly spoken: string;
}

/** Which numbers rest on what: "4 GiB per Thin VM, 3 AZs" is the user's. */
export interface Provenance {
  readonly origin: Origin;
  readonly text: string;
}

/** The options side by side. */
export interface BoardView {
  readonly gauge: LoadLineGauge;
  readonly table: ComparisonTable;
  readonly provenance: readonly Provenance[];
  /** Two short lines under an option's name: "9 VMs × 4 vCPU", "Puma 4 × 13". */
  readonly configurations: Readonly<Partial<Record<Letter, readonly [string, string]>>>;
}

/** Everything the Size view shows of a comparison. */
export interface SizeView extends BoardView {
  readonly verdict: Verdict;
  readonly charts: readonly Chart[];
  readonly referenceTables: readonly ReferenceTable[];
}

/** What the form says beside its fields for the selected option; keys are long names and group ids. */
export interface FormNotes {
  readonly hints: Readonly<Record<string, string>>;
  readonly choiceLabels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly legends: Readonly<Record<string, string>>;
  /** Fields that mean nothing for the selected option. */
  readonly hidden: readonly string[];
}

/** A field that contradicts another one. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}
