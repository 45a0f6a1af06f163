import type { Hull, LoadLine, LoadLineGauge } from '../../sizing/core/figure.ts';
import { numberText } from '../../sizing/core/number-text.ts';
import { OptionBadge } from '../shell/badge.tsx';
import styles from './gauge-reading.module.css';
import { valueMargin } from './margin-text.ts';

interface GaugeReadingProps {
  readonly gauge: LoadLineGauge;
  readonly hull: Hull;
  readonly line: LoadLine;
  /** What it is judged by at the moment. */
  readonly lineValue: number | undefined;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** What a line of the ladder says in full: value, condition, formula, and the baseline in the same condition. */
export function GaugeReading({ gauge, hull, line, lineValue, left, top, width }: GaugeReadingProps) {
  const margin = valueMargin(gauge.mode, line.value, lineValue);
  const baseline = baselineReading(gauge, hull, line);
  const { formula, worked, rules, other } = line.explain;
  return (
    <div className={styles.reading} style={{ left, top, inlineSize: width }}>
      <p className={styles.title}>
        <OptionBadge letter={hull.letter} />
        <span>{line.label}</span>
        <strong>{numberText(line.value)}</strong>
        {lineValue !== undefined && (
          <span className={styles.margin} data-tone={margin.tone}>
            {margin.sign} {margin.text}
          </span>
        )}
      </p>
      <p>{formula}</p>
      <p className={styles.worked}>{worked}</p>
      {other !== undefined && <p>{other}</p>}
      {baseline !== undefined && <p>{baseline}</p>}
      {rules.length > 0 && <p className={styles.rules}>{rules.join(' · ')}</p>}
    </div>
  );
}

/** The reading in one sentence, for a screen reader. */
export function readingSentence(
  gauge: LoadLineGauge,
  hull: Hull,
  line: LoadLine,
  lineValue: number | undefined,
): string {
  const margin = lineValue === undefined ? '' : `, ${valueMargin(gauge.mode, line.value, lineValue).text}`;
  return `Option ${hull.letter}, ${line.label}: ${numberText(line.value)}${margin}. ${line.explain.formula}: ${line.explain.worked}.`;
}

function baselineReading(gauge: LoadLineGauge, hull: Hull, line: LoadLine): string | undefined {
  if (hull.isBaseline) return undefined;
  const baseline = gauge.hulls.find((h) => h.isBaseline);
  const same = baseline?.lines.find((l) => l.id === line.id);
  if (!baseline || !same) return undefined;
  return `Baseline ${baseline.letter} in the same condition: ${numberText(same.value)}.`;
}
