import type { Hull, LoadLine, LoadLineGauge } from '../../sizing/core/figure.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import type { BoardGeometry } from './board-geometry.ts';
import { type GaugeScale, gaugeScale, scaleValues } from './gauge-scale.ts';
import { placeLabels } from './ladder-labels.ts';
import { judgedLine, type MarginText, valueMargin } from './margin-text.ts';

export interface PlacedLine {
  readonly line: LoadLine;
  /** Where the value is. */
  readonly y: number;
  /** Where its label stands. */
  readonly labelY: number;
  /** Whether it lies beyond the scale. */
  readonly isTorn: boolean;
}

export interface PlacedHull {
  readonly hull: Hull;
  /** Left edge of its column. */
  readonly x: number;
  /** Top of the hull: its first line, or the end of the scale. */
  readonly topY: number;
  readonly isTorn: boolean;
  readonly lines: readonly PlacedLine[];
  /** The line the ring sits on; absent when the hull has no lines. */
  readonly ring: PlacedLine | undefined;
  readonly margin: MarginText;
}

export interface GaugeLayout {
  readonly height: number;
  readonly plotTop: number;
  readonly plotBottom: number;
  readonly marginY: number;
  readonly scale: GaugeScale;
  readonly numerals: readonly { readonly value: number; readonly y: number; readonly isHidden: boolean }[];
  readonly marks: readonly number[];
  /** The waterline, or null when the user gave no limit. */
  readonly waterY: number | null;
  readonly hulls: readonly PlacedHull[];
}

const headroomPx = 22;
/** A numeral nearer to the flag than this would be covered by it. */
const flagHalfPx = 22;
const marginRowPx = 38;

/**
 * The whole gauge in pixels. `order` gives the columns, also those of options without a hull; `lineValue` is the
 * line to judge by, which differs from the gauge's own while the user tries another load.
 */
export function gaugeLayout(
  gauge: LoadLineGauge,
  geometry: BoardGeometry,
  order: readonly Letter[],
  lineValue: number | undefined,
): GaugeLayout {
  const scale = gaugeScale(gauge);
  const plotHeight = gauge.mode === 'limit' ? 248 : geometry.isNarrow ? 272 : 284;
  const yFromTop = (value: number) => (1 - Math.min(Math.max(value, 0), scale.max) / scale.max) * plotHeight;
  const placed = gauge.hulls.map((hull) =>
    placeHull(hull, gauge.mode, scale, yFromTop, lineValue, plotHeight),
  );
  const labelYs = placed.flatMap((h) => h.lines.map((l) => l.labelY));
  // Room for labels that were pushed beyond either end of the scale.
  const plotTop = Math.max(headroomPx, 12 - Math.min(0, ...labelYs));
  const overhang = Math.max(0, Math.max(0, ...labelYs) + 8 - plotHeight);
  const plotBottom = plotTop + plotHeight;
  const y = (value: number) => plotTop + yFromTop(value);
  const waterY = lineValue === undefined ? null : y(lineValue);
  return {
    height: plotBottom + overhang + marginRowPx,
    plotTop,
    plotBottom,
    marginY: plotBottom + overhang + 24,
    scale,
    numerals: scaleValues(scale, scale.step).map((value) => ({
      value,
      y: y(value),
      isHidden: waterY !== null && Math.abs(y(value) - waterY) < flagHalfPx,
    })),
    marks: scaleValues(scale, scale.mark)
      .filter((value) => value % scale.step !== 0)
      .map(y),
    waterY,
    hulls: placed.map((hull) => shiftHull(hull, geometry, order, plotTop)),
  };
}

function placeHull(
  hull: Hull,
  mode: LoadLineGauge['mode'],
  scale: GaugeScale,
  y: (value: number) => number,
  lineValue: number | undefined,
  plotHeight: number,
): PlacedHull {
  const rungs = hull.lines.map((line) => ({
    y: y(line.value),
    isAbove: lineValue !== undefined && line.value >= lineValue,
  }));
  const labels =
    mode === 'limit'
      ? rungs.map((r) => r.y)
      : placeLabels(rungs, lineValue === undefined ? null : y(lineValue), plotHeight - 7);
  const lines = hull.lines.map((line, i): PlacedLine => {
    const lineY = y(line.value);
    return { line, y: lineY, labelY: labels[i] ?? lineY, isTorn: line.value > scale.max };
  });
  const judged = judgedLine(mode, hull);
  const first = lines[0];
  return {
    hull,
    x: 0,
    topY: first?.y ?? plotHeight,
    isTorn: first?.isTorn ?? false,
    lines,
    ring: lines.find((l) => l.line === judged),
    margin: valueMargin(mode, judged?.value, lineValue),
  };
}

function shiftHull(
  hull: PlacedHull,
  geometry: BoardGeometry,
  order: readonly Letter[],
  plotTop: number,
): PlacedHull {
  const lower = (l: PlacedLine): PlacedLine => ({ ...l, y: l.y + plotTop, labelY: l.labelY + plotTop });
  const column = Math.max(0, order.indexOf(hull.hull.letter));
  return {
    ...hull,
    x: column * geometry.columnWidth,
    topY: hull.topY + plotTop,
    lines: hull.lines.map(lower),
    ring: hull.ring && lower(hull.ring),
  };
}
