import type { Inputs } from '../../../../../src/sizing/core/plan.ts';

/** A plan whose load is an observed peak instead of what today's fleet can carry. */
export function peak(observedPeak: number): Inputs {
  return { loadMode: 'observed', observedPeak };
}
