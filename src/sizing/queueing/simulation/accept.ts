import { popFirst, pushLast } from './fifo.ts';
import type { FleetState } from './fleet-state.ts';
import { enqueueReady, releaseGvl } from './gvl.ts';
import { handToWorker } from './service.ts';

/** Puma sizes the delay of an accepting worker by 25 times its threads (`ClusterAcceptLoopDelay`). */
const delayThreadsFactor = 25;

function hasRoom(state: FleetState, process: number): boolean {
  if (state.halts[process] !== 0) return false;
  return state.config.accept.kind === 'eager' || state.busy[process]! + state.todo[process]! < state.threads;
}

/** How long this worker holds back before it accepts, so that a less busy sibling may. */
function acceptDelayMs(state: FleetState, process: number): number {
  const { accept } = state.config;
  const held = state.busy[process]! + state.todo[process]!;
  if (held === 0 || state.workersPerVm === 1 || accept.kind === 'private') return 0;
  if (accept.kind === 'shared') return accept.busyDelayMs;
  const full = delayThreadsFactor * state.threads;
  return (accept.fullDelayMs * Math.min(held, full)) / full;
}

/** A single worker has nobody to race: measured, its free threads take connections as they come. */
function isRaced(state: FleetState): boolean {
  const { accept } = state.config;
  if (state.workersPerVm === 1) return false;
  return accept.kind === 'eager' || (accept.kind === 'shared' && accept.policy === 'race');
}

function acceptOne(state: FleetState, process: number): void {
  const vm = state.vmOf[process]!;
  const request = popFirst(state.backlogHead, state.backlogTail, state.requests.next, vm);
  state.backlog[vm]! -= 1;
  handToWorker(state, process, request);
}

function queueAcceptor(state: FleetState, process: number): void {
  state.isTokenQueued[process] = 1;
  state.requests.leftMs[process] = 0;
  enqueueReady(state, process, process);
}

/** The worker tries to take connections from its VM's listen queue, each time through its GVL. */
function inviteAcceptor(state: FleetState, process: number): void {
  const vm = state.vmOf[process]!;
  while (state.backlog[vm]! > 0 && state.isTokenQueued[process] === 0 && hasRoom(state, process)) {
    if (state.isTimerSet(process)) return;
    const delayMs = acceptDelayMs(state, process);
    if (delayMs > 0) {
      state.setTimer(process, state.nowMs + delayMs);
      return;
    }
    if (state.running[process]! >= 0) {
      queueAcceptor(state, process);
      return;
    }
    acceptOne(state, process);
  }
}

/** The acceptor has held back long enough. */
export function endAcceptDelay(state: FleetState, process: number): void {
  if (state.backlog[state.vmOf[process]!] === 0 || !hasRoom(state, process)) return;
  if (state.running[process]! >= 0) {
    queueAcceptor(state, process);
    return;
  }
  acceptOne(state, process);
  inviteAcceptor(state, process);
}

/** The acceptor has the GVL. */
export function takeAcceptorTurn(state: FleetState, process: number): void {
  state.isTokenQueued[process] = 0;
  if (state.backlog[state.vmOf[process]!]! > 0 && hasRoom(state, process)) acceptOne(state, process);
  releaseGvl(state, process);
  inviteAcceptor(state, process);
}

/** A worker has a thread to spare, or is back from a stall or a restart. */
export function acceptWaiting(state: FleetState, process: number): void {
  const { accept } = state.config;
  if (accept.kind === 'private' || state.backlog[state.vmOf[process]!] === 0) return;
  if (isRaced(state)) {
    if (accept.kind === 'shared' && state.isTimerSet(process)) {
      state.cancelTimer(process);
      endAcceptDelay(state, process);
    }
    inviteAcceptor(state, process);
    return;
  }
  while (state.backlog[state.vmOf[process]!]! > 0 && hasRoom(state, process)) acceptOne(state, process);
}

/** A random free thread's worker, or -1. */
function pickSlot(state: FleetState, first: number): number {
  let free = 0;
  for (let process = first; process < first + state.workersPerVm; process += 1) {
    if (hasRoom(state, process)) free += state.threads - state.busy[process]! - state.todo[process]!;
  }
  if (free === 0) return -1;
  let chosen = state.acceptStream.nextIndex(free);
  for (let process = first; process < first + state.workersPerVm; process += 1) {
    if (!hasRoom(state, process)) continue;
    chosen -= state.threads - state.busy[process]! - state.todo[process]!;
    if (chosen < 0) return process;
  }
  return -1;
}

/** A random one of the workers with fewest requests, or -1. */
function pickLeastBusy(state: FleetState, first: number): number {
  let best = -1;
  let ties = 0;
  for (let process = first; process < first + state.workersPerVm; process += 1) {
    if (!hasRoom(state, process)) continue;
    const isLess = best < 0 || state.busy[process]! < state.busy[best]!;
    ties = isLess ? 1 : state.busy[process] === state.busy[best]! ? ties + 1 : ties;
    if (isLess || (state.busy[process] === state.busy[best]! && state.acceptStream.nextIndex(ties) === 0)) {
      best = process;
    }
  }
  return best;
}

/** A random one of the workers that could accept this instant, nobody holding their GVL, or -1. */
function pickIdle(state: FleetState, first: number): number {
  let chosen = -1;
  let idle = 0;
  for (let process = first; process < first + state.workersPerVm; process += 1) {
    if (state.running[process]! >= 0 || !hasRoom(state, process)) continue;
    if (acceptDelayMs(state, process) > 0) continue;
    idle += 1;
    if (idle === 1 || state.acceptStream.nextIndex(idle) === 0) chosen = process;
  }
  return chosen;
}

function pickWorker(state: FleetState, vm: number): number {
  const first = vm * state.processesPerVm;
  if (state.backlog[vm]! > 0) return -1;
  if (isRaced(state)) return pickIdle(state, first);
  if (state.workersPerVm === 1) return hasRoom(state, first) ? first : -1;
  const isSlot = state.config.accept.kind === 'shared' && state.config.accept.policy === 'slot';
  return isSlot ? pickSlot(state, first) : pickLeastBusy(state, first);
}

/** A request has reached a VM that will take it: it goes to a worker or into the listen queue. */
export function offerToVm(state: FleetState, vm: number, request: number): void {
  const { requests, idleConnections } = state;
  requests.vm[request] = vm;
  requests.process[request] = -1;
  requests.isInside[request] = 1;
  requests.connectionUses[request] = 1;
  state.outstanding[vm]! += 1;
  const first = vm * state.processesPerVm;
  const kept = idleConnections === null ? -1 : idleConnections.take(vm, state.nowMs);
  if (kept >= 0) requests.connectionUses[request] = idleConnections!.usesOfTaken + 1;
  const isPrivate = state.config.accept.kind === 'private';
  if (isPrivate && state.halts[first] !== 0) state.unaccepted[vm]! += 1;
  const process = kept >= 0 ? kept : isPrivate ? first : pickWorker(state, vm);
  if (process >= 0) {
    handToWorker(state, process, request);
    return;
  }
  pushLast(state.backlogHead, state.backlogTail, requests.next, vm, request);
  state.backlog[vm]! += 1;
  if (state.backlog[vm] !== 1 || !isRaced(state)) return;
  for (let worker = first; worker < first + state.workersPerVm; worker += 1) inviteAcceptor(state, worker);
}
