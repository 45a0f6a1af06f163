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

const ink: StrokeStyle = { stroke: 'var(--ink)', strokeWidth: 1.75 };
const sea: StrokeStyle = { stroke: 'var(--sea)', strokeWidth: 2 };

/**
 * Without an option, in this order, each with a dash of its own; where ink is taken by limits and the guide's marks,
 * the solid line is the sea's.
 */
const broken: readonly StrokeStyle[] = [
  { ...sea, strokeDasharray: '5 3' },
  { stroke: 'var(--ink2)', strokeWidth: 1.75, strokeDasharray: '2 3' },
  { ...ink, strokeDasharray: '9 3 2 3' },
];
const steps: readonly StrokeStyle[] = [
  { ...ink, strokeDasharray: '4 3' },
  { ...sea, strokeDasharray: '2 3' },
];

/** Colour and dash of a series: its option's, or one by position among those without an option. */
export function seriesStroke(chart: XyChart, series: Series): StrokeStyle {
  if (series.letter) return { stroke: optionColour(series.letter), ...dashes[series.letter] };
  const isStep = series.shape === 'step';
  const alike = chart.series.filter(
    (s) => !s.letter && s.shape !== 'dots' && (s.shape === 'step') === isStep,
  );
  const isInkTaken = chart.marks.some((mark) => mark.tone === 'limit' || mark.tone === 'guide');
  const styles = isStep ? steps : [isInkTaken ? sea : ink, ...broken];
  return styles[Math.max(0, alike.indexOf(series)) % styles.length] ?? ink;
}
