import { numberText } from '../../../sizing/core/number-text.ts';
import type { StackedBars } from '../../../sizing/core/study-figures.ts';
import { textWidth } from '../study/fitted-text.ts';

export interface Segment {
  /** Place of the part among the figure's parts. */
  readonly part: number;
  readonly value: number;
  /** Of the row's total, 0 to 1. */
  readonly share: number;
  readonly x: number;
  readonly width: number;
  /** The value, with its share where there is room; empty where there is none. */
  readonly label: string;
}

export interface StackRow {
  readonly row: StackedBars['rows'][number];
  readonly total: number;
  readonly barY: number;
  readonly segments: readonly Segment[];
  /** Where the bar ends; it leaves the scale when torn. */
  readonly endX: number;
  readonly isTorn: boolean;
  /** Parts whose value stands under the bar, as it does not fit in. */
  readonly unlabelled: readonly Segment[];
}

export interface StackLayout {
  readonly isNarrow: boolean;
  readonly height: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly axisY: number;
  readonly scaleMax: number;
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
  readonly rows: readonly StackRow[];
  readonly limitX: number | null;
}

export const barHeight = 28;
export const labelPx = 12;
const narrowBelowPx = 560;
const nameRoom = 156;
const top = 30;

/** Lays the rows out in `width` px, all on one scale from zero. */
export function stackLayout(figure: StackedBars, width: number): StackLayout {
  const isNarrow = width < narrowBelowPx;
  const plotLeft = isNarrow ? 2 : nameRoom;
  const totals = figure.rows.map((row) => row.parts.reduce((sum, part) => sum + part.value, 0));
  const tickCount = isNarrow ? 4 : 7;
  const ticks = roundTicks(scaleEnd(totals, figure.limit?.value), tickCount);
  const scaleMax = ticks.at(-1) ?? 1;
  const plotRight = width - 14;
  const xOf = (value: number) => plotLeft + (Math.min(value, scaleMax) / scaleMax) * (plotRight - plotLeft);
  const nameHeight = isNarrow ? 22 : 0;
  let y = top;
  const rows = figure.rows.map((row, i): StackRow => {
    const total = totals[i] ?? 0;
    const segments = segmentsOf(figure, row, total, xOf);
    // Without a total at the end of the bar, it stands under the bar with what did not fit.
    const unlabelled = segments.filter((s) => s.label === '' && s.value > 0);
    const barY = y + nameHeight;
    y = barY + barHeight + (unlabelled.length > 0 ? 36 : 22) + (isNarrow ? 0 : 2);
    return { row, total, barY, segments, endX: xOf(total), isTorn: total > scaleMax, unlabelled };
  });
  return {
    isNarrow,
    height: y + 22,
    plotLeft,
    plotRight,
    axisY: y,
    scaleMax,
    ticks: ticks.map((value) => ({ value, x: xOf(value) })),
    rows,
    limitX: figure.limit ? xOf(figure.limit.value) : null,
  };
}

/**
 * The scale holds the limit and every row up to twice the limit, or to three times the middle row without one. A longer
 * row would flatten the others; it is torn and its total printed.
 */
export function scaleEnd(totals: readonly number[], limit: number | undefined): number {
  const ordered = totals.toSorted((a, b) => a - b);
  const middle = ordered[Math.floor((ordered.length - 1) / 2)] ?? 0;
  const cap = limit !== undefined && limit > 0 ? 2 * limit : 3 * middle;
  const held = cap > 0 ? totals.map((t) => Math.min(t, cap)) : totals;
  return Math.max(limit ?? 0, ...held, Number.MIN_VALUE);
}

/** Round values from zero to the first at or above `end`, about `count` of them. */
export function roundTicks(end: number, count: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(end, 1) / count));
  const step = Math.max(1, ([1, 2, 5, 10].find((f) => end / (f * power) <= count) ?? 10) * power);
  const steps = Math.max(1, Math.ceil(end / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, i) => i * step);
}

function segmentsOf(
  figure: StackedBars,
  row: StackedBars['rows'][number],
  total: number,
  xOf: (value: number) => number,
): readonly Segment[] {
  let sum = 0;
  return figure.parts.map(({ id }, part): Segment => {
    const value = row.parts.find((p) => p.id === id)?.value ?? 0;
    const x = xOf(sum);
    sum += value;
    const width = xOf(sum) - x;
    const share = total > 0 ? value / total : 0;
    return { part, value, share, x, width, label: labelOf(value, share, width) };
  });
}

/** Of the total: "67%"; a small share is never said to be none, nor a large one to be all. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1%';
  if (share > 0.995 && share < 1) return 'over 99%';
  return `${numberText(share * 100, 0)}%`;
}

function labelOf(value: number, share: number, width: number): string {
  const short = numberText(value);
  const long = `${short} · ${shareText(share)}`;
  return [long, short].find((text) => textWidth(text, labelPx) + 16 <= width) ?? '';
}
