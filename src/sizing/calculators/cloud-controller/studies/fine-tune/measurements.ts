import type { Attachments } from '../../../../core/study.ts';
import type { SizedFleet } from '../../size.ts';
import type { Metric, SampleColumn, SamplesReading } from './read-samples.ts';
import { readSamples } from './read-samples.ts';
import { samplesField } from './samples-field.ts';

/** What the guide's three sentences hold against on one VM of the selected option. */
export interface VmLimits {
  readonly threads: number;
  /** Cores that serve requests: one for Thin, whatever the VM has. */
  readonly cores: number;
  /** `system.cpu.user` of the VM at which the guide's 0.85 is reached. */
  readonly cpuUser: number;
}

/** One metric on one VM; a single value is its own p50, p95 and maximum. */
export interface Measured {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** All values, in the file's order. */
  readonly values: Float64Array;
  readonly isSeries: boolean;
}

/** A value that may be of something else than one VM; it is not used until the question is answered. */
export type Doubt =
  | { readonly kind: 'outstanding-of-fleet'; readonly value: number }
  | { readonly kind: 'load-of-fleet'; readonly value: number }
  | { readonly kind: 'cpu-over-100'; readonly value: number };

export interface Measurements {
  readonly limits: VmLimits;
  readonly metrics: Readonly<Partial<Record<Metric, Measured>>>;
  readonly doubts: readonly Doubt[];
  /** CPU was read as percent because it exceeds 1. */
  readonly isCpuPercent: boolean;
  readonly reading: SamplesReading;
  /** Outstanding requests come from the gauge, which does not work with Puma. */
  readonly isFromGauge: boolean;
  /** The file has both names; only the one that works is used. */
  readonly isGaugeLeftOut: boolean;
}

/** The guide's limit of user CPU. */
const mostCpuUser = 0.85;

function vmLimitsOf({ inputs, sizing }: SizedFleet): VmLimits {
  const { threadsPerWorker, workersPerVm } = sizing.fleet;
  const isThin = inputs.engine === 'thin';
  return {
    threads: workersPerVm * threadsPerWorker,
    cores: isThin ? 1 : inputs.vcpusPerVm,
    cpuUser: isThin ? mostCpuUser / inputs.vcpusPerVm : mostCpuUser,
  };
}

/** What was measured, on one VM: the file's columns where it has them, else the single values. */
export function measurementsOf(option: SizedFleet, attachments: Attachments): Measurements {
  const { inputs } = option;
  const limits = vmLimitsOf(option);
  const reading = readSamples(attachments[samplesField.id] ?? '');
  const columns = reading.kind === 'samples' ? reading.columns : [];
  const ofOutstanding = usableOutstanding(columns, inputs.engine === 'thin');
  const outstanding = measured(
    ofOutstanding.columns,
    inputs.fineTuneOutstanding,
    inputs.fineTuneOutstandingOf === 'fleet' ? inputs.vms : 1,
  );
  const load = measured(
    columns.filter((c) => c.metric === 'loadAverage'),
    inputs.fineTuneLoadAverage,
    inputs.fineTuneLoadOf === 'fleet' ? inputs.vms : 1,
  );
  const rawCpu = measured(
    columns.filter((c) => c.metric === 'cpuUser'),
    inputs.fineTuneCpuUser,
    1,
  );
  const isCpuPercent = rawCpu !== undefined && rawCpu.max > 1;
  const cpu = rawCpu && isCpuPercent ? dividedBy(rawCpu, 100) : rawCpu;
  const doubts: Doubt[] = [];
  if (outstanding && outstanding.p95 > 1.5 * limits.threads)
    doubts.push({ kind: 'outstanding-of-fleet', value: outstanding.p95 });
  if (load && load.p95 > 4 * inputs.vcpusPerVm) doubts.push({ kind: 'load-of-fleet', value: load.p95 });
  if (cpu && cpu.max > 1) doubts.push({ kind: 'cpu-over-100', value: cpu.max * 100 });
  const isDoubted = (kind: Doubt['kind']) => doubts.some((doubt) => doubt.kind === kind);
  return {
    limits,
    doubts,
    isCpuPercent,
    reading,
    isFromGauge: ofOutstanding.isFromGauge,
    isGaugeLeftOut: ofOutstanding.isGaugeLeftOut,
    metrics: {
      ...(outstanding && !isDoubted('outstanding-of-fleet') ? { outstanding } : {}),
      ...(cpu && !isDoubted('cpu-over-100') ? { cpuUser: cpu } : {}),
      ...(load && !isDoubted('load-of-fleet') ? { loadAverage: load } : {}),
    },
  };
}

/** With Puma the gauge is used only where nothing better is in the file. */
function usableOutstanding(columns: readonly SampleColumn[], isThin: boolean) {
  const own = columns.filter((column) => column.metric === 'outstanding');
  const isGauge = (column: SampleColumn) => /gauge/i.test(column.name);
  const others = own.filter((column) => !isGauge(column));
  const gauges = own.filter(isGauge);
  const isEither = others.length > 0 && gauges.length > 0;
  return {
    columns: isEither ? (isThin ? gauges : others) : own,
    isFromGauge: !isThin && gauges.length > 0 && others.length === 0,
    isGaugeLeftOut: !isThin && isEither,
  };
}

/** Columns of one metric are samples of several VMs and are taken together. */
function measured(
  columns: readonly SampleColumn[],
  single: number | null,
  vms: number,
): Measured | undefined {
  const given =
    columns.length > 0 ? columns.map((c) => c.values) : single === null ? [] : [Float64Array.of(single)];
  const values = new Float64Array(given.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of given) {
    values.set(part, at);
    at += part.length;
  }
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return undefined;
  const whole: Measured = {
    count: sorted.length,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    max: sorted.at(-1) ?? 0,
    values,
    isSeries: columns.length > 0,
  };
  return dividedBy(whole, vms);
}

function dividedBy(whole: Measured, divisor: number): Measured {
  return {
    ...whole,
    p50: whole.p50 / divisor,
    p95: whole.p95 / divisor,
    max: whole.max / divisor,
    values: whole.values.map((value) => value / divisor),
  };
}

/** The smallest sample that at least this share of all do not exceed (nearest rank). */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}

/** Share of samples from a bound on. */
export function shareFrom({ count, values }: Measured, bound: number): number {
  let reached = 0;
  for (const value of values) if (value >= bound) reached += 1;
  return reached / count;
}
