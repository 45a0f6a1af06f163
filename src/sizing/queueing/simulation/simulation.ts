import { checkConfig } from './check-config.ts';
import { startFleet, stepFleet } from './fleet-events.ts';
import { FleetState } from './fleet-state.ts';
import type { RequestError, ResponseSummary } from './response-record.ts';
import type { SimulationConfig } from './simulation-config.ts';
import type { TimeSeries } from './time-record.ts';

export interface SimulationProgress {
  readonly events: number;
  readonly simulatedMs: number;
  readonly arrivals: number;
  /** Share of the arrivals' time or number that has passed, 0 to 1. The queues still have to drain at 1. */
  readonly share: number;
  readonly isDone: boolean;
}

export interface SimulationResult {
  readonly seed: number;
  readonly events: number;
  readonly simulatedMs: number;
  /** All arrivals, counted or not. */
  readonly arrivals: number;
  /** Null where no counted request succeeded. */
  readonly response: ResponseSummary | null;
  /** Counted requests that failed. */
  readonly errors: Readonly<Record<RequestError, number>>;
  /** Requests that can never end: they sit in processes that do not come back. */
  readonly unfinished: number;
  /** Requests that ended well, a second, over the counted window (warm-up to the last arrival). */
  readonly throughputPerSecond: number;
  readonly windowMs: number;
  /** Time averages over the counted window. */
  readonly meanQueued: number;
  readonly threadUtilisation: number;
  readonly coreUtilisation: number;
  readonly series: TimeSeries;
  /** Response by row of the trace, -1 where a request did not succeed; null without a trace. */
  readonly traceResponsesMs: Float64Array | null;
}

/** A run that is worked off in pieces, so that a worker can report and be stopped in between. */
export interface Simulation {
  advance(maxEvents: number): SimulationProgress;
  /** What has been counted so far; final once `isDone`. */
  result(): SimulationResult;
}

function progressOf(state: FleetState, isDone: boolean): SimulationProgress {
  const { arrivals, durationMs, requests } = state.config;
  const expected = arrivals.kind === 'trace' ? Math.min(requests, arrivals.arrivalsMs.length) : requests;
  const share = state.hasEnded
    ? 1
    : Math.max(state.nowMs / durationMs, state.arrivals / Math.max(1, expected));
  return {
    events: state.events,
    simulatedMs: state.nowMs,
    arrivals: state.arrivals,
    share: Math.min(1, share),
    isDone,
  };
}

function resultOf(state: FleetState, isDone: boolean): SimulationResult {
  const { fleet, arrivals, seed } = state.config;
  const window = state.time.windowAverages();
  return {
    seed,
    events: state.events,
    simulatedMs: state.nowMs,
    arrivals: state.arrivals,
    response: state.responses.summary(),
    errors: { ...state.responses.errors },
    unfinished: isDone ? state.inSystem : 0,
    throughputPerSecond: window.lengthMs > 0 ? (1000 * window.completions) / window.lengthMs : 0,
    windowMs: window.lengthMs,
    meanQueued: window.queued,
    threadUtilisation: window.busyThreads / (fleet.vms * fleet.workersPerVm * fleet.threadsPerWorker),
    coreUtilisation: window.busyCores / (fleet.vms * fleet.coresPerVm),
    series: state.time.series(),
    traceResponsesMs: arrivals.kind === 'trace' ? state.responses.traceMs : null,
  };
}

/**
 * Discrete-event simulation of a fleet of API VMs.
 * @throws RangeError where the configuration describes nothing that can be simulated.
 */
export function createSimulation(config: SimulationConfig): Simulation {
  checkConfig(config);
  const state = new FleetState(config);
  startFleet(state);
  let isDone = false;
  return {
    advance(maxEvents) {
      const until = state.events + maxEvents;
      while (!isDone && state.events < until) isDone = !stepFleet(state);
      return progressOf(state, isDone);
    },
    result: () => resultOf(state, isDone),
  };
}

/** The whole run at once. */
export function simulate(config: SimulationConfig): SimulationResult {
  const simulation = createSimulation(config);
  while (!simulation.advance(1_000_000).isDone);
  return simulation.result();
}
