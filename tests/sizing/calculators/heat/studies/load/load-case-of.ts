import {
  type LoadCase,
  loadCaseOf,
} from '../../../../../../src/sizing/calculators/heat/studies/load/load-case.ts';
import type { Inputs, Letter } from '../../../../../../src/sizing/core/plan.ts';
import { comparisonOf, planWith } from '../../plans.ts';

/** Options of 3 controllers of 16 vCPU for stacks of 300 resources of 20 s with a chain of 6, under a stream of stacks. */
export function loadOf(shared: Inputs, options: readonly Inputs[], selected: Letter = 'A'): LoadCase {
  return loadCaseOf(comparisonOf(planWith(shared, ...options), selected));
}
