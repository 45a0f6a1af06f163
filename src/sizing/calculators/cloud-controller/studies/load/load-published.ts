import type { FleetInputs } from '../../params.ts';

/** What a published test run measured, one caller at a time, in milliseconds. */
interface PublishedDurations {
  readonly name: string;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export const publishedSource =
  'cf-performance-tests-pipeline results, cf-deployment v55 and later, one caller at a time, API VM of 4 vCPU';

/** Source: cf-performance-tests-pipeline; the mix of endpoints is the test suite's, not a production's. */
export const publishedDurations: Readonly<Record<FleetInputs['publishedDurations'], PublishedDurations>> = {
  'mysql-all': { name: 'MySQL, all endpoints', meanMs: 631, p50Ms: 256, p95Ms: 1800, p99Ms: 15_122 },
  'postgres-all': { name: 'PostgreSQL, all endpoints', meanMs: 279, p50Ms: 156, p95Ms: 1047, p99Ms: 2300 },
  'mysql-get': { name: 'MySQL, single resource', meanMs: 123, p50Ms: 53, p95Ms: 543, p99Ms: 574 },
  'postgres-get': { name: 'PostgreSQL, single resource', meanMs: 95, p50Ms: 72, p95Ms: 268, p99Ms: 298 },
  'mysql-page': { name: 'MySQL, pages of 500', meanMs: 951, p50Ms: 762, p95Ms: 2594, p99Ms: 2998 },
  'postgres-page': { name: 'PostgreSQL, pages of 500', meanMs: 695, p50Ms: 432, p95Ms: 2259, p99Ms: 2664 },
};
