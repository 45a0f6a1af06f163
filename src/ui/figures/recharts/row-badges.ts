import type { XyChart } from '../../../sizing/core/figure.ts';
import type { Letter } from '../../../sizing/core/plan.ts';
import { type PlotFrame, plotX, plotY } from './plot-frame.ts';

/** An option's badge over its dot in a row of a named axis. */
export interface RowBadge {
  readonly key: string;
  readonly letter: Letter;
  readonly x: number;
  readonly y: number;
  /** The dot, which stays where its value is. */
  readonly spotX: number;
  readonly spotY: number;
}

const gapPx = 18;
const risePx = 14;

/** The badges of options' dots, row by row; those that would cover one another stand side by side over their dots. */
export function rowBadges(chart: XyChart, frame: PlotFrame): readonly RowBadge[] {
  if (!chart.y.names) return [];
  const dots = chart.series.flatMap(({ letter, ...series }) =>
    letter && series.shape === 'dots' ? series.data.map(({ x, y }) => ({ letter, x, y })) : [],
  );
  return chart.y.names.flatMap((_, row) => {
    const spots = dots
      .filter(({ y }) => y === row)
      .map(({ letter, x }) => ({ letter, x: plotX(frame, chart, x) }))
      .toSorted((a, b) => a.x - b.x);
    const xs = spreadAround(
      spots.map(({ x }) => x),
      gapPx,
      frame.left + gapPx / 2,
      frame.right,
    );
    const spotY = plotY(frame, chart, row);
    return spots.map(({ letter, x }, i) => ({
      key: `${row}${letter}`,
      letter,
      x: xs[i] ?? x,
      y: spotY - risePx,
      spotX: x,
      spotY,
    }));
  });
}

/**
 * Ascending positions moved apart until neighbours are `gap` from each other: those that are too near stand evenly
 * around their mean, inside `min` and `max` if there is room.
 */
export function spreadAround(
  positions: readonly number[],
  gap: number,
  min: number,
  max: number,
): readonly number[] {
  const clusters: { sum: number; count: number }[] = [];
  const startOf = ({ sum, count }: { sum: number; count: number }) => {
    const width = (count - 1) * gap;
    return Math.max(min, Math.min(sum / count - width / 2, max - width));
  };
  for (const position of positions) {
    let cluster = { sum: position, count: 1 };
    for (let before = clusters.at(-1); before; before = clusters.at(-1)) {
      if (startOf(before) + before.count * gap <= startOf(cluster)) break;
      clusters.pop();
      cluster = { sum: before.sum + cluster.sum, count: before.count + cluster.count };
    }
    clusters.push(cluster);
  }
  return clusters.flatMap((cluster) =>
    Array.from({ length: cluster.count }, (_, i) => startOf(cluster) + i * gap),
  );
}
