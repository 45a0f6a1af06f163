import type { Letter, Plan } from '../sizing/core/plan.ts';
import type { Attachments } from '../sizing/core/study.ts';

/** A plan with where the user stands in it: what a link reopens. */
export interface Session {
  readonly plan: Plan;
  readonly selected: Letter;
  readonly view: string;
  /** Settings of an opened link that this version does not know, kept so that re-sharing does not lose them. */
  readonly unknown: ReadonlyMap<string, string>;
  /** Texts too big for a link, such as a pasted template; kept in this browser and in files. */
  readonly attachments?: Attachments;
}

/** What came out of a link or a file. */
export type Opened =
  | {
      readonly kind: 'opened';
      readonly session: Session;
      /** What was left out or replaced, one sentence each; empty when all was read as written. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string };
