import { collide, separate } from './core-collisions.ts';
import { beginTurn, changeRunnable, limitTurn } from './cores.ts';
import { popAt, popFirst, pushLast } from './fifo.ts';
import type { FleetState } from './fleet-state.ts';

// CRuby's rule: threads get the GVL first come, first served but for some overtaking, and run until they block or
// the quantum ends.

/** A thread (or the acceptor's token) of a process wants the CPU. */
export function enqueueReady(state: FleetState, process: number, request: number): void {
  if (state.running[process]! < 0 && state.halts[process] === 0) {
    changeRunnable(state, state.vmOf[process]!, 1);
    beginTurn(state, process, request);
    collide(state, process, state.wakeCollisionShare);
    return;
  }
  const isFirstWaiter = state.gvlHead[process]! < 0;
  pushLast(state.gvlHead, state.gvlTail, state.requests.next, process, request);
  if (isFirstWaiter && state.halts[process] === 0) limitTurn(state, process);
}

function popWaiter(state: FleetState, process: number): number {
  const { gvlHead, gvlTail, requests, pieceStream, config } = state;
  const first = gvlHead[process]!;
  const isAlone = first < 0 || requests.next[first]! < 0;
  if (isAlone || config.gvlOvertakingShare === 0 || pieceStream.nextUniform() >= config.gvlOvertakingShare) {
    return popFirst(gvlHead, gvlTail, requests.next, process);
  }
  let waiting = 0;
  for (let waiter = first; waiter >= 0; waiter = requests.next[waiter]!) waiting += 1;
  return popAt(gvlHead, gvlTail, requests.next, process, pieceStream.nextIndex(waiting));
}

/** The next thread that has work for the GVL, skipping an acceptor with nothing left to accept; -1 for none. */
function nextInLine(state: FleetState, process: number): number {
  for (;;) {
    const request = popWaiter(state, process);
    const isIdleAcceptor =
      request === process && state.isWorker(process) && state.backlog[state.vmOf[process]!] === 0;
    if (!isIdleAcceptor) return request;
    state.isTokenQueued[process] = 0;
  }
}

function handOver(state: FleetState, process: number, request: number): void {
  beginTurn(state, process, request);
  collide(state, process, state.handOverCollisionShare);
}

/** The holder gives the GVL up; the next in line takes it, or the process leaves the CPU. */
export function releaseGvl(state: FleetState, process: number): void {
  separate(state, process);
  state.running[process] = -1;
  const next = nextInLine(state, process);
  if (next >= 0) handOver(state, process, next);
  else changeRunnable(state, state.vmOf[process]!, -1);
}

/** The quantum has ended: the holder goes to the end of the line if there is one. */
export function rotateGvl(state: FleetState, process: number): void {
  const request = state.running[process]!;
  const next = nextInLine(state, process);
  if (next < 0) {
    beginTurn(state, process, request);
    return;
  }
  separate(state, process);
  pushLast(state.gvlHead, state.gvlTail, state.requests.next, process, request);
  handOver(state, process, next);
}

/** A process that was halted may work again. */
export function resumeGvl(state: FleetState, process: number): void {
  const paused = state.running[process]!;
  state.turnFromMs[process] = state.nowMs;
  const request = paused >= 0 ? paused : nextInLine(state, process);
  if (request < 0) return;
  changeRunnable(state, state.vmOf[process]!, 1);
  beginTurn(state, process, request);
}
