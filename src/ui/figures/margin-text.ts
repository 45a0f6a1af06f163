import type { Tone } from '../../sizing/core/explanation.ts';
import { type Hull, type LoadLine, type LoadLineGauge, marginOf } from '../../sizing/core/figure.ts';
import { numberText } from '../../sizing/core/number-text.ts';

/** How an option stands against the line, as it is written: a sign, an amount and a word. */
export interface MarginText {
  readonly sign: '▲' | '▼' | '';
  readonly text: string;
  readonly tone: Tone;
}

/** The line of a hull that is judged: the ring's, or what may be used. */
export function judgedLine(mode: LoadLineGauge['mode'], hull: Hull): LoadLine | undefined {
  return mode === 'limit' ? hull.lines[0] : (hull.lines.find((l) => l.isRing) ?? hull.lines[0]);
}

/** "▲ 16 spare" of an option against a line. The sign says which side of the line the option is on. */
export function marginText(
  gauge: Pick<LoadLineGauge, 'mode'>,
  hull: Hull,
  line: number | undefined,
): MarginText {
  const judged = judgedLine(gauge.mode, hull);
  return valueMargin(gauge.mode, judged?.value, line);
}

/** The same for any value. */
export function valueMargin(
  mode: LoadLineGauge['mode'],
  value: number | undefined,
  line: number | undefined,
): MarginText {
  if (value === undefined || line === undefined) return { sign: '', text: '–', tone: 'plain' };
  const { amount, word, tone } = marginOf(mode, value, line);
  if (word === 'exact') return { sign: '', text: 'exact', tone };
  return { sign: value > line ? '▲' : '▼', text: `${numberText(amount)} ${word}`, tone };
}
