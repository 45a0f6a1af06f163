import type { XyChart } from '../../../sizing/core/figure.ts';

/** One x with what every line and band has there; series are keyed by id. */
export type PlotRow = { readonly x: number } & Readonly<Record<string, number | readonly [number, number]>>;

/** Lines and bands joined by x, ascending: one list of points for pointer and keyboard to walk along. */
export function plotRows(chart: XyChart): readonly PlotRow[] {
  const rows = new Map<number, Record<string, number | readonly [number, number]>>();
  const rowAt = (x: number) => {
    const row = rows.get(x) ?? {};
    rows.set(x, row);
    return row;
  };
  for (const series of chart.series) {
    if (series.shape === 'band') for (const d of series.data) rowAt(d.x)[series.id] = [d.low, d.high];
    // Dots are drawn from their own lists; here they only make their x reachable.
    else if (series.shape === 'dots') for (const d of series.data) rowAt(d.x);
    else for (const d of series.data) rowAt(d.x)[series.id] = d.y;
  }
  return [...rows].sort(([a], [b]) => a - b).map(([x, values]) => ({ ...values, x }));
}
