import type { Axis, BarChart, Chart, ChartTable, XyChart } from './figure.ts';
import { durationText, numberText } from './number-text.ts';

/** A value as its axis writes it. */
export function axisText(axis: Pick<Axis, 'format'>, value: number): string {
  switch (axis.format) {
    case 'number':
      return numberText(value);
    case 'duration':
      return durationText(value);
    case 'minutes':
      return numberText(value / 60, 1);
    case 'percent':
      return `${numberText(value * 100, 1)} %`;
  }
}

/** The numbers of a chart as tables, one a panel: what a chart shows must also be readable without it. */
export function chartTables(chart: Chart): readonly { readonly title: string; readonly table: ChartTable }[] {
  switch (chart.kind) {
    case 'xy':
      return [{ title: chart.title, table: xyTable(chart) }];
    case 'panels':
      return chart.panels.map((panel) => ({ title: panel.title, table: xyTable(panel) }));
    case 'bars':
      return [{ title: chart.title, table: barTable(chart) }];
  }
}

function barTable(chart: BarChart): ChartTable {
  const limit = chart.line ? [chart.line.label] : [];
  return {
    columns: ['', ...chart.series.map((s) => `${s.letter} ${s.name}`), ...limit],
    rows: chart.categories.map((category, index) => [
      category,
      ...chart.series.map((s) => s.values[index] ?? ''),
      ...(chart.line ? [chart.line.value] : []),
    ]),
  };
}

function xyTable(chart: XyChart): ChartTable {
  const columns = chart.series.flatMap((s) =>
    s.shape === 'band' ? [`${s.label}, low`, `${s.label}, high`] : [s.label],
  );
  const width = columns.length;
  const byX = new Map<number, (string | number)[]>();
  let column = 0;
  for (const series of chart.series) {
    for (const datum of series.data) {
      const row = byX.get(datum.x) ?? new Array<string | number>(width).fill('');
      byX.set(datum.x, row);
      if ('low' in datum) {
        row[column] = axisText(chart.y, datum.low);
        row[column + 1] = axisText(chart.y, datum.high);
      } else row[column] = axisText(chart.y, datum.y);
    }
    column += series.shape === 'band' ? 2 : 1;
  }
  const series = [...byX]
    .sort(([a], [b]) => a - b)
    .map(([x, cells]): (string | number)[] => [axisText(chart.x, x), ...cells]);
  const places = chart.places.map((p): (string | number)[] => [
    `${axisText(chart.x, p.x)} (option ${p.letter})`,
    axisText(chart.y, p.y),
    ...new Array<string>(Math.max(0, width - 1)).fill(''),
  ]);
  return {
    columns: [chart.x.label, ...columns.map((c) => `${c}: ${chart.y.label}`)],
    rows: [...series, ...places],
  };
}
