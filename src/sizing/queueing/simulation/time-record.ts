const firstBucketMs = 1000;
const bucketLimit = 1024;

/** The run cut into equal pieces of time, for charts: one entry a piece in every array. */
export interface TimeSeries {
  /** 1000, or doubled as often as it takes to keep the pieces under 1024. */
  readonly bucketMs: number;
  readonly arrivals: Float64Array;
  readonly completions: Float64Array;
  readonly errors: Float64Array;
  /** Mean response of the requests that arrived in the piece and have ended well; 0 where `responses` is 0. */
  readonly meanResponseMs: Float64Array;
  readonly responses: Float64Array;
  /** Time averages. */
  readonly queued: Float64Array;
  readonly busyThreads: Float64Array;
  readonly busyCores: Float64Array;
  readonly vmsInPool: Float64Array;
}

/** Time averages over the part of the run that is counted. */
export interface WindowAverages {
  readonly lengthMs: number;
  readonly completions: number;
  readonly queued: number;
  readonly busyThreads: number;
  readonly busyCores: number;
}

const column = () => new Float64Array(bucketLimit);

/** Keeps counts and time integrals of the fleet's state: as a series, and as averages over the counted window. */
export class TimeRecord {
  /** Present values, changed by whoever changes the state. */
  queued = 0;
  busyThreads = 0;
  busyCores = 0;
  vmsInPool: number;
  isWindowOpen = false;

  private bucketMs = firstBucketMs;
  private bucket = 0;
  private bucketEndMs = firstBucketMs;
  private atMs = 0;
  private readonly columns = {
    arrivals: column(),
    completions: column(),
    errors: column(),
    responseSum: column(),
    responses: column(),
    queued: column(),
    busyThreads: column(),
    busyCores: column(),
    vmsInPool: column(),
  };
  /** Integrals since the bucket began: queued, busy threads, busy cores, VMs in the pool. */
  private readonly open = new Float64Array(4);
  /** Integrals over finished buckets, then what the window began with. */
  private readonly past = new Float64Array(3);
  private readonly windowStart = new Float64Array(3);
  private windowFromMs = 0;
  private windowCompletions = 0;
  private window: WindowAverages | null = null;

  constructor(vms: number) {
    this.vmsInPool = vms;
  }

  /** Moves the clock on; the present values have held since it last moved. */
  advanceTo(timeMs: number): void {
    while (timeMs >= this.bucketEndMs) {
      this.integrateTo(this.bucketEndMs);
      this.closeBucket();
    }
    this.integrateTo(timeMs);
  }

  countArrival(): void {
    this.columns.arrivals[this.bucket]! += 1;
  }

  countError(): void {
    this.columns.errors[this.bucket]! += 1;
  }

  countCompletion(arrivalMs: number, responseMs: number): void {
    const { columns } = this;
    columns.completions[this.bucket]! += 1;
    const arrivalBucket = Math.floor(arrivalMs / this.bucketMs);
    columns.responseSum[arrivalBucket]! += responseMs;
    columns.responses[arrivalBucket]! += 1;
    if (this.isWindowOpen) this.windowCompletions += 1;
  }

  openWindow(): void {
    this.isWindowOpen = true;
    this.windowFromMs = this.atMs;
    for (let index = 0; index < 3; index += 1) this.windowStart[index] = this.integral(index);
  }

  closeWindow(): void {
    this.window = this.windowAverages();
    this.isWindowOpen = false;
  }

  windowAverages(): WindowAverages {
    if (this.window !== null) return this.window;
    const lengthMs = this.isWindowOpen ? this.atMs - this.windowFromMs : 0;
    const average = (index: number) =>
      lengthMs > 0 ? Math.max(0, this.integral(index) - this.windowStart[index]!) / lengthMs : 0;
    return {
      lengthMs,
      completions: this.windowCompletions,
      queued: average(0),
      busyThreads: average(1),
      busyCores: average(2),
    };
  }

  series(): TimeSeries {
    const { columns } = this;
    const length = this.bucket + (this.atMs > this.bucket * this.bucketMs ? 1 : 0);
    const spanOf = (index: number) =>
      index < this.bucket ? this.bucketMs : this.atMs - index * this.bucketMs;
    const counts = (values: Float64Array) => values.slice(0, length);
    const averages = (values: Float64Array, open: number) =>
      values.slice(0, length).map((sum, index) => (index < this.bucket ? sum : open) / spanOf(index));
    return {
      bucketMs: this.bucketMs,
      arrivals: counts(columns.arrivals),
      completions: counts(columns.completions),
      errors: counts(columns.errors),
      meanResponseMs: counts(columns.responseSum).map(
        (sum, index) => sum / Math.max(1, columns.responses[index]!),
      ),
      responses: counts(columns.responses),
      queued: averages(columns.queued, this.open[0]!),
      busyThreads: averages(columns.busyThreads, this.open[1]!),
      busyCores: averages(columns.busyCores, this.open[2]!),
      vmsInPool: averages(columns.vmsInPool, this.open[3]!),
    };
  }

  private integrateTo(timeMs: number): void {
    const spanMs = timeMs - this.atMs;
    const { open } = this;
    open[0]! += this.queued * spanMs;
    open[1]! += this.busyThreads * spanMs;
    open[2]! += this.busyCores * spanMs;
    open[3]! += this.vmsInPool * spanMs;
    this.atMs = timeMs;
  }

  private integral(index: number): number {
    return this.past[index]! + this.open[index]!;
  }

  private closeBucket(): void {
    const { columns, open } = this;
    columns.queued[this.bucket] = open[0]!;
    columns.busyThreads[this.bucket] = open[1]!;
    columns.busyCores[this.bucket] = open[2]!;
    columns.vmsInPool[this.bucket] = open[3]!;
    for (let index = 0; index < 3; index += 1) this.past[index]! += open[index]!;
    open.fill(0);
    this.bucket += 1;
    if (this.bucket === bucketLimit) this.joinPairs();
    this.bucketEndMs = (this.bucket + 1) * this.bucketMs;
  }

  private joinPairs(): void {
    for (const values of Object.values(this.columns)) {
      for (let pair = 0; pair < bucketLimit / 2; pair += 1)
        values[pair] = values[2 * pair]! + values[2 * pair + 1]!;
      values.fill(0, bucketLimit / 2);
    }
    this.bucket = bucketLimit / 2;
    this.bucketMs *= 2;
  }
}
