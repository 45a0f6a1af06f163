import type { LoadLineGauge } from '../../sizing/core/figure.ts';

/** The draught scale: from 0 to `max`, a numeral every `step`, a mark every `mark`. */
export interface GaugeScale {
  readonly max: number;
  readonly step: number;
  readonly mark: number;
}

/** More numerals than this crowd the axis. */
const maxIntervals = 8;

/** A column further above the limit than this is torn off, so that the others stay readable. */
const tornFrom = 2.5;

/** Room above the highest value, so that the tallest hull does not end at the scale's end. */
const airAbove = 1.04;

/** One scale for all hulls. In mode `limit` it ends at twice the limit when a column lies far beyond it. */
export function gaugeScale(gauge: LoadLineGauge): GaugeScale {
  const values = gauge.hulls.flatMap((hull) =>
    gauge.mode === 'load' ? hull.lines.map((l) => l.value) : hull.lines.slice(0, 1).map((l) => l.value),
  );
  const line = gauge.line?.value ?? 0;
  const highest = Math.max(1, line, ...values);
  const isTorn = gauge.mode === 'limit' && line > 0 && highest > tornFrom * line;
  return niceScale(isTorn ? 2 * line : highest * airAbove);
}

function niceScale(top: number): GaugeScale {
  for (let power = 1; ; power *= 10) {
    for (const [factor, marks] of [
      [1, 5],
      [2, 4],
      [5, 5],
    ] as const) {
      const step = factor * power;
      if (top / step > maxIntervals) continue;
      // Requests and connections are whole, so nothing is marked between 1 and 2.
      const mark = step % marks === 0 ? step / marks : step === 2 ? 1 : step;
      return { max: Math.ceil(top / step) * step, step, mark };
    }
  }
}

/** The multiples of `interval` from 0 to the scale's end. */
export function scaleValues(scale: GaugeScale, interval: number): readonly number[] {
  return Array.from({ length: Math.floor(scale.max / interval) + 1 }, (_, i) => i * interval);
}
