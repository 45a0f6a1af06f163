import type { Chart } from '../../sizing/core/figure.ts';

/** Height of a single plot in px. */
export const plotHeight = 272;

const panelTitlePx = 29;

/** Height of one panel's plot; the last one carries the common x-axis. */
export function panelHeight(isLast: boolean): number {
  return isLast ? 224 : 208;
}

/** Height to keep free for a chart before its code has come. */
export function chartHeight(chart: Chart): number {
  if (chart.kind !== 'panels') return plotHeight;
  return chart.panels.reduce(
    (sum, _, i) => sum + panelTitlePx + panelHeight(i === chart.panels.length - 1),
    0,
  );
}
