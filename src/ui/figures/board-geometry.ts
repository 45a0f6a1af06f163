import type { LoadLineGauge } from '../../sizing/core/figure.ts';
import { numberText } from '../../sizing/core/number-text.ts';
import { marginText } from './margin-text.ts';

/** Where the parts of one column stand, from the column's left edge. */
export interface ColumnShape {
  readonly hullX: number;
  readonly hullWidth: number;
  readonly spineX: number;
  /** Run of the elbow: straight, then slanted to the label. */
  readonly elbow: readonly [straight: number, slant: number];
  readonly textX: number;
  readonly ringRadius: number;
}

/** The columns that heads, gauge and table share. */
export interface BoardGeometry {
  readonly isNarrow: boolean;
  readonly axisWidth: number;
  readonly columnWidth: number;
  readonly contentWidth: number;
  readonly shape: ColumnShape;
  /** Whether ladder labels are words; else they are letters and the key explains them. */
  readonly hasWords: boolean;
}

const roomy: ColumnShape = {
  hullX: 13,
  hullWidth: 42,
  spineX: 63,
  elbow: [8, 5],
  textX: 79,
  ringRadius: 13,
};
const close: ColumnShape = { hullX: 10, hullWidth: 34, spineX: 52, elbow: [6, 4], textX: 65, ringRadius: 12 };
const tight: ColumnShape = { hullX: 8, hullWidth: 26, spineX: 40, elbow: [6, 3], textX: 51, ringRadius: 10 };

const narrowBelowPx = 600;
const leastColumnPx = 86;
const digitPx = 7.5;
const wordCharacterPx = 4.95;
const marginCharacterPx = 7.1;
const limitDigitPx = 9.4;

/**
 * The columns of a board `width` px wide. The label column takes 17 %, or 46 px on a narrow board; a column is
 * never narrower than its widest label, so a board may need more than `width` and then scrolls.
 */
export function boardGeometry(width: number, gauge: LoadLineGauge, slots: number): BoardGeometry {
  const isNarrow = width < narrowBelowPx;
  const axisWidth = isNarrow ? 46 : width * 0.17;
  const labels = ladderWidths(gauge);
  const least = Math.max(leastColumnPx, Math.ceil(tight.textX + labels.letters), Math.ceil(labels.margin));
  const columnWidth = Math.max(least, (width - axisWidth) / slots);
  const fits = (shape: ColumnShape, label: number) => shape.textX + label <= columnWidth;
  const shape = fits(roomy, labels.words) && !isNarrow ? roomy : fits(close, labels.letters) ? close : tight;
  return {
    isNarrow,
    axisWidth,
    columnWidth,
    contentWidth: axisWidth + columnWidth * slots,
    shape,
    hasWords: fits(shape, labels.words),
  };
}

/** Room for the widest label, in px: values with words, values with letters, and the margins below. */
function ladderWidths(gauge: LoadLineGauge) {
  let words = 0;
  let letters = 0;
  let margin = 0;
  for (const hull of gauge.hulls) {
    for (const line of hull.lines) {
      const value = numberText(line.value).length * digitPx + 4;
      words = Math.max(words, value + line.label.length * wordCharacterPx);
      letters = Math.max(letters, value + line.short.length * 7);
      if (gauge.mode === 'limit')
        margin = Math.max(margin, 16 + numberText(line.value).length * limitDigitPx);
    }
    const told = marginText(gauge, hull, gauge.line?.value);
    margin = Math.max(margin, 18 + told.text.length * marginCharacterPx);
  }
  // Columns of a limit gauge print their value across the whole width and have no ladder.
  return gauge.mode === 'limit' ? { words: 0, letters: 0, margin } : { words, letters, margin };
}
