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
 * a single exponential server shared in turns and for M/M/c; for processes see `responsePercentiles`. Levels with less
 * than a billionth of the time are left out.
 *
 * @throws RangeError if the load is not below the full rate or a number outside its range
 * Source: tagged customer with PASTA; uniformisation (Jensen 1953).
 */
export function responseTailOf(customer: TaggedCustomer): ResponseTail {
  const walk = walkOf(customer);
  let current: Float64Array = walk.start;
  let next: Float64Array = new Float64Array(current.length);
  let waiting = walk.waiting;
  let alive = waiting;
  for (const mass of current) alive += mass;
  const survival = [alive];
  let ratio = 1;
  for (let step = 1; step < mostSteps && alive >= lowestSurvival; step += 1) {
    const inService = advance(walk, current, next, waiting);
    waiting *= walk.stillWaiting;
    const nextRatio = (inService + waiting) / alive;
    alive = inService + waiting;
    survival.push(alive);
    // Long waits outlast all service: once only they are left, the rest of the tail is known.
    const isSettled = step > walk.settledAfter && Math.abs(nextRatio - ratio) < 1e-5 * (1 - nextRatio);
    ratio = nextRatio;
    if (isSettled) break;
    const spare = current;
    current = next;
    next = spare;
  }
  return { survival: Float64Array.from(survival), stepsPerSecond: walk.stepsPerSecond, tailRatio: ratio };
}

/**
 * One step of the clock for the mass of tagged requests in service, by level and phase: entry level × phases + phase.
 * Level 0 and the level above the highest stay empty, so that a neighbour always exists.
 */
interface Walk {
  readonly levels: number;
  readonly phaseCount: number;
  readonly start: Float64Array;
  readonly waiting: number;
  readonly stillWaiting: number;
  /** Share of the waiting mass that enters service here. */
  readonly entering: Float64Array;
  readonly firstEntry: number;
  /** Probability that an arrival comes. */
  readonly rises: number;
  /** Probability, from the level above, that another request leaves. */
  readonly fallsHere: Float64Array;
  /** Probability, from the phase before, that the tagged request ends that phase. */
  readonly passesHere: Float64Array;
  readonly stays: Float64Array;
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
  const size = (levels + 2) * phaseCount;
  const { falls, ends, fastest } = clockOf(customer, levels);
  let waiting = 0;
  for (let n = threads; n < met.length; n += 1) waiting += met[n] ?? 0;
  const rises = arrivalsPerSecond / fastest;
  const fallsHere = new Float64Array(size);
  const passesHere = new Float64Array(size);
  const stays = new Float64Array(size);
  const start = new Float64Array(size);
  const entering = new Float64Array(size);
  const entry = entryLevels(levels, threads, load, waitDecay / fastest);
  for (let index = phaseCount; index < size - phaseCount; index += 1) {
    const level = Math.floor(index / phaseCount);
    const phase = index - level * phaseCount;
    fallsHere[index] = (falls[level + 1] ?? 0) / fastest;
    passesHere[index] = phases.isSeries && phase > 0 ? (ends[index - 1] ?? 0) / fastest : 0;
    const up = level < levels ? rises : 0;
    stays[index] = 1 - up - ((falls[level] ?? 0) + (ends[index] ?? 0)) / fastest;
    const begins = phases.start[phase] ?? 0;
    start[index] = level <= threads ? (met[level - 1] ?? 0) * begins : 0;
    entering[index] = (entry[level] ?? 0) * begins;
  }
  return {
    levels,
    phaseCount,
    start,
    waiting: waiting < negligible ? 0 : waiting,
    stillWaiting: 1 - waitDecay / fastest,
    entering,
    firstEntry: threads * phaseCount,
    rises,
    fallsHere,
    passesHere,
    stays,
    stepsPerSecond: fastest,
    settledAfter: (8 * threads * fastest) / full,
  };
}

interface Clock {
  /** Others' completions per second by level. */
  readonly falls: Float64Array;
  /** The tagged request's own phase ends per second by level and phase. */
  readonly ends: Float64Array;
  /** The largest sum of rates anywhere: the rate of the clock. */
  readonly fastest: number;
}

function clockOf(customer: TaggedCustomer, levels: number): Clock {
  const { completionsPerSecond, arrivalsPerSecond, phases, waitDecayPerSecond } = customer;
  const threads = completionsPerSecond.length - 1;
  const phaseCount = phases.pace.length;
  const falls = new Float64Array(levels + 2);
  const ends = new Float64Array((levels + 2) * phaseCount);
  let fastest = waitDecayPerSecond;
  for (let level = 1; level <= levels; level += 1) {
    const inService = Math.min(level, threads);
    const own = (completionsPerSecond[inService] ?? 0) / inService;
    const others = own * (inService - 1);
    falls[level] = others;
    for (let phase = 0; phase < phaseCount; phase += 1) {
      const pace = own * (phases.pace[phase] ?? 0);
      ends[level * phaseCount + phase] = pace;
      fastest = Math.max(fastest, arrivalsPerSecond + others + pace);
    }
  }
  return { falls, ends, fastest };
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

/** Fills `next` with the mass one step later and returns its sum. */
function advance(walk: Walk, current: Float64Array, next: Float64Array, waiting: number): number {
  const { levels, phaseCount, rises, fallsHere, passesHere, stays, entering, firstEntry } = walk;
  const end = (levels + 1) * phaseCount;
  let sum = 0;
  for (let index = phaseCount; index < end; index += 1) {
    const mass =
      (current[index] ?? 0) * (stays[index] ?? 0) +
      (current[index - phaseCount] ?? 0) * rises +
      (current[index + phaseCount] ?? 0) * (fallsHere[index] ?? 0) +
      (current[index - 1] ?? 0) * (passesHere[index] ?? 0);
    next[index] = mass;
    sum += mass;
  }
  if (waiting > 0) {
    for (let index = firstEntry; index < end; index += 1) {
      const mass = waiting * (entering[index] ?? 0);
      next[index] = (next[index] ?? 0) + mass;
      sum += mass;
    }
  }
  return sum;
}
