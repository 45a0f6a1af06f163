import type { FleetState } from './fleet-state.ts';
import { setTurnTimer, settleTurn } from './turn.ts';

/** Parts a process from the one it shares a core with, if any. */
export function separate(state: FleetState, process: number): void {
  const partner = state.coreSharer[process]!;
  if (partner < 0) return;
  // The one whose turn has just ended is settled and has no timer.
  if (state.heap.isSet(process)) settleTurn(state, process);
  if (state.heap.isSet(partner)) settleTurn(state, partner);
  state.coreSharer[process] = -1;
  state.coreSharer[partner] = -1;
  const vm = state.vmOf[process]!;
  state.sharedCores[vm]! -= 1;
  state.time.busyCores += 1;
  state.cancelTimer(state.firstRebalance + process);
  state.cancelTimer(state.firstRebalance + partner);
  if (state.heap.isSet(process)) setTurnTimer(state, process);
  if (state.heap.isSet(partner)) setTurnTimer(state, partner);
}

/** More processes than cores are shared out evenly; who sits where no longer matters. */
export function separateAll(state: FleetState, vm: number): void {
  if (state.sharedCores[vm] === 0) return;
  const first = vm * state.processesPerVm;
  for (let process = first; process < first + state.processesPerVm; process += 1) separate(state, process);
}

/** The process on the core that a thread of `process` last ran on: any core alike; -1 where it has none or is paired. */
function pickNeighbour(state: FleetState, process: number, chance: number): number {
  let place = Math.floor((state.collisionStream.nextUniform() / chance) * state.cores);
  const first = state.vmOf[process]! * state.processesPerVm;
  for (let other = first; other < first + state.processesPerVm; other += 1) {
    if (other === process || state.coreSharer[other]! >= 0 || !state.heap.isSet(other)) continue;
    if (place === 0) return other;
    place -= 1;
  }
  return -1;
}

/** A thread of `process` has woken and begun its turn: with this chance it stays on its last core, taken or not. */
export function collide(state: FleetState, process: number, chance: number): void {
  const vm = state.vmOf[process]!;
  const { collisions } = state.config.overhead;
  if (collisions === null || state.runnable[vm]! < 2 || state.runnable[vm]! > state.cores) return;
  const other = chance > 0 ? pickNeighbour(state, process, chance) : -1;
  if (other < 0) return;
  settleTurn(state, other);
  state.coreSharer[process] = other;
  state.coreSharer[other] = process;
  state.sharedCores[vm]! += 1;
  state.time.busyCores -= 1;
  setTurnTimer(state, process);
  setTurnTimer(state, other);
  // The kernel balances at its own beat, which the collision meets at any point.
  const untilMs = state.nowMs + 2 * collisions.rebalanceMs * state.collisionStream.nextUniform();
  state.setTimer(state.firstRebalance + process, untilMs);
}
