import type { Search } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';

/** Today's 400 requests with a VM lost, on VMs of 4 vCPU with 4 × 20 threads: six of them. */
export const search: Search = {
  sizes: [{ vcpus: 4, memoryGib: undefined, price: undefined }],
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
