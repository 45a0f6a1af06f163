import type { Preset } from '../../core/preset.ts';
import { poolByRule, workerTable } from './worker-table.ts';

const guideDefaults = {
  engineWorkers: 4,
  apiWorkers: 4,
  poolSize: 10,
  overflow: 20,
  convergence: true,
} as const;

/** Published configurations; the first one is what a new visitor sees. */
export const presets: readonly Preset[] = [
  {
    id: 'three-controllers',
    label: 'Three controllers of 16 vCPU',
    note: 'Guide defaults against the table, with and without its pool rule, and against the text.',
    rules: ['HT-2', 'HT-3', 'HT-6', 'HT-7'],
    shared: {
      controllers: 3,
      vcpuPerController: 16,
      resources: 300,
      secondsPerResource: 20,
      longestChain: 6,
      maxConnections: 1000,
      otherConnections: 400,
      errorSeen: '1040',
    },
    options: [
      { name: 'Today', inputs: guideDefaults },
      { name: 'Table only', inputs: { ...guideDefaults, engineWorkers: 8 } },
      { name: 'Table + pool', inputs: { ...guideDefaults, engineWorkers: 8, poolSize: 16, overflow: 0 } },
      { name: 'Text, 2 per core', inputs: { ...guideDefaults, engineWorkers: 32, poolSize: 64 } },
    ],
    selected: 2,
    baseline: 0,
  },
  ...workerTable.map(
    (row): Preset => ({
      id: `table-${row.vcpu}`,
      label: `Table, ${row.label} vCPU`,
      note: `${row.engineWorkers} engine and ${row.apiWorkers} API workers on each controller.`,
      rules: ['HT-3', 'HT-6'],
      shared: { vcpuPerController: row.vcpu },
      options: [
        {
          name: `Table, ${row.label} vCPU`,
          inputs: {
            engineWorkers: row.engineWorkers,
            apiWorkers: row.apiWorkers,
            poolSize: Math.max(10, poolByRule(row.engineWorkers)),
          },
        },
      ],
    }),
  ),
  {
    id: 'defaults',
    label: 'Guide defaults',
    note: 'Every setting as the guide lists it: 4 and 4 workers, pool 10, overflow 20.',
    rules: ['HT-7'],
    shared: { rpcTimeoutSeconds: 120, maxStacksPerProject: 100, maxResourcesPerStack: 1000 },
    options: [{ name: 'Guide defaults', inputs: guideDefaults }],
  },
  {
    id: 'text',
    label: 'Guide text, 2 per core',
    note: '32 workers on 16 vCPU, and the pool its rule asks for.',
    rules: ['HT-2', 'HT-6'],
    shared: { vcpuPerController: 16 },
    options: [{ name: 'Text, 2 per core', inputs: { ...guideDefaults, engineWorkers: 32, poolSize: 64 } }],
  },
];
