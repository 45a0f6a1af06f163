import type { Inputs, Letter } from '../../../../../../src/sizing/core/plan.ts';
import type { StudyView } from '../../../../../../src/sizing/core/study.ts';
import { planWith, table } from '../../plans.ts';
import { viewOf } from '../view-of.ts';

/** Conditions in which all is as with all up. */
export const unchanged: Inputs = {
  lostWorkers: 0,
  lostControllers: 0,
  slowFactor: 1,
  growthFactor: 1,
  manyStacks: 1,
};

export function whatIfView(
  shared: Inputs = {},
  options: readonly Inputs[] = [table],
  selected: Letter = 'A',
): StudyView {
  return viewOf('what-if', planWith(shared, ...options), {}, selected);
}
