import type { Point, XyChart } from '../../../../core/figure.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { DataRow, DataTable } from '../../../../core/study-figures.ts';
import type { Judged } from './fine-tune-verdict.ts';
import type { Measured, Measurements } from './measurements.ts';
import { shareFrom } from './measurements.ts';

const mostPoints = 300;

/** Scale up, out or down: threads against cores, the limits as lines, samples as dots. */
export function quadrantChart({ measurements, option, pressure }: Judged, nearPercent: number): XyChart {
  const { inputs, letter } = option;
  const near = nearPercent / 100;
  const samples = samplePoints(measurements);
  const place = { x: pressure.threads ?? 0, y: pressure.cores ?? 0 };
  const largest = (axis: 'x' | 'y') =>
    Math.ceil(Math.max(1.2, place[axis], ...samples.map((point) => point[axis])) * 10) / 10;
  const [mostX, mostY] = [largest('x'), largest('y')];
  return {
    kind: 'xy',
    id: 'quadrant',
    title: 'Scale up, out or down?',
    subtitle: `To the right threads run out, from ${numberText(nearPercent)}% on; at the top cores do, from 100% of their limit on. Option ${letter} stands at its p95.`,
    x: {
      label: 'Outstanding requests, share of the threads on a VM',
      scale: 'linear',
      min: 0,
      max: mostX,
      format: 'percent',
    },
    y: {
      label: inputs.engine === 'thin' ? 'CPU, share of what one core may' : 'CPU, share of what the VM may',
      scale: 'linear',
      min: 0,
      max: mostY,
      format: 'percent',
    },
    series:
      samples.length > 0
        ? [{ id: 'samples', label: 'Samples', shape: 'dots', marker: 'circle', filled: false, data: samples }]
        : [],
    marks: [
      { axis: 'x', at: near, label: 'Threads near', tone: 'limit' },
      { axis: 'y', at: 1, label: 'Cores over', tone: 'limit' },
    ],
    places: [{ letter, ...place, text: 'p95' }],
    areas: [
      { fromX: 0, toX: near, y: (1 + mostY) / 2, text: 'More cores or VMs' },
      { fromX: near, toX: mostX, y: (1 + mostY) / 2, text: 'Scale out' },
      { fromX: 0, toX: near, y: 0.1, text: 'Room to shrink' },
      { fromX: near, toX: mostX, y: 0.1, text: inputs.engine === 'thin' ? 'Add VMs' : 'Raise threads' },
    ],
  };
}

/** Samples that have both, evenly thinned. Columns of several VMs have no common rows. */
function samplePoints({ limits, metrics, reading }: Measurements): readonly Point[] {
  if (reading.kind !== 'samples') return [];
  const { rows } = reading;
  const sharesOf = (metric: Measured | undefined, limit: number) =>
    metric?.isSeries && metric.values.length === rows ? [metric.values.map((value) => value / limit)] : [];
  const [threads] = sharesOf(metrics.outstanding, limits.threads);
  const cores = [
    ...sharesOf(metrics.cpuUser, limits.cpuUser),
    ...sharesOf(metrics.loadAverage, limits.cores),
  ];
  const points: Point[] = [];
  const every = Math.ceil(rows / mostPoints);
  for (let row = 0; row < rows; row += every) {
    const x = threads?.[row] ?? Number.NaN;
    const ys = cores.map((shares) => shares[row] ?? Number.NaN).filter((y) => !Number.isNaN(y));
    if (!Number.isNaN(x) && ys.length > 0) points.push({ x, y: Math.max(...ys) });
  }
  return points;
}

