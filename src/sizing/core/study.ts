/**
 * A study is one view's question beyond the Size view. It is a pure function of the comparison; its own inputs are
 * shared parameters with `view` set to its id, so they travel in links, files and undo like all others. Studies
 * load when they are opened.
 */
import type { Comparison } from './comparison.ts';
import type { ExportDocument } from './export-document.ts';
import type { Chart } from './figure.ts';
import type { Finding } from './finding.ts';
import type { Params } from './param.ts';
import type { Verdict } from './size-view.ts';
import type { DataTable, GanttFigure, GraphFigure, StackedBars, SystemFigure } from './study-figures.ts';

export type Figure = Chart | DataTable | StackedBars | GanttFigure | GraphFigure | SystemFigure;

export interface StudyView {
  /** The answer in words, with the figures that matter most. */
  readonly verdict: Verdict;
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
  readonly exports: readonly ExportDocument[];
  /** Remarks on places of the attached texts; lines and columns count from one. */
  readonly marks?: readonly TextPlace[];
  /** What the study's form says beside its fields, by long name. */
  readonly hints: Readonly<Record<string, string>>;
}

export interface TextPlace {
  readonly attachment: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Texts that are too big for a link and travel in files only: a pasted template, pasted samples. By id. */
export type Attachments = Readonly<Record<string, string>>;

/** Work in pieces, for what takes longer than a keystroke. Runs in a worker; ended by not being asked again. */
export interface Job {
  /** Works for some tens of milliseconds; `fraction` is how much is done. */
  readonly advance: () => { readonly fraction: number; readonly note: string };
  /** What there is so far; complete once `fraction` has reached 1. */
  readonly view: () => StudyView;
}

/** A view with the figures that are looked at first, and the work that is left to have all of them. */
export interface BegunView {
  readonly first: StudyView;
  readonly finish: () => StudyView;
}

export interface Study<P extends Params, S> {
  readonly evaluate: (comparison: Comparison<P, S>, attachments: Attachments) => StudyView;
  /** The same where part of it takes long: what is looked at first, then all. */
  readonly begin?: (comparison: Comparison<P, S>, attachments: Attachments) => BegunView;
  /** A longer run on request, its results in place of or beside those of `evaluate`. */
  readonly job?: {
    /** On the button: "Simulate". */
    readonly label: string;
    readonly start: (comparison: Comparison<P, S>, attachments: Attachments) => Job;
  };
}

/** A text the study asks for. */
export interface AttachmentField {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly language: 'yaml' | 'csv';
  readonly maxBytes: number;
  readonly sample?: string;
}

export interface StudyEntry<P extends Params, S> {
  readonly id: string;
  readonly title: string;
  readonly attachments?: readonly AttachmentField[];
  /** Evaluated in a worker because it may take longer than a frame. */
  readonly isHeavy?: boolean;
  readonly load: () => Promise<{ readonly study: Study<P, S> }>;
}
