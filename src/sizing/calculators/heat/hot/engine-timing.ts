/**
 * What Heat's engine itself costs, by version 16.0.0 to 26.0.0. Measured values: heat-engine 19.0.0 with
 * RabbitMQ and MariaDB on a busy 2-core machine, resources that make no cloud call. They are noisy by some
 * seconds; the pauses are constants in Heat's source.
 */

/** heat/engine/stack.py `_converge_create_or_update`: sleep(1) after each leaf it casts; not configurable. */
export const leafPauseSeconds = 1;
/** heat/engine/scheduler.py TaskRunner: a second between polls, and between steps without convergence. */
export const pollSeconds = 1;
/** oslo.messaging executor_thread_pool_size. */
export const defaultSlotsPerProcess = 64;
/** Measured: one resource alone takes 0.84 s, of which 0.04 s are its own processor time. */
export const stackSetupSeconds = 0.8;
/** Measured under convergence: 28 to 40 ms of processor time for each create; the upper end. */
export const convergenceCpuSeconds = 0.04;

/**
 * heat/engine/sync_point.py: a completion that loses the race for a sync point waits a random time of up to
 * 10 ms for each predecessor still out, twice that after each further loss.
 */
const retrySecondsPerPredecessor = 0.01;
/** Measured: 30 ms and 12 commits for a create that nothing disturbs, so 2.5 ms from one commit to the next. */
const transactionSeconds = 0.0025;
/** Completions further apart than this do not race: longer than any such transaction, a tenth of the leaf pause. */
const raceWindowSeconds = 0.1;
/** The most that was measured: 200 at once. */
export const measuredFanIn = 200;

/**
 * How much later than its last predecessor a node starts when `predecessors` finish together, seconds.
 *
 * Between reading a sync point and writing it, each other resource active in the process runs one
 * transaction: a window of w = 2.5 ms × active. Losers retry at 1/(10 ms × 2^k) a second, whatever their
 * number, so retries go on until 2^k = w / 10 ms, and the waits of 10 ms × predecessors × 2^k add up to
 * 10 ms × predecessors × (w / 10 ms − 1). Nothing while w is under 10 ms. Reproduces the measured 17 s for 100
 * and 32 s for 200 on two processes within 20 %; beyond 200 it is the law, not a measurement.
 */
export function fanInDelaySeconds(
  predecessors: number,
  engineProcesses: number,
  slotsPerProcess: number = defaultSlotsPerProcess,
): number {
  const active = Math.min(predecessors / Math.max(1, engineProcesses), slotsPerProcess);
  const windowSeconds = transactionSeconds * active;
  return predecessors * Math.max(0, windowSeconds - retrySecondsPerPredecessor);
}

/** How many of these finish times lie in the densest row without a gap of a race window. */
export function racing(finishSeconds: readonly number[]): number {
  const sorted = [...finishSeconds].sort((a, b) => a - b);
  let most = 0;
  let row = 0;
  sorted.forEach((seconds, at) => {
    row = seconds - (sorted[at - 1] ?? Number.NEGATIVE_INFINITY) < raceWindowSeconds ? row + 1 : 1;
    most = Math.max(most, row);
  });
  return most;
}

/** When a poll finds work of `seconds` done: the first whole second after it; work of no time is seen at once. */
export function polledSeconds(seconds: number): number {
  return seconds <= 0 ? 0 : (Math.floor(seconds / pollSeconds) + 1) * pollSeconds;
}

/** What is done after `seconds` is found at this poll; on the very second, at that one. */
export function upToPoll(seconds: number): number {
  // Sums of seconds are off by their last digits.
  return Math.ceil(seconds / pollSeconds - 1e-9) * pollSeconds;
}

/** Measured without convergence: 33 ms for each create up to 100 in one step, 94 ms each at 200. */
const legacyCreateSeconds = 0.033;
const legacyCrowdedSeconds = 0.094;
const legacyCrowdFrom = 100;
/** The most that was measured in one step. */
export const measuredLegacyStep = 200;

/**
 * The engine's time for one create without convergence, by how many start in the same step: one thread does
 * all of them. 12 to 19 ms of it are processor time, the rest is the database and waiting for a core. Why it
 * grows past 100 was not found; between 100 and 200 it is a line, beyond it stays.
 */
export function legacySecondsPerCreate(together: number): number {
  const crowd = Math.min(
    1,
    Math.max(0, (together - legacyCrowdFrom) / (measuredLegacyStep - legacyCrowdFrom)),
  );
  return legacyCreateSeconds + crowd * (legacyCrowdedSeconds - legacyCreateSeconds);
}
