import type { FleetState } from './fleet-state.ts';
import { enqueueReady } from './gvl.ts';

/** A local worker picks up a job: a turn of CPU work. Its token is the job. */
export function beginLocalTurn(state: FleetState, process: number): void {
  const { localWorkerTurnMs } = state.config.fleet;
  state.requests.leftMs[process] = -localWorkerTurnMs * Math.log(state.localStream.nextUniform());
  enqueueReady(state, process, process);
}

/**
 * The job is done; the next comes after a pause that makes the CPU share come true on an idle VM. Where cores are
 * short, jobs take longer and the worker gets less: it is one of those that share.
 */
export function beginLocalPause(state: FleetState, process: number): void {
  const { localWorkerTurnMs, localWorkerCpuShare } = state.config.fleet;
  const meanMs = (localWorkerTurnMs * (1 - localWorkerCpuShare)) / localWorkerCpuShare;
  const pauseMs = meanMs > 0 ? -meanMs * Math.log(state.localStream.nextUniform()) : 0;
  // Not a live timer: background work alone keeps no simulation going.
  state.heap.schedule(state.processes + process, state.nowMs + pauseMs);
}

/** Starts each local worker at a random point of its pause. */
export function startLocalWorkers(state: FleetState): void {
  for (let process = 0; process < state.processes; process += 1) {
    if (!state.isWorker(process)) beginLocalPause(state, process);
  }
}
