import type { FleetInputs } from './params.ts';

/** A property of the job that runs the API; each entry replaces one leaf, so that its siblings survive. */
export function jobPath({ instanceGroup }: FleetInputs, property: string): string {
  return `/instance_groups/name=${instanceGroup}/jobs/name=cloud_controller_ng/properties/${property}`;
}
