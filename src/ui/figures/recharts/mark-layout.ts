import type { Mark, XyChart } from '../../../sizing/core/figure.ts';
import { axisFraction } from './axis-scale.ts';
import { type Box, leastCovered } from './obstacles.ts';

/** A mark across the x-axis and where its words go. */
export interface UprightLabel {
  readonly mark: Mark;
  readonly lineX: number;
  readonly textX: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Which row of words, from 0. */
  readonly row: number;
}

/** All upright marks, and the room their words take in height. */
export interface UprightLayout {
  readonly labels: readonly UprightLabel[];
  readonly rowPx: number;
  readonly heightPx: number;
}

const characterPx = 6.4;
/** From a mark's label to its detail. */
export const detailPx = 14;
const rowWithDetailPx = 30;
const rowWithoutPx = 16;

/** Below this width details are dropped: the labels of several marks would take too many rows. */
const detailsFromPx = 400;

/**
 * Upright marks and rows for their words, so that no words run into others or are crossed by a line. Where lines run
 * the whole height beside the words, these stand on the side of their line that fewer others cross.
 */
export function uprightLayout(
  chart: XyChart,
  left: number,
  right: number,
  isBesideLines = false,
): UprightLayout {
  const inside = (value: number) =>
    Math.min(right, Math.max(left, left + axisFraction(chart.x, value) * (right - left)));
  const uprights = chart.marks.filter((mark) => mark.axis === 'x').toSorted((a, b) => a.at - b.at);
  const hasDetails = right - left >= detailsFromPx || uprights.length < 3;
  const spans = uprights.map((given): Span => {
    const { detail, ...bare } = given;
    const mark: Mark = hasDetails && detail !== undefined ? given : bare;
    const lineX = inside(mark.at);
    const bandEnd = mark.to === undefined ? lineX : inside(mark.to);
    const width = Math.max(mark.label.length, mark.detail?.length ?? 0) * characterPx + 8;
    const others = uprights.filter((other) => other !== given).map((other) => inside(other.at));
    const crossings = (from: number) => others.filter((x) => x > from && x < from + width).length;
    const isTurned = isBesideLines && lineX - width >= left && crossings(lineX - width) < crossings(lineX);
    const anchor =
      bandEnd - lineX > width ? 'middle' : isTurned || lineX + width > right + 8 ? 'end' : 'start';
    const textX = anchor === 'middle' ? (lineX + bandEnd) / 2 : anchor === 'end' ? lineX - 5 : lineX + 5;
    const start = anchor === 'middle' ? textX - width / 2 : anchor === 'end' ? textX - width : textX - 5;
    return { mark, lineX, textX, anchor, start, end: start + width };
  });
  const labels = inRows(spans);
  const named = labels.filter(({ mark }) => mark.label !== '');
  const rowPx = named.some(({ mark }) => mark.detail) ? rowWithDetailPx : rowWithoutPx;
  return { labels, rowPx, heightPx: Math.max(0, ...named.map(({ row }) => row + 1)) * rowPx };
}

interface Span extends Omit<UprightLabel, 'row'> {
  readonly start: number;
  readonly end: number;
}

/** A line begins at its words and runs down through all rows below, so words that reach back come first. */
function inRows(spans: readonly Span[]): readonly UprightLabel[] {
  const placed: (Span & { readonly row: number })[] = [];
  const order = [...spans.filter((s) => s.anchor === 'end'), ...spans.filter((s) => s.anchor !== 'end')];
  for (const span of order) {
    const named = placed.filter((p) => p.mark.label !== '');
    const isFree = (row: number) =>
      named.every((p) => {
        if (p.row === row) return p.end <= span.start || p.start >= span.end;
        const [above, below] = p.row < row ? [p, span] : [span, p];
        return above.mark.to !== undefined || above.lineX <= below.start || above.lineX >= below.end;
      });
    let row = 0;
    while (span.mark.label !== '' && row < spans.length && !isFree(row)) row += 1;
    placed.push({ ...span, row });
  }
  return spans.map(({ start, end, ...label }) => ({
    ...label,
    row: placed.find((p) => p.mark === label.mark)?.row ?? 0,
  }));
}

const leastRisePx = 6;
const mostRisePx = 72;

/**
 * Baselines of the words of upright marks that stand at the bottom of a plot: as low as they can without a line through
 * them, which may turn 14.4 into 14:4; where every place is crossed, the one that is crossed least.
 */
export function lowBaselines(
  labels: readonly UprightLabel[],
  plot: Box,
  rowPx: number,
  obstacles: readonly Box[],
): readonly number[] {
  const taken: Box[] = [...obstacles];
  return labels.map(({ mark, textX, anchor, row }) => {
    const below = mark.detail === undefined ? 0 : detailPx;
    const lowest = plot.bottom - 8 - below - row * rowPx;
    const width = Math.max(mark.label.length, mark.detail?.length ?? 0) * characterPx;
    const left = anchor === 'middle' ? textX - width / 2 : anchor === 'end' ? textX - width : textX;
    const at = (y: number) => ({
      y,
      box: { left, right: left + width, top: y - 11, bottom: y + below + 3 },
    });
    const higher = Array.from({ length: mostRisePx / leastRisePx }, (_, i) => lowest - (i + 1) * leastRisePx);
    const { y, box } = leastCovered(
      [at(lowest), ...higher.filter((baseline) => baseline - 11 >= plot.top).map(at)],
      taken,
    );
    if (mark.label !== '') taken.push(box);
    return y;
  });
}

/** Where the words on a level line go: at an end or along it, above or below, where they cover least. */
export function levelLabelPlace(
  mark: Mark,
  y: number,
  plot: Box,
  obstacles: readonly Box[],
): { readonly x: number; readonly y: number } {
  const width = levelText(mark).length * characterPx;
  const { left, right, top, bottom } = plot;
  const room = right - left - width - 12;
  const starts = [1, 0, 0.5, 0.75, 0.25].map((share) => left + 6 + share * Math.max(0, room));
  const baselines = [y - 6, y + 15].filter((baseline) => baseline - 11 >= top && baseline + 3 <= bottom);
  const [first = { x: starts[0] ?? left, y: y - 6 }, ...others] = starts.flatMap((x) =>
    baselines.map((baseline) => ({ x, y: baseline })),
  );
  const boxed = (at: { readonly x: number; readonly y: number }) => ({
    ...at,
    box: { left: at.x - 3, right: at.x + width + 3, top: at.y - 11, bottom: at.y + 3 },
  });
  const { x, y: baseline } = leastCovered([boxed(first), ...others.map(boxed)], obstacles);
  return { x, y: baseline };
}

/** The words on a level line. */
function levelText({ label, detail }: Mark): string {
  return detail === undefined ? label : `${label} ${detail}`;
}

/** Whether two charts over the same x-axis have the same mark. */
export function isSameMark(a: Mark, b: Mark): boolean {
  return a.axis === b.axis && a.at === b.at && a.to === b.to && a.label === b.label;
}
