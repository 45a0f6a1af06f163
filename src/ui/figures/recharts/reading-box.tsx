import { axisText } from '../../../sizing/core/chart-table.ts';
import type { Series, XyChart } from '../../../sizing/core/figure.ts';
import styles from './plot.module.css';

interface ReadingBoxProps {
  readonly chart: XyChart;
  /** The x that is pointed at. */
  readonly x: number | undefined;
}

/** The numbers of every series at one x, as given; nothing is read between two points. */
export function ReadingBox({ chart, x }: ReadingBoxProps) {
  if (x === undefined) return null;
  const readings = chart.series.flatMap((series) => {
    const text = readingAt(chart, series, x);
    return text === undefined ? [] : [{ series, text }];
  });
  if (readings.length === 0) return null;
  return (
    <div className={styles.reading}>
      <p>
        {chart.x.label} <strong>{axisText(chart.x, x)}</strong>
      </p>
      {readings.map(({ series, text }) => (
        <p key={series.id}>
          {series.letter && !series.label.split(' ').includes(series.letter) && `${series.letter} `}
          {series.label} <strong>{text}</strong>
        </p>
      ))}
    </div>
  );
}

function readingAt(chart: XyChart, series: Series, x: number): string | undefined {
  if (series.shape === 'band') {
    const datum = series.data.find((d) => d.x === x);
    return datum && `${axisText(chart.y, datum.low)} to ${axisText(chart.y, datum.high)}`;
  }
  if (series.shape === 'dots') {
    const dots = series.data.filter((d) => d.x === x);
    if (dots.length === 0) return undefined;
    return dots
      .map((d) => (d.label ? `${axisText(chart.y, d.y)} (${d.label})` : axisText(chart.y, d.y)))
      .join(', ');
  }
  const datum = series.data.find((d) => d.x === x);
  return datum && axisText(chart.y, datum.y);
}
