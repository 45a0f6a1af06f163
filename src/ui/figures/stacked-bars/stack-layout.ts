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
  /** The middle of the label: of the part, or beside the limit's line. */
  readonly labelX: number;
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
  const limitX = figure.limit ? xOf(figure.limit.value) : null;
  const nameHeight = isNarrow ? 22 : 0;
  let y = top;
  const rows = figure.rows.map((row, i): StackRow => {
    const total = totals[i] ?? 0;
    const segments = segmentsOf(figure, row, total, xOf, limitX);
    // Without a total at the end of the bar, it stands under the bar with what did not fit.
    const unlabelled = segments.filter((s) => s.label === '' && s.value > 0);
    const barY = y + nameHeight;
    y = barY + barHeight + (unlabelled.length > 0 ? 36 : 22) + (isNarrow ? 8 : 2);
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
    limitX,
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
  limitX: number | null,
): readonly Segment[] {
  let sum = 0;
  return figure.parts.map(({ id }, part): Segment => {
    const value = row.parts.find((p) => p.id === id)?.value ?? 0;
    const x = xOf(sum);
    sum += value;
    const width = xOf(sum) - x;
    const share = total > 0 ? value / total : 0;
    return { part, value, share, x, width, ...labelOf(value, share, x, width, limitX) };
  });
}

/** Of the total: "67%"; a small share is never said to be none, nor a large one to be all. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1%';
  if (share > 0.995 && share < 1) return 'over 99%';
  return `${numberText(share * 100, 0)}%`;
}

/** The value with its share, or alone, where it fits clear of the limit's line; else nothing. */
function labelOf(
  value: number,
  share: number,
  x: number,
  width: number,
  limitX: number | null,
): { readonly label: string; readonly labelX: number } {
  const short = numberText(value);
  const isCut = limitX !== null && limitX > x && limitX < x + width;
  // The longer side of a part that the line crosses.
  const left = isCut && limitX - x < width / 2 ? limitX + 1 : x;
  const right = isCut && limitX - x >= width / 2 ? limitX - 1 : x + width;
  const label =
    [`${short} · ${shareText(share)}`, short].find((text) => textWidth(text, labelPx) + 16 <= right - left) ??
    '';
  const middle = x + width / 2;
  const half = (textWidth(label, labelPx) + 14) / 2;
  const isClear = !isCut || Math.abs(middle - limitX) > half;
  return { label, labelX: isClear ? middle : left === x ? right - half : left + half };
}
