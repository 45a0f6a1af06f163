import { curveOf, meanCurveOf } from '../../../../queueing/fleet-curve.ts';
import { type MeanResponse, type Response, responseOf } from '../../../../queueing/fleet-response.ts';
import type { LoadedFleet } from './load-fleet.ts';

/** How a fleet does at a load. */
export type LoadAnswer =
  | Settled
  | { readonly kind: 'grows'; readonly growthPerSecond: number }
  /** No VM is left in this condition. */
  | { readonly kind: 'nothing-left' };

interface Settled {
  readonly kind: 'settles';
  readonly meanSeconds: number;
  /** Of that, waits for a thread, and for the interpreter lock or a core. */
  readonly threadWaitSeconds: number;
  readonly lockWaitSeconds: number;
  readonly waitShare: number;
  /** Null where they were not worked out. Where VMs differ, those of the worst one: never too low. */
  readonly percentiles: PercentileSeconds | null;
}

interface PercentileSeconds {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** How a fleet does at one load, percentiles included where they can be worked out. */
export function answerAt(loaded: LoadedFleet, arrivalsPerSecond: number): LoadAnswer {
  const [answer] = curveAt(loaded, [arrivalsPerSecond]);
  return answer ?? { kind: 'nothing-left' };
}

/** The same at each of the loads. */
export function curveAt(loaded: LoadedFleet, loadsPerSecond: readonly number[]): readonly LoadAnswer[] {
  const { hasPercentiles, parts } = loaded;
  const curves: readonly (readonly (MeanResponse | Response)[])[] = parts.map(({ fleet }) =>
    hasPercentiles
      ? loadsPerSecond.length === 1
        ? loadsPerSecond.map((load) => responseOf(fleet, load))
        : curveOf(fleet, loadsPerSecond)
      : meanCurveOf(fleet, loadsPerSecond),
  );
  return loadsPerSecond.map((load, index) =>
    joined(
      loaded,
      load,
      curves.flatMap((c) => c[index] ?? []),
    ),
  );
}

function joined(
  { latencySeconds, parts }: LoadedFleet,
  load: number,
  responses: readonly (MeanResponse | Response)[],
): LoadAnswer {
  if (parts.length === 0) return { kind: 'nothing-left' };
  if (responses.some((r) => r.kind === 'grows')) {
    const excess = parts.map((p) => p.share * Math.max(0, load - p.fleet.ceilingPerSecond));
    return { kind: 'grows', growthPerSecond: excess.reduce((sum, part) => sum + part, 0) };
  }
  const settled = responses.filter((r) => r.kind === 'settles');
  const mean = (of: (r: (typeof settled)[number]) => number) =>
    settled.reduce((sum, r, index) => sum + of(r) * (parts[index]?.share ?? 0), 0);
  const worst = (of: 'p50Seconds' | 'p95Seconds' | 'p99Seconds') =>
    latencySeconds + Math.max(...settled.map((r) => ('p50Seconds' in r ? r[of] : Number.NaN)));
  const p50 = worst('p50Seconds');
  return {
    kind: 'settles',
    meanSeconds: latencySeconds + mean((r) => r.meanResponseSeconds),
    threadWaitSeconds: mean((r) => r.meanWaitSeconds),
    lockWaitSeconds: mean((r) => r.meanLockWaitSeconds),
    waitShare: mean((r) => r.waitProbability),
    percentiles: Number.isNaN(p50) ? null : { p50, p95: worst('p95Seconds'), p99: worst('p99Seconds') },
  };
}
