import type { ReleaseSpan } from './capi-targets.ts';

interface PropertySpan extends ReleaseSpan {
  /** Absent where the job spec declares the property without one. */
  readonly default?: number | boolean;
}

/**
 * Which releases declare a property of the job cloud_controller_ng, and its default there. BOSH ignores what a job
 * spec does not declare. Source: jobs/cloud_controller_ng/spec of every tag from 1.80.0 to 1.235.0 of capi-release;
 * what 1.235.0 has is taken to stay.
 */
export const propertySpans = {
  'cc.experimental.use_puma_webserver': [
    { first: 138, last: 195, default: false },
    { first: 196, last: 222 },
  ],
  'cc.temporary_enable_deprecated_thin_webserver': [{ first: 196, last: 222, default: false }],
  'cc.experimental.thin_server.thread_pool_size': [{ first: 85, last: 222, default: 20 }],
  'cc.puma.workers': [
    { first: 138, last: 195, default: 3 },
    { first: 196, last: null, default: 2 },
  ],
  'cc.puma.automatic_worker_count': [{ first: 200, last: null, default: false }],
  'cc.puma.max_threads': [
    { first: 142, last: 195, default: 2 },
    { first: 196, last: null, default: 10 },
  ],
  'cc.puma.max_db_connections_per_process': [
    { first: 170, last: 195 },
    { first: 196, last: null, default: 10 },
  ],
  'cc.jobs.local.number_of_workers': [{ first: 80, last: null, default: 2 }],
  'ccdb.max_connections': [{ first: 80, last: null, default: 25 }],
  'ccdb.max_connections_per_local_worker': [{ first: 170, last: null }],
  'cc.thresholds.api.alert_if_above_mb': [{ first: 80, last: null, default: 3500 }],
  'cc.thresholds.api.restart_if_consistently_above_mb': [{ first: 80, last: null, default: 3500 }],
  'cc.thresholds.api.restart_if_above_mb': [{ first: 80, last: null, default: 3750 }],
  // The guide's names, which no release declares.
  'cc.experimental.puma': [],
  'cc.puma.threads': [],
  // The scaling page of the documentation has this one.
  'cc.puma_max_threads': [],
} as const satisfies Readonly<Record<string, readonly PropertySpan[]>>;

export type JobProperty = keyof typeof propertySpans;

function spansOf(property: JobProperty): readonly PropertySpan[] {
  return propertySpans[property];
}

const end = (span: ReleaseSpan) => span.last ?? Number.POSITIVE_INFINITY;

/** Whether every release of the span declares the property. */
export function isDeclared(property: JobProperty, span: ReleaseSpan): boolean {
  let next = span.first;
  for (const declared of spansOf(property)) {
    if (declared.first > next || end(declared) < next) continue;
    if (end(declared) >= end(span)) return true;
    next = end(declared) + 1;
  }
  return false;
}

/** Whether any release of the span declares the property. */
export function isKnown(property: JobProperty, span: ReleaseSpan): boolean {
  return spansOf(property).some((declared) => declared.first <= end(span) && end(declared) >= span.first);
}

/** The default that all releases of the span give the property; undefined where there is none or they differ. */
export function defaultOf(property: JobProperty, span: ReleaseSpan): number | boolean | undefined {
  return spansOf(property).find((s) => s.first <= span.first && end(s) >= end(span))?.default;
}

/** "from 1.142 on", "up to 1.222", "from 1.196 to 1.222"; undefined for a property that no release declares. */
export function releasesWith(property: JobProperty): string | undefined {
  const spans = spansOf(property);
  const [first, last] = [spans[0]?.first, spans.at(-1)?.last];
  if (first === undefined || last === undefined) return undefined;
  return last === null ? `from 1.${first} on` : `from 1.${first} to 1.${last}`;
}
