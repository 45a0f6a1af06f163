import { marginOf } from '../../../core/figure.ts';
import { counted, numberText } from '../../../core/number-text.ts';
import type {
  System,
  SystemCell,
  SystemFigure,
  SystemHosts,
  SystemPart,
  SystemPlace,
} from '../../../core/study-figures.ts';
import { guideCeiling } from '../guide-reckoning.ts';
import type { HeatInputs } from '../params.ts';
import type { HeatComparison, HeatOption } from '../size.ts';
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

/** Every option's control plane to one scale: API workers, message queue, engine workers, database. */
export function systemPicture(
  { options, selected }: HeatComparison,
  id: string,
  losses: Losses,
): SystemFigure {
  const { free } = selected.sizing;
  const engines = options
    .map((option) => `${option.letter}\u00a0${n(leftOf(option, losses).engines)}`)
    .join(', ');
  const up = leftOf(selected, losses).controllers;
  return {
    kind: 'system',
    id,
    title: 'What does each control plane look like?',
    subtitle: `${counted(up, 'controller')} up. Engine processes: ${engines}.`,
    places: [
      place('api', 'hosts', 'API workers, by controller'),
      place('rpc', 'flow', 'API processes that call over the queue, at least 2 connections each'),
      place('queue', 'hosts', 'Message queue, its queues'),
      place('queue-connections', 'flow', 'Connections to the queue under load'),
      place('engine', 'hosts', 'Engine workers, by controller'),
      place('resources', 'flow', 'Resources at once, each polls a cloud API every second'),
      place('connections', 'flow', `Database connections at most${free === null ? '' : `, ${n(free)} free`}`),
      place('database', 'hosts', 'Database'),
    ],
    systems: options.map((option) => systemOf(option, losses, option.letter === selected.letter)),
  };
}

function place(id: string, kind: SystemPlace['kind'], title: string): SystemPlace {
  return { id, kind, title, isLost: false };
}

function leftOf({ inputs }: HeatOption, losses: Losses) {
  const controllers = Math.max(0, inputs.controllers - losses.controllers);
  return { controllers, engines: Math.max(0, controllers * inputs.engineWorkers - losses.workers) };
}

function systemOf(option: HeatOption, losses: Losses, isSelected: boolean): System {
  const { inputs, letter, name, sizing } = option;
  const { controllers, engines } = leftOf(option, losses);
  const apis = controllers * inputs.apiWorkers;
  const slots = inputs.reckonBy === 'guide' ? inputs.tasksPerWorker : executorThreadsOf(inputs);
  const queue = queueReckoning(controllers, engines, apis);
  const ceiling = Math.round(ceilingLeft(inputs, losses));
  const limit = sizing.free;
  return {
    letter,
    name,
    detail: `${n(inputs.controllers)} × ${n(inputs.apiWorkers)} API, ${n(inputs.controllers)} × ${n(inputs.engineWorkers)} engine`,
    isSelected,
    cells: [
      { ...plain(''), hosts: controllersOf(inputs, losses.controllers, 0, apiWorkersOf(inputs)) },
      plain(n(apis)),
      storeCell('RabbitMQ', 'queue', queue.mostQueues, null),
      plain(n(queue.typicalConnections)),
      {
        ...plain(''),
        hosts: controllersOf(inputs, losses.controllers, losses.workers, engineWorkersOf(inputs, slots)),
      },
      plain(n(engines * slots)),
      limit === null ? plain(n(ceiling)) : judged(ceiling, limit),
      storeCell('Database', 'connection', ceiling, limit),
    ],
  };
}

function plain(value: string): SystemCell {
  return { value, note: '', tone: 'plain', hosts: [] };
}

function judged(ceiling: number, free: number): SystemCell {
  const { amount, tone, word } = marginOf('limit', ceiling, free);
  return { value: n(ceiling), note: word === 'exact' ? word : `${n(amount)} ${word}`, tone, hosts: [] };
}

function storeCell(title: string, label: string, used: number, limit: number | null): SystemCell {
  return {
    ...plain(''),
    hosts: [{ title, count: 1, isLost: false, parts: [{ shape: 'store', label, used, limit }] }],
  };
}

/** Processes of one controller, `lost` of them out. */
type Workers = (lost: number) => SystemPart;

function apiWorkersOf({ apiWorkers }: HeatInputs): Workers {
  return (lost) => ({
    shape: 'process',
    label: 'API worker',
    count: apiWorkers,
    slots: 0,
    slotLabel: 'request',
    lost,
  });
}

function engineWorkersOf({ engineWorkers }: HeatInputs, slots: number): Workers {
  return (lost) => ({
    shape: 'process',
    label: 'engine worker',
    count: engineWorkers,
    slots,
    slotLabel: 'task',
    lost: Math.min(lost, engineWorkers),
  });
}

/** The last controllers are the lost ones; lost workers are taken from the others in turn. */
function controllersOf(
  inputs: HeatInputs,
  lostControllers: number,
  lostWorkers: number,
  workersOf: Workers,
): readonly SystemHosts[] {
  const up = Math.max(0, inputs.controllers - lostControllers);
  // The first `rest` of those that are up lose one more than the others.
  const share = up === 0 ? 0 : Math.floor(lostWorkers / up);
  const rest = up === 0 ? 0 : lostWorkers % up;
  const runs: readonly SystemHosts[] = [
    { title: 'controller', count: rest, isLost: false, parts: [workersOf(share + 1)] },
    { title: 'controller', count: up - rest, isLost: false, parts: [workersOf(share)] },
    { title: 'controller', count: inputs.controllers - up, isLost: true, parts: [workersOf(0)] },
  ];
  return runs.filter((run) => run.count > 0);
}
