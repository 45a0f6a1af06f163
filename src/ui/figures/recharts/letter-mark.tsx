import type { Letter } from '../../../sizing/core/plan.ts';
import { optionColour } from '../option-colour.ts';
import styles from './plot.module.css';

interface LetterMarkProps {
  readonly letter: Letter;
  readonly x: number;
  readonly y: number;
}

/** An option's badge inside a drawing, centred on a point. */
export function LetterMark({ letter, x, y }: LetterMarkProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        className={styles.badge}
        x={-8}
        y={-8}
        width={16}
        height={16}
        rx={3}
        fill={optionColour(letter)}
      />
      <text className={styles.badgeLetter} y={4.2} textAnchor="middle">
        {letter}
      </text>
    </g>
  );
}
