import { acceptWaiting } from './accept.ts';
import { separate } from './core-collisions.ts';
import { changeRunnable } from './cores.ts';
import type { FleetState } from './fleet-state.ts';
import { resumeGvl } from './gvl.ts';
import { beginLocalTurn } from './local-workers.ts';
import { failRequest } from './router.ts';
import { inThread, isConnecting, startWaiting } from './service.ts';
import type { ScriptStep, SimulatedFailure } from './simulation-config.ts';
import { settleTurn } from './turn.ts';

/** Beginnings and ends of all failures in the order of time. */
export function failureScriptOf(failures: readonly SimulatedFailure[]): readonly ScriptStep[] {
  const steps = failures.flatMap((failure) => [
    { atMs: failure.atMs, failure, isBeginning: true },
    { atMs: failure.atMs + failure.durationMs, failure, isBeginning: false },
  ]);
  return steps.filter((step) => step.atMs < Number.POSITIVE_INFINITY).sort((a, b) => a.atMs - b.atMs);
}

function haltProcess(state: FleetState, process: number): void {
  const wasRunning = state.halts[process] === 0 && state.running[process]! >= 0;
  separate(state, process);
  if (wasRunning) settleTurn(state, process);
  state.halts[process]! += 1;
  if (!wasRunning) return;
  state.heap.cancel(process);
  changeRunnable(state, state.vmOf[process]!, -1);
}

function continueProcess(state: FleetState, process: number): void {
  state.halts[process]! -= 1;
  if (state.halts[process]! > 0) return;
  state.unaccepted[state.vmOf[process]!] = 0;
  resumeGvl(state, process);
  if (!state.isWorker(process)) return;
  startWaiting(state, process);
  acceptWaiting(state, process);
}

function loseRequest(state: FleetState, request: number): void {
  const { requests } = state;
  const wasInThread = requests.isInside[request] === inThread;
  const isTrying = requests.isInside[request] === isConnecting;
  requests.isInside[request] = 0;
  state.outstanding[requests.vm[request]!]! -= 1;
  if (isTrying) state.connecting[requests.vm[request]!]! -= 1;
  // A probe's timer is its schedule and goes on.
  if (request < state.firstRequest) return;
  state.cancelTimer(request);
  state.inSystem -= 1;
  if (wasInThread) state.time.busyThreads -= 1;
  else state.time.queued -= 1;
  failRequest(state, request, 'lost');
}

function loseAll(state: FleetState, vm: number, process: number): void {
  const { requests } = state;
  for (let request = state.firstProbe; request < requests.capacity; request += 1) {
    if (requests.isInside[request] === 0 || requests.vm[request] !== vm) continue;
    if (requests.process[request] === process) loseRequest(state, request);
  }
}

function emptyProcess(state: FleetState, process: number): void {
  state.running[process] = -1;
  state.gvlHead[process] = -1;
  state.gvlTail[process] = -1;
  state.todoHead[process] = -1;
  state.todoTail[process] = -1;
  state.todo[process] = 0;
  state.busy[process] = 0;
  state.isTokenQueued[process] = 0;
  if (state.isWorker(process)) state.cancelTimer(process);
  else state.heap.cancel(state.processes + process);
}

function crashProcess(state: FleetState, process: number): void {
  const vm = state.vmOf[process]!;
  haltProcess(state, process);
  state.crashes[process]! += 1;
  emptyProcess(state, process);
  loseAll(state, vm, process);
  state.idleConnections?.forget(vm, process);
}

function restartProcess(state: FleetState, process: number): void {
  state.crashes[process]! -= 1;
  if (!state.isWorker(process) && state.crashes[process] === 0) beginLocalTurn(state, process);
  continueProcess(state, process);
}

function loseBacklog(state: FleetState, vm: number): void {
  state.backlogHead[vm] = -1;
  state.backlogTail[vm] = -1;
  state.backlog[vm] = 0;
  loseAll(state, vm, -1);
}

/** Carries out one step of the script. */
export function takeFailureStep(state: FleetState, step: ScriptStep): void {
  const { failure, isBeginning } = step;
  const firstOfVm = failure.vm * state.processesPerVm;
  const first = failure.worker === null ? firstOfVm : firstOfVm + failure.worker;
  const count = failure.worker === null ? state.processesPerVm : 1;
  if (failure.kind === 'crash' && failure.worker === null) {
    state.vmCrashes[failure.vm]! += isBeginning ? 1 : -1;
    if (isBeginning) loseBacklog(state, failure.vm);
  }
  const act =
    failure.kind === 'stall'
      ? isBeginning
        ? haltProcess
        : continueProcess
      : isBeginning
        ? crashProcess
        : restartProcess;
  for (let process = first; process < first + count; process += 1) act(state, process);
}
