import type { Distribution } from '../random/distribution.ts';
import type { RequestOverhead } from './request-overhead.ts';

/** API VMs, the server processes on each, and what shares their cores. */
export interface SimulatedFleet {
  readonly vms: number;
  /** Server processes a VM: Puma workers, or 1 for Thin. */
  readonly workersPerVm: number;
  readonly threadsPerWorker: number;
  readonly coresPerVm: number;
  /** Background processes (`cc-worker-local`) that compete with the workers for the VM's cores. */
  readonly localWorkersPerVm: number;
  /** Share of one core that each local worker would use on an otherwise idle VM: 0 to 1. */
  readonly localWorkerCpuShare: number;
  /** Mean length of a local worker's turn of CPU work; exponential. */
  readonly localWorkerTurnMs: number;
}

/**
 * How a request on a VM finds a thread.
 * - `private`: the process takes every connection and queues inside (Thin).
 * - `shared`: a worker accepts only while it has a free thread; the rest waits in the VM's listen queue (Puma to 6).
 *   `slot`: a random free thread takes it; `least-busy`: the worker with most free threads; `race`: each worker with
 *   a free thread queues for its own GVL and the first to get it takes the connection. A worker that is already
 *   serving waits `busyDelayMs`, or until a thread frees, before it accepts (`wait_for_less_busy_worker`).
 * - `eager`: as `race`, but without the gate: a worker takes connections into its own queue, where they stay, after
 *   waiting `fullDelayMs * min(busy, 25 threads) / (25 threads)` (Puma 7 and later).
 */
export type AcceptRule =
  | { readonly kind: 'private' }
  | {
      readonly kind: 'shared';
      readonly policy: 'slot' | 'race' | 'least-busy';
      readonly busyDelayMs: number;
    }
  | { readonly kind: 'eager'; readonly fullDelayMs: number };

/** Connections that the proxy keeps open: further requests follow one to the same worker. */
export interface KeepAlive {
  readonly requestsPerConnection: number;
  readonly idleConnections: number;
  readonly idleTimeoutMs: number;
}

export interface SimulatedRouter {
  readonly policy: 'random' | 'round-robin' | 'least-connection';
  /** VMs tried when one refuses the connection outright. */
  readonly attempts: number;
}

/** A client's kernel repeats a TCP connection that a full queue has dropped. */
export interface ConnectRetry {
  readonly everyMs: number;
  /** Refused after this time; finite. */
  readonly giveUpMs: number;
}

/** A probe that goes through the same queue and threads as requests; a VM that misses it gets no new requests. */
export interface HealthProbe {
  readonly intervalMs: number;
  readonly timeoutMs: number;
}

/** CPU and I/O a request needs, before overheads, in milliseconds. */
export type Demand =
  | { readonly kind: 'independent'; readonly cpuMs: Distribution; readonly ioMs: Distribution }
  /** One duration a request, of which a fixed share (0 to 1) is CPU: for durations read from a log. */
  | { readonly kind: 'shared-total'; readonly totalMs: Distribution; readonly cpuShare: number };

/** How one request alternates: CPU, I/O, CPU ... I/O, CPU, with `ioPauses` pauses; without I/O, one CPU piece. */
export interface RequestShape {
  readonly ioPauses: number;
  /** `equal`: the totals in equal pieces; `exponential`: each piece drawn on its own with that mean. */
  readonly pieces: 'equal' | 'exponential';
}

export type Arrivals =
  | { readonly kind: 'poisson'; readonly perSecond: number }
  /** Independent gaps of any distribution. */
  | { readonly kind: 'renewal'; readonly gapMs: Distribution }
  /** A fixed population, each sending its next request `thinkMs` (exponential mean) after the last one ended. */
  | { readonly kind: 'closed'; readonly clients: number; readonly thinkMs: number }
  /** One's own arrivals, ascending, with each request's CPU and I/O. `demand` is then not used. */
  | {
      readonly kind: 'trace';
      readonly arrivalsMs: ArrayLike<number>;
      readonly cpuMs: ArrayLike<number>;
      readonly ioMs: ArrayLike<number>;
    };

/**
 * A stall freezes processes and lets them go on afterwards; a crash loses what they hold, and they return empty.
 * Without `worker` it hits the whole VM: a crashed VM refuses connections. `durationMs` may be infinite.
 */
export interface SimulatedFailure {
  readonly kind: 'stall' | 'crash';
  readonly atMs: number;
  readonly durationMs: number;
  readonly vm: number;
  readonly worker: number | null;
}

/** The beginning or the end of a failure. */
export interface ScriptStep {
  readonly atMs: number;
  readonly failure: SimulatedFailure;
  readonly isBeginning: boolean;
}

export interface SimulationConfig {
  /** Same seed and configuration, same result to the last bit. */
  readonly seed: number;
  /** Independent repetition of the same seed. */
  readonly replication: number;
  readonly fleet: SimulatedFleet;
  readonly accept: AcceptRule;
  readonly keepAlive: KeepAlive | null;
  readonly router: SimulatedRouter;
  readonly healthProbe: HealthProbe | null;
  /** Connections that may wait at a VM (listen backlog; for `private`, those open at all); more are refused. */
  readonly queueLimitPerVm: number;
  /** Connections the kernel holds for a stalled `private` process, which accepts none; more find the queue full. */
  readonly unacceptedLimitPerVm: number;
  /** Null: a full queue refuses at once (Unix socket). */
  readonly connectRetry: ConnectRetry | null;
  readonly overhead: RequestOverhead;
  /** How long a thread may hold the GVL while others wait for it. */
  readonly quantumMs: number;
  /** Share of hand-overs of the GVL that go to any of the waiting threads instead of the first: 0 is strictly FIFO. */
  readonly gvlOvertakingShare: number;
  readonly arrivals: Arrivals;
  readonly demand: Demand;
  readonly shape: RequestShape;
  /** Arrivals end after this time or this many requests, whichever comes first; then the queues drain. */
  readonly durationMs: number;
  readonly requests: number;
  /** Requests that arrive in this leading share of the run are simulated but not counted: 0 to 1. */
  readonly warmUpShare: number;
  readonly failures: readonly SimulatedFailure[];
  /** Requests slower than this are counted. */
  readonly slowMs: number;
}
