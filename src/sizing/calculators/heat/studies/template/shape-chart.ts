import type { XyChart } from '../../../../core/figure.ts';
import { numberText } from '../../../../core/number-text.ts';
import { roundTicks } from '../../axis-ticks.ts';
import { remembered } from '../../hot/remembered.ts';
import { graphOfShape } from '../../hot/stack-plan.ts';
import type { StackGraph } from '../../hot/template-graph.ts';
import { guideSeconds, type TemplateEngine, upstreamSeconds } from './template-engine.ts';

const sizes: readonly number[] = [1, 10, 20, 50, 100, 200, 400, 700, 1000];

interface Shapes {
  readonly wide: readonly StackGraph[];
  readonly rooted: readonly StackGraph[];
  readonly levels: readonly StackGraph[];
}

/** The same whatever the template, so made once. */
const shapesOf = remembered(
  (counts: readonly number[]): Shapes => ({
    wide: counts.map((count) => graphOfShape([count], 'each')),
    rooted: counts.map((count) => {
      const graph = graphOfShape([1, count], 'each');
      return { ...graph, resources: graph.resources.map((r, at) => (at === 0 ? { ...r, type: 'root' } : r)) };
    }),
    levels: counts.map((count) =>
      graphOfShape(
        Array.from({ length: Math.min(10, count) }, () => Math.max(1, count / 10)),
        'each',
      ),
    ),
  }),
);

/** The shape of a template against its size: what a group of independent resources costs, and what a common root saves. */
export function shapeChart(engine: TemplateEngine, meanSeconds: number): XyChart {
  const secondsOf = (type: string) => (type === 'root' ? 0 : meanSeconds);
  const { levels, rooted, wide } = shapesOf(sizes);
  const upstream = (graphs: readonly StackGraph[]) =>
    graphs.flatMap((graph, at) => {
      const y = upstreamSeconds(graph, secondsOf, { ...engine, isConvergence: true });
      return y === null ? [] : [{ x: sizes[at] ?? 0, y }];
    });
  const series = [
    { id: 'wide', label: 'All independent', data: upstream(wide) },
    { id: 'rooted', label: 'Behind one common root', data: upstream(rooted) },
    { id: 'levels', label: 'In ten levels', data: upstream(levels) },
    {
      id: 'guide',
      label: 'All independent, by the guide',
      data: wide.map((graph, at) => ({
        x: sizes[at] ?? 0,
        y: guideSeconds(graph, secondsOf, { ...engine, isConvergence: true }),
      })),
    },
  ].map((line) => ({ ...line, shape: 'line' as const }));
  const highest = Math.max(60, ...series.flatMap(({ data }) => data.map(({ y }) => y)));
  const ticks = roundTicks(highest / 60).map((minutes) => minutes * 60);
  return {
    kind: 'xy',
    id: 'template-shape',
    title: 'How does the time grow with the resources?',
    subtitle: `By the source code it is the shape that counts: each independent resource waits a second more. ${numberText(meanSeconds, 1)} s each, ${numberText(engine.processes)} workers.`,
    x: {
      label: 'Resources',
      scale: 'linear',
      min: 0,
      max: 1000,
      ticks: [0, 200, 400, 600, 800, 1000],
      format: 'number',
    },
    y: { label: 'Minutes', scale: 'linear', min: 0, max: ticks.at(-1) ?? 60, ticks, format: 'minutes' },
    series,
    marks: [],
    places: [],
  };
}
