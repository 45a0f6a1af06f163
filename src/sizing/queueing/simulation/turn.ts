import type { FleetState } from './fleet-state.ts';

/** How fast a process on the CPU advances: 1 on a core of its own. */
function speedOf(state: FleetState, process: number): number {
  const speed = state.speed[state.vmOf[process]!]!;
  return state.coreSharer[process]! < 0 ? speed : speed / 2;
}

/** Books the work done so far in a process's present turn, at the speed it has had. */
export function settleTurn(state: FleetState, process: number): void {
  const doneMs = (state.nowMs - state.turnFromMs[process]!) * speedOf(state, process);
  state.turnMs[process] = Math.max(0, state.turnMs[process]! - doneMs);
  const request = state.running[process]!;
  const left = state.requests.leftMs;
  left[request] = Math.max(0, left[request]! - doneMs);
  state.turnFromMs[process] = state.nowMs;
}

/** Sets the end of a turn that has been settled just now, at the speed it has from here on. */
export function setTurnTimer(state: FleetState, process: number): void {
  state.heap.schedule(process, state.nowMs + state.turnMs[process]! / speedOf(state, process));
}
