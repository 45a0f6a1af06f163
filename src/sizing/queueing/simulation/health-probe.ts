import { offerToVm } from './accept.ts';
import type { FleetState } from './fleet-state.ts';
import { isFull } from './router.ts';

function setInPool(state: FleetState, vm: number, isInPool: boolean): void {
  if ((state.isInPool[vm] === 1) === isInPool) return;
  state.isInPool[vm] = isInPool ? 1 : 0;
  state.time.vmsInPool += isInPool ? 1 : -1;
}

function sendProbe(state: FleetState, vm: number): void {
  const probe = state.firstProbe + vm;
  const { requests } = state;
  state.isProbeSent[vm] = 1;
  state.isProbeAnswered[vm] = 0;
  // A probe still inside from the round before keeps its place; the VM stays out until one comes through in time.
  if (requests.isInside[probe] !== 0 || state.vmCrashes[vm]! > 0 || isFull(state, vm)) return;
  requests.pausesLeft[probe] = 0;
  requests.pieceMs[probe] = state.config.overhead.cpuMs;
  requests.arrivalMs[probe] = state.nowMs;
  offerToVm(state, vm, probe);
}

/** A probe has come through; too late is as bad as never. */
export function answerProbe(state: FleetState, vm: number): void {
  const { healthProbe } = state.config;
  if (healthProbe === null) return;
  if (state.nowMs - state.requests.arrivalMs[state.firstProbe + vm]! > healthProbe.timeoutMs) return;
  state.isProbeAnswered[vm] = 1;
  setInPool(state, vm, true);
}

/** Starts each VM's probes, spread over the interval as independent agents are. */
export function startProbes(state: FleetState): void {
  const { healthProbe } = state.config;
  if (healthProbe === null) return;
  for (let vm = 0; vm < state.vms; vm += 1) {
    state.setTimer(state.firstProbe + vm, ((vm + 1) / state.vms) * healthProbe.intervalMs);
  }
}

/** A VM's probe is due, or its time to answer is over. */
export function advanceProbe(state: FleetState, vm: number): void {
  const { healthProbe } = state.config;
  if (healthProbe === null || state.hasEnded) return;
  const probe = state.firstProbe + vm;
  if (state.isProbeSent[vm] === 0) {
    sendProbe(state, vm);
    state.setTimer(probe, state.nowMs + healthProbe.timeoutMs);
    return;
  }
  state.isProbeSent[vm] = 0;
  if (state.isProbeAnswered[vm] === 0) setInPool(state, vm, false);
  state.setTimer(probe, state.nowMs + Math.max(0, healthProbe.intervalMs - healthProbe.timeoutMs));
}
