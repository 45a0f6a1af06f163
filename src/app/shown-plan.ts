import type { Evaluation } from '../sizing/core/calculator.ts';
import type { Letter, Plan } from '../sizing/core/plan.ts';

/** A plan with its result, as the parts below the verdict show it; may lag a keystroke behind the form. */
export interface ShownPlan {
  readonly plan: Plan;
  readonly selected: Letter;
  readonly problems: Evaluation['problems'];
  readonly result: NonNullable<Evaluation['result']>;
}
