import type { RefObject } from 'react';
import { axisText } from '../../../sizing/core/chart-table.ts';
import type { Series, XyChart } from '../../../sizing/core/figure.ts';
import styles from './plot.module.css';
import { useSpokenReading } from './spoken-reading.tsx';

interface ReadingBoxProps {
  readonly chart: XyChart;
  /** The x that is pointed at. */
  readonly x: number | undefined;
  /** Where the same is said to a screen reader. */
  readonly spoken: RefObject<HTMLParagraphElement | null>;
}

/** The numbers of every series at one x, as given; nothing is read between two points. */
export function ReadingBox({ chart, x, spoken }: ReadingBoxProps) {
  const readings = x === undefined ? [] : readingsAt(chart, x);
  const place = x === undefined ? '' : axisText(chart.x, x);
  const words = readings.map(({ name, text }) => `${name} ${text}`).join(', ');
  useSpokenReading(spoken, words === '' ? '' : `${chart.x.label} ${place}: ${words}.`);
  if (readings.length === 0) return null;
  return (
    <div className={styles.reading}>
      <p>
        {chart.x.label} <strong>{place}</strong>
      </p>
      {readings.map(({ id, name, text }) => (
        <p key={id}>
          {name} <strong>{text}</strong>
        </p>
      ))}
    </div>
  );
}

function readingsAt(chart: XyChart, x: number) {
  return chart.series.flatMap((series) => {
    const text = readingAt(chart, series, x);
    if (text === undefined) return [];
    const { id, label, letter } = series;
    const isLettered = letter === undefined || label.split(' ').includes(letter);
    return [{ id, name: isLettered ? label : `${letter} ${label}`, text }];
  });
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
