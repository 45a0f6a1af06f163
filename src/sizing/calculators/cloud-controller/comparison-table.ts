import type { Cell, Explanation } from '../../core/explanation.ts';
import type { ComparisonTable } from '../../core/figure.ts';
import { marginOf } from '../../core/figure.ts';
import { deltaText, numberText } from '../../core/number-text.ts';
import type { Letter } from '../../core/plan.ts';
import type { Condition } from './conditions.ts';
import { explainCarries, explainConnections, otherConnections, product } from './explanations.ts';
import { marginText } from './gauge.ts';
import type { FleetComparison, SizedFleet } from './size.ts';

type Row = ComparisonTable['sections'][number]['rows'][number];

/** Everything the options carry and cost, side by side. */
export function comparisonTableOf(comparison: FleetComparison): ComparisonTable {
  return {
    sections: [
      { title: 'Carries', rows: carriesRows(comparison) },
      { title: 'Costs', rows: costRows(comparison) },
      { title: 'Room to grow', rows: [row('threads-to-20', 'Threads to 20', comparison, threadsCell)] },
    ],
  };
}

function row(
  id: string,
  label: string,
  { options }: FleetComparison,
  cellOf: (option: SizedFleet) => Cell,
): Row {
  const cells: Partial<Record<Letter, Cell>> = {};
  for (const option of options) cells[option.letter] = cellOf(option);
  return { id, label, cells };
}

function carriesRows(comparison: FleetComparison): readonly Row[] {
  const { zones } = comparison.selected.inputs;
  const rows: readonly (readonly [Condition, string])[] = [
    ['all', 'All up'],
    ['worker', 'Worker stalled'],
    ['vm', 'VM lost'],
    ['az', `AZ lost (1 of ${zones})`],
  ];
  return rows.map(([condition, label]) =>
    row(condition, label, comparison, (option) => carriesCell(option, condition)),
  );
}

/** What an option carries in a condition, and how that stands against the load. */
export function carriesCell(option: SizedFleet, condition: Condition): Cell {
  const { carries, load } = option.sizing;
  const value = carries[condition];
  return {
    text: numberText(value),
    value,
    note: marginText(value, load),
    tone: marginOf('load', value, load).tone,
    explain: explainCarries(option, condition),
  };
}

interface Cost {
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly valueOf: (option: SizedFleet) => number;
  readonly explain: (option: SizedFleet) => Explanation;
}

const yours = ['yours'] as const;

const costs: readonly Cost[] = [
  {
    id: 'vms',
    label: 'API VMs',
    valueOf: ({ inputs }) => inputs.vms,
    explain: ({ inputs }) => ({
      formula: 'As entered',
      worked: numberText(inputs.vms),
      origins: yours,
      rules: ['CF-11'],
    }),
  },
  {
    id: 'vcpus',
    label: 'Total vCPU',
    valueOf: ({ sizing }) => sizing.vcpus,
    explain: ({ inputs, sizing }) => ({
      formula: 'API VMs × vCPU per VM',
      worked: `${product(inputs.vms, inputs.vcpusPerVm)} = ${numberText(sizing.vcpus)}`,
      origins: yours,
      rules: ['CF-5'],
    }),
  },
  {
    id: 'processes',
    label: 'API processes',
    valueOf: ({ sizing }) => sizing.processes,
    explain: ({ inputs, sizing }) => ({
      formula: `API VMs × workers; each runs on one core at most. Today’s fleet: ${numberText(inputs.thinVms)} processes; cores at work here: ${numberText(sizing.usedCores)}`,
      worked: `${product(inputs.vms, sizing.fleet.workersPerVm)} = ${numberText(sizing.processes)}`,
      origins: ['release', 'yours'],
      rules: ['R-12', 'CF-5'],
    }),
  },
  {
    id: 'memory',
    label: 'Memory, total',
    unit: 'GiB',
    valueOf: ({ sizing }) => sizing.memoryGib,
    explain: ({ inputs, sizing }) => ({
      formula: 'API VMs × memory per Thin VM × workers',
      worked: `${product(inputs.vms, inputs.memoryPerThinVmGib, sizing.fleet.workersPerVm)} = ${numberText(sizing.memoryGib)} GiB`,
      origins: ['guide', 'yours'],
      rules: ['CF-7', 'K8'],
    }),
  },
  {
    id: 'memory-per-vm',
    label: 'Memory per VM',
    unit: 'GiB',
    valueOf: ({ sizing }) => sizing.memoryPerVmGib,
    explain: ({ inputs, sizing }) => ({
      formula: `Memory per Thin VM × workers. Ruby processes on the VM: ${numberText(sizing.rubyProcessesPerVm)}, local workers included`,
      worked: `${product(inputs.memoryPerThinVmGib, sizing.fleet.workersPerVm)} = ${numberText(sizing.memoryPerVmGib)} GiB`,
      origins: ['guide', 'yours'],
      rules: ['CF-7', 'K8'],
    }),
  },
  {
    id: 'local-workers',
    label: 'Local workers',
    valueOf: ({ sizing }) => sizing.localWorkers,
    explain: ({ inputs, sizing }) => ({
      formula: 'API VMs × local workers per VM',
      worked: `${product(inputs.vms, inputs.localWorkersPerVm)} = ${numberText(sizing.localWorkers)}`,
      origins: ['guide'],
      rules: inputs.engine === 'thin' ? ['CF-4'] : ['CF-8'],
    }),
  },
];

