import type { Axis, Mark, XyChart } from '../../../../core/figure.ts';
import { marginOf } from '../../../../core/figure.ts';
import { roundTicks } from '../../axis-ticks.ts';
import type { HeatComparison, HeatOption } from '../../size.ts';
import { clockText } from '../../time-text.ts';
import { type Condition, outcomeOf } from './conditions.ts';

/** What each condition costs: one row a condition, one dot an option at the long end of its time. */
export function conditionChart(
  { options, selected }: HeatComparison,
  conditions: readonly Condition[],
): XyChart {
  const last = conditions.length - 1;
  const dots = options.map((option) => ({
    option,
    data: conditions.flatMap((condition, index) => {
      const x = longEnd(option, condition);
      // The first condition stands on top.
      return x === undefined ? [] : [{ x, y: last - index }];
    }),
  }));
  const target = selected.inputs.targetMinutes === null ? null : selected.inputs.targetMinutes * 60;
  const seconds = dots.flatMap(({ data }) => data.map(({ x }) => x));
  const stops = conditions.some((condition) => options.some((o) => longEnd(o, condition) === undefined));
  return {
    kind: 'xy',
    id: 'what-if-times',
    title: 'Which condition costs the most time?',
    subtitle: `The long end of each time.${stops ? ' Where nothing is created any more there is no dot.' : ''}`,
    x: timeAxis([...seconds, ...(target === null ? [] : [target])]),
    y: {
      label: 'Condition',
      scale: 'linear',
      min: -0.4,
      max: last + 0.7,
      ticks: conditions.map((_, index) => index),
      format: 'number',
      names: conditions.map(({ short }) => short).toReversed(),
      notes: conditions.map((condition) => noteOf(selected, condition, target)).toReversed(),
    },
    series: dots.map(({ option: { letter, name }, data }) => ({
      id: `times-${letter}`,
      label: `${letter} ${name}`,
      letter,
      shape: 'dots',
      marker: 'circle',
      filled: true,
      data,
    })),
    marks:
      target === null
        ? []
        : [{ axis: 'x', at: target, label: `Target ${clockText(target)}`, tone: 'limit' } satisfies Mark],
    places: [],
  };
}

function longEnd({ inputs }: HeatOption, condition: Condition): number | undefined {
  return outcomeOf(inputs, condition).time?.highSeconds;
}

/** "C 6:05": the selected option's time in a condition, judged where there is a target. */
function noteOf(
  option: HeatOption,
  condition: Condition,
  target: number | null,
): NonNullable<Axis['notes']>[number] {
  const time = longEnd(option, condition);
  if (time === undefined) return { text: `${option.letter} stops`, tone: 'bad' };
  const tone = target === null ? 'plain' : marginOf('limit', time, target).tone;
  return { text: `${option.letter} ${clockText(time)}`, tone };
}

/** From so much between the shortest and the longest on, a linear axis would crowd the short ones. */
const widestLinear = 8;
const clockTicks = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 18_000, 36_000] as const;

function timeAxis(seconds: readonly number[]): Axis {
  const most = Math.max(1, ...seconds);
  const least = Math.min(most, ...seconds);
  if (most / least < widestLinear) {
    const ticks = roundTicks(most / 60).map((minutes) => minutes * 60);
    return {
      label: 'Stack time at most, min:s',
      scale: 'linear',
      min: 0,
      max: most * 1.08,
      ticks: ticks.filter((tick) => tick <= most * 1.08),
      format: 'duration',
    };
  }
  const from = clockTicks.findLast((tick) => tick < least) ?? clockTicks[0];
  return {
    label: 'Stack time at most, min:s (log scale)',
    scale: 'log2',
    min: Math.min(from, least),
    max: most * 1.3,
    ticks: clockTicks.filter((tick) => tick >= from && tick <= most * 1.3),
    format: 'duration',
  };
}
