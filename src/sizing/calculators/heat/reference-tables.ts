import type { ReferenceTable } from '../../core/figure.ts';
import { counted, numberText } from '../../core/number-text.ts';
import { performanceSettings, settingText } from './settings.ts';
import type { HeatComparison } from './size.ts';
import { rangeText } from './time-text.ts';
import { workerTable } from './worker-table.ts';

const n = numberText;
const cellsOf = (...texts: readonly string[]) => texts.map((text) => ({ text }));

/** The guide's own tables, with the options set against them. */
export function referenceTablesOf(comparison: HeatComparison): readonly ReferenceTable[] {
  return [
    workerSizing(comparison),
    convergenceModes(comparison),
    performanceTuning(comparison),
    serviceList(comparison),
  ];
}

function workerSizing({ options, selected }: HeatComparison): ReferenceTable {
  const { reading, row: own } = selected.sizing.table;
  const vcpu = n(selected.inputs.vcpuPerController);
  const captions = {
    row: `Your controllers have ${vcpu} vCPU.`,
    'lower row': `Your controllers have ${vcpu} vCPU, between two rows; the lower one counts, which is our reading.`,
    'below the table': `Your controllers have ${vcpu} vCPU, less than the first row; 1 worker per 2 vCPU is our reading.`,
  } as const;
  const columns = ['Controller vCPU count', 'Recommended engine workers', 'Recommended API workers'];
  return {
    id: 'worker-sizing',
    title: 'Worker sizing guidelines',
    caption: `${captions[reading]} The guide’s text says 2–4 workers per CPU core instead.`,
    rules: ['HT-3', 'HT-2', 'K1'],
    columns: [
      ...columns.map((label) => ({ label })),
      ...options.map((o) => ({
        label: `Option ${o.letter}`,
        letter: o.letter,
        isMarked: o.letter === selected.letter,
      })),
    ],
    rows: workerTable.map((row) => ({
      cells: [
        ...cellsOf(`${row.label} vCPUs`, n(row.engineWorkers), n(row.apiWorkers)),
        ...options.map(({ inputs }) => {
          if (row !== own) return { text: '' };
          const differs = inputs.engineWorkers !== row.engineWorkers || inputs.apiWorkers !== row.apiWorkers;
          return {
            text: `${n(inputs.engineWorkers)} / ${n(inputs.apiWorkers)}`,
            ...(differs && { differs }),
          };
        }),
      ],
      ...(row === own && { isMarked: true, note: 'your controllers' }),
    })),
  };
}

function convergenceModes({ options, selected }: HeatComparison): ReferenceTable {
  const using = (convergence: boolean) =>
    options
      .filter((o) => o.inputs.convergence === convergence)
      .map((o) => o.letter)
      .join(', ');
  const { guide, upstream } = selected.sizing;
  return {
    id: 'convergence-modes',
    title: 'Convergence modes',
    caption:
      'By the source code neither row holds as written: convergence starts one independent resource a second, and the legacy engine overlaps them in one process. Both keep the same explicit order.',
    rules: ['HT-5', 'R-7'],
    columns: ['Mode', 'Behavior', 'Best for', 'Upstream', 'Options'].map((label) => ({ label })),
    rows: [
      {
        cells: cellsOf(
          'Convergence (default)',
          'Resources are processed in parallel by multiple workers',
          'Large stacks (50+ resources), independent resource graphs',
          'About 1 s per resource that waits for nothing, whatever the workers',
          using(true),
        ),
        ...(selected.inputs.convergence && { isMarked: true }),
      },
      {
        cells: cellsOf(
          'Non-convergence',
          'Resources processed sequentially by a single worker',
          'Simple stacks, environments where strict ordering is required',
          'About 1 s per level of the graph at least; deprecated since 25.0.0',
          using(false),
        ),
        ...(!selected.inputs.convergence && { isMarked: true }),
        note: `this stack: ${rangeText(guide.convergenceOff)} by the guide, ${rangeText(upstream.convergenceOff)} upstream`,
      },
    ],
  };
}

function performanceTuning({ options, selected }: HeatComparison): ReferenceTable {
  const { release } = selected.inputs;
  return {
    id: 'performance-tuning',
    title: 'Performance tuning',
    caption: 'The guide’s seven settings with its defaults; what an option sets otherwise is marked.',
    rules: ['HT-7', 'R-5', 'R-10'],
    columns: [
      ...['Setting', 'Default', 'Description', 'Upstream default'].map((label) => ({ label })),
      ...options.map((o) => ({
        label: `Option ${o.letter}`,
        letter: o.letter,
        isMarked: o.letter === selected.letter,
      })),
    ],
    rows: performanceSettings.map((setting) => ({
      cells: [
        { text: setting.key },
        { text: settingText(setting.guideDefault) },
        { text: setting.description },
        { text: setting.upstreamDefault(release) },
        ...options.map(({ inputs }) => {
          const value = setting.read(inputs);
          const differs = value !== setting.guideDefault;
          return { text: settingText(value), ...(differs && { differs }) };
        }),
      ],
    })),
  };
}

function serviceList({ selected }: HeatComparison): ReferenceTable {
  const engines = counted(selected.sizing.engineTotal, 'row', 'rows');
  const row = (binary: string, port: string, upstream: string) => ({
    cells: cellsOf('ctrl-01', binary, port, 'up', '2026-03-18T10:00Z', upstream),
  });
  return {
    id: 'service-list',
    title: 'Expected output of openstack orchestration service list',
    caption:
      'By the guide all services show status up. By the source code the columns are Hostname, Binary, Engine ID, Host, Topic, Updated At and Status, one row for each engine process.',
    rules: ['HT-9', 'R-6'],
    columns: ['Hostname', 'Binary', 'Port', 'Status', 'Updated At', 'Upstream'].map((label) => ({ label })),
    rows: [row('heat-eng', '0', `heat-engine, ${engines} in all`), row('heat-api', '8004', 'no rows')],
  };
}
