import type { Resolved } from '../../core/param.ts';
import { optionParams } from './option-params.ts';
import { sharedParams } from './shared-params.ts';
import { connectionsParams } from './studies/connections-params.ts';
import { loadStudyParams } from './studies/load-study-params.ts';
import { templateParams } from './studies/template-params.ts';
import { whatIfParams } from './studies/what-if-params.ts';

/** Every input of the calculator. */
export const params = {
  ...sharedParams,
  ...optionParams,
  ...templateParams,
  ...connectionsParams,
  ...whatIfParams,
  ...loadStudyParams,
} as const;

export type HeatParams = typeof params;
/** Inputs to compute with. */
export type HeatInputs = Resolved<HeatParams>;
/** The sets of Heat releases that behave alike. */
export type HeatRelease = HeatInputs['release'];
