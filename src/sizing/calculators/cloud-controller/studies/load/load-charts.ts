import type { Mark, PanelChart, Place, Point, XyChart } from '../../../../core/figure.ts';
import { capitalised } from '../../../../core/number-text.ts';
import { wording } from '../../conditions.ts';
import { listed } from '../../fleet-name.ts';
import { curveAt, type LoadAnswer } from './load-answer.ts';
import type { LoadCase, LoadedOption } from './load-case.ts';
import type { LoadedFleet } from './load-fleet.ts';
import { rateText, requestRateText } from './load-text.ts';
import { roundedUp } from './rounded-up.ts';

const evenPoints = 48;
/** Near its ceiling a curve turns in less than an even step. */
const nearCeiling = [0.9, 0.94, 0.97, 0.985, 0.995, 0.999] as const;
/** A curve is followed a little beyond the plot, so that it leaves through the top. */
const beyondTop = 3;
/** Percentiles are followed to where the mean is so many times that of a request alone. */
const mostMeanSeen = 5;

type Quantity = 'mean' | 'p50' | 'p95' | 'p99';

interface CurvePoint {
  readonly perSecond: number;
  readonly answer: LoadAnswer;
}

interface Curve {
  readonly one: LoadedOption;
  readonly means: readonly CurvePoint[];
  /** Fewer: what lies far above the plot takes long to work out and is not seen. */
  readonly percentiles: readonly CurvePoint[];
}

/** What a run found at the load, to be laid over the curve of the mean. */
interface Overlay {
  readonly places: readonly Place[];
  /** "simulated, seed 7, 100,000 requests". */
  readonly label: string;
}

/** The mean against the rate, and the percentiles in panels. */
export function responseCharts(load: LoadCase, overlay: Overlay): readonly [XyChart, PanelChart] {
  const highest = Math.max(load.loadPerSecond, ...load.options.map((o) => o.loaded.ceilingPerSecond));
  const mostPerSecond = roundedUp(highest * 1.05);
  const curves = load.options.map((one) => curveOfOption(one, mostPerSecond));
  const chart = (quantity: Quantity) => chartOf(load, curves, quantity, mostPerSecond);
  return [
    overlaid(chart('mean'), overlay),
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

/** Places above the plot would stand at a wrong height: the table has them. */
function overlaid(chart: XyChart, { label, places }: Overlay): XyChart {
  const inside = places.filter((place) => place.y <= chart.y.max);
  if (inside.length === 0) return chart;
  return { ...chart, subtitle: `${chart.subtitle} Badges with a time: ${label}.`, places: inside };
}

function curveOfOption(one: LoadedOption, mostPerSecond: number): Curve {
  const { ceilingPerSecond } = one.loaded;
  const even = Array.from({ length: evenPoints }, (_, i) => (mostPerSecond * i) / (evenPoints - 1));
  const loads = [...even, ...nearCeiling.map((share) => share * ceilingPerSecond)]
    .filter((perSecond) => perSecond < ceilingPerSecond * 0.9999)
    .sort((a, b) => a - b);
  const solved = (fleet: LoadedFleet, perSecond: readonly number[]): readonly CurvePoint[] =>
    curveAt(fleet, perSecond).map((answer, index) => ({ perSecond: perSecond[index] ?? 0, answer }));
  const means = solved({ ...one.loaded, hasPercentiles: false }, loads);
  const seen = means.filter(
    ({ answer }) => answer.kind === 'settles' && answer.meanSeconds <= mostMeanSeen * one.loaded.idleSeconds,
  );
  return {
    one,
    means,
    percentiles: solved(
      one.loaded,
      seen.map(({ perSecond }) => perSecond),
    ),
  };
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
  const lines = curves.map(({ means, one, percentiles }) => ({
    one,
    points: (quantity === 'mean' ? means : percentiles).flatMap(({ answer, perSecond }): readonly Point[] => {
      const seconds = secondsOf(answer, quantity);
      return seconds === null ? [] : [{ x: perSecond, y: seconds * 1000 }];
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
  const first = `${having}${selected.option.name} is full at ${requestRateText(selected.loaded.ceilingPerSecond)}`;
  if (!against) return `${first}.`;
  return against.loaded.ceilingPerSecond === 0
    ? `${first}; of ${against.option.name} nothing is left.`
    : `${first}; ${against.option.name} at ${rateText(against.loaded.ceilingPerSecond)}.`;
}
