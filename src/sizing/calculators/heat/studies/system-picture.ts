import { counted, numberText } from '../../../core/number-text.ts';
import type { SystemFigure, SystemHost, SystemStage } from '../../../core/study-figures.ts';
import { guideCeiling } from '../guide-reckoning.ts';
import type { HeatInputs } from '../params.ts';
import type { HeatOption } from '../size.ts';
import { executorThreadsOf, upstreamCeiling } from '../upstream-reckoning.ts';
import { queueReckoning } from './queue-reckoning.ts';

const n = numberText;

/** What is out of the control plane. */
export interface Losses {
  readonly controllers: number;
  /** Engine workers on the controllers that are left. */
  readonly workers: number;
}

export const noLosses: Losses = { controllers: 0, workers: 0 };

/** Connections of what is left, in the user's way of reckoning. */
export function ceilingLeft(inputs: HeatInputs, losses: Losses): number {
  const left = { ...inputs, controllers: Math.max(0, inputs.controllers - losses.controllers) };
  const ceiling =
    inputs.reckonBy === 'guide' ? guideCeiling(left, inputs.executorThreads ?? 0) : upstreamCeiling(left);
  const engines = left.controllers * inputs.engineWorkers;
  const gone = Math.min(engines, losses.workers);
  const perEngine = engines === 0 ? 0 : (ceiling.enginePool + ceiling.engineOverflow) / engines;
  return ceiling.total - gone * perEngine;
}

/** The control plane to scale: API workers, message queue, engine workers, database and cloud APIs. */
export function systemPicture(option: HeatOption, id: string, losses: Losses): SystemFigure {
  const { inputs } = option;
  const controllers = Math.max(0, inputs.controllers - losses.controllers);
  const engines = Math.max(0, controllers * inputs.engineWorkers - losses.workers);
  const apis = controllers * inputs.apiWorkers;
  const slots = inputs.reckonBy === 'guide' ? inputs.tasksPerWorker : executorThreadsOf(inputs);
  const queue = queueReckoning(controllers, engines, apis);
  const ceiling = ceilingLeft(inputs, losses);
  const isOver = option.sizing.free !== null && ceiling > option.sizing.free;
  return {
    kind: 'system',
    id,
    title: 'What does the control plane look like?',
    subtitle: `${counted(apis, 'API process', 'API processes')} and ${counted(engines, 'engine process', 'engine processes')} on ${counted(controllers, 'controller')}; at once ${counted(engines * slots, 'resource')}.`,
    letter: option.letter,
    stages: [
      {
        id: 'api',
        title: 'API workers',
        detail: `${n(apis)} in all`,
        groups: [hostsOf(inputs, losses, 'API worker', inputs.apiWorkers, 0, false)],
      },
      storeStage('queue', 'Message queue', `${n(queue.mostQueues)} queues`, [['RabbitMQ', queue.mostQueues]]),
      {
        id: 'engine',
        title: 'Engine workers',
        detail: `${n(engines)} in all, ${counted(slots, 'task')} each`,
        groups: [hostsOf(inputs, losses, 'engine worker', inputs.engineWorkers, slots, true)],
      },
      storeStage('back', 'Database and cloud', `${n(ceiling)} database connections at most`, [
        ['Database', ceiling],
        ['Cloud APIs', 0],
      ]),
    ],
    links: [
      { label: 'RPC, at least 2 connections a process', tone: 'plain' },
      { label: `${n(queue.typicalConnections)} connections under load`, tone: 'plain' },
      {
        label: `up to ${n(ceiling)} connections; a poll a second for each resource`,
        tone: isOver ? 'bad' : 'plain',
      },
    ],
  };
}

function storeStage(
  id: string,
  title: string,
  detail: string,
  stores: readonly (readonly [title: string, amount: number])[],
): SystemStage {
  return {
    id,
    title,
    detail,
    groups: [
      {
        title: '',
        isLost: false,
        hosts: stores.map(([name, amount]) => ({
          id: `${id}-${name}`,
          title: name,
          isLost: false,
          parts: [{ label: name, shape: 'store', count: 1, slots: amount, lost: 0 }],
        })),
      },
    ],
  };
}

/** The last controllers are the lost ones; lost workers are taken from the others in turn. */
function hostsOf(
  inputs: HeatInputs,
  losses: Losses,
  label: string,
  count: number,
  slots: number,
  losesWorkers: boolean,
): SystemStage['groups'][number] {
  const left = Math.max(0, inputs.controllers - losses.controllers);
  const hosts = Array.from({ length: inputs.controllers }, (_, at): SystemHost => {
    const isLost = at >= left;
    const share = losesWorkers && !isLost ? Math.ceil((losses.workers - at) / left) : 0;
    return {
      id: `controller-${at + 1}`,
      title: `controller ${at + 1}`,
      isLost,
      parts: [
        { label, shape: 'process', count, slots, lost: isLost ? count : Math.min(count, Math.max(0, share)) },
      ],
    };
  });
  return { title: '', isLost: false, hosts };
}
