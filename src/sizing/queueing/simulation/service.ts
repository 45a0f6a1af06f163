import { popFirst, pushLast } from './fifo.ts';
import type { FleetState } from './fleet-state.ts';
import { enqueueReady } from './gvl.ts';

/** `isInside` of a request that has a thread; 1 while it waits for one. */
export const inThread = 2;

/** `isInside` of a request whose connection has found the queue full and will be tried again. */
export const isConnecting = 3;

/** Draws what a new request needs, or takes it from the trace, and adds the server's overhead. */
export function drawDemand(state: FleetState, request: number): void {
  const { demand, arrivals, overhead, shape } = state.config;
  let cpuMs: number;
  let ioMs: number;
  if (arrivals.kind === 'trace') {
    const row = state.requests.source[request]!;
    cpuMs = arrivals.cpuMs[row]!;
    ioMs = arrivals.ioMs[row]!;
  } else if (demand.kind === 'shared-total') {
    const totalMs = state.cpuQuantile(state.cpuStream.nextUniform());
    cpuMs = totalMs * demand.cpuShare;
    ioMs = totalMs - cpuMs;
  } else {
    cpuMs = state.cpuQuantile(state.cpuStream.nextUniform());
    ioMs = state.ioQuantile === null ? 0 : state.ioQuantile(state.ioStream.nextUniform());
  }
  const pauses = ioMs > 0 ? shape.ioPauses : 0;
  state.requests.pausesLeft[request] = pauses;
  const addedMs = overhead.cpuMs + state.addedCpuShare * Math.min(cpuMs, overhead.cpuShareLimitMs);
  state.requests.pieceMs[request] = (cpuMs + addedMs) / (pauses + 1);
  state.requests.pauseMs[request] = pauses > 0 ? (ioMs + overhead.latencyMs) / pauses : 0;
}

function pieceOf(state: FleetState, meanMs: number): number {
  if (state.config.shape.pieces === 'equal') return meanMs;
  return -meanMs * Math.log(state.pieceStream.nextUniform());
}

/** The thread goes for the GVL with the request's next CPU piece. */
export function beginPiece(state: FleetState, process: number, request: number): void {
  state.requests.leftMs[request] = pieceOf(state, state.requests.pieceMs[request]!);
  enqueueReady(state, process, request);
}

/** The thread gives the GVL up and waits for the database, another component or the disk. */
export function beginPause(state: FleetState, request: number): void {
  state.requests.pausesLeft[request]! -= 1;
  const pauseMs = pieceOf(state, state.requests.pauseMs[request]!) + state.config.overhead.pauseMs;
  state.setTimer(request, state.nowMs + pauseMs);
}

function startRequest(state: FleetState, process: number, request: number): void {
  state.busy[process]! += 1;
  if (request >= state.firstRequest) {
    state.time.busyThreads += 1;
    state.time.queued -= 1;
  }
  state.requests.isInside[request] = inThread;
  state.requests.startMs[request] = state.nowMs;
  beginPiece(state, process, request);
}

/** A request has come to a worker: a free thread takes it, or it waits in the worker's own queue. */
export function handToWorker(state: FleetState, process: number, request: number): void {
  state.requests.process[request] = process;
  if (state.halts[process] === 0 && state.busy[process]! < state.threads) {
    startRequest(state, process, request);
    return;
  }
  pushLast(state.todoHead, state.todoTail, state.requests.next, process, request);
  state.todo[process]! += 1;
}

/** Free threads take what waits in their worker's own queue. */
export function startWaiting(state: FleetState, process: number): void {
  while (state.todo[process]! > 0 && state.busy[process]! < state.threads && state.halts[process] === 0) {
    const request = popFirst(state.todoHead, state.todoTail, state.requests.next, process);
    state.todo[process]! -= 1;
    startRequest(state, process, request);
  }
}
