import { measuredOverhead, thinOverhead } from './request-overhead.ts';
import type { AcceptRule, KeepAlive, SimulatedFleet, SimulationConfig } from './simulation-config.ts';

/** Servers by the way they give a connection to a thread. */
export type SimulatedServer = 'thin' | 'puma-5' | 'puma-6' | 'puma-7' | 'puma-7-keep-alive';

const busyDelayMs = 5;

/**
 * Real CRuby is nearly FIFO with some barging (6 to 9 % of wake-ups were seen overtaken). Over 89 measured runs strict
 * FIFO and a random next holder fit almost alike (mean error 2.6 and 2.1 % with 20 threads); this lies between.
 */
const measuredOvertakingShare = 0.3;

/**
 * The accept rule of each server.
 * `puma-5`: capi 1.138 on; `puma-6`: `wait_for_less_busy_worker`, on by default from Puma 6.0, to capi 1.217;
 * `puma-7`: capi 1.218 on, eager accept; with keep-alive after capi 1.235 (nginx 1.30).
 * Source: puma/puma issues 3678 and 3961, `ClusterAcceptLoopDelay`; thin's `Connection` and EventMachine's deferred pool.
 */
export function acceptRuleOf(server: SimulatedServer): AcceptRule {
  switch (server) {
    case 'thin':
      return { kind: 'private' };
    case 'puma-5':
      return { kind: 'shared', policy: 'race', busyDelayMs: 0 };
    case 'puma-6':
      return { kind: 'shared', policy: 'race', busyDelayMs };
    default:
      return { kind: 'eager', fullDelayMs: busyDelayMs };
  }
}

/**
 * What the kernel holds for a stalled Thin: EventMachine's `listen(sd, 100)`, of which Linux makes 101; seen in a
 * measured stall. Whether the next is refused (Unix socket) or tries again (TCP) is up to what stands in front.
 */
export const thinListenQueue = 101;

/** nginx `keepalive 32` and `keepalive_timeout 15s`; Puma `max_keep_alive 25` as Cloud Controller sets it. */
const proxyKeepAlive: KeepAlive = { requestsPerConnection: 25, idleConnections: 32, idleTimeoutMs: 15_000 };

/**
 * A fleet as Cloud Controller runs it, with measured overheads and without load: spread it and add arrivals, demand and
 * a length. Gorouter: round robin, three attempts. Route registration probes: every 10 s, 6 s to answer.
 * Queue: listen backlog 1024 (Puma), 1024 connections (Thin), of which a stall may hold any number: see `thinListenQueue`.
 */
export function baseSimulation(server: SimulatedServer, fleet: SimulatedFleet): SimulationConfig {
  return {
    seed: 1,
    replication: 0,
    fleet,
    accept: acceptRuleOf(server),
    keepAlive: server === 'puma-7-keep-alive' ? proxyKeepAlive : null,
    router: { policy: 'round-robin', attempts: 3 },
    healthProbe: { intervalMs: 10_000, timeoutMs: 6_000 },
    queueLimitPerVm: 1024,
    unacceptedLimitPerVm: Number.POSITIVE_INFINITY,
    connectRetry: null,
    overhead: server === 'thin' ? thinOverhead : measuredOverhead(fleet.workersPerVm, fleet.coresPerVm),
    quantumMs: 100,
    gvlOvertakingShare: measuredOvertakingShare,
    arrivals: { kind: 'poisson', perSecond: 0 },
    demand: {
      kind: 'independent',
      cpuMs: { kind: 'constant', mean: 0 },
      ioMs: { kind: 'constant', mean: 0 },
    },
    shape: { ioPauses: 4, pieces: 'equal' },
    durationMs: 60_000,
    requests: Number.POSITIVE_INFINITY,
    warmUpShare: 0.1,
    failures: [],
    slowMs: 1000,
  };
}
