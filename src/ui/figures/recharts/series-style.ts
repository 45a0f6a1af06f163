import type { Series, XyChart } from '../../../sizing/core/figure.ts';
import type { Letter } from '../../../sizing/core/plan.ts';
import { optionColour } from '../option-colour.ts';

export interface StrokeStyle {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeDasharray?: string;
}

/** Each option's own dash beside its colour, so that lines are told apart without colour. */
const dashes: Readonly<Record<Letter, Omit<StrokeStyle, 'stroke'>>> = {
  A: { strokeWidth: 2, strokeDasharray: '6 3' },
  B: { strokeWidth: 2 },
  C: { strokeWidth: 2.75 },
  D: { strokeWidth: 2.25, strokeDasharray: '2 3' },
  E: { strokeWidth: 2, strokeDasharray: '8 3 2 3' },
  F: { strokeWidth: 2, strokeDasharray: '12 4' },
};

const anonymous: readonly StrokeStyle[] = [
  { stroke: 'var(--ink)', strokeWidth: 1.75 },
  { stroke: 'var(--sea)', strokeWidth: 1.75, strokeDasharray: '5 3' },
  { stroke: 'var(--ink2)', strokeWidth: 1.75, strokeDasharray: '2 3' },
];

/** Colour and dash of a series: its option's, or one by position among those without an option. */
export function seriesStroke(chart: XyChart, series: Series): StrokeStyle {
  if (series.letter) return { stroke: optionColour(series.letter), ...dashes[series.letter] };
  if (series.shape === 'step') return { stroke: 'var(--ink)', strokeWidth: 1.75, strokeDasharray: '4 3' };
  const lines = chart.series.filter((s) => !s.letter && s.shape !== 'dots');
  return (
    anonymous[Math.max(0, lines.indexOf(series)) % anonymous.length] ?? {
      stroke: 'var(--ink)',
      strokeWidth: 2,
    }
  );
}
