import { aboveZero, atLeastZero, share } from './domain.ts';
import type { Phases } from './phases.ts';
import { levelProbabilities } from './process-chain.ts';

export interface TaggedCustomer {
  /** Completions per second with n = 0 .. threads requests inside, entry 0 being 0. */
  readonly completionsPerSecond: Float64Array;
  /** Poisson arrivals, below the last rate. */
  readonly arrivalsPerSecond: number;
  /** Rate at which the wait of those who must wait ends; the decay of the wait's tail. */
  readonly waitDecayPerSecond: number;
  /** The tagged request's own demand. */
  readonly phases: Phases;
}

/**
 * P(response > t) of one request, as survival after 0, 1, 2 … steps of a Poisson clock. Beyond the last entry each
 * step multiplies the survival by `tailRatio`.
 */
export interface ResponseTail {
  readonly survival: Float64Array;
  readonly stepsPerSecond: number;
  readonly tailRatio: number;
}

// Survival at which steps may stop: the 99th percentile needs 0.01, and a tail in proportion is exact beyond it.
const lowestSurvival = 0.002;
const mostSteps = 20_000;
const negligible = 1e-9;
const mostWaitingLevels = 400;

/**
 * The full response time, wait included, of a request that meets the chain in its steady state.
 *
 * The tagged request shares the rate of its VM with all others in service, and passes its own phases. It is exact for
 * a single exponential server shared in turns and for M/M/c. Against simulated processes the 95th percentile is within
 * 15 %, mostly too high. Levels with less than a billionth of the time are left out.
 *
 * @throws RangeError if the load is not below the full rate or a number outside its range
 * Source: tagged customer with PASTA; uniformisation (Jensen 1953).
 */
export function responseTailOf(customer: TaggedCustomer): ResponseTail {
  const walk = walkOf(customer);
  let current: Float64Array = walk.start;
  let next: Float64Array = new Float64Array(current.length);
  let waiting = walk.waiting;
  const survival: number[] = [];
  let ratio = 1;
  for (let step = 0; step < mostSteps; step += 1) {
    let alive = waiting;
    for (const mass of current) alive += mass;
    const before = survival.at(-1) ?? alive;
    const nextRatio = before > 0 ? alive / before : 0;
    survival.push(alive);
    if (alive < lowestSurvival) {
      ratio = nextRatio;
      break;
    }
    // Long waits outlast all service: once only they are left, the rest of the tail is known.
    if (step > walk.settledAfter && Math.abs(nextRatio - ratio) < 1e-5 * (1 - nextRatio)) {
      ratio = nextRatio;
      break;
    }
    ratio = nextRatio;
    advance(walk, current, next, waiting);
    waiting *= walk.stillWaiting;
    const spare = current;
    current = next;
    next = spare;
  }
  return { survival: Float64Array.from(survival), stepsPerSecond: walk.stepsPerSecond, tailRatio: ratio };
}

interface Walk {
  readonly levels: number;
  readonly phaseCount: number;
  readonly isSeries: boolean;
  readonly start: Float64Array;
  readonly waiting: number;
  readonly stillWaiting: number;
  /** Share of a waiting request's mass that enters service at each level in a step. */
  readonly entry: Float64Array;
  readonly phaseStart: Float64Array;
  readonly up: number;
  readonly down: Float64Array;
  /** Probability by level and phase that the tagged request ends its phase in a step. */
  readonly forward: Float64Array;
  readonly stepsPerSecond: number;
  readonly settledAfter: number;
}

