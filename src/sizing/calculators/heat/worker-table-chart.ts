import type { XyChart } from '../../core/figure.ts';
import { numberText } from '../../core/number-text.ts';
import { powerTicks } from './axis-ticks.ts';
import type { HeatComparison } from './size.ts';
import { readWorkerTable, workersByText } from './worker-table.ts';

const n = numberText;

/** The guide's table as steps over the size of a controller, its other sentence as a band, and the options. */
export function workerTableChart({ options, selected }: HeatComparison): XyChart {
  const { vcpuPerController: vcpu } = selected.inputs;
  const { table, text } = selected.sizing;
  const xTicks = powerTicks(2, 1, Math.max(64, vcpu));
  const last = xTicks.at(-1) ?? 64;
  const sizes = [...new Set([...xTicks, 3, vcpu])].sort((a, b) => a - b);
  const most = Math.max(4 * last, ...options.map((o) => o.inputs.engineWorkers));
  const yTicks = powerTicks(2, 1, most);
  return {
    kind: 'xy',
    id: 'worker-table',
    title: 'How many workers does the guide give a controller of this size?',
    subtitle: `For ${n(vcpu)} vCPU its table gives ${n(table.engineWorkers)} engine and ${n(table.apiWorkers)} API workers${howRead(table.reading)}; its text ${n(text.from)} to ${n(text.to)} engine workers.`,
    x: {
      label: 'vCPU per controller (log scale)',
      scale: 'log2',
      min: 1,
      max: last,
      ticks: xTicks,
      format: 'number',
    },
    y: {
      label: 'Workers per controller (log scale)',
      scale: 'log2',
      min: 1,
      max: yTicks.at(-1) ?? 256,
      ticks: yTicks,
      format: 'number',
    },
    series: [
      {
        id: 'text',
        label: 'Guide text: 2–4 engine workers per core',
        shape: 'band',
        data: sizes.map((x) => ({ x, low: workersByText(x).from, high: workersByText(x).to })),
      },
      {
        id: 'engine',
        label: 'Guide table: engine workers',
        shape: 'step',
        data: sizes.map((x) => ({ x, y: readWorkerTable(x).engineWorkers })),
      },
      {
        id: 'api',
        label: 'Guide table: API workers',
        shape: 'step',
        data: sizes.map((x) => ({ x, y: readWorkerTable(x).apiWorkers })),
      },
    ],
    marks: [{ axis: 'x', at: vcpu, label: `You are here: ${n(vcpu)} vCPU`, tone: 'note', isDashed: true }],
    places: options.map((o) => ({
      letter: o.letter,
      x: vcpu,
      y: o.inputs.engineWorkers,
      text: n(o.inputs.engineWorkers),
    })),
  };
}

function howRead(reading: 'row' | 'lower row' | 'below the table'): string {
  if (reading === 'row') return '';
  return reading === 'lower row' ? ' (between rows, the lower one)' : ' (below the table, 1 per 2 vCPU)';
}
