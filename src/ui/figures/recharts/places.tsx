import { Fragment } from 'react';
import type { XyChart } from '../../../sizing/core/figure.ts';
import { LetterMark } from './letter-mark.tsx';
import { placeLayout } from './place-layout.ts';
import styles from './plot.module.css';
import { type PlotFrame, plotX, plotY } from './plot-frame.ts';

interface PlacesProps {
  readonly chart: XyChart;
  readonly frame: PlotFrame;
}

/** Options' badges where they stand in the plot, each with its short text. */
export function Places({ chart, frame }: PlacesProps) {
  const spots = chart.places.map((place) => ({
    x: Math.min(frame.right, Math.max(frame.left, plotX(frame, chart, place.x))),
    y: plotY(frame, chart, place.y),
  }));
  const badges = placeLayout(spots, frame.top, frame.bottom - 2);
  return chart.places.map((place, i) => {
    const spot = spots[i];
    const badge = badges[i];
    if (!spot || !badge) return null;
    const { x, y } = badge;
    const isLeft = badge.textSide === 'left' || x > frame.right - 16 - (place.text?.length ?? 0) * 6.2;
    // Raised beside its badge, a text is clear of a line through the badge.
    const rise = badge.isAlone && y - frame.top > 22 ? 8 : -4;
    return (
      <Fragment key={place.letter}>
        {badge.isMoved && (
          <path className={styles.leader} d={`M${spot.x - 3} ${spot.y}h6M${spot.x} ${spot.y}L${x} ${y}`} />
        )}
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
