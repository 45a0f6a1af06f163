/** A duration known only between two bounds, in seconds. */
export interface TimeRange {
  readonly lowSeconds: number;
  readonly highSeconds: number;
}

/** Database connections that may be open at once, by who opens them. */
export interface ConnectionCeiling {
  readonly enginePool: number;
  readonly engineOverflow: number;
  readonly apiPool: number;
  readonly apiOverflow: number;
  readonly total: number;
}

/** What one way of reckoning says about an option. */
export interface Reckoning {
  readonly allUp: TimeRange;
  /** Null with a single controller: nothing is left to work. */
  readonly controllerLost: TimeRange | null;
  readonly convergenceOff: TimeRange;
  readonly ceiling: ConnectionCeiling;
  /** Most engine workers per controller whose connections fit at pool = 2 × workers; null without a limit. */
  readonly databaseBoundWorkers: number | null;
}

export function totalled(parts: Omit<ConnectionCeiling, 'total'>): ConnectionCeiling {
  return { ...parts, total: parts.enginePool + parts.engineOverflow + parts.apiPool + parts.apiOverflow };
}

/** A figure is shown beside its other reckoning when that would change it by more than a quarter. */
export function differsByAQuarter(shown: number, other: number): boolean {
  return Math.abs(other - shown) > 0.25 * Math.abs(shown);
}

/** Largest worker count up to `most` that still fits, or 0; `fits` must not come back once lost. */
export function largestFitting(most: number, fits: (workers: number) => boolean): number {
  let workers = 0;
  while (workers < most && fits(workers + 1)) workers += 1;
  return workers;
}
