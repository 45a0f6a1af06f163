import {
  type LoadCase,
  loadCaseOf,
} from '../../../../../../src/sizing/calculators/heat/studies/load/load-case.ts';
import type { Inputs, Letter } from '../../../../../../src/sizing/core/plan.ts';
import { comparisonOf, planWith } from '../../plans.ts';

/** 12 and 24 places for stacks of 300 × 20 s: full at 7.2 and 14.4 stacks an hour. */
export const four: Inputs = { engineWorkers: 4, apiWorkers: 4 };
export const eight: Inputs = { engineWorkers: 8, apiWorkers: 4 };

/** Options of 3 controllers of 16 vCPU for stacks of 300 resources of 20 s with a chain of 6, under a stream of stacks. */
export function loadOf(shared: Inputs, options: readonly Inputs[], selected: Letter = 'A'): LoadCase {
  return loadCaseOf(comparisonOf(planWith(shared, ...options), selected));
}
