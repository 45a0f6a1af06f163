import { meanOf } from '../random/distribution.ts';
import type { RequestOverhead } from './request-overhead.ts';
import type { SimulationConfig } from './simulation-config.ts';

function refuse(what: string, value: unknown): never {
  throw new RangeError(`simulation: ${what} is ${value}`);
}

function checkCount(what: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) refuse(what, value);
}

function checkQuantity(what: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) refuse(what, value);
}

function checkArrivals({ arrivals, demand, overhead }: SimulationConfig): void {
  if (arrivals.kind === 'poisson') checkQuantity('perSecond', arrivals.perSecond);
  // Infinitely many requests in the same instant would never let the clock move.
  if (arrivals.kind === 'renewal' && !(meanOf(arrivals.gapMs) > 0))
    refuse('mean gap', meanOf(arrivals.gapMs));
  if (arrivals.kind === 'trace') {
    const rows = arrivals.arrivalsMs.length;
    if (arrivals.cpuMs.length !== rows) refuse('number of CPU demands', arrivals.cpuMs.length);
    if (arrivals.ioMs.length !== rows) refuse('number of I/O demands', arrivals.ioMs.length);
    for (let row = 0; row < rows; row += 1) {
      checkQuantity(`CPU of row ${row}`, arrivals.cpuMs[row]!);
      checkQuantity(`I/O of row ${row}`, arrivals.ioMs[row]!);
      if (!(arrivals.arrivalsMs[row]! >= (row > 0 ? arrivals.arrivalsMs[row - 1]! : 0))) {
        refuse(`arrival of row ${row}, before its predecessor`, arrivals.arrivalsMs[row]);
      }
    }
  }
  if (arrivals.kind !== 'closed') return;
  checkCount('clients', arrivals.clients, 1);
  checkQuantity('thinkMs', arrivals.thinkMs);
  const demandMs =
    demand.kind === 'independent' ? meanOf(demand.cpuMs) + meanOf(demand.ioMs) : meanOf(demand.totalMs);
  if (!(demandMs + overhead.cpuMs + arrivals.thinkMs > 0)) refuse('cycle of a closed client in ms', 0);
}

function checkShare(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) refuse(what, value);
}

function checkOverhead(overhead: RequestOverhead): void {
  const { cpuMs, cpuShare, cpuShareLimitMs, pauseMs, latencyMs, collisions } = overhead;
  checkQuantity('overhead cpuMs', cpuMs);
  checkQuantity('overhead cpuShare', cpuShare);
  if (!(cpuShareLimitMs >= 0)) refuse('overhead cpuShareLimitMs', cpuShareLimitMs);
  checkQuantity('overhead pauseMs', pauseMs);
  checkQuantity('overhead latencyMs', latencyMs);
  if (collisions === null) return;
  checkShare('wakeShare of collisions', collisions.wakeShare);
  checkShare('handOverShare of collisions', collisions.handOverShare);
  checkQuantity('rebalanceMs of collisions', collisions.rebalanceMs);
  checkQuantity('standInCpuShare of collisions', collisions.standInCpuShare);
  checkQuantity('overhead cpuShare without collisions', cpuShare - collisions.standInCpuShare);
}

function checkFailures({ failures, fleet }: SimulationConfig): void {
  for (const { atMs, durationMs, vm, worker } of failures) {
    checkQuantity('start of a failure', atMs);
    if (!(durationMs >= 0)) refuse('duration of a failure', durationMs);
    checkCount('VM of a failure', vm, 0);
    if (vm >= fleet.vms) refuse('VM of a failure', vm);
    if (worker === null) continue;
    checkCount('worker of a failure', worker, 0);
    if (worker >= fleet.workersPerVm) refuse('worker of a failure', worker);
  }
}

/**
 * Throws where a configuration describes nothing that can be simulated, or a run that would not end.
 * @throws RangeError naming the value.
 */
export function checkConfig(config: SimulationConfig): void {
  const { fleet, accept, overhead, healthProbe, demand, arrivals } = config;
  checkCount('number of VMs', fleet.vms, 1);
  checkCount('number of workers', fleet.workersPerVm, 1);
  checkCount('number of threads', fleet.threadsPerWorker, 1);
  if (!(fleet.coresPerVm > 0)) refuse('number of cores', fleet.coresPerVm);
  checkCount('number of local workers', fleet.localWorkersPerVm, 0);
  checkShare('CPU share of a local worker', fleet.localWorkerCpuShare);
  if (!(fleet.localWorkerTurnMs > 0)) refuse('turn of a local worker', fleet.localWorkerTurnMs);
  if (accept.kind === 'private' && fleet.workersPerVm > 1)
    refuse('workers behind a private queue', fleet.workersPerVm);
  checkOverhead(overhead);
  if (!(config.quantumMs > 0)) refuse('quantum', config.quantumMs);
  checkShare('overtaking share', config.gvlOvertakingShare);
  if (!(config.unacceptedLimitPerVm >= 0))
    refuse('limit of unaccepted connections', config.unacceptedLimitPerVm);
  if (config.connectRetry !== null) {
    checkQuantity('giveUpMs of a connection', config.connectRetry.giveUpMs);
    if (!(config.connectRetry.everyMs > 0)) refuse('everyMs of a connection', config.connectRetry.everyMs);
  }
  checkCount('router attempts', config.router.attempts, 1);
  if (
    healthProbe !== null &&
    !(healthProbe.timeoutMs > 0 && healthProbe.intervalMs >= healthProbe.timeoutMs)
  ) {
    refuse('probe interval, shorter than its timeout', healthProbe.intervalMs);
  }
  checkCount('number of I/O pauses', config.shape.ioPauses, 1);
  if (demand.kind === 'shared-total') checkShare('CPU share', demand.cpuShare);
  if (!(config.warmUpShare >= 0 && config.warmUpShare < 1)) refuse('warm-up share', config.warmUpShare);
  if (!(config.durationMs > 0)) refuse('duration', config.durationMs);
  if (!(config.requests > 0)) refuse('number of requests', config.requests);
  const isEndless =
    config.durationMs === Number.POSITIVE_INFINITY && config.requests === Number.POSITIVE_INFINITY;
  const isIdle = arrivals.kind === 'poisson' && arrivals.perSecond === 0;
  if (
    arrivals.kind !== 'trace' &&
    (isEndless || (isIdle && config.durationMs === Number.POSITIVE_INFINITY))
  ) {
    refuse('length of the run', config.durationMs);
  }
  checkArrivals(config);
  checkFailures(config);
}
