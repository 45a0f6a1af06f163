import type { Cell } from '../../../../core/explanation.ts';
import { numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { engineOverflowOf } from '../../advice.ts';
import { ceilingCell } from '../../cells.ts';
import type { HeatComparison, HeatOption } from '../../size.ts';
import { queueReckoningOf, workerMemoryMb } from '../queue-reckoning.ts';
import { ceilingLeft } from '../system-picture.ts';

const n = numberText;
const number = (value: number): Cell => ({ text: n(value), value });

/** Connections per process, per controller, in all, with a controller lost, and on each database node. */
export function nodeTable({ options, selected }: HeatComparison): DataTable {
  const { databaseNodes, databaseRoute, maxConnections } = selected.inputs;
  const isSpread = databaseRoute === 'spread' && databaseNodes > 1;
  return {
    kind: 'table',
    id: 'connections-nodes',
    title: 'What must each database node allow?',
    subtitle: isSpread
      ? `Spread over ${n(databaseNodes)} nodes, each carries a share; with one lost the others carry it all.`
      : 'Behind one address a single node gets them all, so every node must allow the whole sum.',
    columns: [
      { id: 'option', label: 'Option', isNumber: false },
      { id: 'process', label: 'Per engine process', isNumber: true },
      { id: 'controller', label: 'Per controller', isNumber: true },
      { id: 'all', label: 'Heat in all', isNumber: true },
      { id: 'lost', label: 'A controller lost', isNumber: true },
      { id: 'node', label: 'Each database node', isNumber: true },
      ...(isSpread ? [{ id: 'node-lost', label: 'With a node lost', isNumber: true }] : []),
    ],
    rows: options.map((option) => {
      const { inputs, letter, name, sizing } = option;
      const total = sizing.shown.ceiling.total;
      const sum = total + inputs.otherConnections;
      const lost = ceilingLeft(inputs, { controllers: 1, workers: 0 });
      return {
        id: letter,
        letter,
        isMarked: letter === selected.letter,
        cells: [
          { text: name, value: null },
          number(inputs.poolSize + engineOverflowOf(inputs)),
          number(total / inputs.controllers),
          ceilingCell(option),
          number(lost),
          nodeCell(option, isSpread ? Math.ceil(sum / databaseNodes) : sum, maxConnections),
          ...(isSpread ? [nodeCell(option, Math.ceil(sum / (databaseNodes - 1)), maxConnections)] : []),
        ],
      };
    }),
    isSortable: true,
    empty: 'No option can be sized.',
  };
}

function nodeCell({ inputs, sizing }: HeatOption, needed: number, limit: number | null): Cell {
  return {
    text: n(needed),
    value: needed,
    ...(limit !== null && {
      tone: needed > limit ? 'bad' : 'good',
      note: needed > limit ? `over ${n(limit)}` : `of ${n(limit)}`,
    }),
    explain: {
      formula: 'Heat’s ceiling + used by other services, over the nodes that share it',
      worked: `${n(sizing.shown.ceiling.total)} + ${n(inputs.otherConnections)}: ${n(needed)} on a node`,
      origins: ['yours', 'assumed'],
      rules: ['HT-8', 'HT-11'],
    },
  };
}

/** What the message queue and the hosts carry. */
export function queueTable({ options, selected }: HeatComparison): DataTable {
  return {
    kind: 'table',
    id: 'connections-queue',
    title: 'What do RabbitMQ and memory see?',
    subtitle:
      'Counted from the number of processes. The depth of these queues stays 0 even while engines starve.',
    columns: [
      { id: 'option', label: 'Option', isNumber: false },
      { id: 'idle', label: 'Connections, idle engines', isNumber: true },
      { id: 'typical', label: 'Under load', isNumber: true },
      { id: 'most', label: 'At most', isNumber: true },
      { id: 'queues', label: 'Queues', isNumber: true },
      { id: 'memory', label: 'Engine memory per controller', isNumber: true },
      { id: 'large', label: 'With large nested stacks', isNumber: true },
    ],
    rows: options.map((option) => {
      const { inputs, letter, name } = option;
      const queue = queueReckoningOf(inputs);
      return {
        id: letter,
        letter,
        isMarked: letter === selected.letter,
        cells: [
          { text: name, value: null },
          queueCell(option, queue.idleConnections, '3 for each engine process'),
          queueCell(option, queue.typicalConnections, '6 for each engine process and 2 for each API process'),
          queueCell(option, queue.mostConnections, '34 for each engine process and 31 for each API process'),
          queueCell(
            option,
            queue.idleQueues,
            '3 + one for each host + 5 for each engine process',
            `${n(queue.mostQueues)} with reply queues`,
          ),
          memoryCell(option, workerMemoryMb.idle, workerMemoryMb.idle),
          memoryCell(option, workerMemoryMb.largeFrom, workerMemoryMb.largeTo),
        ],
      };
    }),
    isSortable: true,
    empty: 'No option can be sized.',
  };
}

function queueCell({ sizing }: HeatOption, value: number, formula: string, note?: string): Cell {
  return {
    text: n(value),
    value,
    ...(note !== undefined && { note }),
    explain: {
      formula,
      worked: `${n(sizing.engineTotal)} engine and ${n(sizing.apiTotal)} API processes: ${n(value)}`,
      origins: ['release', 'assumed'],
      rules: ['M3'],
    },
  };
}

function memoryCell({ inputs }: HeatOption, fromMb: number, toMb: number): Cell {
  const gib = (mb: number) => n((inputs.engineWorkers * mb) / 1024, 1);
  return {
    text: `${gib(fromMb)} GiB`,
    value: (inputs.engineWorkers * fromMb) / 1024,
    valueUnit: 'GiB',
    ...(toMb > fromMb && { note: `to ${gib(toMb)} GiB` }),
    explain: {
      formula: 'Engine workers of a controller × memory of one',
      worked: `${n(inputs.engineWorkers)} × ${n(fromMb)}${toMb > fromMb ? ` to ${n(toMb)}` : ''} MB; their parent process takes 150 MB more`,
      origins: ['assumed'],
      rules: ['M3'],
    },
  };
}
