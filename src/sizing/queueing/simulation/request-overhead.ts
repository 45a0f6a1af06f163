/** What a server adds to the CPU and I/O of the request itself. */
export interface RequestOverhead {
  /** CPU of the server for one request. */
  readonly cpuMs: number;
  /** Further CPU as a share of the request's own CPU. */
  readonly cpuShare: number;
  /** Each I/O pause lasts this much longer than asked. */
  readonly pauseMs: number;
  /** Waits of reading, waking and writing: with I/O the thread is held for them, else they come on top. */
  readonly latencyMs: number;
}

export const noOverhead: RequestOverhead = { cpuMs: 0, cpuShare: 0, pauseMs: 0, latencyMs: 0 };

/**
 * Fitted once to 180 runs of a real Puma 5.6.5 and Thin 1.8.1 (Ruby 3.1, requests of 2 to 20 ms CPU in five pieces).
 * Not measured: Cloud Controller itself, Ruby 3.3, Puma 6 and later.
 */
const fittedOverhead: RequestOverhead = { cpuMs: 0.35, cpuShare: 0.03, pauseMs: 0.1, latencyMs: 0.4 };

/** Thin's own CPU accounts over its runs at 60 to 90 % load: 0.19 ms above 3 %, where Puma's fit is 0.35. */
export const thinOverhead: RequestOverhead = { ...fittedOverhead, cpuMs: 0.19 };

/** With several workers and none of the cores spare, holders collide on a core now and then: 10 % instead of 3 %. */
const collidingCpuShare = 0.1;

/** CPU of a request that does nothing, on a new connection, Thin with 20 threads: 52,733 requests in 5 s on 0.994 core. */
export const emptyRequestCpuMs = { newConnection: 0.0943, keptConnection: 0.0634 } as const;

/**
 * The overhead measured for so many workers on so many cores.
 * `arePinned`: each worker bound to a core of its own, which avoids the collisions.
 */
export function measuredOverhead(
  workersPerVm: number,
  coresPerVm: number,
  arePinned = false,
): RequestOverhead {
  const doCollide = workersPerVm > 1 && workersPerVm >= coresPerVm && !arePinned;
  return doCollide ? { ...fittedOverhead, cpuShare: collidingCpuShare } : fittedOverhead;
}
