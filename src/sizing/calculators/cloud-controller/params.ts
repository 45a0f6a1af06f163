import type { Resolved } from '../../core/param.ts';
import { environmentParams } from './environment-params.ts';
import { loadParams } from './load-params.ts';
import { optionParams } from './option-params.ts';
import { fineTuneParams } from './studies/fine-tune/fine-tune-params.ts';
import { loadStudyParams } from './studies/load/load-study-params.ts';
import { rolloutParams } from './studies/rollout/rollout-params.ts';
import { solveParams } from './studies/solve/solve-params.ts';
import { whatIfParams } from './studies/what-if/what-if-params.ts';

/** Every input of the calculator, in the order of links and files. */
export const params = {
  ...loadParams,
  ...optionParams,
  ...environmentParams,
  ...solveParams,
  ...whatIfParams,
  ...rolloutParams,
  ...loadStudyParams,
  ...fineTuneParams,
};

export type FleetInputs = Resolved<typeof params>;

/** What workers follow until set: one a core, less the spare one. */
export function autoWorkers(inputs: FleetInputs): number {
  if (inputs.engine === 'thin') return 1;
  return inputs.spareCore ? Math.max(1, inputs.vcpusPerVm - 1) : inputs.vcpusPerVm;
}

/** Thin has a single process, whatever the field holds from a time when the option ran Puma. */
export function workersOf(inputs: FleetInputs): number {
  return inputs.engine === 'thin' ? 1 : inputs.workersPerVm;
}

/** Two beside a Thin process, twice the API workers beside Puma. */
export function autoLocalWorkers(inputs: FleetInputs): number {
  return 2 * workersOf(inputs);
}

/** `ccdb.max_connections` of 25 for Thin; for Puma one for each thread. */
export function autoConnections(inputs: FleetInputs): number {
  return inputs.engine === 'thin' ? 25 : inputs.threadsPerWorker;
}
