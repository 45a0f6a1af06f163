import { firstPart } from '../../../../../../src/sizing/calculators/cloud-controller/first-part.ts';
import type { FleetComparison } from '../../../../../../src/sizing/calculators/cloud-controller/size.ts';
import type { LoadCase } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-case.ts';
import { loadCaseOf } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-case.ts';
import { defineCalculator } from '../../../../../../src/sizing/core/define-calculator.ts';
import type { Inputs, Letter, Plan } from '../../../../../../src/sizing/core/plan.ts';
import type { Attachments } from '../../../../../../src/sizing/core/study.ts';
import { planOfFleets } from '../load-view.ts';

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

/** The case of the Load view for a plan. */
export async function caseOf(
  plan: Plan,
  selected: Letter = 'A',
  attachments: Attachments = {},
): Promise<LoadCase> {
  return loadCaseOf(await comparisonOf(plan, selected), attachments);
}

/**
 * Fleets whose every number has a formula: a request is 100 ms of CPU and nothing else, exponential, so that a VM of
 * one process is M/M/1 with 10 requests a second, whatever its threads.
 */
export const cpuOnly = { serviceTimeMs: 100, cpuSharePercent: 100 } as const satisfies Inputs;

/** Two VMs of one Thin process with one thread each. */
export const twoThin = {
  engine: 'thin',
  vcpusPerVm: 1,
  vms: 2,
  threadsPerWorker: 1,
} as const satisfies Inputs;

/** Two VMs of two Puma workers with one thread each, a core for each worker. */
export const twoPuma = { vcpusPerVm: 2, vms: 2, threadsPerWorker: 1 } as const satisfies Inputs;

/** One fleet of such requests as option A, which is selected and the baseline. */
export function caseOfOne(
  option: Inputs,
  shared: Inputs = {},
  attachments: Attachments = {},
): Promise<LoadCase> {
  return caseOf(planOfFleets([['One', option]], { ...cpuOnly, ...shared }), 'A', attachments);
}
