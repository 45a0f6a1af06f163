/**
 * A calculator as pages, links and files see it: no type parameters, so that any of them is handled alike.
 * `define-calculator.ts` makes one from a folder whose inputs are exactly typed.
 */
import type { ExportDocument } from './export-document.ts';
import type { Finding } from './finding.ts';
import type { TextImporter } from './import.ts';
import type { Param } from './param.ts';
import type { Letter, Plan } from './plan.ts';
import type { Preset } from './preset.ts';
import type { Migration } from './raw-plan.ts';
import type { Rule } from './rule.ts';
import type { FormNotes, Problem, SizeView } from './size-view.ts';
import type { AttachmentField, Attachments, BegunView, Job, StudyView } from './study.ts';

/** A fieldset of the form. */
export interface Group {
  readonly id: string;
  readonly label: string;
}

export interface ExportContext {
  /** The permalink of the plan, for the file's first comment. */
  readonly link: string;
}

export interface View {
  readonly id: string;
  readonly title: string;
  readonly attachments: readonly AttachmentField[];
  readonly isHeavy: boolean;
}

/** A named parameter, in declaration order. */
export type NamedParam = Param & { readonly name: string };

export interface Evaluation {
  /** Per option, what keeps it from being sized. */
  readonly problems: Readonly<Partial<Record<Letter, readonly Problem[]>>>;
  /** Null when the selected option cannot be sized. */
  readonly result: (SizeView & { readonly findings: readonly Finding[] }) | null;
  readonly formNotes: FormNotes;
  /** The numbers that auto fields of the selected option stand for, by long name. */
  readonly autoValues: Readonly<Record<string, number>>;
}

/** A calculator as pages, links and files see it. */
export interface Calculator {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly planTitle: string;
  readonly params: readonly NamedParam[];
  readonly groups: readonly Group[];
  /** Empty while only the first part is there. */
  readonly rules: Readonly<Record<string, Rule>>;
  /** False while only the first part is there: no board, rules, charts, tables or files yet. */
  readonly isWhole: boolean;
  readonly presets: readonly Preset[];
  /** Size and compare, then the studies. */
  readonly views: readonly View[];
  /** Version of the inputs' shape, in links and files: one more than the number of migrations. */
  readonly version: number;
  readonly migrations: readonly Migration[];
  readonly evaluate: (plan: Plan, selected: Letter) => Evaluation;
  /** Files to take away for the selected option; empty when it cannot be sized. */
  readonly exports: (plan: Plan, selected: Letter, context: ExportContext) => readonly ExportDocument[];
  /** Loads what reads the user's own files; absent where there is none, or only the first part is there. */
  readonly importText?: () => Promise<TextImporter>;
  /** Loads a study of one of the views; undefined for a view that is none. */
  readonly study: (view: string) => Promise<PlainStudy> | undefined;
}

/** A study as pages and workers see it; null where the selected option cannot be sized. */
export interface PlainStudy {
  readonly evaluate: (plan: Plan, selected: Letter, attachments: Attachments) => StudyView | null;
  /** In two parts where all of it takes long; else it is whole from the first. */
  readonly begin: (plan: Plan, selected: Letter, attachments: Attachments) => BegunView | null;
  readonly jobLabel: string | null;
  readonly startJob: (plan: Plan, selected: Letter, attachments: Attachments) => Job | null;
}
