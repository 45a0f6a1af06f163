import { type Axis, marginOf, type XyChart } from '../../../../core/figure.ts';
import { numberText } from '../../../../core/number-text.ts';
import { listed } from '../../fleet-name.ts';
import { marginText } from '../../gauge.ts';
import type { FleetComparison, SizedFleet } from '../../size.ts';
import { carriedAfter, type FailureId, failuresOf, loadUnder, lossOf } from './failures.ts';

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
      min: -0.4,
      max: last + 0.7,
      ticks: failures.map((_, index) => index),
      format: 'number',
      names: failures.map((failure) => failure.short).toReversed(),
      notes: failures.map(({ id }) => noteOf(selected, id)).toReversed(),
    },
    series: placed.map(({ option, data }) => ({
      id: `dots-${option.letter}`,
      label: `${option.letter} ${option.name}`,
      letter: option.letter,
      shape: 'dots',
      marker: 'circle',
      filled: true,
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

/** "C 36 short": how the selected option stands in a condition. */
function noteOf(option: SizedFleet, id: FailureId): NonNullable<Axis['notes']>[number] {
  const carried = carriedAfter(option, lossOf(option, id));
  const load = loadUnder(option, id);
  return {
    text: `${option.letter} ${marginText(carried, load)}`,
    tone: marginOf('load', carried, load).tone,
  };
}
