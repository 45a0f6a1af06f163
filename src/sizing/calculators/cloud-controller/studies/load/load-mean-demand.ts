import { counted } from '../../../../core/number-text.ts';
import type { Origin } from '../../../../core/rule.ts';
import type { FleetInputs } from '../../params.ts';
import type { RequestLog } from './load-log.ts';
import { publishedDurations, publishedSource } from './load-published.ts';

/** Mean CPU and waiting of a request, and where they come from. */
export interface MeanDemand {
  readonly cpuSeconds: number;
  readonly ioSeconds: number;
  /** Behind the numbers: "entered", "from your log of 1,200 requests". */
  readonly source: string;
  readonly origins: readonly Origin[];
  /** What the user should know about the numbers, one sentence each. */
  readonly doubts: readonly string[];
}

export function enteredDemand(inputs: FleetInputs, doubts: readonly string[]): MeanDemand {
  return {
    ...splitOf(inputs.serviceTimeMs, inputs),
    source: 'as entered',
    origins: ['yours', 'assumed'],
    doubts,
  };
}

export function publishedDemand(inputs: FleetInputs): MeanDemand {
  const { meanMs, name } = publishedDurations[inputs.publishedDurations];
  return {
    ...splitOf(meanMs, inputs),
    source: `${name}: ${publishedSource}`,
    origins: ['release', 'assumed'],
    doubts: [
      'The published mix of endpoints is a test suite’s, not yours, and no CPU share was published: it is assumed.',
    ],
  };
}

/** What is not database time counts as CPU where the log has both: at most that much, so the ceiling is a low one. */
export function logDemand(inputs: FleetInputs, log: RequestLog): MeanDemand {
  const meanMs = meanOf(log.durationsMs);
  const base = {
    source: `from your log of ${counted(log.durationsMs.length, 'request')}`,
    origins: ['yours'] as const,
  };
  if (log.databaseMs === null) {
    return {
      ...base,
      ...splitOf(meanMs, inputs),
      origins: ['yours', 'assumed'],
      doubts: ['Your log has no database times: the CPU share is the one entered.'],
    };
  }
  const databaseMs = meanOf(log.databaseMs);
  return {
    ...base,
    cpuSeconds: (meanMs - databaseMs) / 1000,
    ioSeconds: databaseMs / 1000,
    doubts: [
      'All time that is not database time counts as CPU, waits for other services and for the lock included: the ceilings are lower than the real ones.',
    ],
  };
}

function splitOf(
  serviceTimeMs: number,
  { cpuSharePercent }: FleetInputs,
): Pick<MeanDemand, 'cpuSeconds' | 'ioSeconds'> {
  const cpuSeconds = (serviceTimeMs * cpuSharePercent) / 100_000;
  return { cpuSeconds, ioSeconds: Math.max(0, serviceTimeMs / 1000 - cpuSeconds) };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Squared coefficient of variation of a sample; 0 where its mean is. */
export function scvOf(values: readonly number[]): number {
  const mean = meanOf(values);
  if (!(mean > 0)) return 0;
  return meanOf(values.map((value) => (value - mean) ** 2)) / mean ** 2;
}
