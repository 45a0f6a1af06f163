import type { Calculator, Evaluation } from '../../sizing/core/calculator.ts';
import type { PlanStore } from '../../state/plan-store.ts';
import type { ThemeStore } from '../../state/theme.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { PageActions } from '../use-page-actions.ts';
import type { PlanActions } from '../use-plan-actions.ts';

/** The plan on screen as the palette's commands see it. */
export interface PalettePlan {
  readonly store: PlanStore;
  readonly calculator: Calculator;
  readonly evaluation: Evaluation;
  readonly actions: PlanActions;
}

export interface PaletteContext {
  readonly workspace: Workspace;
  readonly theme: ThemeStore;
  readonly page: PageActions;
  /** Absent on the start page. */
  readonly plan: PalettePlan | undefined;
}
