/**
 * Reading a user's own file: what a calculator found in it, and what that sets. A result holds values of the read
 * list only, so nothing else of the file can reach a plan, a link or the browser's storage.
 */
import type { Value } from './param.ts';
import type { Inputs, Letter, Plan } from './plan.ts';

/** A place in the text as an editor shows it; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A value that the file gives to a field. */
export interface ImportFound extends TextPlace {
  /** Where it stands in the file: "/instance_groups/name=api/instances". */
  readonly path: string;
  /** Long name of the field. */
  readonly field: string;
  readonly before: Value;
  readonly value: Value;
  /** Says what stands between the text and the value: a default that applies, a list that was counted. */
  readonly note: string | null;
}

/** The highest part of the file of which nothing was used. Holds names of keys, never values. */
export interface ImportUnused extends TextPlace {
  readonly path: string;
}

/** What the file leaves to the user: a variable, a group to choose. */
export interface ImportNeed extends TextPlace {
  readonly path: string;
  /** The field to enter it in; null where it is not one field. */
  readonly field: string | null;
  readonly message: string;
}

/** The message is a whole sentence with its place: "Line 3, column 1: tabs cannot indent YAML; use spaces." */
export interface ImportProblem extends TextPlace {
  /** An error keeps the result from being applied. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Where a file's fleet goes: the selected option, or what the plan calls today. */
export interface ImportDestination {
  readonly id: string;
  readonly label: string;
}

export interface ImportRequest {
  readonly plan: Plan;
  readonly selected: Letter;
  /** Id of a destination; without it the file decides. */
  readonly destination?: string;
}

export interface ImportResult {
  /** What the text was taken for: "BOSH ops file"; null when it is nothing known. */
  readonly kind: string | null;
  readonly destination: string;
  readonly found: readonly ImportFound[];
  readonly unused: readonly ImportUnused[];
  /** How many more unused parts there are than listed. */
  readonly unusedLeftOut: number;
  readonly needs: readonly ImportNeed[];
  readonly problems: readonly ImportProblem[];
  /** Fields to set, each where its scope says; empty while there is an error. */
  readonly inputs: Inputs;
  /** The plan's address in the comments of a file of ours: to be offered, since the values may have been edited. */
  readonly link: string | null;
}

/** Reads files of the user into a plan. */
export interface TextImporter {
  /** What it reads, as a sentence for the page. */
  readonly accepts: string;
  readonly destinations: readonly ImportDestination[];
  /** Never throws, whatever the text. */
  readonly read: (text: string, request: ImportRequest) => ImportResult;
}

export function hasErrors(result: ImportResult): boolean {
  return result.problems.some((problem) => problem.severity === 'error');
}
