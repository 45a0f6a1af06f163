import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import type { StudyView } from '../../../../../../src/sizing/core/study.ts';
import { fleets } from '../../plans.ts';
import { viewFor } from '../views.ts';

/** What Rollout says of the way from 20 Thin VMs of 20 threads, to nine VMs of 4 × 13 unless told. */
export function rolloutFor(shared: Inputs = {}, option: Inputs = fleets.profile3plus1): Promise<StudyView> {
  return viewFor('rollout', option, shared);
}
