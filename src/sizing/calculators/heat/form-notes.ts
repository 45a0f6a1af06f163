import { numberText } from '../../core/number-text.ts';
import type { FormNotes } from '../../core/size-view.ts';
import type { HeatOption } from './size.ts';
import { defaultExecutorThreads } from './upstream-reckoning.ts';

const n = numberText;

/** What the form says beside its fields for the selected option. */
export function formNotesOf(option: HeatOption): Partial<FormNotes> {
  const { inputs, sizing } = option;
  const isGuide = inputs.reckonBy === 'guide';
  return {
    hints: {
      vcpuPerController: tableHint(option),
      resources: `Limit ${n(inputs.maxResourcesPerStack)} per stack.`,
      stacksAtOnce: `Limit ${n(inputs.maxStacksPerProject)} per project.`,
      engineWorkers: `Table: ${n(sizing.table.engineWorkers)}. Text, 2 to 4 per core: ${n(sizing.text.from)} to ${n(sizing.text.to)}.`,
      apiWorkers: `Table: ${n(sizing.table.apiWorkers)}.`,
      poolSize: poolHint(option),
      overflow: isGuide
        ? 'Default 20.'
        : `Default 20. heat-engine uses ${n(Math.max(inputs.overflow, inputs.executorThreads ?? defaultExecutorThreads))}.`,
      convergence: isGuide
        ? 'Off: one worker, in sequence.'
        : 'Off: the legacy engine, a stack in one process.',
      executorThreads: isGuide
        ? `heat-engine may lift overflow to this; ${defaultExecutorThreads} upstream. Empty: not counted.`
        : `executor_thread_pool_size. Empty: ${defaultExecutorThreads}.`,
    },
    choiceLabels: {},
    legends: {
      controllers: `${n(inputs.controllers * inputs.vcpuPerController)} vCPU`,
      ...(sizing.free !== null && { database: `${n(sizing.free)} for Heat` }),
    },
    hidden: [
      ...(inputs.maxConnections === null ? ['otherConnections'] : []),
      ...(isGuide ? [] : ['tasksPerWorker']),
    ],
  };
}

function tableHint({ inputs, sizing }: HeatOption): string {
  const { apiWorkers, engineWorkers, reading, row } = sizing.table;
  const workers = `${n(engineWorkers)} engine, ${n(apiWorkers)} API`;
  if (reading === 'below the table') return `Under the table; 1 worker per 2 vCPU (our reading): ${workers}.`;
  if (reading === 'row') return `Table row ${row?.label}: ${workers}.`;
  return `${n(inputs.vcpuPerController)} is between rows; the lower one, ${row?.label}, is used (our reading): ${workers}.`;
}

function poolHint({ inputs, sizing }: HeatOption): string {
  const rule = `At least 2 × ${n(inputs.engineWorkers)} = ${n(sizing.poolNeeded)}.`;
  if (sizing.poolNeeded > 10) return `${rule} The default 10 is too small.`;
  return sizing.isPoolUnderRule ? `${rule} ${n(inputs.poolSize)} is too small.` : `${rule} Default 10.`;
}
