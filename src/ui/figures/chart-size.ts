import type { Chart } from '../../sizing/core/figure.ts';

const plainPx = 272;
const namedRowPx = 36;

/** Height of a single plot in px: of one that lists things, as many rows as it has. */
export function plotHeight(chart: Chart): number {
  const rows = chart.kind === 'xy' ? (chart.y.names?.length ?? 0) : 0;
  return Math.max(plainPx, rows === 0 ? 0 : 96 + rows * namedRowPx);
}

const panelTitlePx = 29;

/** Height of one panel's plot; the last one carries the common x-axis. */
export function panelHeight(isLast: boolean): number {
  return isLast ? 224 : 208;
}

/** Height to keep free for a chart before its code has come. */
export function chartHeight(chart: Chart): number {
  if (chart.kind !== 'panels') return plotHeight(chart);
  return chart.panels.reduce(
    (sum, _, i) => sum + panelTitlePx + panelHeight(i === chart.panels.length - 1),
    0,
  );
}
