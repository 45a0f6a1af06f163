/**
 * Two processes on one core while another core is free, as the kernel leaves them now and then: a thread that wakes
 * last ran on any of the cores, and may stay there although another process has it. Both go at half speed until one
 * of them has had its turn or the kernel moves it. Shares are 0 to 1.
 */
export interface CoreCollisions {
  /** Of the wake-ups of a process off the CPU whose last core is taken, those that stay on it. */
  readonly wakeShare: number;
  /** The same of hand-overs of the GVL, where the holder's core falls free and mostly pulls the next one back. */
  readonly handOverShare: number;
  /** Mean time to the kernel's next balancing of the cores. */
  readonly rebalanceMs: number;
  /** The part of `cpuShare` that stands for collisions where they are not played out. */
  readonly standInCpuShare: number;
}

/** What a server adds to the CPU and I/O of the request itself. */
export interface RequestOverhead {
  /** CPU of the server for one request. */
  readonly cpuMs: number;
  /**
   * Further CPU as a share of the request's own CPU, since threads that wake preempt the holder of the GVL: of T
   * threads the T - 1 others do, so that the simulation counts the share (1 - 1/T) times.
   */
  readonly cpuShare: number;
  /** The share counts up to this much CPU: in longer work the other threads soon all wait, and none wakes any more. */
  readonly cpuShareLimitMs: number;
  /** Each I/O pause lasts this much longer than asked. */
  readonly pauseMs: number;
  /** Waits of reading, waking and writing: with I/O the thread is held for them, else they come on top. */
  readonly latencyMs: number;
  /** Null where processes have cores to spare or of their own. */
  readonly collisions: CoreCollisions | null;
}

export const noOverhead: RequestOverhead = {
  cpuMs: 0,
  cpuShare: 0,
  cpuShareLimitMs: Number.POSITIVE_INFINITY,
  pauseMs: 0,
  latencyMs: 0,
  collisions: null,
};

/**
 * Fitted once to 180 runs of a real Puma 5.6.5 and Thin 1.8.1 (Ruby 3.1, requests of 2 to 20 ms CPU in five pieces).
 * Its limit: requests of 150 ms and of 3 s CPU showed next to none of the share, and one thread alone showed none.
 * With it every run of one process with exponential sizes, replayed, has its mean within 6 %.
 * Not measured: Cloud Controller itself, Ruby 3.3, Puma 6 and later.
 */
const fittedOverhead: RequestOverhead = {
  cpuMs: 0.35,
  cpuShare: 0.03,
  cpuShareLimitMs: 30,
  pauseMs: 0.1,
  latencyMs: 0.4,
  collisions: null,
};

/** Thin's own CPU accounts over its runs at 60 to 90 % load: 0.19 ms above 3 %, where Puma's fit is 0.35. */
export const thinOverhead: RequestOverhead = { ...fittedOverhead, cpuMs: 0.19 };

/**
 * With as many workers as cores nothing else has a core: 7 % instead of 3 %. With each worker pinned to a core this
 * alone gives the measured means (60.0 and 69.3 ms) within 1 %.
 */
const fullCoresCpuShare = 0.07;

/**
 * Chosen once for all 17 undisturbed runs of two workers on two cores at 15 to 85 % CPU, their arrivals and sizes
 * replayed: mean error 1.4 %, p95 1.4 %; choices around these do nearly as well. Unpinned runs were measured 9 to 20 %
 * slower than pinned ones. On more cores this is an extrapolation.
 */
const measuredCollisions: CoreCollisions = {
  wakeShare: 0.8,
  handOverShare: 0.13,
  rebalanceMs: 10,
  standInCpuShare: 0.03,
};

/** CPU of a request that does nothing, on a new connection, Thin with 20 threads: 52,733 requests in 5 s on 0.994 core. */
export const emptyRequestCpuMs = { newConnection: 0.0943, keptConnection: 0.0634 } as const;

/**
 * The overhead measured for so many workers on so many cores: 3 % CPU, and 7 to 10 % where workers equal cores.
 * `arePinned`: each worker bound to a core of its own, which avoids the collisions.
 */
export function measuredOverhead(
  workersPerVm: number,
  coresPerVm: number,
  arePinned = false,
): RequestOverhead {
  if (workersPerVm <= 1 || workersPerVm < coresPerVm) return fittedOverhead;
  if (arePinned) return { ...fittedOverhead, cpuShare: fullCoresCpuShare };
  return {
    ...fittedOverhead,
    cpuShare: fullCoresCpuShare + measuredCollisions.standInCpuShare,
    collisions: measuredCollisions,
  };
}