function walkOf(customer: TaggedCustomer): Walk {
  const { completionsPerSecond, arrivalsPerSecond, phases } = customer;
  const threads = completionsPerSecond.length - 1;
  const full = completionsPerSecond[threads] ?? 0;
  const load = share(
    'load',
    atLeastZero('arrivalsPerSecond', arrivalsPerSecond) / aboveZero('full rate', full),
  );
  const waitDecay = aboveZero('waitDecayPerSecond', customer.waitDecayPerSecond);
  const beyond = load > 0 ? Math.min(mostWaitingLevels, Math.ceil(Math.log(1e-7) / Math.log(load))) : 1;
  const met = levelProbabilities(completionsPerSecond, arrivalsPerSecond, threads + beyond);
  const levels = highestLevel(met, threads, threads + beyond);
  const phaseCount = phases.pace.length;
  let waiting = 0;
  for (let n = threads; n < met.length; n += 1) waiting += met[n] ?? 0;
  if (waiting < negligible) waiting = 0;
  const down = new Float64Array(levels + 1);
  const forward = new Float64Array((levels + 1) * phaseCount);
  let fastest = waitDecay;
  for (let level = 1; level <= levels; level += 1) {
    const inService = Math.min(level, threads);
    const own = (completionsPerSecond[inService] ?? 0) / inService;
    down[level] = own * (inService - 1);
    let quickest = 0;
    for (let phase = 0; phase < phaseCount; phase += 1) {
      const pace = own * (phases.pace[phase] ?? 0);
      forward[level * phaseCount + phase] = pace;
      quickest = Math.max(quickest, pace);
    }
    fastest = Math.max(fastest, arrivalsPerSecond + (down[level] ?? 0) + quickest);
  }
  const start = new Float64Array((levels + 1) * phaseCount);
  for (let n = 0; n < met.length && n < threads; n += 1) {
    const level = Math.min(n + 1, levels);
    for (let phase = 0; phase < phaseCount; phase += 1) {
      const index = level * phaseCount + phase;
      start[index] = (start[index] ?? 0) + (met[n] ?? 0) * (phases.start[phase] ?? 0);
    }
  }
  return {
    levels,
    phaseCount,
    isSeries: phases.isSeries,
    start,
    waiting,
    stillWaiting: 1 - waitDecay / fastest,
    entry: entryLevels(levels, threads, load, waitDecay / fastest),
    phaseStart: phases.start,
    up: arrivalsPerSecond / fastest,
    down: down.map((rate) => rate / fastest),
    forward: forward.map((rate) => rate / fastest),
    stepsPerSecond: fastest,
    settledAfter: (8 * threads * fastest) / full,
  };
}

function highestLevel(met: Float64Array, threads: number, most: number): number {
  let tail = met[met.length - 1] ?? 0;
  let level = most;
  while (level > 1 && tail + (met[level] ?? 0) < negligible) {
    tail += met[level] ?? 0;
    level -= 1;
  }
  // Arrivals during the tagged request's stay reach somewhat higher than those it meets.
  return level < threads ? Math.min(threads, level + 2 + Math.ceil(level / 4)) : level;
}

// Those who come during the wait are behind the tagged request: a geometric number beyond the threads.
function entryLevels(levels: number, threads: number, load: number, leaves: number): Float64Array {
  const entry = new Float64Array(levels + 1);
  if (levels < threads) return entry;
  let mass = leaves;
  for (let level = threads; level < levels; level += 1) {
    entry[level] = mass * (1 - load);
    mass *= load;
  }
  entry[levels] = mass;
  return entry;
}

function advance(walk: Walk, current: Float64Array, next: Float64Array, waiting: number): void {
  const { levels, phaseCount, isSeries, up, down, forward, entry, phaseStart } = walk;
  const last = phaseCount - 1;
  next.fill(0);
  for (let level = 1; level <= levels; level += 1) {
    const row = level * phaseCount;
    const falls = level > 1 ? (down[level] ?? 0) : 0;
    const rises = level < levels ? up : 0;
    const entering = waiting > 0 ? waiting * (entry[level] ?? 0) : 0;
    for (let phase = 0; phase < phaseCount; phase += 1) {
      const index = row + phase;
      const mass = current[index] ?? 0;
      const ends = forward[index] ?? 0;
      next[index] =
        (next[index] ?? 0) + mass * (1 - rises - falls - ends) + entering * (phaseStart[phase] ?? 0);
      if (rises > 0) next[index + phaseCount] = (next[index + phaseCount] ?? 0) + mass * rises;
      if (falls > 0) next[index - phaseCount] = (next[index - phaseCount] ?? 0) + mass * falls;
      if (isSeries && phase < last) next[index + 1] = (next[index + 1] ?? 0) + mass * ends;
    }
  }
}
