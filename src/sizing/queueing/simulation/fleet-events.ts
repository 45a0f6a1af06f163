import { endAcceptDelay, takeAcceptorTurn } from './accept.ts';
import { admitRequest, startLoad, takeArrival } from './arrival-clock.ts';
import { completeRequest } from './completion.ts';
import { separate } from './core-collisions.ts';
import { failureScriptOf, takeFailureStep } from './failure-script.ts';
import type { FleetState } from './fleet-state.ts';
import { releaseGvl, rotateGvl } from './gvl.ts';
import { advanceProbe, startProbes } from './health-probe.ts';
import { beginLocalPause, beginLocalTurn, startLocalWorkers } from './local-workers.ts';
import { retryConnection } from './router.ts';
import { beginPause, beginPiece, isConnecting } from './service.ts';

/** Work left below this is rounding, not work. */
const roundingMs = 1e-9;

function endTurn(state: FleetState, process: number): void {
  const request = state.running[process]!;
  const { requests } = state;
  const leftMs = requests.leftMs[request]! - state.turnMs[process]!;
  requests.leftMs[request] = leftMs;
  if (leftMs > roundingMs) {
    rotateGvl(state, process);
  } else if (request === process) {
    if (state.isWorker(process)) {
      takeAcceptorTurn(state, process);
    } else {
      releaseGvl(state, process);
      beginLocalPause(state, process);
    }
  } else {
    releaseGvl(state, process);
    if (requests.pausesLeft[request]! > 0) beginPause(state, request);
    else completeRequest(state, process, request);
  }
}

function endOwnTimer(state: FleetState, row: number): void {
  if (row >= state.firstRequest) {
    const { isInside } = state.requests;
    if (isInside[row] === 0) admitRequest(state, row);
    else if (isInside[row] === isConnecting) retryConnection(state, row);
    else beginPiece(state, state.requests.process[row]!, row);
  } else if (row < state.processes) {
    if (state.isWorker(row)) endAcceptDelay(state, row);
    else beginLocalTurn(state, row);
  } else if (row < state.arrivalClock) {
    advanceProbe(state, row - state.firstProbe);
  } else if (row === state.arrivalClock) {
    takeArrival(state);
  } else if (row === state.windowClock) {
    state.time.openWindow();
  } else if (row >= state.firstRebalance) {
    separate(state, row - state.firstRebalance);
  } else {
    takeFailureStep(state, state.script[state.nextStep]!);
    state.nextStep += 1;
    const next = state.script[state.nextStep];
    if (next !== undefined) state.setTimer(state.failureClock, next.atMs);
  }
}

function isLocalWorkers(state: FleetState, timer: number): boolean {
  const process = timer < state.processes ? timer : timer - state.processes;
  return process < state.processes && !state.isWorker(process);
}

/** Nothing left that could move a request: they sit in processes that never come back. */
function isStuck(state: FleetState): boolean {
  if (state.liveTimers > 0) return false;
  for (let process = 0; process < state.processes; process += 1) {
    if (state.isWorker(process) && state.heap.isSet(process)) return false;
  }
  return true;
}

/** Sets the first timers. */
export function startFleet(state: FleetState): void {
  startLoad(state);
  startLocalWorkers(state);
  startProbes(state);
  state.script = failureScriptOf(state.config.failures);
  const first = state.script[0];
  if (first !== undefined) state.setTimer(state.failureClock, first.atMs);
}

/** Carries out the earliest event. False once the run is over. */
export function stepFleet(state: FleetState): boolean {
  const { heap } = state;
  if (heap.size === 0 || (state.hasEnded && state.inSystem === 0)) return false;
  const timeMs = heap.firstTime();
  const timer = heap.pop();
  if (isLocalWorkers(state, timer)) {
    if (state.hasEnded && isStuck(state)) return false;
  } else if (timer >= state.processes) {
    state.liveTimers -= 1;
  }
  state.nowMs = timeMs;
  state.events += 1;
  state.time.advanceTo(timeMs);
  if (timer < state.processes) endTurn(state, timer);
  else endOwnTimer(state, timer - state.processes);
  return true;
}
