import type { Mark, PanelChart, Place, Point, XyChart } from '../../../../core/figure.ts';
import { capitalised } from '../../../../core/number-text.ts';
import { wording } from '../../conditions.ts';
import { listed } from '../../fleet-name.ts';
import { curveAt, type LoadAnswer } from './load-answer.ts';
import type { LoadCase, LoadedOption } from './load-case.ts';
import { rateText } from './load-text.ts';

const evenPoints = 48;
/** Near its ceiling a curve turns in less than an even step. */
const nearCeiling = [0.9, 0.94, 0.97, 0.985, 0.995, 0.999] as const;
/** A curve is followed a little beyond the plot, so that it leaves through the top. */
const beyondTop = 3;

type Quantity = 'mean' | 'p50' | 'p95' | 'p99';

interface Curve {
  readonly one: LoadedOption;
  readonly loads: readonly number[];
  readonly answers: readonly LoadAnswer[];
}

/** The mean against the rate, and the percentiles in panels; `places` are what a simulation found at the load. */
export function responseCharts(
  load: LoadCase,
  places: readonly Place[] = [],
): readonly [XyChart, PanelChart] {
  const highest = Math.max(load.loadPerSecond, ...load.options.map((o) => o.loaded.ceilingPerSecond));
  const mostPerSecond = roundedUp(highest * 1.05);
  const curves = load.options.map((one) => curveOfOption(one, mostPerSecond));
  const chart = (quantity: Quantity) => chartOf(load, curves, quantity, mostPerSecond);
  return [
    { ...chart('mean'), places },
    {
      kind: 'panels',
      id: 'response-percentiles',
      title: 'How long do the slow requests take?',
      subtitle: curves.some((c) => !c.one.loaded.hasPercentiles)
        ? `With more than 320 threads on a VM percentiles are not worked out: ${listed(curves.filter((c) => !c.one.loaded.hasPercentiles).map((c) => c.one.option.name))}.`
        : 'Half, 95 and 99 of 100 requests are answered within so many milliseconds.',
      panels: [chart('p50'), chart('p95'), chart('p99')],
    },
  ];
}

function curveOfOption(one: LoadedOption, mostPerSecond: number): Curve {
  const { ceilingPerSecond } = one.loaded;
  const even = Array.from({ length: evenPoints }, (_, i) => (mostPerSecond * i) / (evenPoints - 1));
  const loads = [...even, ...nearCeiling.map((share) => share * ceilingPerSecond)]
    .filter((perSecond) => perSecond < ceilingPerSecond * 0.9999)
    .sort((a, b) => a - b);
  return { one, loads, answers: curveAt(one.loaded, loads) };
}

const titles: Readonly<Record<Quantity, string>> = {
  mean: 'Where does response time climb?',
  p50: 'Half of the requests',
  p95: '95 of 100 requests',
  p99: '99 of 100 requests',
};

function chartOf(
  load: LoadCase,
  curves: readonly Curve[],
  quantity: Quantity,
  mostPerSecond: number,
): XyChart {
  const lines = curves.map(({ answers, loads, one }) => ({
    one,
    points: answers.flatMap((answer, index): readonly Point[] => {
      const seconds = secondsOf(answer, quantity);
      return seconds === null ? [] : [{ x: loads[index] ?? 0, y: seconds * 1000 }];
    }),
  }));
  const alone = Math.max(1, ...lines.map(({ points }) => points[0]?.y ?? 0));
  const top = roundedUp(alone * (quantity === 'mean' ? 4 : 3));
  return {
    kind: 'xy',
    id: `response-${quantity}`,
    title: titles[quantity],
    subtitle: quantity === 'mean' ? ceilingSentence(load) : '',
    x: { label: 'Requests a second', scale: 'linear', min: 0, max: mostPerSecond, format: 'number' },
    y: {
      label: quantity === 'mean' ? 'Mean response, ms' : 'Response, ms',
      scale: 'linear',
      min: 0,
      max: top,
      format: 'number',
    },
    series: lines
      .filter(({ points }) => points.length > 0)
      .map(({ one, points }) => ({
        id: one.option.letter,
        label: one.option.name,
        letter: one.option.letter,
        shape: 'line',
        data: upTo(points, top * beyondTop),
      })),
    marks: marksOf(load),
    places: [],
  };
}

function secondsOf(answer: LoadAnswer, quantity: Quantity): number | null {
  if (answer.kind !== 'settles') return null;
  return quantity === 'mean' ? answer.meanSeconds : (answer.percentiles?.[quantity] ?? null);
}

/** Points up to and with the first above `highest`. */
function upTo(points: readonly Point[], highest: number): readonly Point[] {
  const last = points.findIndex((point) => point.y > highest);
  return last < 0 ? points : points.slice(0, last + 1);
}

function marksOf(load: LoadCase): readonly Mark[] {
  const atRate = new Map<number, string[]>();
  for (const { loaded, option } of load.options) {
    if (loaded.ceilingPerSecond === 0) continue;
    // Ceilings that differ in rounding only share a mark.
    const at = Number(loaded.ceilingPerSecond.toPrecision(6));
    atRate.set(at, [...(atRate.get(at) ?? []), option.letter]);
  }
  return [
    {
      axis: 'x',
      at: load.loadPerSecond,
      label: 'Load',
      detail: `${rateText(load.loadPerSecond)}/s`,
      tone: 'load',
    },
    ...[...atRate].map(
      ([at, letters]): Mark => ({
        axis: 'x',
        at,
        label: `${listed(letters)} full`,
        detail: `${rateText(at)}/s`,
        tone: 'note',
        isDashed: true,
      }),
    ),
  ];
}

/** "Profile 4 is full at 560 requests a second; Today at 400." */
export function ceilingSentence({ baseline, condition, options, selected }: LoadCase): string {
  const others = options.filter((o) => o.option.letter !== selected.option.letter);
  const against =
    baseline.option.letter === selected.option.letter
      ? others.toSorted((a, b) => b.loaded.ceilingPerSecond - a.loaded.ceilingPerSecond)[0]
      : baseline;
  const having = condition === 'all' ? '' : `${capitalised(wording[condition].having)}, `;
  if (selected.loaded.ceilingPerSecond === 0) return `${having}nothing of ${selected.option.name} is left.`;
  const first = `${having}${selected.option.name} is full at ${rateText(selected.loaded.ceilingPerSecond)} requests a second`;
  if (!against) return `${first}.`;
  return against.loaded.ceilingPerSecond === 0
    ? `${first}; of ${against.option.name} nothing is left.`
    : `${first}; ${against.option.name} at ${rateText(against.loaded.ceilingPerSecond)}.`;
}

/** The next number with two digits at most: 0.42 to 0.42, 588 to 590. */
function roundedUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / unit) * unit).toPrecision(6));
}
