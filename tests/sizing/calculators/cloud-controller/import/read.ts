import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { ImportFound, ImportResult } from '../../../../../src/sizing/core/import.ts';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { firstPlan, importerOf } from '../../import-text.ts';

const importer = await importerOf(cloudController);

/** What the importer makes of a text, with option C selected in a new visitor’s plan. */
export function read(text: string, shared: Inputs = {}, destination?: string): ImportResult {
  const plan = firstPlan(cloudController, shared);
  return importer.read(text, { plan, selected: 'C', ...(destination === undefined ? {} : { destination }) });
}

/** What the importer found for a field. */
export function foundFor(field: string, { found }: ImportResult): ImportFound | undefined {
  return found.find((one) => one.field === field);
}

/** The path of the job in manifests and ops files. */
export const job = '/instance_groups/name=api/jobs/name=cloud_controller_ng';

/** A manifest as `bosh manifest` gives it, shortened to what is read and one of each thing that is not. */
export const manifest = `---
name: cf
releases:
- name: capi
  version: 1.212.0
- name: routing
  version: 0.300.0
update:
  canaries: 1
  max_in_flight: 2
instance_groups:
- name: router
  instances: 2
- name: api
  azs: [z1, z2, z3]
  instances: 8
  vm_type: small-highmem
  jobs:
  - name: cloud_controller_ng
    properties:
      ccdb:
        max_connections: 40
        roles:
        - password: ((cc_database_password))
      cc:
        bulk_api_password: hunter2
        puma:
          workers: 4
          max_threads: 13
        jobs:
          local:
            number_of_workers: 6
  - name: statsd_injector
variables:
- name: cc_database_password
`;

/** A manifest whose job has these properties; without a version it names no release. */
export function manifestWith(properties: string, version: string | null = '1.212.0'): string {
  const releases = version === null ? '' : `releases: [{ name: capi, version: ${version} }]\n`;
  return `${releases}instance_groups:
- name: api
  jobs:
  - name: cloud_controller_ng
    properties: ${properties}
`;
}

/** An ops file of one operation. */
export function replacing(path: string, value: string): string {
  return `- type: replace\n  path: ${path}\n  value: ${value}\n`;
}

/** An ops file that sets properties of the job, by their path below it. */
export function opsWith(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([path, value]) => replacing(`${job}/properties/${path}`, value))
    .join('');
}

/** An ops file that sets the number of VMs. */
export function scaledTo(vms: number | string): string {
  return replacing('/instance_groups/name=api/instances', String(vms));
}

/** An ops file that sets the release. */
export function releasedAs(version: string): string {
  return replacing('/releases/name=capi/version', version);
}
