import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import type { StudyView } from '../../../../../../src/sizing/core/study.ts';
import { fleets } from '../../plans.ts';
import { viewFor } from '../views.ts';

/** What Solve says of today's 400 requests, with nine VMs of 4 × 13 as option B unless told. */
export function solveFor(shared: Inputs, option: Inputs = fleets.profile3plus1): Promise<StudyView> {
  return viewFor('solve', option, shared);
}

/** A single setting: six VMs of 4 × 20 threads survive the loss of one, on 24 cores. */
export const six = { solveSizes: '4', solveSpare: 'no', solveLeastThreads: 20 } as const satisfies Inputs;

/** Three settings: 7 × 72, 7 × 76 and 6 × 80 threads survive the loss of a VM. */
export const four = { ...six, solveLeastThreads: 18 } as const satisfies Inputs;
