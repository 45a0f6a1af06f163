import type { Axis, Point, Series, XyChart } from '../../../../core/figure.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { FleetComparison, SizedFleet } from '../../size.ts';
import { type Candidates, kindOf } from './candidates.ts';
import type { CriterionId } from './criteria.ts';
import { criteria } from './criteria.ts';
import { rowValue } from './row-order.ts';
import { settingName } from './setting-text.ts';
import type { Solution } from './solve.ts';

/** What else would carry the load: every setting by two criteria, the ones that nothing beats filled. */
export function frontChart(
  comparison: FleetComparison,
  solution: Solution,
  axes: readonly CriterionId[],
): XyChart {
  const [x = 'vcpu', y = 'vms'] = axes;
  const { front } = solution;
  const dots = dotsOf(solution, x, y);
  const places = placesOf(comparison, x, y);
  const shown = [...dots, ...places];
  return {
    kind: 'xy',
    id: 'front',
    title: 'What else would carry it?',
    subtitle: subtitleOf(solution, axes),
    x: axisOf(
      x,
      shown.map((dot) => dot.x),
    ),
    y: axisOf(
      y,
      shown.map((dot) => dot.y),
    ),
    series: [...dotSeries(dots), ...(axes.length === 2 && front.length > 1 ? [frontLine(dots)] : [])],
    marks: [],
    places,
  };
}

interface Dot extends Point {
  readonly vcpus: number;
  readonly isOnFront: boolean;
  readonly label: string;
}

/** Settings at one place are one dot, named after the best of them; at most so many can be told apart. */
const mostDots = 400;

function dotsOf(solution: Solution, x: CriterionId, y: CriterionId): readonly Dot[] {
  const { best, candidates, front, times } = solution;
  const at = (id: CriterionId, row: number) => rowValue(id, candidates, times.p95Ms, row);
  const onFront = new Set(front);
  const dots = new Map<string, Dot>();
  const order = new Map(best.map((row, index) => [row, index]));
  const byGoal = (a: number, b: number) => (order.get(a) ?? best.length) - (order.get(b) ?? best.length);
  for (const row of [...front.toSorted(byGoal), ...best]) {
    const dot = { x: at(x, row), y: at(y, row), vcpus: kindOf(candidates, row).vcpus };
    const key = `${dot.x} ${dot.y} ${dot.vcpus}`;
    if (dots.has(key) || (dots.size >= mostDots && !onFront.has(row))) continue;
    dots.set(key, { ...dot, isOnFront: onFront.has(row), label: settingName(candidates, row) });
  }
  return [...dots.values()];
}

const markers = ['circle', 'square', 'triangle', 'diamond'] as const;

/** The shape is the size; from the fourth size on they share one, and their labels tell them apart. */
function dotSeries(dots: readonly Dot[]): readonly Series[] {
  const sizes = [...new Set(dots.map((dot) => dot.vcpus))].toSorted((a, b) => a - b);
  const groups = [...sizes.slice(0, 3).map((size) => [size]), sizes.slice(3)];
  return groups.flatMap((group, index) =>
    [true, false].flatMap((filled): readonly Series[] => {
      const data = dots.filter((dot) => group.includes(dot.vcpus) && dot.isOnFront === filled);
      if (data.length === 0) return [];
      const name = `${group.map((size) => numberText(size)).join(', ')} vCPU`;
      return [
        {
          id: `${filled ? 'front' : 'others'}-${index}`,
          label: filled ? `${name}, on the front` : name,
          shape: 'dots',
          marker: markers[index] ?? 'diamond',
          filled,
          data: data.map(({ label, x, y }) => ({ x, y, label })),
        },
      ];
    }),
  );
}

function frontLine(dots: readonly Dot[]): Series {
  // Of two dots on a front above one another the lower would beat the other: x alone gives the order.
  const points = dots.filter((dot) => dot.isOnFront).toSorted((a, b) => a.x - b.x);
  return { id: 'front-line', label: 'Front', shape: 'step', data: points.map(({ x, y }) => ({ x, y })) };
}

/** The options' own places; a criterion that the Size view does not reckon has none. */
function placesOf({ options, selected }: FleetComparison, x: CriterionId, y: CriterionId): XyChart['places'] {
  return options.flatMap((option) => {
    const [atX, atY] = [placeValue(option, x), placeValue(option, y)];
    if (atX === undefined || atY === undefined) return [];
    const isHere = option.letter === selected.letter;
    return [{ letter: option.letter, x: atX, y: atY, ...(isHere ? { text: 'you are here' } : {}) }];
  });
}

function placeValue({ inputs, sizing }: SizedFleet, id: CriterionId): number | undefined {
  const { threadsPerWorker, vms, workersPerVm } = sizing.fleet;
  const values: Readonly<Record<CriterionId, number | undefined>> = {
    vcpu: sizing.vcpus,
    vms,
    memory: sizing.memoryGib,
    connections: sizing.connections[inputs.reckon].total,
    loss: workersPerVm * threadsPerWorker,
    cost: undefined,
    p95: undefined,
  };
  return values[id];
}

function axisOf(id: CriterionId, values: readonly number[]): Axis {
  const finite = values.filter((value) => Number.isFinite(value));
  return { ...criteria[id].axis, scale: 'linear', min: 0, max: Math.ceil(Math.max(1, ...finite) * 1.08) };
}

function subtitleOf(
  { best, candidates, fitting, front, frontPlaces }: Solution,
  axes: readonly CriterionId[],
): string {
  const over = axes.map((axis) => criteria[axis].label).join(axes.length === 2 ? ' and ' : ', ');
  const names = distinctNames(candidates, front);
  const cut =
    best.length < fitting.length
      ? ` Drawn: the ${numberText(best.length)} best of ${numberText(fitting.length)}.`
      : '';
  return `${counted(frontPlaces, 'place')} that nothing beats in ${over}: ${names}.${cut}`;
}

function distinctNames(candidates: Candidates, front: readonly number[]): string {
  const sizes = [
    ...new Set(front.map((row) => `${candidates.vms[row]} × ${kindOf(candidates, row).vcpus} vCPU`)),
  ];
  const shown = sizes.slice(0, 4).join(', ');
  return sizes.length > 4 ? `${shown} and ${counted(sizes.length - 4, 'other')}` : shown;
}
