import { firstPart } from '../../../../../src/sizing/calculators/cloud-controller/first-part.ts';
import type { FleetComparison } from '../../../../../src/sizing/calculators/cloud-controller/size.ts';
import { defineCalculator } from '../../../../../src/sizing/core/define-calculator.ts';
import type { Letter, Plan } from '../../../../../src/sizing/core/plan.ts';

/** A plan's comparison as a study gets it: by a study of the test's own that hands it on. */
export async function comparisonOf(plan: Plan, selected: Letter): Promise<FleetComparison> {
  const seen: FleetComparison[] = [];
  const evaluate = (comparison: FleetComparison) => {
    seen.push(comparison);
    return {
      verdict: { state: 'meets', stateText: '', headline: '', paragraph: [], keyFigures: [], spoken: '' },
      figures: [],
      findings: [],
      exports: [],
      hints: {},
    } as const;
  };
  const entry = { id: 'seen', title: 'Seen', load: () => Promise.resolve({ study: { evaluate } }) };
  const study = await defineCalculator({ ...firstPart, studies: [entry] }).study('seen');
  study?.evaluate(plan, selected, {});
  const [comparison] = seen;
  if (!comparison) throw new Error('The plan cannot be compared.');
  return comparison;
}
