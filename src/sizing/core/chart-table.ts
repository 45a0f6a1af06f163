import type { Axis, BarChart, Chart, ChartTable, XyChart } from './figure.ts';
import { durationText, numberText } from './number-text.ts';
import type { Letter } from './plan.ts';

/** A value as its axis writes it. */
export function axisText(axis: Pick<Axis, 'format' | 'names'>, value: number): string {
  const name = axis.names?.[value];
  if (name !== undefined) return name;
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

/** Points that share their x share a row, unless a series has several there: none may hide another. */
function xyTable(chart: XyChart): ChartTable {
  const starts: number[] = [];
  const columns: string[] = [];
  for (const series of chart.series) {
    starts.push(columns.length);
    columns.push(
      ...(series.shape === 'band' ? [`${series.label}, low`, `${series.label}, high`] : [series.label]),
    );
  }
  const columnOfPlace = (letter: Letter) => {
    const own = chart.series.findIndex((s) => s.letter === letter && s.shape !== 'band');
    return starts[own] ?? columns.length;
  };
  const places = chart.places.map((place) => ({ ...place, column: columnOfPlace(place.letter) }));
  if (places.some((place) => place.column === columns.length)) columns.push('Options');

  const rows: { readonly x: number; readonly note: string; readonly cells: string[] }[] = [];
  const known = new Map<string, typeof rows>();
  const put = (x: number, note: string, column: number, texts: readonly string[]) => {
    const key = `${x} ${note}`;
    const alike = known.get(key) ?? [];
    let row = alike.find(({ cells }) => cells[column] === '');
    if (!row) {
      row = { x, note, cells: new Array<string>(columns.length).fill('') };
      rows.push(row);
      known.set(key, [...alike, row]);
    }
    row.cells.splice(column, texts.length, ...texts);
  };
  for (const [index, series] of chart.series.entries()) {
    for (const datum of series.data) {
      const texts = 'low' in datum ? [datum.low, datum.high] : [datum.y];
      const note = 'label' in datum && datum.label ? ` (${datum.label})` : '';
      put(
        datum.x,
        note,
        starts[index] ?? 0,
        texts.map((value) => axisText(chart.y, value)),
      );
    }
  }
  rows.sort((a, b) => a.x - b.x);
  for (const { x, y, letter, column } of places)
    put(x, ` (option ${letter})`, column, [axisText(chart.y, y)]);
  return {
    columns: [chart.x.label, ...columns.map((c) => `${c}: ${chart.y.label}`)],
    rows: rows.map(({ x, note, cells }) => [axisText(chart.x, x) + note, ...cells]),
  };
}
