import type { LoadCase } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-case.ts';
import { loadCaseOf } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-case.ts';
import type { Inputs, Letter, Plan } from '../../../../../../src/sizing/core/plan.ts';
import type { Attachments } from '../../../../../../src/sizing/core/study.ts';
import { comparisonOf } from '../comparison-of.ts';
import { planOfFleets } from '../load-view.ts';

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
