import { describe, expect, it } from 'vitest';
import {
  acceptRuleOf,
  baseSimulation,
  thinListenQueue,
} from '../../../../src/sizing/queueing/simulation/base-simulation.ts';
import { checkConfig } from '../../../../src/sizing/queueing/simulation/check-config.ts';
import { measuredOverhead } from '../../../../src/sizing/queueing/simulation/request-overhead.ts';

const fleet = {
  vms: 2,
  workersPerVm: 1,
  threadsPerWorker: 20,
  coresPerVm: 2,
  localWorkersPerVm: 0,
  localWorkerCpuShare: 0,
  localWorkerTurnMs: 50,
};

describe('acceptRuleOf', () => {
  it('has Thin take every connection, Puma 5 race, Puma 6 wait 5 ms while busy, Puma 7 take without a gate', () => {
    expect(acceptRuleOf('thin')).toEqual({ kind: 'private' });
    expect(acceptRuleOf('puma-5')).toEqual({ kind: 'shared', policy: 'race', busyDelayMs: 0 });
    expect(acceptRuleOf('puma-6')).toEqual({ kind: 'shared', policy: 'race', busyDelayMs: 5 });
    expect(acceptRuleOf('puma-7')).toEqual({ kind: 'eager', fullDelayMs: 5 });
    expect(acceptRuleOf('puma-7-keep-alive')).toEqual({ kind: 'eager', fullDelayMs: 5 });
  });
});

describe('baseSimulation', () => {
  it.each(['thin', 'puma-5', 'puma-6', 'puma-7', 'puma-7-keep-alive'] as const)(
    'is a configuration of %s that can be simulated, without load and failures',
    (server) => {
      const config = baseSimulation(server, fleet);
      expect(() => checkConfig(config)).not.toThrow();
      expect(config).toMatchObject({
        fleet,
        accept: acceptRuleOf(server),
        arrivals: { kind: 'poisson', perSecond: 0 },
        failures: [],
        connectRetry: null,
        queueLimitPerVm: 1024,
        router: { policy: 'round-robin', attempts: 3 },
        healthProbe: { intervalMs: 10_000, timeoutMs: 6000 },
        demand: { cpuMs: { mean: 0 }, ioMs: { mean: 0 } },
      });
    },
  );

  it('keeps connections open with the last server only: 25 requests each, 32 idle, for 15 s', () => {
    expect(baseSimulation('puma-7-keep-alive', fleet).keepAlive).toEqual({
      requestsPerConnection: 25,
      idleConnections: 32,
      idleTimeoutMs: 15_000,
    });
    expect(baseSimulation('puma-7', fleet).keepAlive).toBeNull();
  });

  it('adds 0.19 ms and 3 % CPU to Thin, as fitted to it, and what was measured for its size to Puma', () => {
    expect(baseSimulation('thin', fleet).overhead).toMatchObject({ cpuMs: 0.19, cpuShare: 0.03 });
    expect(baseSimulation('puma-5', fleet).overhead).toEqual(measuredOverhead(1, 2));
    const full = { ...fleet, workersPerVm: 2 };
    expect(baseSimulation('puma-5', full).overhead).toEqual(measuredOverhead(2, 2));
    expect(measuredOverhead(2, 2)).not.toEqual(measuredOverhead(1, 2));
  });

  it('knows that Linux makes 101 of EventMachine’s listen queue of 100', () => {
    expect(thinListenQueue).toBe(101);
  });
});
