/** What is wrong with a template, for code that acts on it. The message is for people. */
export type ProblemCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many-resources'
  | 'too-much-work'
  | 'yaml'
  | 'tab'
  | 'duplicate-key'
  | 'alias'
  | 'version'
  | 'structure'
  | 'function'
  | 'parameter'
  | 'condition'
  | 'unknown-reference'
  | 'external-id'
  | 'cycle'
  | 'group'
  | 'nested-too-deep'
  | 'nested-file'
  | 'environment'
  | 'unsupported';

/** Something wrong or worth knowing, with its place; lines and columns count from 1. */
export interface TemplateProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** The file of a nested template; null for the template itself. */
  readonly file: string | null;
  /** The resources that wait for one another, in order, where the problem is a cycle. */
  readonly cycle?: readonly CycleMember[];
}

export interface CycleMember {
  readonly name: string;
  readonly line: number;
}

/** Carries a problem out of the depth of a template. Never leaves this folder. */
export class TemplateFault extends Error {
  readonly code: ProblemCode;
  readonly offset: number;
  /** Set where the resources of a cycle are known: name and offset of each. */
  readonly cycle: readonly { readonly name: string; readonly offset: number }[] | undefined;

  constructor(
    code: ProblemCode,
    offset: number,
    message: string,
    cycle?: readonly { readonly name: string; readonly offset: number }[],
  ) {
    super(message);
    this.code = code;
    this.offset = offset;
    this.cycle = cycle;
  }
}

/** Several faults found side by side. Never leaves this folder. */
export class TemplateFaults extends Error {
  readonly faults: readonly TemplateFault[];

  constructor(faults: readonly TemplateFault[]) {
    super(faults[0]?.message);
    this.faults = faults;
  }
}
