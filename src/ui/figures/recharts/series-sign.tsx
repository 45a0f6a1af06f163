import type { Series, XyChart } from '../../../sizing/core/figure.ts';
import styles from './plot.module.css';
import { seriesStroke } from './series-style.ts';

export type MarkerShape = Extract<Series, { shape: 'dots' }>['marker'];

/** A marker's outline around 0, 0, about 8 px wide. */
export function markerPath(marker: MarkerShape): string {
  switch (marker) {
    case 'circle':
      return 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z';
    case 'square':
      return 'M-3.6 -3.6h7.2v7.2h-7.2Z';
    case 'triangle':
      return 'M0 -4.4L4.5 3.6H-4.5Z';
    case 'diamond':
      return 'M0 -4.8L4.4 0L0 4.8L-4.4 0Z';
  }
}

/** How a series looks, small, for the legend. */
export function SeriesSign({ chart, series }: { readonly chart: XyChart; readonly series: Series }) {
  if (series.shape === 'dots') {
    return (
      <path
        className={styles.dot}
        data-filled={series.filled ? '' : undefined}
        d={markerPath(series.marker)}
        transform="translate(9 0)"
      />
    );
  }
  const stroke = seriesStroke(chart, series);
  if (series.shape === 'band')
    return (
      <rect
        x={0}
        y={-5}
        width={17}
        height={10}
        fill={stroke.stroke}
        fillOpacity={0.3}
        stroke={stroke.stroke}
      />
    );
  return <path d="M0 0H18" fill="none" {...stroke} />;
}
