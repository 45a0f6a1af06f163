import type { FleetState } from './fleet-state.ts';
import { submitRequest } from './router.ts';

/** Time of the next arrival, or infinity after the last one. */
function nextArrivalMs(state: FleetState): number {
  const { arrivals, requests } = state.config;
  if (state.arrivals >= requests) return Number.POSITIVE_INFINITY;
  if (arrivals.kind === 'trace') return arrivals.arrivalsMs[state.arrivals] ?? Number.POSITIVE_INFINITY;
  if (state.gapQuantile === null) return Number.POSITIVE_INFINITY;
  return state.nowMs + state.gapQuantile(state.arrivalStream.nextUniform());
}

function endLoad(state: FleetState): void {
  if (state.hasEnded) return;
  state.hasEnded = true;
  state.time.closeWindow();
}

function setArrivalClock(state: FleetState): void {
  const { durationMs } = state.config;
  const nextMs = nextArrivalMs(state);
  state.isNextArrival = nextMs < durationMs;
  const untilMs = Math.min(nextMs, durationMs);
  if (untilMs < Number.POSITIVE_INFINITY) state.setTimer(state.arrivalClock, untilMs);
  else if (state.config.arrivals.kind !== 'closed') endLoad(state);
}

/** The counted window opens after a share of the run's time where that is known, else of its requests. */
function setWindow(state: FleetState): void {
  const { arrivals, durationMs, requests, warmUpShare } = state.config;
  const traceEndMs =
    arrivals.kind === 'trace' ? (arrivals.arrivalsMs[arrivals.arrivalsMs.length - 1] ?? 0) : 0;
  const spanMs = arrivals.kind === 'trace' ? Math.min(traceEndMs, durationMs) : durationMs;
  if (warmUpShare === 0) state.time.openWindow();
  else if (spanMs < Number.POSITIVE_INFINITY) state.setTimer(state.windowClock, warmUpShare * spanMs);
  else state.warmUpRequests = Math.max(1, Math.floor(warmUpShare * requests));
}

/** A request arrives: from the open world, or from a closed client that has thought. */
export function admitRequest(state: FleetState, request: number): void {
  if (state.hasEnded) {
    state.requests.putBack(request);
    return;
  }
  if (state.arrivals === state.warmUpRequests) state.time.openWindow();
  submitRequest(state, request);
  if (state.config.arrivals.kind === 'closed' && state.arrivals >= state.config.requests) endLoad(state);
}

/** Sends the closed population's first requests, or sets the clock for the first arrival. */
export function startLoad(state: FleetState): void {
  const { arrivals } = state.config;
  setWindow(state);
  if (arrivals.kind === 'closed') {
    for (let client = 0; client < arrivals.clients; client += 1) state.setTimer(state.newRequest(), 0);
  }
  setArrivalClock(state);
}

/** The arrival clock has rung: a request comes, or the load ends. */
export function takeArrival(state: FleetState): void {
  if (!state.isNextArrival) {
    endLoad(state);
    return;
  }
  admitRequest(state, state.newRequest());
  setArrivalClock(state);
}
