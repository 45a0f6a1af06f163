import type { Mark, Point, XyChart } from '../../../../core/figure.ts';
import { counted } from '../../../../core/number-text.ts';
import type { LoadCase, LoadedOption } from './load-case.ts';
import { perHourText } from './load-table.ts';

const evenPoints = 48;
const nearCeiling = [0.9, 0.95, 0.98, 0.99, 0.995] as const;
const topOfAlone = 4;

/** The cautious end of a stack's time against stacks an hour. */
export function stackTimeChart(load: LoadCase): XyChart {
  const { inputs, options } = load;
  const mostPerHour = roundedUp(
    1.05 * Math.max(inputs.stacksPerHour, ...options.map((o) => o.load.ceilingPerHour)),
  );
  const top = roundedUp(topOfAlone * Math.max(1, ...options.map((o) => o.load.alone.highSeconds)));
  return {
    kind: 'xy',
    id: 'stack-time',
    title: 'Where does the time of a stack climb?',
    subtitle: `${ceilingSentence(load)} The line is the cautious end of a rough range.`,
    x: { label: 'Stacks created an hour', scale: 'linear', min: 0, max: mostPerHour, format: 'number' },
    y: { label: 'Stack time, cautious end, min:s', scale: 'linear', min: 0, max: top, format: 'duration' },
    series: options.map((one) => ({
      id: one.option.letter,
      label: one.option.name,
      letter: one.option.letter,
      shape: 'line',
      data: pointsOf(one, mostPerHour, 3 * top),
    })),
    marks: [
      {
        axis: 'x',
        at: inputs.stacksPerHour,
        label: 'Load',
        detail: `${perHourText(inputs.stacksPerHour)}/h`,
        tone: 'load',
      },
      ...ceilingMarks(load),
    ],
    places: [],
  };
}

/** Options that are full at the same rate share a mark. */
function ceilingMarks({ options }: LoadCase): readonly Mark[] {
  const letters = new Map<number, string>();
  for (const { load, option } of options) {
    // Ceilings that differ in rounding only are the same.
    const at = Number(load.ceilingPerHour.toPrecision(6));
    const others = letters.get(at);
    letters.set(at, others === undefined ? option.letter : `${others}, ${option.letter}`);
  }
  return [...letters].map(([at, names]) => ({
    axis: 'x',
    at,
    label: `${names} full`,
    detail: `${perHourText(at)}/h`,
    tone: 'note',
    isDashed: true,
  }));
}

function pointsOf({ load }: LoadedOption, mostPerHour: number, highest: number): readonly Point[] {
  const even = Array.from({ length: evenPoints }, (_, i) => (mostPerHour * i) / (evenPoints - 1));
  const rates = [...even, ...nearCeiling.map((share) => share * load.ceilingPerHour)]
    .filter((perHour) => perHour < load.ceilingPerHour * 0.999)
    .sort((a, b) => a - b);
  const points: Point[] = [];
  for (const x of rates) {
    const answer = load.answerAt(x);
    if (answer.kind === 'grows') break;
    points.push({ x, y: answer.stackTime.highSeconds });
    if (answer.stackTime.highSeconds > highest) break;
  }
  return points;
}

/** "Eight workers is full at 14.4 stacks an hour; Today at 7.2." */
export function ceilingSentence({ baseline, selected }: LoadCase): string {
  const at = (one: LoadedOption) => perHourText(one.load.ceilingPerHour);
  const first = `${selected.option.name} is full at ${at(selected)} stacks an hour`;
  return baseline.option.letter === selected.option.letter
    ? `${first}, with ${counted(selected.load.places, 'place')}.`
    : `${first}; ${baseline.option.name} at ${at(baseline)}.`;
}

function roundedUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / unit) * unit).toPrecision(6));
}
