import type { Axis, Series, XyChart } from '../../../sizing/core/figure.ts';
import type { Letter } from '../../../sizing/core/plan.ts';
import { axisFraction, axisTicks, tickText } from './axis-scale.ts';
import { lineEnd, spread } from './end-badges.ts';
import { type UprightLabel, uprightLayout } from './mark-layout.ts';

/** The plot's rectangle in px, and where things drawn over it stand. */
export interface PlotFrame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Where the words of upright marks begin; they stand between here and the plot, clear of every line. */
  readonly labelTop: number;
  readonly uprights: readonly UprightLabel[];
  readonly uprightRowPx: number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly legend: readonly { readonly series: Series; readonly x: number; readonly y: number }[];
  readonly badges: readonly { readonly letter: Letter; readonly x: number; readonly y: number }[];
  /** Some line leaves through the top, so the top is taken by badges. */
  readonly hasClippedLine: boolean;
  /** There is room for the notes at the ends of a named axis' rows. */
  readonly hasRowNotes: boolean;
}

const characterPx = 6.3;
const badgePx = 18;
const legendRowPx = 17;
/** Narrower plots need their width for the values. */
const notesFromPx = 520;

/** Room left of the plot for the numerals of the y-axis, in px. */
export function axisRoom(y: Axis): number {
  // A percent sign is about as wide as two numerals.
  const lengths = axisTicks(y)
    .map((t) => tickText(y, t))
    .map((text) => text.length + (text.endsWith('%') ? 1 : 0));
  return 14 + characterPx * Math.max(2, ...lengths);
}

interface PlotOptions {
  readonly width: number;
  readonly height: number;
  /** Room for the y-axis. */
  readonly left: number;
  readonly hasXAxis: boolean;
  /** False where the title already says what the only series is. */
  readonly hasLegend: boolean;
}

/** Room for ticks, titles, legend, badges and words of marks around a plot. */
export function plotFrame(
  chart: XyChart,
  { width, height, left, hasXAxis, hasLegend }: PlotOptions,
): PlotFrame {
  const yTicks = axisTicks(chart.y);
  const lastTick = axisTicks(chart.x).at(-1);
  const lastHalf = lastTick === undefined ? 0 : (tickText(chart.x, lastTick).length * characterPx) / 2;
  const notesPx = 16 + characterPx * Math.max(0, ...(chart.y.notes ?? []).map(({ text }) => text.length));
  const hasRowNotes = chart.y.notes !== undefined && width >= notesFromPx;
  const right = width - Math.max(14, lastHalf + 2, hasRowNotes ? notesPx : 0);
  const legend = hasLegend ? legendRows(chart, left, right) : { entries: [], rows: 0 };
  const ends = chart.series.flatMap((series) => {
    if (!series.letter || (series.shape !== 'line' && series.shape !== 'step')) return [];
    const end = lineEnd(series.data, chart.x, chart.y);
    return end ? [{ letter: series.letter, end }] : [];
  });
  const hasClippedLine = ends.some((e) => e.end.isClipped);
  const upright = uprightLayout(chart, left, right, hasClippedLine);
  const labelTop = 24 + legend.rows * legendRowPx;
  const top = labelTop + (hasClippedLine ? badgePx + 2 : upright.heightPx + 2);
  const bottom = height - (hasXAxis ? 40 : 10);
  return {
    left,
    top,
    right,
    bottom,
    labelTop,
    uprights: upright.labels,
    uprightRowPx: upright.rowPx,
    xTicks: thinned(axisTicks(chart.x), (t) => tickText(chart.x, t), right - left),
    yTicks,
    legend: legend.entries,
    badges: placeBadges(ends, { left, top, right, bottom }),
    hasClippedLine,
    hasRowNotes,
  };
}

/** A value's place in px. */
export function plotX(frame: PlotFrame, chart: XyChart, value: number): number {
  return frame.left + axisFraction(chart.x, value) * (frame.right - frame.left);
}

/** A value's place in px, kept inside the plot. */
export function plotY(frame: PlotFrame, chart: XyChart, value: number): number {
  const fraction = Math.min(1, Math.max(0, axisFraction(chart.y, value)));
  return frame.bottom - fraction * (frame.bottom - frame.top);
}

/** Every tick, every second, every third …, as many as fit side by side. */
function thinned(ticks: readonly number[], text: (tick: number) => string, width: number): readonly number[] {
  const widest = characterPx * Math.max(1, ...ticks.map((t) => text(t).length)) + 12;
  const every = Math.max(1, Math.ceil((ticks.length * widest) / width));
  return ticks.filter((_, i) => i % every === 0);
}

/** Series without a letter have no end badge and are named above the plot. */
function legendRows(chart: XyChart, left: number, right: number) {
  const entries: { series: Series; x: number; y: number }[] = [];
  let x = left;
  let row = 0;
  for (const series of chart.series) {
    if (series.letter) continue;
    const width = 24 + series.label.length * 5.9 + 14;
    if (x > left && x + width > right) {
      row += 1;
      x = left;
    }
    entries.push({ series, x, y: 30 + row * legendRowPx });
    x += width;
  }
  return { entries, rows: entries.length > 0 ? row + 1 : 0 };
}

function placeBadges(
  ends: readonly { readonly letter: Letter; readonly end: { x: number; y: number; isClipped: boolean } }[],
  box: Pick<PlotFrame, 'left' | 'top' | 'right' | 'bottom'>,
): PlotFrame['badges'] {
  const clipped = ends.filter((e) => e.end.isClipped);
  const ended = ends.filter((e) => !e.end.isClipped);
  const xs = spread(
    clipped.map((e) => box.left + e.end.x * (box.right - box.left)),
    badgePx + 2,
    box.left,
    box.right,
  );
  const ys = spread(
    ended.map((e) => box.bottom - e.end.y * (box.bottom - box.top)),
    badgePx + 1,
    box.top,
    box.bottom,
  );
  return [
    ...clipped.map((e, i) => ({ letter: e.letter, x: xs[i] ?? 0, y: box.top - badgePx / 2 - 1 })),
    ...ended.map((e, i) => ({
      letter: e.letter,
      x: Math.min(box.left + e.end.x * (box.right - box.left), box.right + 4),
      y: ys[i] ?? 0,
    })),
  ];
}
