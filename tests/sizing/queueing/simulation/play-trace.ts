import { noOverhead } from '../../../../src/sizing/queueing/simulation/request-overhead.ts';
import { type SimulationResult, simulate } from '../../../../src/sizing/queueing/simulation/simulation.ts';
import type { SimulationConfig } from '../../../../src/sizing/queueing/simulation/simulation-config.ts';

/** Arrival, CPU and I/O of a request in milliseconds. */
export type TraceRow = readonly [arrivalMs: number, cpuMs: number, ioMs: number];

/** Requests of known size on a server without overhead, so that every response can be reckoned by hand. */
export function playTrace(
  config: SimulationConfig,
  rows: readonly TraceRow[],
  ioPauses = 1,
): SimulationResult {
  return simulate({
    ...config,
    overhead: noOverhead,
    shape: { ioPauses, pieces: 'equal' },
    warmUpShare: 0,
    durationMs: Number.POSITIVE_INFINITY,
    arrivals: {
      kind: 'trace',
      arrivalsMs: rows.map(([arrivalMs]) => arrivalMs),
      cpuMs: rows.map(([, cpuMs]) => cpuMs),
      ioMs: rows.map(([, , ioMs]) => ioMs),
    },
  });
}

/** The response of each request in milliseconds, to the nanosecond; -1 where it had none. */
export function responsesIn({ traceResponsesMs }: SimulationResult): readonly number[] {
  if (traceResponsesMs === null) throw new Error('no trace was played');
  return [...traceResponsesMs].map((ms) => Math.round(ms * 1e6) / 1e6);
}

/** {@link responsesIn} a trace where the GVL is first come, first served. */
export function responsesOf(
  config: SimulationConfig,
  rows: readonly TraceRow[],
  ioPauses = 1,
): readonly number[] {
  return responsesIn(playTrace({ ...config, gvlOvertakingShare: 0 }, rows, ioPauses));
}
