import type { XyChart } from '../../../sizing/core/figure.ts';
import { type Box, boxAround, leastCovered } from './obstacles.ts';
import { type PlotFrame, plotX, plotY } from './plot-frame.ts';

/** The words of a filled dot, where they cover least. */
export interface DotLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const characterPx = 6.2;
const asidePx = 8;

/** Labels of filled dots beside, under or over them: clear of options' badges and texts, of lines and each other. */
export function dotLabels(chart: XyChart, frame: PlotFrame, obstacles: readonly Box[]): readonly DotLabel[] {
  const labels: DotLabel[] = [];
  const taken = [...obstacles];
  for (const series of chart.series) {
    if (series.shape !== 'dots' || !series.filled || series.letter) continue;
    for (const [i, { x, y, label: text }] of series.data.entries()) {
      if (text === undefined) continue;
      const spot = { x: plotX(frame, chart, x), y: plotY(frame, chart, y) };
      const [first, ...others] = candidates(spot, text.length * characterPx);
      const isInside = ({ box }: Candidate) =>
        box.left >= frame.left && box.right <= frame.right + 10 && box.bottom <= frame.bottom;
      const [firstInside = first, ...othersInside] = [first, ...others].filter(isInside);
      const { box, ...place } = leastCovered([firstInside, ...othersInside], taken);
      labels.push({ key: `${series.id}${i}`, text, ...place });
      taken.push(box, boxAround(spot.x, spot.y, 5));
    }
  }
  return labels;
}

interface Candidate extends Omit<DotLabel, 'key' | 'text'> {
  readonly box: Box;
}

/** Under and over the dot, a little to the left as most fronts fall to the right; then beside it, then further off. */
function candidates(
  { x, y }: { readonly x: number; readonly y: number },
  width: number,
): readonly [Candidate, ...Candidate[]] {
  const boxOf = (left: number, baseline: number): Box => ({
    left: left - 1,
    right: left + width + 1,
    top: baseline - 10,
    bottom: baseline + 2,
  });
  const centred = (at: number, baseline: number): Candidate => ({
    x: at,
    y: baseline,
    anchor: 'middle',
    box: boxOf(at - width / 2, baseline),
  });
  const right = (baseline: number): Candidate => ({
    x: x + asidePx,
    y: baseline,
    anchor: 'start',
    box: boxOf(x + asidePx, baseline),
  });
  const left = (baseline: number): Candidate => ({
    x: x - asidePx,
    y: baseline,
    anchor: 'end',
    box: boxOf(x - asidePx - width, baseline),
  });
  return [
    centred(x - asidePx, y + 15),
    left(y + 4),
    right(y + 4),
    centred(x, y + 15),
    centred(x, y - 8),
    left(y + 16),
    right(y - 8),
    right(y + 16),
    left(y - 8),
    centred(x, y + 28),
    centred(x, y - 21),
  ];
}
