import { numberText } from '../../sizing/core/number-text.ts';
import type { BoardGeometry } from './board-geometry.ts';
import type { GaugeLayout } from './gauge-layout.ts';
import styles from './load-line-gauge.module.css';

interface GaugeAxisProps {
  readonly layout: GaugeLayout;
  readonly geometry: BoardGeometry;
  readonly axisLabel: string;
  readonly marginLabel: string;
}

/** Draught scale, its name, and what the margins under the hulls stand for. */
export function GaugeAxis({ layout, geometry, axisLabel, marginLabel }: GaugeAxisProps) {
  const { axisWidth: edge, isNarrow } = geometry;
  const axisEdge = edge - 1;
  const path = (ys: readonly number[], length: number) =>
    ys.map((y) => `M${axisEdge - length} ${y}h${length}`).join('');
  const numeralYs = layout.numerals.map((n) => n.y);
  return (
    <>
      <path className={styles.axisMark} d={path(layout.marks, isNarrow ? 4 : 6)} />
      <path className={styles.axis} d={path(numeralYs, isNarrow ? 8 : 12)} />
      <path className={styles.axis} d={`M${axisEdge} ${layout.plotTop - 6}V${layout.plotBottom}`} />
      {layout.numerals.map(
        ({ value, y, isHidden }) =>
          !isHidden && (
            <text key={value} className={styles.numeral} x={edge - (isNarrow ? 12 : 17)} y={y + 5}>
              {isNarrow ? shortNumber(value) : numberText(value)}
            </text>
          ),
      )}
      {!isNarrow && <AxisLabel layout={layout} text={axisLabel} />}
      {!isNarrow && (
        <text className={styles.axisText} x={20} y={layout.marginY}>
          {marginLabel}
        </text>
      )}
    </>
  );
}

/** 1,200 as "1.2k": a draught numeral has 30 px on a phone, and steps are round. */
function shortNumber(value: number): string {
  if (value >= 1e6) return `${numberText(value / 1e6)}M`;
  return value >= 1000 ? `${numberText(value / 1000)}k` : numberText(value);
}

/** In two lines, between two numerals, where the flag leaves room. */
function AxisLabel({ layout, text }: { readonly layout: GaugeLayout; readonly text: string }) {
  const { plotTop, plotBottom, waterY, numerals } = layout;
  const middle = (plotTop + plotBottom) / 2;
  const gaps = numerals
    .slice(1)
    .map((n, i) => (n.y + (numerals[i]?.y ?? n.y)) / 2)
    .filter((y) => waterY === null || Math.abs(y - waterY) > 30);
  const nearest = gaps.reduce(
    (a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a),
    gaps[0] ?? middle,
  );
  const [first, second] = twoLines(text);
  return (
    <text className={styles.axisText} x={20} y={nearest - 3}>
      <tspan x={20}>{first}</tspan>
      <tspan x={20} dy={14}>
        {second}
      </tspan>
    </text>
  );
}

/** Broken where the longer of the two lines is shortest. */
function twoLines(text: string): readonly [string, string] {
  const words = text.split(' ');
  const breaks = words.map((_, i): [string, string] => [
    words.slice(0, i + 1).join(' '),
    words.slice(i + 1).join(' '),
  ]);
  const longer = ([a, b]: readonly [string, string]) => Math.max(a.length, b.length);
  return breaks.reduce((best, next) => (longer(next) < longer(best) ? next : best));
}
