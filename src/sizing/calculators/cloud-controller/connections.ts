import type { FleetInputs } from './params.ts';
import { workersOf } from './params.ts';

/** Default of `ccdb.max_connections`, which every local worker inherits. */
const inheritedConnections = 25;

/** Upper bound of database connections of a fleet, by who opens them. */
export interface Connections {
  /** Processes that serve requests: Puma workers, or the Thin process. */
  readonly serving: number;
  /** Puma's main processes; Thin has none. */
  readonly main: number;
  readonly perLocalWorker: number;
  readonly local: number;
  readonly total: number;
}

/**
 * The most connections a fleet of `vms` may open. By the guide's reckoning a local worker counts what the user
 * entered, since a single-threaded process uses about one; by upstream's it counts its whole pool.
 */
export function connectionsOf(inputs: FleetInputs, vms: number, reckon: FleetInputs['reckon']): Connections {
  const pool = inputs.connectionsPerProcess;
  const serving = vms * workersOf(inputs) * pool;
  const main = inputs.engine === 'thin' ? 0 : vms * pool;
  const perLocalWorker = reckon === 'guide' ? inputs.connectionsPerLocalWorker : localPool(inputs);
  const local = vms * inputs.localWorkersPerVm * perLocalWorker;
  return { serving, main, perLocalWorker, local, total: serving + main + local };
}

/** A local worker reads the API's own settings: for Thin, the same `ccdb.max_connections`. */
function localPool(inputs: FleetInputs): number {
  if (inputs.limitsLocalWorkers) return localWorkerLimit(inputs);
  return inputs.engine === 'thin' ? inputs.connectionsPerProcess : inheritedConnections;
}

/** What the export writes as `ccdb.max_connections_per_local_worker`: a pool of none does not start. */
export function localWorkerLimit(inputs: FleetInputs): number {
  return Math.max(1, inputs.connectionsPerLocalWorker);
}
