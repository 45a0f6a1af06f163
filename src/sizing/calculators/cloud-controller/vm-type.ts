import type { SizedFleet } from './size.ts';

/** The VM type an ops file names: as entered, or for `auto` after its size, as "api-4cpu-16gb". */
export function vmTypeOf({ inputs, sizing }: SizedFleet, name: string = inputs.vmType): string {
  if (name !== 'auto') return name;
  return vmTypeName(inputs.vcpusPerVm, sizing.memoryPerVmGib);
}

/** Half gibibytes are written with a "p": a dot in a VM type reads like a version. */
export function vmTypeName(vcpus: number, memoryGib: number): string {
  return `api-${vcpus}cpu-${String(memoryGib).replace('.', 'p')}gb`;
}