function costRows(comparison: FleetComparison): readonly Row[] {
  return [
    ...costs.map((cost) =>
      row(cost.id, cost.label, comparison, (option) => costCell(comparison, cost, option)),
    ),
    row('connections', 'DB connections', comparison, (option) => connectionsCell(comparison, option)),
  ];
}

/** The key figures show two of the costs again. */
export function costCellOf(comparison: FleetComparison, id: 'vcpus' | 'memory', option: SizedFleet): Cell {
  const cost = costs.find((c) => c.id === id);
  if (!cost) throw new RangeError(`There is no cost called ${id}.`);
  return costCell(comparison, cost, option);
}

function costCell({ baseline }: FleetComparison, cost: Cost, option: SizedFleet): Cell {
  const value = cost.valueOf(option);
  const note = deltaText(value - cost.valueOf(baseline));
  return {
    text: numberText(value),
    value,
    ...(cost.unit ? { unit: cost.unit } : {}),
    ...(note ? { note } : {}),
    explain: cost.explain(option),
  };
}

function connectionsCell({ baseline }: FleetComparison, option: SizedFleet): Cell {
  const { connectionsFree, reckon } = option.inputs;
  const value = option.sizing.connections[reckon].total;
  const delta = deltaText(value - baseline.sizing.connections[reckon].total);
  const note = [delta, otherConnections(option) ?? ''].filter((part) => part !== '').join(', ');
  const isOver = connectionsFree !== null && value > connectionsFree;
  return {
    text: numberText(value),
    value,
    ...(note ? { note } : {}),
    ...(isOver ? { tone: 'bad' } : {}),
    explain: explainConnections(option),
  };
}

function threadsCell({ inputs, sizing }: SizedFleet): Cell {
  if (inputs.engine === 'thin') {
    return {
      text: '0',
      value: 0,
      note: 'add VMs only',
      explain: {
        formula: 'A Thin fleet at its limit grows by VMs, not by threads',
        worked: '0',
        origins: ['guide'],
        rules: ['CF-3'],
      },
    };
  }
  const threads = inputs.threadsPerWorker;
  const reserve = 20 - threads;
  const full = sizing.processes * 20;
  return {
    text: numberText(Math.max(0, reserve)),
    value: Math.max(0, reserve),
    note: reserve > 0 ? `to ${numberText(full)}` : reserve === 0 ? 'at ceiling' : 'over ceiling',
    ...(reserve < 0 ? { tone: 'bad' } : {}),
    explain: {
      formula: 'Ceiling of 20 − threads per worker; then API VMs × workers × 20',
      worked: `20 − ${numberText(threads)} = ${numberText(reserve)}; ${product(inputs.vms, sizing.fleet.workersPerVm, 20)} = ${numberText(full)}`,
      origins: ['guide', 'yours'],
      rules: ['CF-6'],
    },
  };
}
