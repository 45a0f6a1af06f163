import { heldByOneWorker, stallOf } from '../../../../queueing/stall.ts';
import type { FleetInputs } from '../../params.ts';
import { answerAt } from './load-answer.ts';
import { type FleetMake, type LoadedFleet, loadedFleet } from './load-fleet.ts';
import type { RequestDemand } from './load-request.ts';

/** Route registration asks every 10 s and waits 6 s for an answer. */
const detectionSeconds = 16;

/** What one stalled process does to a fleet that is otherwise up, as a fluid (within 1.5 % of simulation). */
export interface StallEffect {
  /** Requests delayed because of it, those inside the process among them. */
  readonly heldUp: number;
  /** The same where the health check takes the VM out of routing; null where it does not. */
  readonly heldUpWithCheck: number | null;
  readonly longestSeconds: number;
  /** From the end of the stall until nothing waits any more. */
  readonly recoverySeconds: number;
}

/** `up` is the fleet with nothing failed. Undefined where the fleet does not carry the load even while nothing fails. */
export function stallEffect(
  make: FleetMake,
  up: LoadedFleet,
  loadPerSecond: number,
  request: RequestDemand,
  inputs: FleetInputs,
): StallEffect | undefined {
  const stallSeconds = inputs.failureSeconds;
  const answer = answerAt({ ...up, hasPercentiles: false }, loadPerSecond);
  if (answer.kind !== 'settles') return undefined;
  const perVm = loadPerSecond / make.vms;
  const isCluster = make.workersPerVm > 1;
  const left = isCluster ? loadedFleet(make, 'worker', request, inputs).ceilingPerSecond / make.vms : 0;
  const stall = stallOf({
    arrivalsPerSecond: perVm,
    capacityPerSecond: up.ceilingPerSecond / make.vms,
    remainingPerSecond: left,
    stallSeconds,
  });
  if (stall.kind === 'grows') return undefined;
  const inside = heldByOneWorker(perVm * (answer.meanSeconds - answer.threadWaitSeconds), make.workersPerVm);
  const routed = perVm * Math.min(stallSeconds, detectionSeconds);
  return {
    heldUp: inside + stall.affected,
    heldUpWithCheck: isCluster ? null : inside + routed,
    // Who is inside waits all of it; whoever comes later waits less.
    longestSeconds: stallSeconds,
    recoverySeconds: stall.drainSeconds,
  };
}
