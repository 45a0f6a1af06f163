import type { SimulationResult } from '../../../../queueing/simulation/simulation.ts';
import type { LoadedOption } from './load-case.ts';

/** What a run found for one option. */
export interface SimulatedOption {
  readonly one: LoadedOption;
  readonly result: SimulationResult;
}
