import type { HeatInputs } from '../params.ts';

/** What the message queue carries for an option; measured on heat 19.0.0, see rule M3. */
export interface QueueReckoning {
  readonly idleConnections: number;
  readonly typicalConnections: number;
  readonly mostConnections: number;
  /** Without reply queues, as on an idle system. */
  readonly idleQueues: number;
  /** With a reply queue for every process that calls. */
  readonly mostQueues: number;
}

const perEngine = { idle: 3, typical: 6, most: 34 } as const;
/** One for replies and at least one to send. */
const perApi = { typical: 2 } as const;
/** rpc_conn_pool_size, the sending side, and the one for replies. */
const mostPerApi = 31;
const sharedQueues = 3;
const queuesPerEngine = 5;

/** Engine and API processes may be fewer than the option has, when some are lost. */
export function queueReckoning(hosts: number, engineProcesses: number, apiProcesses: number): QueueReckoning {
  const idleQueues = engineProcesses === 0 ? 0 : sharedQueues + hosts + queuesPerEngine * engineProcesses;
  return {
    idleConnections: perEngine.idle * engineProcesses,
    typicalConnections: perEngine.typical * engineProcesses + perApi.typical * apiProcesses,
    mostConnections: perEngine.most * engineProcesses + mostPerApi * apiProcesses,
    idleQueues,
    mostQueues: idleQueues + engineProcesses + apiProcesses,
  };
}

/** Resident memory of one engine worker, megabytes: measured idle, and reported with large nested stacks. */
export const workerMemoryMb = { idle: 150, largeFrom: 300, largeTo: 600 } as const;

export function queueReckoningOf({ apiWorkers, controllers, engineWorkers }: HeatInputs): QueueReckoning {
  return queueReckoning(controllers, controllers * engineWorkers, controllers * apiWorkers);
}
