import type { HeatInputs } from '../../params.ts';
import type { TemplateFacts } from './template-facts.ts';

/** A template in the terms of Heat's form. */
export interface FormNumbers {
  readonly resources: number;
  readonly secondsPerResource: number;
  readonly longestChain: number;
  readonly leaves: number;
}

/** Least the form takes. */
const leastSeconds = 0.1;

/**
 * The form knows one mean time and a chain of so many resources of it, so the chain is counted in means: the form then
 * works with the template's own work and, to half a mean, its own longest chain in seconds. Null for a template that creates nothing.
 */
export function formNumbers(facts: TemplateFacts, chainSeconds: number): FormNumbers | null {
  const { leaves, resources, totalWorkSeconds } = facts;
  if (resources === 0) return null;
  const mean = Math.round((totalWorkSeconds / resources) * 1000) / 1000;
  const secondsPerResource = Math.min(3600, Math.max(leastSeconds, mean));
  const inMeans = Math.round(chainSeconds / secondsPerResource);
  return {
    resources,
    secondsPerResource,
    longestChain: Math.min(resources, Math.max(1, inMeans)),
    leaves: Math.min(resources, leaves),
  };
}

export function isInForm(numbers: FormNumbers, inputs: HeatInputs): boolean {
  return (
    inputs.resources === numbers.resources &&
    inputs.secondsPerResource === numbers.secondsPerResource &&
    inputs.longestChain === numbers.longestChain &&
    inputs.leaves === numbers.leaves
  );
}
