import { Fragment } from 'react';
import { optionColour } from '../option-colour.ts';
import { LetterMark } from './letter-mark.tsx';
import type { PlacedOption } from './placed-options.ts';
import styles from './plot.module.css';

/** Options' badges where they stand in the plot, each with its short text. */
export function Places({ options }: { readonly options: readonly PlacedOption[] }) {
  return options.map(({ place, badge, spot, textX, textY, anchor }) => (
    <Fragment key={place.letter}>
      {badge.isMoved && (
        <>
          <path className={styles.leader} d={`M${spot.x} ${spot.y}L${badge.x} ${badge.y}`} />
          <circle className={styles.spot} cx={spot.x} cy={spot.y} r={3.5} fill={optionColour(place.letter)} />
        </>
      )}
      <LetterMark letter={place.letter} x={badge.x} y={badge.y} />
      {place.text && (
        <text className={styles.place} x={textX} y={textY} textAnchor={anchor}>
          {place.text}
        </text>
      )}
    </Fragment>
  ));
}
