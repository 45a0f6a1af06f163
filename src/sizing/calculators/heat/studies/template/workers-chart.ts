import type { XyChart } from '../../../../core/figure.ts';
import { numberText } from '../../../../core/number-text.ts';
import type { Letter } from '../../../../core/plan.ts';
import { powerTicks, roundTicks } from '../../axis-ticks.ts';
import type { StackSchedule } from '../../hot/stack-schedule.ts';
import { clockText } from '../../time-text.ts';
import { guideSeconds, type TemplateEngine, upstreamSeconds } from './template-engine.ts';
import type { TemplateFacts } from './template-facts.ts';

/** A template this large is played at fewer worker counts, so that an edit is answered at once. */
const largeTemplate = 3000;

/** Time against workers by both models, for this template. */
export function workersChart(
  facts: TemplateFacts,
  secondsOf: (type: string) => number,
  engine: TemplateEngine,
  runs: readonly { readonly letter: Letter; readonly workers: number; readonly seconds: number }[],
): XyChart {
  const most = Math.max(64, ...runs.map(({ workers }) => workers));
  const ticks = powerTicks(2, 1, most);
  const step = facts.resources > largeTemplate ? 4 : 2;
  const counts = [...new Set([...powerTicks(step, 1, most), ...runs.map(({ workers }) => workers)])]
    .filter((workers) => workers <= (ticks.at(-1) ?? most))
    .sort((a, b) => a - b);
  const at = (workers: number): TemplateEngine => ({
    ...engine,
    processes: workers,
    cores: Math.max(1, Math.min(workers, engine.cores)),
    isConvergence: true,
  });
  const guide = counts.map((workers) => ({
    x: workers,
    y: guideSeconds(facts.graph, secondsOf, at(workers)),
  }));
  const upstream = counts.flatMap((workers) => {
    const seconds = upstreamSeconds(facts.graph, secondsOf, at(workers));
    return seconds === null ? [] : [{ x: workers, y: seconds }];
  });
  const legacy = upstreamSeconds(facts.graph, secondsOf, { ...engine, isConvergence: false }) ?? 0;
  const highest = Math.max(
    ...[...guide, ...upstream].map(({ y }) => y),
    legacy,
    ...runs.map((r) => r.seconds),
  );
  const yTicks = roundTicks(highest / 60).map((minutes) => minutes * 60);
  return {
    kind: 'xy',
    id: 'template-workers',
    title: 'Would more workers make this stack faster?',
    subtitle: subtitleOf(guide, upstream),
    x: {
      label: 'Engine workers in all (log scale)',
      scale: 'log2',
      min: 1,
      max: ticks.at(-1) ?? 64,
      ticks,
      format: 'number',
    },
    y: {
      label: 'Minutes',
      scale: 'linear',
      min: 0,
      max: yTicks.at(-1) ?? 60,
      ticks: yTicks,
      format: 'minutes',
    },
    series: [
      { id: 'guide', label: 'By the guide', shape: 'line', data: guide },
      { id: 'upstream', label: 'By the source code, convergence', shape: 'line', data: upstream },
      {
        id: 'legacy',
        label: 'By the source code, legacy engine',
        shape: 'line',
        data: [counts[0] ?? 1, counts.at(-1) ?? 64].map((x) => ({ x, y: legacy })),
      },
    ],
    marks: [],
    places: runs.map(({ letter, seconds, workers }) => ({
      letter,
      x: workers,
      y: seconds,
      text: clockText(seconds),
    })),
  };
}

type Curve = readonly { readonly x: number; readonly y: number }[];

function subtitleOf(guide: Curve, upstream: Curve): string {
  return `By the guide ${enoughText(guide)}; by the source code ${enoughText(upstream)}.`;
}

/** Fewest workers drawn that come within a twentieth of the best time. */
function enoughText(curve: Curve): string {
  const last = curve.at(-1);
  if (!last) return 'it never ends with so few slots';
  const best = Math.min(...curve.map(({ y }) => y));
  const enough = curve.find(({ y }) => y <= best * 1.05) ?? last;
  return enough.x === curve[0]?.x
    ? `${clockText(enough.y)} whatever the workers`
    : `no faster than ${clockText(best)} from ${numberText(enough.x)} on`;
}

/** Whether four times the engines would end a stack at least a twentieth sooner. */
export function helpedByWorkers(
  facts: TemplateFacts,
  secondsOf: (type: string) => number,
  engine: TemplateEngine,
  schedule: StackSchedule,
): boolean {
  if (schedule.makespanSeconds === null) return true;
  if (!engine.isConvergence) return false;
  const more = { ...engine, processes: engine.processes * 4, cores: engine.cores * 4 };
  const makespanSeconds = upstreamSeconds(facts.graph, secondsOf, more);
  return makespanSeconds !== null && makespanSeconds < schedule.makespanSeconds * 0.95;
}
