import type {
  DataTable,
  GanttFigure,
  GraphFigure,
  StackedBars,
  SystemCell,
  SystemFigure,
  SystemHosts,
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

const apiVm: SystemHosts = {
  title: 'API VM',
  count: 1,
  isLost: false,
  parts: [
    { shape: 'process', label: 'API worker', count: 4, slots: 13, slotLabel: 'thread', lost: 0 },
    { shape: 'helper', label: 'local worker', count: 8 },
  ],
};

/** `count` VMs of four workers with 13 threads, `lost` of these on each. */
export function apiVms(count: number, isLost = false, lost = 0): SystemHosts {
  const parts = apiVm.parts.map((part) => (part.shape === 'process' ? { ...part, lost } : part));
  return { ...apiVm, count, isLost, parts };
}

const thinVms: SystemHosts = {
  title: 'API VM',
  count: 10,
  isLost: false,
  parts: [
    { shape: 'process', label: 'Thin process', count: 1, slots: 20, slotLabel: 'thread', lost: 0 },
    { shape: 'helper', label: 'local worker', count: 2 },
  ],
};

export function hostsCell(...hosts: readonly SystemHosts[]): SystemCell {
  return { value: '', note: '', tone: 'plain', hosts };
}

function routerCell(short: number): SystemCell {
  return hostsCell({
    title: 'gorouter',
    count: 1,
    isLost: false,
    parts: [{ shape: 'demand', label: 'request', count: 400, short }],
  });
}

function databaseCell(used: number): SystemCell {
  return hostsCell({
    title: 'database',
    count: 1,
    isLost: false,
    parts: [{ shape: 'store', label: 'connection', used, limit: 800 }],
  });
}

/** Twenty Thin VMs beside nine of four workers with 13 threads, as published, in two zones: a VM and a worker out. */
export const fleet: SystemFigure = {
  kind: 'system',
  id: 'fleet',
  title: 'What do the fleets look like then?',
  subtitle: 'One VM lost.',
  places: [
    { id: 'router', kind: 'hosts', title: 'gorouter, 400 requests', isLost: false },
    { id: 'threads', kind: 'flow', title: 'Threads left for them', isLost: false },
    { id: 'z1', kind: 'hosts', title: 'API VMs in z1', isLost: false },
    { id: 'z2', kind: 'hosts', title: 'API VMs in z2', isLost: false },
    { id: 'database', kind: 'hosts', title: 'Database', isLost: false },
  ],
  systems: [
    {
      letter: 'A',
      name: 'Today',
      detail: '20 × 1 × 20 threads',
      isSelected: false,
      cells: [
        routerCell(20),
        { value: '380', note: '20 short', tone: 'bad', hosts: [] },
        hostsCell({ ...thinVms, count: 1, isLost: true }, { ...thinVms, count: 9 }),
        hostsCell(thinVms),
        databaseCell(540),
      ],
    },
    {
      letter: 'C',
      name: 'Profile 3 + 1 VM',
      detail: '9 × 4 × 13 threads',
      isSelected: true,
      cells: [
        routerCell(0),
        { value: '403', note: '3 spare', tone: 'good', hosts: [] },
        hostsCell(apiVms(1, true), apiVms(1, false, 1), apiVms(3)),
        hostsCell(apiVms(4)),
        databaseCell(657),
      ],
    },
  ],
};
