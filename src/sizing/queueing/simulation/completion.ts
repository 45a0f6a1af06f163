import { acceptWaiting } from './accept.ts';
import type { FleetState } from './fleet-state.ts';
import { answerProbe } from './health-probe.ts';
import { endRequest } from './router.ts';
import { startWaiting } from './service.ts';

/** A thread has finished a request and is free for the next. */
export function completeRequest(state: FleetState, process: number, request: number): void {
  const { requests, idleConnections } = state;
  const vm = state.vmOf[process]!;
  state.busy[process]! -= 1;
  state.outstanding[vm]! -= 1;
  requests.isInside[request] = 0;
  idleConnections?.put(vm, process, requests.connectionUses[request]!, state.nowMs);
  const isProbe = request < state.firstRequest;
  if (isProbe) {
    answerProbe(state, vm);
  } else {
    const arrivalMs = requests.arrivalMs[request]!;
    const hasPaused = requests.pauseMs[request]! > 0;
    const responseMs = state.nowMs - arrivalMs + (hasPaused ? 0 : state.config.overhead.latencyMs);
    state.time.busyThreads -= 1;
    state.inSystem -= 1;
    state.time.countCompletion(arrivalMs, responseMs);
    state.responses.setTraceResponse(requests.source[request]!, responseMs);
    if (requests.isCounted[request] === 1) {
      state.responses.addResponse(responseMs, requests.startMs[request]! - arrivalMs);
    }
  }
  startWaiting(state, process);
  acceptWaiting(state, process);
  if (!isProbe) endRequest(state, request, false);
}
