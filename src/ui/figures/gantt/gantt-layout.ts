import type { GanttFigure } from '../../../sizing/core/study-figures.ts';
import { fittedText, textWidth } from '../study/fitted-text.ts';
import { timeTicks } from './time-ticks.ts';

export type GanttBar = GanttFigure['bars'][number];

export interface PlacedBar {
  readonly bar: GanttBar;
  readonly type: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Its name, where the bar is long enough. */
  readonly label: string;
}

export interface GanttLayout {
  /** Lanes are drawn one by one, or as one busy area with the longest chain below it. */
  readonly isAggregated: boolean;
  readonly types: readonly string[];
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly busyTop: number;
  readonly busyBottom: number;
  readonly busyPath: string;
  readonly lanes: readonly { readonly label: string; readonly y: number; readonly height: number }[];
  readonly barHeight: number;
  /** In the order they are read: by start, then by lane. */
  readonly bars: readonly PlacedBar[];
  readonly ticks: readonly { readonly seconds: number; readonly x: number }[];
  readonly axisY: number;
  readonly height: number;
}

const mostLanes = 40;
const leastNamedPx = 60;
const labelPx = 11.5;
const busyTop = 18;

/** Lays lanes, bars, utilisation and time out in `width` px. */
export function ganttLayout(figure: GanttFigure, width: number): GanttLayout {
  const isAggregated = figure.lanes.length > mostLanes;
  const laneLabels = isAggregated ? ['Longest chain'] : figure.lanes;
  const labelRoom = Math.max(44, ...laneLabels.map((label) => textWidth(label, labelPx)));
  const plotLeft = Math.ceil(Math.min(labelRoom + 10, width * 0.26));
  const plotRight = width - 16;
  const end = Math.max(figure.endSeconds, 1e-9);
  const xOf = (seconds: number) => plotLeft + (seconds / end) * (plotRight - plotLeft);

  const busyBottom = busyTop + (isAggregated ? 150 : 34);
  const laneHeight = isAggregated ? 26 : figure.lanes.length > 24 ? 17 : 22;
  const barHeight = laneHeight - (laneHeight > 20 ? 4 : 3);
  const lanesTop = busyBottom + 10;
  const types = typesOf(figure);
  const typeIndex = new Map(types.map((type, i) => [type, i]));
  const drawn = isAggregated ? figure.bars.filter((bar) => bar.isCritical) : figure.bars;
  const bars = drawn
    .toSorted((a, b) => a.startSeconds - b.startSeconds || a.lane - b.lane)
    .map((bar): PlacedBar => {
      const x = xOf(bar.startSeconds);
      const barWidth = Math.max(1.5, xOf(bar.endSeconds) - x);
      return {
        bar,
        type: typeIndex.get(bar.type) ?? 0,
        x,
        y: lanesTop + (isAggregated ? 0 : bar.lane * laneHeight),
        width: barWidth,
        label: barWidth > leastNamedPx ? fittedText(bar.label, barWidth - 16, labelPx) : '',
      };
    });
  const axisY = lanesTop + laneLabels.length * laneHeight + 4;
  return {
    isAggregated,
    types,
    plotLeft,
    plotRight,
    busyTop,
    busyBottom,
    busyPath: busyPath(figure, xOf, busyBottom, busyBottom - busyTop),
    lanes: laneLabels.map((label, i) => ({
      label: fittedText(label, plotLeft - 8, labelPx),
      y: lanesTop + i * laneHeight,
      height: laneHeight,
    })),
    barHeight,
    bars,
    ticks: timeTicks(figure.endSeconds, Math.floor((plotRight - plotLeft) / 58)).map((seconds) => ({
      seconds,
      x: xOf(seconds),
    })),
    axisY,
    height: axisY + 22,
  };
}

/** Types by the time they take, so that the most distinct textures go to what is seen most. */
function typesOf(figure: GanttFigure): readonly string[] {
  const seconds = new Map<string, number>();
  for (const bar of figure.bars)
    seconds.set(bar.type, (seconds.get(bar.type) ?? 0) + bar.endSeconds - bar.startSeconds);
  return [...seconds].sort((a, b) => b[1] - a[1]).map(([type]) => type);
}

/** The number of busy lanes as an area of steps; a value holds until the next one. */
function busyPath(
  figure: GanttFigure,
  xOf: (seconds: number) => number,
  bottom: number,
  height: number,
): string {
  const all = Math.max(1, figure.lanes.length);
  const yOf = (lanes: number) => bottom - (Math.min(lanes, all) / all) * height;
  const steps = figure.busy.map(({ atSeconds, lanes }) => `H${round(xOf(atSeconds))}V${round(yOf(lanes))}`);
  return `M${round(xOf(0))} ${bottom}${steps.join('')}H${round(xOf(figure.endSeconds))}V${bottom}Z`;
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}

/** The share of all lanes' time in which they work, 0 to 1. */
export function meanBusyShare(figure: GanttFigure): number {
  const { busy, endSeconds, lanes } = figure;
  if (endSeconds <= 0 || lanes.length === 0) return 0;
  const laneSeconds = busy.reduce((sum, step, i) => {
    const until = Math.min(busy[i + 1]?.atSeconds ?? endSeconds, endSeconds);
    return sum + step.lanes * Math.max(0, until - step.atSeconds);
  }, 0);
  return laneSeconds / (endSeconds * lanes.length);
}

/** The bar to read next: ← → in the order of time, ↑ ↓ on the next lane that has one, nearest in time. */
export function neighbourBar(
  bars: readonly PlacedBar[],
  arrow: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown',
  from: number,
): number | undefined {
  if (arrow === 'ArrowLeft') return from > 0 ? from - 1 : undefined;
  if (arrow === 'ArrowRight') return from < bars.length - 1 ? from + 1 : undefined;
  const here = bars[from];
  if (!here) return undefined;
  const sign = arrow === 'ArrowDown' ? 1 : -1;
  let best: { index: number; lanes: number; seconds: number } | undefined;
  for (const [index, { bar }] of bars.entries()) {
    const lanes = sign * (bar.lane - here.bar.lane);
    if (lanes <= 0) continue;
    const seconds = Math.abs(bar.startSeconds - here.bar.startSeconds);
    if (!best || lanes < best.lanes || (lanes === best.lanes && seconds < best.seconds))
      best = { index, lanes, seconds };
  }
  return best?.index;
}
