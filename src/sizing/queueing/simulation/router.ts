import { offerToVm } from './accept.ts';
import type { FleetState } from './fleet-state.ts';
import type { RequestError } from './response-record.ts';
import { drawDemand, isConnecting } from './service.ts';

/** A closed client that was refused tries again after this pause, or it would try for ever in the same instant. */
const retryAfterErrorMs = 1000;

function canPick(state: FleetState, vm: number, refused: number): boolean {
  return state.isInPool[vm] === 1 && (vm !== refused || state.time.vmsInPool === 1);
}

function pickRandom(state: FleetState, refused: number): number {
  let choices = 0;
  for (let vm = 0; vm < state.vms; vm += 1) if (canPick(state, vm, refused)) choices += 1;
  if (choices === 0) return -1;
  let chosen = state.routeStream.nextIndex(choices);
  for (let vm = 0; vm < state.vms; vm += 1) {
    if (!canPick(state, vm, refused)) continue;
    if (chosen === 0) return vm;
    chosen -= 1;
  }
  return -1;
}

function pickRoundRobin(state: FleetState, refused: number): number {
  for (let step = 0; step < state.vms; step += 1) {
    const vm = state.nextVm;
    state.nextVm = vm + 1 === state.vms ? 0 : vm + 1;
    if (canPick(state, vm, refused)) return vm;
  }
  return -1;
}

function pickLeastConnections(state: FleetState, refused: number): number {
  const start = state.routeStream.nextIndex(state.vms);
  let best = -1;
  for (let step = 0; step < state.vms; step += 1) {
    const vm = (start + step) % state.vms;
    if (!canPick(state, vm, refused)) continue;
    if (best < 0 || state.outstanding[vm]! < state.outstanding[best]!) best = vm;
  }
  return best;
}

function pickVm(state: FleetState, refused: number): number {
  const { policy } = state.config.router;
  if (policy === 'round-robin') return pickRoundRobin(state, refused);
  if (policy === 'least-connection') return pickLeastConnections(state, refused);
  // A single VM needs no draw, which keeps the stream aligned between fleets of one VM.
  if (state.vms === 1) return state.isInPool[0] === 1 ? 0 : -1;
  return pickRandom(state, refused);
}

/** The only process behind a proxy that is up is down: nobody listens. */
function isDown(state: FleetState, vm: number): boolean {
  return state.config.accept.kind === 'private' && state.crashes[vm * state.processesPerVm]! > 0;
}

function hasFullQueue(state: FleetState, vm: number): boolean {
  const { accept, queueLimitPerVm, unacceptedLimitPerVm } = state.config;
  if (accept.kind !== 'private') return state.backlog[vm]! >= queueLimitPerVm;
  const open = state.outstanding[vm]! - state.connecting[vm]!;
  return open >= queueLimitPerVm || state.unaccepted[vm]! >= unacceptedLimitPerVm;
}

/** Whether a VM that is up turns a new connection away. */
export function isFull(state: FleetState, vm: number): boolean {
  return isDown(state, vm) || hasFullQueue(state, vm);
}

/** A request has ended, well or badly: its client thinks and sends another, or its row is free. */
export function endRequest(state: FleetState, request: number, hasFailed: boolean): void {
  const { arrivals } = state.config;
  if (arrivals.kind !== 'closed' || state.hasEnded) {
    state.requests.putBack(request);
    return;
  }
  const thinkMs = arrivals.thinkMs > 0 ? -arrivals.thinkMs * Math.log(state.arrivalStream.nextUniform()) : 0;
  state.setTimer(request, state.nowMs + (hasFailed ? Math.max(retryAfterErrorMs, thinkMs) : thinkMs));
}

export function failRequest(state: FleetState, request: number, error: RequestError): void {
  state.responses.addError(error, state.requests.isCounted[request] === 1);
  state.time.countError();
  endRequest(state, request, true);
}

/** A connection that found the queue full is tried again, or given up. */
export function retryConnection(state: FleetState, request: number): void {
  const { connectRetry } = state.config;
  const vm = state.requests.vm[request]!;
  if (connectRetry !== null && !isDown(state, vm) && hasFullQueue(state, vm)) {
    const nextMs = state.nowMs + connectRetry.everyMs;
    if (nextMs <= state.requests.arrivalMs[request]! + connectRetry.giveUpMs) {
      state.setTimer(request, nextMs);
      return;
    }
  }
  state.outstanding[vm]! -= 1;
  state.connecting[vm]! -= 1;
  if (!isFull(state, vm)) {
    offerToVm(state, vm, request);
    return;
  }
  state.requests.isInside[request] = 0;
  state.inSystem -= 1;
  state.time.queued -= 1;
  failRequest(state, request, 'refused');
}

function connect(state: FleetState, vm: number, request: number): void {
  const mayRetry = state.config.connectRetry !== null && !isDown(state, vm);
  if (isFull(state, vm) && !mayRetry) {
    failRequest(state, request, 'refused');
    return;
  }
  state.inSystem += 1;
  state.time.queued += 1;
  if (!isFull(state, vm)) {
    offerToVm(state, vm, request);
    return;
  }
  state.requests.vm[request] = vm;
  state.requests.process[request] = -1;
  state.requests.isInside[request] = isConnecting;
  state.outstanding[vm]! += 1;
  state.connecting[vm]! += 1;
  retryConnection(state, request);
}

/** A request comes in at the router. */
export function submitRequest(state: FleetState, request: number): void {
  const { requests } = state;
  requests.arrivalMs[request] = state.nowMs;
  requests.source[request] = state.arrivals;
  requests.isCounted[request] = state.time.isWindowOpen ? 1 : 0;
  state.arrivals += 1;
  state.time.countArrival();
  drawDemand(state, request);
  let refused = -1;
  for (let attempt = 0; attempt < state.config.router.attempts; attempt += 1) {
    const vm = pickVm(state, refused);
    if (vm < 0) {
      failRequest(state, request, 'noBackend');
      return;
    }
    if (state.vmCrashes[vm] === 0) {
      connect(state, vm, request);
      return;
    }
    refused = vm;
  }
  failRequest(state, request, 'unreachable');
}
