import { axisText } from '../../../sizing/core/chart-table.ts';
import type { Axis } from '../../../sizing/core/figure.ts';

/** Where a value lies on its axis: 0 at `min`, 1 at `max`, beyond them outside. */
export function axisFraction(axis: Axis, value: number): number {
  if (axis.scale === 'linear') return (value - axis.min) / (axis.max - axis.min);
  // Zero has no place on a log axis; it is drawn at the low end.
  return Math.log(Math.max(value, axis.min) / axis.min) / Math.log(axis.max / axis.min);
}

/** The axis's own ticks, or round ones: at most about six, powers on a log axis. */
export function axisTicks(axis: Axis): readonly number[] {
  if (axis.ticks) return axis.ticks;
  if (axis.scale === 'log2') return powers(axis, 2);
  if (axis.scale === 'log10') return powers(axis, 10);
  return linearTicks(axis);
}

/** A tick as written. Minutes of a round axis need no decimals. */
export function tickText(axis: Axis, value: number): string {
  return axisText(axis, value).replace(' %', '%');
}

function powers(axis: Axis, base: number): readonly number[] {
  const ticks: number[] = [];
  for (
    let value = base ** Math.ceil(Math.log(axis.min) / Math.log(base) - 1e-9);
    value <= axis.max * (1 + 1e-9);
  ) {
    ticks.push(value);
    value *= base;
  }
  return ticks;
}

/** Values are stored in seconds or as a share; round numbers are wanted in what is written. */
const writtenUnit: Readonly<Record<Axis['format'], number>> = {
  number: 1,
  duration: 60,
  minutes: 60,
  percent: 0.01,
};

function linearTicks(axis: Axis): readonly number[] {
  const unit = axis.format === 'duration' && axis.max < 300 ? 1 : writtenUnit[axis.format];
  const span = (axis.max - axis.min) / unit;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const factor = [1, 2, 5, 10].find((f) => span / (f * power) <= 6) ?? 10;
  const step = factor * power * unit;
  const first = Math.ceil(axis.min / step - 1e-9);
  const last = Math.floor(axis.max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
