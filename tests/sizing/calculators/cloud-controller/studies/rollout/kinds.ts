import type {
  Pace,
  VmKind,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/rollout/deploy-steps.ts';
import type { Rollout } from '../../../../../../src/sizing/calculators/cloud-controller/studies/rollout/lanes.ts';

/** The guide's Thin VM: 20 threads on a core, a pool of 25 and two local workers with a connection each. */
export const thin: VmKind = { server: 'Thin', requests: 20, vcpus: 1, memoryGib: 4, connections: 27 };

/** The guide's profile 3: 4 × 13 threads, five pools of 13 and eight local workers. */
export const puma: VmKind = { server: 'Puma', requests: 52, vcpus: 4, memoryGib: 16, connections: 73 };

/** What BOSH does unless told otherwise, in three zones. */
export const pace: Pace = { maxInFlight: 1, canaries: 1, zones: 3, drainMinutes: 6, rebuildMinutes: 5 };

/** From the guide's 20 Thin VMs to nine of profile 3. */
export const guideRollout: Rollout = {
  thin,
  puma,
  thinVms: 20,
  newVms: 9,
  bridgeVms: 20,
  load: 400,
  pace,
};
