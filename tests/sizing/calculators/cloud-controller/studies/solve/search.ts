import type { Search } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import type { Limits } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/limits.ts';

/** A size of VM as it is written: 4, 4:16 or 4:16:0.2. */
export const size = (vcpus: number, memoryGib?: number, price?: number) => ({ vcpus, memoryGib, price });

/** Today's 400 requests with a VM lost, on VMs of 4 vCPU with 4 × 20 threads: six of them. */
export const search: Search = {
  sizes: [size(4)],
  workerChoice: 'no',
  leastThreads: 20,
  mostThreads: 20,
  thinThreads: undefined,
  load: 400,
  condition: 'vm',
  zones: 3,
  hasVmInEveryZone: true,
  memoryPerProcessGib: 4,
  connectionsPerPumaLocal: 1,
  connectionsPerThinVm: 27,
};

/** As where the user set none. */
export const noLimits: Limits = {
  vms: Number.POSITIVE_INFINITY,
  vcpus: Number.POSITIVE_INFINITY,
  memory: Number.POSITIVE_INFINITY,
  'vm-memory': Number.POSITIVE_INFINITY,
  connections: Number.POSITIVE_INFINITY,
};
