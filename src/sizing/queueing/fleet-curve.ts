import {
  type Fleet,
  type MeanResponse,
  meanResponseOf,
  type Response,
  responseOf,
} from './fleet-response.ts';

// A curve is drawn, not read off: between so many solved points the ratio of a percentile to the mean is straight.
const solvedPoints = 16;

/**
 * Mean response at each of the loads, in requests per second at the whole fleet.
 *
 * @throws RangeError if a load is negative
 * Source: {@link meanResponseOf}.
 */
export function meanCurveOf(fleet: Fleet, arrivalsPerSecond: readonly number[]): readonly MeanResponse[] {
  return arrivalsPerSecond.map((load) => meanResponseOf(fleet, load));
}

/**
 * Means and percentiles at each of the loads, in any order. Means are solved at every load; percentiles at up to 16 of
 * them, and in between by the ratio to the mean, which changes little from point to point.
 *
 * @throws RangeError if a load is negative
 * Source: {@link responseOf}.
 */
export function curveOf(fleet: Fleet, arrivalsPerSecond: readonly number[]): readonly Response[] {
  const settled = arrivalsPerSecond.filter((load) => load < fleet.ceilingPerSecond).sort((a, b) => a - b);
  const knots: Knot[] = [];
  for (const position of knotPositions(settled.length)) {
    const load = settled[position] ?? 0;
    const response = responseOf(fleet, load);
    if (response.kind === 'settles') knots.push({ load, response });
  }
  return arrivalsPerSecond.map((load) => between(fleet, load, knots));
}

interface Knot {
  readonly load: number;
  readonly response: Extract<Response, { kind: 'settles' }>;
}

function knotPositions(count: number): readonly number[] {
  if (count <= solvedPoints) return Array.from({ length: count }, (_, position) => position);
  // Denser towards the ceiling, where the ratio turns.
  const last = count - 1;
  return Array.from({ length: solvedPoints }, (_, knot) =>
    Math.round(last * (1 - (1 - knot / (solvedPoints - 1)) ** 2)),
  );
}

function between(fleet: Fleet, load: number, knots: readonly Knot[]): Response {
  const mean = meanResponseOf(fleet, load);
  if (mean.kind === 'grows') return mean;
  const above = knots.find((knot) => knot.load >= load);
  const below = knots.findLast((knot) => knot.load <= load);
  if (above === undefined || below === undefined) return responseOf(fleet, load);
  const low = below.response;
  const high = above.response;
  const span = high.utilisation - low.utilisation;
  const share = span > 0 ? (mean.utilisation - low.utilisation) / span : 0;
  const scaled = (percentile: 'p50Seconds' | 'p95Seconds' | 'p99Seconds'): number => {
    const atLow = low[percentile] / low.meanResponseSeconds;
    const atHigh = high[percentile] / high.meanResponseSeconds;
    return mean.meanResponseSeconds * (atLow + share * (atHigh - atLow));
  };
  return {
    ...mean,
    p50Seconds: scaled('p50Seconds'),
    p95Seconds: scaled('p95Seconds'),
    p99Seconds: scaled('p99Seconds'),
  };
}
