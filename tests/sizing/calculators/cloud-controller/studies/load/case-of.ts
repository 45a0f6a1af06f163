import type { LoadAnswer } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-answer.ts';
import type {
  LoadCase,
  LoadedOption,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-case.ts';
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

/**
 * Thin, the baseline, and Puma, the selected option: of 10 requests a second the curves say 200 ms of Thin (M/M/1 at a
 * half) and 106.7 ms of Puma (M/M/2 at a quarter).
 */
export function thinAndPuma(shared: Inputs = {}): Promise<LoadCase> {
  const plan = planOfFleets(
    [
      ['Thin', twoThin],
      ['Puma', twoPuma],
    ],
    { ...cpuOnly, requestsPerSecond: 10, acceptPolicy: 'even', ...shared },
  );
  return caseOf(plan, 'B');
}

/** An answer that must be one of a fleet that carries the load. */
export function settled(answer: LoadAnswer | undefined): Extract<LoadAnswer, { readonly kind: 'settles' }> {
  if (answer?.kind !== 'settles') throw new Error(`It does not settle: ${answer?.kind}.`);
  return answer;
}

/** As where percentiles were not worked out, and no stall. */
export function withoutPercentiles(one: LoadedOption): LoadedOption {
  return { ...one, answer: { ...settled(one.answer), percentiles: null }, stall: undefined };
}
