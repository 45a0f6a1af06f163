import type {
  DataTable,
  GanttFigure,
  GraphFigure,
  StackedBars,
  SystemFigure,
  SystemHost,
} from '../../../../src/sizing/core/study-figures.ts';

/** Four of the published Puma profiles, as a table to work with. */
export const profiles: DataTable = {
  kind: 'table',
  id: 'profiles',
  title: 'Which settings carry it?',
  subtitle: 'Four do.',
  columns: [
    { id: 'host', label: 'Host', isNumber: false },
    { id: 'vms', label: 'VMs', isNumber: true },
    { id: 'lost', label: 'With a VM lost', isNumber: true },
  ],
  rows: [
    {
      id: 'p2',
      cells: [
        { text: 'api/10', value: null },
        { text: '10', value: 10 },
        { text: '360', value: 360, note: '40 short', tone: 'bad' },
      ],
    },
    {
      id: 'p3',
      isMarked: true,
      cells: [
        { text: 'api/2', value: null },
        { text: '8', value: 8 },
        { text: '364', value: 364, note: '36 short', tone: 'bad' },
      ],
    },
    {
      id: 'p3plus',
      letter: 'C',
      cells: [
        { text: 'api/1', value: null },
        { text: '9', value: 9 },
        {
          text: '416',
          value: 416,
          note: '16 spare',
          tone: 'good',
          explain: {
            formula: '(VMs − 1) × workers × threads',
            worked: '8 × 4 × 13 = 416',
            origins: [],
            rules: [],
          },
        },
      ],
      fix: { label: 'Use it', edit: { kind: 'set', inputs: { instances: 9 } } },
    },
    {
      id: 'none',
      cells: [
        { text: 'api/3', value: null },
        { text: 'none', value: null },
        { text: '–', value: null },
      ],
    },
  ],
  isSortable: true,
  empty: 'Nothing fits.',
};

/** `count` rows of numbers, 50 a page. */
export function manyRows(count: number): DataTable {
  return {
    ...profiles,
    pageSize: 50,
    columns: [{ id: 'n', label: 'Number', isNumber: true }],
    rows: Array.from({ length: count }, (_, i) => ({
      id: `r${i}`,
      cells: [{ text: String(i + 1), value: i + 1 }],
    })),
  };
}

/** Connections of two options of three 16-vCPU controllers, by the guide's formula; 600 are free. */
export const connections: StackedBars = {
  kind: 'stacked-bars',
  id: 'connections',
  title: 'Who uses the connections?',
  subtitle: 'One of two is over.',
  valueLabel: 'Connections',
  parts: [
    { id: 'engine', label: 'Engine pool' },
    { id: 'overflow', label: 'Engine overflow' },
    { id: 'api', label: 'API' },
  ],
  rows: [
    {
      letter: 'A',
      name: 'Today',
      parts: [
        { id: 'engine', value: 120 },
        { id: 'overflow', value: 240 },
        { id: 'api', value: 360 },
      ],
    },
    {
      letter: 'C',
      name: 'Table + pool',
      parts: [
        { id: 'engine', value: 384 },
        { id: 'overflow', value: 0 },
        { id: 'api', value: 192 },
      ],
    },
  ],
  limit: { label: 'Free for Heat', value: 600 },
};

/** A network, a port on it and a server on that, beside a volume of its own. */
export const schedule: GanttFigure = {
  kind: 'gantt',
  id: 'schedule',
  title: 'When is each resource created?',
  subtitle: 'In a minute.',
  endSeconds: 60,
  lanes: ['Worker 1', 'Worker 2'],
  bars: [
    bar(0, 20, 60, 'server', 'OS::Nova::Server', true),
    bar(0, 0, 10, 'net', 'OS::Neutron::Net', true),
    bar(1, 10, 20, 'port', 'OS::Neutron::Port', true),
    bar(1, 0, 10, 'volume', 'OS::Cinder::Volume', false),
  ],
  busy: [
    { atSeconds: 0, lanes: 2 },
    { atSeconds: 10, lanes: 1 },
  ],
};

function bar(
  lane: number,
  startSeconds: number,
  endSeconds: number,
  label: string,
  type: string,
  isCritical: boolean,
) {
  return { lane, startSeconds, endSeconds, label, type, isCritical };
}

/** `ids` by layer, and edges as [waits, for what]. */
export function graphOf(
  layers: readonly (readonly string[])[],
  edges: readonly (readonly [string, string])[],
): GraphFigure {
  return {
    kind: 'graph',
    id: 'graph',
    title: 'What waits for what?',
    subtitle: '',
    nodes: layers.flatMap((ids, layer) =>
      ids.map((id) => ({ id, label: id, detail: 'OS::Heat::Value', layer, isCritical: false, count: 1 })),
    ),
    edges: edges.map(([from, to]) => ({ from, to, isCritical: false, isImplied: false })),
  };
}

function vm(index: number, isLost: boolean): SystemHost {
  return {
    id: `api-${index}`,
    title: `api/${index}`,
    isLost,
    parts: [
      { label: 'API worker', shape: 'process', count: 4, slots: 13, lost: index === 5 ? 1 : 0 },
      { label: 'Local worker', shape: 'helper', count: 8, slots: 0, lost: 0 },
    ],
  };
}

/** Nine VMs of four workers with 13 threads in three zones, as published, the fifth lost. */
export const fleet: SystemFigure = {
  kind: 'system',
  id: 'fleet',
  title: 'Option C with a VM lost',
  subtitle: 'Eight VMs carry 416.',
  letter: 'C',
  stages: [
    {
      id: 'api',
      title: 'API VMs',
      detail: '9 × 4 × 13',
      groups: [0, 1, 2].map((zone) => ({
        title: `Zone ${zone + 1}`,
        isLost: false,
        hosts: [0, 1, 2].map((i) => vm(zone * 3 + i, zone * 3 + i === 4)),
      })),
    },
    {
      id: 'db',
      title: 'Database',
      detail: '',
      groups: [
        {
          title: '',
          isLost: false,
          hosts: [
            {
              id: 'ccdb',
              title: 'ccdb',
              isLost: false,
              parts: [{ label: 'Database', shape: 'store', count: 1, slots: 800, lost: 0 }],
            },
          ],
        },
      ],
    },
  ],
  links: [{ label: '585 of 800 connections', tone: 'good' }],
};
