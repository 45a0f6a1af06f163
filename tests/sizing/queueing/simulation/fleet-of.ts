import type { Distribution } from '../../../../src/sizing/queueing/random/distribution.ts';
import {
  baseSimulation,
  type SimulatedServer,
} from '../../../../src/sizing/queueing/simulation/base-simulation.ts';
import type { SimulationConfig } from '../../../../src/sizing/queueing/simulation/simulation-config.ts';

const exponential = (mean: number): Distribution => ({ kind: 'exponential', mean });
export const constant = (mean: number): Distribution => ({ kind: 'constant', mean });

/** A fleet with cores for its workers and requests of 5 ms CPU and 45 ms I/O. */
export function fleetOf(
  server: SimulatedServer,
  vms: number,
  workersPerVm: number,
  threadsPerWorker: number,
): SimulationConfig {
  return {
    ...baseSimulation(server, {
      vms,
      workersPerVm,
      threadsPerWorker,
      coresPerVm: workersPerVm,
      localWorkersPerVm: 0,
      localWorkerCpuShare: 0,
      localWorkerTurnMs: 50,
    }),
    demand: { kind: 'independent', cpuMs: exponential(5), ioMs: exponential(45) },
  };
}

/** Thins with so many threads each, which nobody probes. */
export function thinOf(threads: number, vms = 1): SimulationConfig {
  return { ...fleetOf('thin', vms, 1, threads), healthProbe: null };
}

export const poisson = (perSecond: number) => ({ kind: 'poisson', perSecond }) as const;
