import type { FleetInputs } from './params.ts';

/** A column of the guide's table of examples (CF-13). */
export interface Profile {
  readonly id: string;
  readonly label: string;
  readonly engine: FleetInputs['engine'];
  readonly vcpus: number;
  readonly vms: number;
  readonly workers: number;
  readonly threads: number;
  /** The total as the guide prints it. */
  readonly requests: number;
}

/** The guide's four examples, "VM type" to "Total concurrent requests supported". */
export const profiles: readonly Profile[] = [
  {
    id: 'profile-1',
    label: 'Profile 1 (Thin)',
    engine: 'thin',
    vcpus: 1,
    vms: 20,
    workers: 1,
    threads: 20,
    requests: 400,
  },
  {
    id: 'profile-2',
    label: 'Profile 2 (Puma)',
    engine: 'puma',
    vcpus: 2,
    vms: 10,
    workers: 2,
    threads: 20,
    requests: 400,
  },
  {
    id: 'profile-3',
    label: 'Profile 3 (Puma)',
    engine: 'puma',
    vcpus: 4,
    vms: 8,
    workers: 4,
    threads: 13,
    requests: 416,
  },
  {
    id: 'profile-4',
    label: 'Profile 4 (Puma)',
    engine: 'puma',
    vcpus: 8,
    vms: 4,
    workers: 7,
    threads: 15,
    requests: 420,
  },
];
