import { Fragment } from 'react';
import type { XyChart } from '../../../sizing/core/figure.ts';
import { spread } from './end-badges.ts';
import { LetterMark } from './letter-mark.tsx';
import styles from './plot.module.css';
import { type PlotFrame, plotX, plotY } from './plot-frame.ts';

interface PlacesProps {
  readonly chart: XyChart;
  readonly frame: PlotFrame;
}

const badgePx = 18;

/** Options' badges where they stand in the plot, each with its short text. */
export function Places({ chart, frame }: PlacesProps) {
  const xs = chart.places.map((p) => Math.min(frame.right, Math.max(frame.left, plotX(frame, chart, p.x))));
  const ys = chart.places.map((p) => plotY(frame, chart, p.y));
  return chart.places.map((place, i) => {
    const x = xs[i] ?? 0;
    // Options at nearly the same place stand one above the other.
    const column = xs.flatMap((other, k) => (Math.abs(other - x) < badgePx ? [k] : []));
    const apart = spread(
      column.map((k) => ys[k] ?? 0),
      badgePx,
      frame.top,
      frame.bottom - 2,
    );
    const y = apart[column.indexOf(i)] ?? 0;
    const isAlone = column.every((k) => k === i || Math.abs((ys[k] ?? 0) - (ys[i] ?? 0)) > 2 * badgePx);
    // Raised beside its badge, a text is clear of a line through the badge.
    const rise = isAlone && y - frame.top > 22 ? 8 : -4;
    const isLeft = x > frame.right - 16 - (place.text?.length ?? 0) * 6.2;
    return (
      <Fragment key={place.letter}>
        <LetterMark letter={place.letter} x={x} y={y} />
        {place.text && (
          <text
            className={styles.place}
            x={isLeft ? x - 12 : x + 12}
            y={y - rise}
            textAnchor={isLeft ? 'end' : 'start'}
          >
            {place.text}
          </text>
        )}
      </Fragment>
    );
  });
}