/** Each metric's percentiles against its limit. */
export function readingsTable({ measurements }: Judged, nearPercent: number): DataTable {
  const { limits, metrics } = measurements;
  const near = (nearPercent / 100) * limits.threads;
  return {
    kind: 'table',
    id: 'readings',
    title: 'How near are the limits?',
    subtitle: 'On one VM. p95: what 95% of the samples do not exceed; a single value is its own p95.',
    columns: [
      { id: 'metric', label: 'Metric', isNumber: false },
      { id: 'p50', label: 'p50', isNumber: true },
      { id: 'p95', label: 'p95', isNumber: true },
      { id: 'max', label: 'Maximum', isNumber: true },
      { id: 'limit', label: 'Limit', isNumber: true },
      { id: 'share', label: 'Samples at or over', isNumber: true },
      { id: 'count', label: 'Samples', isNumber: true },
    ],
    rows: [
      ...(metrics.outstanding
        ? [
            metricRow(
              'outstanding',
              'Outstanding requests',
              metrics.outstanding,
              near,
              `near ${counted(limits.threads, 'thread')}`,
            ),
          ]
        : []),
      ...(metrics.cpuUser ? [metricRow('cpu', 'CPU user', metrics.cpuUser, limits.cpuUser, '')] : []),
      ...(metrics.loadAverage
        ? [metricRow('load', 'Load average', metrics.loadAverage, limits.cores, '')]
        : []),
    ],
    isSortable: false,
    empty: 'Enter at least one of the three metrics, or paste samples.',
  };
}

function metricRow(id: string, label: string, metric: Measured, limit: number, note: string): DataRow {
  const cell = (value: number) => ({
    text: numberText(value, 3),
    value,
    ...(value >= limit ? { tone: 'bad' as const } : {}),
  });
  const share = shareFrom(metric, limit);
  return {
    id,
    cells: [
      { text: label, value: null },
      cell(metric.p50),
      cell(metric.p95),
      cell(metric.max),
      { text: numberText(limit, 3), value: limit, ...(note ? { note } : {}) },
      { text: `${numberText(share * 100, 1)}%`, value: share },
      { text: numberText(metric.count), value: metric.count },
    ],
  };
}

/** Which metrics to read, by server and release, and from where on to act. */
export function metricsTable({ measurements, option }: Judged, nearPercent: number): DataTable {
  const { inputs } = option;
  const { limits } = measurements;
  const isThin = inputs.engine === 'thin';
  const flaps = inputs.capi === '1.138' ? ' Before 1.184 each worker sends a gauge of its own.' : '';
  const rows: readonly (readonly [id: string, name: string, act: string, note: string])[] = [
    [
      'outstanding',
      isThin ? 'cc.requests.outstanding.gauge' : 'cc_requests_outstanding_total',
      `at or near ${counted(limits.threads, 'thread')}: from ${numberText((nearPercent / 100) * limits.threads, 1)} on`,
      isThin ? 'Requests that hold a thread.' : `The gauge does not work correctly with Puma.${flaps}`,
    ],
    [
      'cpu',
      'system.cpu.user',
      `${numberText(limits.cpuUser, 3)} or more of the VM`,
      isThin && inputs.vcpusPerVm > 1 ? 'Thin uses one core: 0.85 of it.' : 'A share of all cores of the VM.',
    ],
    [
      'load',
      'cc.vitals.cpu_load_avg',
      `${counted(limits.cores, 'core')} or more`,
      'Average of one minute, every 30 seconds.',
    ],
    ['uptime', 'cc.vitals.uptime', 'consistently low', 'Restarts, as when memory runs out.'],
    [
      'pool',
      'cc_db_connection_pool_timeouts_total',
      'above 0',
      `Threads waited longer than 10 seconds for one of ${counted(inputs.connectionsPerProcess, 'connection')}.`,
    ],
    ...(isThin
      ? []
      : [
          [
            'workers',
            'cc_puma_worker_count',
            `below ${counted(inputs.workersPerVm, 'worker')}`,
            'A worker is missing. From capi-release 1.167 on.',
          ] as const,
        ]),
  ];
  return {
    kind: 'table',
    id: 'metrics',
    title: 'What is to be watched?',
    subtitle: `On each VM of option ${option.letter}, ${isThin ? 'Thin' : 'Puma'}.`,
    columns: [
      { id: 'metric', label: 'Metric', isNumber: false },
      { id: 'act', label: 'Act when', isNumber: false },
      { id: 'note', label: 'Note', isNumber: false },
    ],
    rows: rows.map(([id, ...texts]) => ({ id, cells: texts.map((text) => ({ text, value: null })) })),
    isSortable: false,
    empty: 'Select an option to see its limits.',
  };
}
