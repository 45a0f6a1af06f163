import { separateAll } from './core-collisions.ts';
import type { FleetState } from './fleet-state.ts';
import { setTurnTimer, settleTurn } from './turn.ts';

/**
 * Puts a request on the CPU of a process that holds a place among its VM's runnable ones. A turn ends with the
 * request's piece, or with the quantum if another thread waits for the GVL.
 */
export function beginTurn(state: FleetState, process: number, request: number): void {
  const leftMs = state.requests.leftMs[request]!;
  const { quantumMs } = state.config;
  state.running[process] = request;
  state.turnMs[process] = leftMs > quantumMs && state.gvlHead[process]! >= 0 ? quantumMs : leftMs;
  state.turnFromMs[process] = state.nowMs;
  setTurnTimer(state, process);
}

/** The first thread to wait for the GVL starts the holder's quantum. */
export function limitTurn(state: FleetState, process: number): void {
  const { quantumMs } = state.config;
  const request = state.running[process]!;
  if (state.requests.leftMs[request]! <= quantumMs) return;
  settleTurn(state, process);
  state.turnMs[process] = Math.min(quantumMs, state.requests.leftMs[request]!);
  setTurnTimer(state, process);
}

/**
 * Every process of a VM that wants a core advances at min(1, cores / runnable): egalitarian sharing.
 * Nothing is touched while there are cores for all.
 */
export function changeRunnable(state: FleetState, vm: number, change: 1 | -1): void {
  const before = state.runnable[vm]!;
  const runnable = before + change;
  state.runnable[vm] = runnable;
  if (runnable > state.cores) separateAll(state, vm);
  state.time.busyCores += Math.min(runnable, state.cores) - Math.min(before, state.cores);
  const speed = runnable > state.cores ? state.cores / runnable : 1;
  if (speed === state.speed[vm]) return;
  const first = vm * state.processesPerVm;
  for (let process = first; process < first + state.processesPerVm; process += 1) {
    if (state.heap.isSet(process)) settleTurn(state, process);
  }
  state.speed[vm] = speed;
  for (let process = first; process < first + state.processesPerVm; process += 1) {
    if (state.heap.isSet(process)) setTurnTimer(state, process);
  }
}
