import type { XyChart } from '../../../../core/figure.ts';
import { numberText } from '../../../../core/number-text.ts';
import type { Letter } from '../../../../core/plan.ts';
import { listed } from '../../fleet-name.ts';
import type { FleetComparison } from '../../size.ts';
import { carriedAfter, failuresOf, loadUnder, lossOf } from './failures.ts';

const markers: Readonly<Record<Letter, 'circle' | 'square' | 'triangle' | 'diamond'>> = {
  A: 'circle',
  B: 'square',
  C: 'triangle',
  D: 'diamond',
  E: 'circle',
  F: 'square',
};

/** Which loss each option can take: one row a condition, one dot an option, the load as a line. */
export function failureChart({ options, selected }: FleetComparison): XyChart {
  const failures = failuresOf(selected.inputs);
  const load = selected.sizing.load;
  const grown = loadUnder(selected, 'growth');
  const last = failures.length - 1;
  const placed = options.map((option) => ({
    option,
    data: failures.map(({ id }, index) => ({
      x: carriedAfter(option, lossOf(option, id)),
      // The first condition stands on top.
      y: last - index,
      label: option.letter,
    })),
  }));
  const most = Math.max(grown, ...placed.flatMap(({ data }) => data.map((point) => point.x)));
  const carriers = options.filter((option) =>
    failures.every(({ id }) => carriedAfter(option, lossOf(option, id)) >= loadUnder(option, id)),
  );
  const names = listed(carriers.map(({ letter }) => letter));
  return {
    kind: 'xy',
    id: 'failure-dots',
    title: 'Which loss can each option take?',
    subtitle:
      carriers.length > 0
        ? `${names} ${carriers.length === 1 ? 'carries' : 'carry'} the load in every condition.`
        : 'No option carries the load in every condition.',
    x: { label: 'Requests carried', scale: 'linear', min: 0, max: Math.ceil(most * 1.08), format: 'number' },
    y: {
      label: 'Condition',
      scale: 'linear',
      min: -0.9,
      max: last + 0.5,
      ticks: failures.map((_, index) => index),
      format: 'number',
      names: failures.map((failure) => failure.short).toReversed(),
    },
    series: placed.map(({ option, data }) => ({
      id: `dots-${option.letter}`,
      label: `${option.letter} ${option.name}`,
      shape: 'dots',
      marker: markers[option.letter],
      filled: option.letter !== 'E' && option.letter !== 'F',
      data,
    })),
    marks: [
      { axis: 'x', at: load, label: `Load ${numberText(load)}`, tone: 'load' },
      ...(grown > load
        ? [
            {
              axis: 'x' as const,
              at: grown,
              label: `Grown ${numberText(grown)}`,
              tone: 'load' as const,
              isDashed: true,
            },
          ]
        : []),
    ],
    places: [],
  };
}
