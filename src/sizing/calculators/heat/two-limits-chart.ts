import type { Axis, Mark, PanelChart, Place } from '../../core/figure.ts';
import { numberText } from '../../core/number-text.ts';
import { powerTicks, roundTicks } from './axis-ticks.ts';
import { chainSeconds, reckonByGuide } from './guide-reckoning.ts';
import { type HeatInputs, params } from './params.ts';
import type { Reckoning } from './reckoning.ts';
import type { HeatComparison, HeatOption } from './size.ts';
import { clockText, looseText } from './time-text.ts';
import { reckonUpstream } from './upstream-reckoning.ts';
import { poolByRule } from './worker-table.ts';

const n = numberText;

/** Which of the guide's two worker counts fits: time above, connections below, over the same workers (K1). */
export function twoLimitsChart({ options, selected }: HeatComparison): PanelChart {
  const x = workerAxis(options, selected);
  const points = workerCounts(x.min, x.max).map((w) => ({ w, reckoning: reckonAt(selected.inputs, w) }));
  const places = (y: (option: HeatOption) => number, text: (option: HeatOption) => string): Place[] =>
    options.map((option) => ({
      letter: option.letter,
      x: option.inputs.engineWorkers,
      y: y(option),
      text: text(option),
    }));
  const marks = workerMarks(selected, x.max);
  return {
    kind: 'panels',
    id: 'two-limits',
    title: 'The guide gives two worker counts. Which one fits?',
    subtitle: subtitleOf(selected),
    panels: [
      {
        kind: 'xy',
        id: 'two-limits-time',
        title: `Minutes to create the ${selected.inputs.stacksAtOnce === 1 ? 'stack' : 'stacks'}`,
        subtitle: `Low to high, as option ${selected.letter} is set.`,
        x,
        y: timeAxis([
          ...points.map((p) => p.reckoning.allUp.highSeconds),
          ...options.map((o) => middle(o.sizing.shown)),
        ]),
        series: [
          {
            id: 'time',
            label: 'Time',
            shape: 'band',
            data: points.map(({ reckoning: { allUp }, w }) => ({
              x: w,
              low: allUp.lowSeconds,
              high: allUp.highSeconds,
            })),
          },
        ],
        marks: [...marks, ...targetMark(selected.inputs)],
        places: places(
          (o) => middle(o.sizing.shown),
          (o) => looseText(o.sizing.shown.allUp),
        ),
      },
      {
        kind: 'xy',
        id: 'two-limits-connections',
        title: 'DB connections Heat may open (line: pool = 2 × workers, no overflow set)',
        subtitle: 'Options stand where their own pool and overflow put them.',
        x,
        y: connectionAxis(
          points.map((p) => p.reckoning.ceiling.total),
          options.map((o) => o.sizing.shown.ceiling.total),
        ),
        series: [
          {
            id: 'connections',
            label: 'Pool = 2 × workers',
            shape: 'line',
            data: points.map(({ reckoning, w }) => ({ x: w, y: reckoning.ceiling.total })),
          },
        ],
        marks: [...marks, ...limitMark(selected)],
        places: places(
          (o) => o.sizing.shown.ceiling.total,
          (o) => n(o.sizing.shown.ceiling.total),
        ),
      },
    ],
  };
}

/** The selected option with other workers, a pool by the rule and no overflow set. */
function reckonAt(inputs: HeatInputs, engineWorkers: number): Reckoning {
  const there = { ...inputs, engineWorkers, poolSize: poolByRule(engineWorkers), overflow: 0 };
  return inputs.reckonBy === 'guide' ? reckonByGuide(there, null) : reckonUpstream(there, null);
}

function middle({ allUp }: Reckoning): number {
  return (allUp.lowSeconds + allUp.highSeconds) / 2;
}

function workerAxis(options: readonly HeatOption[], { sizing }: HeatOption): Axis {
  const shown = [sizing.table.engineWorkers, ...options.map((o) => o.inputs.engineWorkers)];
  const ticks = powerTicks(2, Math.min(2, ...shown), Math.max(64, sizing.text.to, ...shown));
  return {
    label: 'Engine workers per controller (log scale)',
    scale: 'log2',
    min: ticks[0] ?? 1,
    max: ticks.at(-1) ?? 64,
    ticks,
    format: 'number',
  };
}

/** Every count while that shows, then steps of a sixteenth; always both ends. */
function workerCounts(min: number, max: number): readonly number[] {
  const counts: number[] = [];
  for (let w = min; w < max; w += Math.max(1, Math.floor(w / 16))) counts.push(w);
  return [...counts, max];
}

function timeAxis(seconds: readonly number[]): Axis {
  const ticks = roundTicks(Math.max(...seconds) / 60).map((minutes) => minutes * 60);
  return { label: 'Minutes', scale: 'linear', min: 0, max: ticks.at(-1) ?? 60, ticks, format: 'minutes' };
}

function connectionAxis(line: readonly number[], places: readonly number[]): Axis {
  const ticks = powerTicks(10, Math.min(...line, ...places), Math.max(...line, ...places));
  return {
    label: 'Connections (log scale)',
    scale: 'log10',
    min: ticks[0] ?? 1,
    max: ticks.at(-1) ?? 1000,
    ticks,
    format: 'number',
  };
}

function workerMarks({ inputs, sizing }: HeatOption, most: number): readonly Mark[] {
  const { from, to } = sizing.text;
  const { engineWorkers, row } = sizing.table;
  const table: Mark = {
    axis: 'x',
    at: engineWorkers,
    label: `Guide table: ${n(engineWorkers)}`,
    detail: row ? `${row.label} vCPU row` : '1 per 2 vCPU, our reading',
    tone: 'guide',
  };
  const text: Mark = {
    axis: 'x',
    at: from,
    to,
    label: `Guide text: ${n(from)}–${n(to)}`,
    detail: '2–4 per core',
    tone: 'guide',
  };
  if (!hasKnee(inputs) || sizing.knee > most) return [table, text];
  const knee: Mark = {
    axis: 'x',
    at: sizing.knee,
    label: `${n(sizing.knee)}: chain-bound`,
    detail: `${clockText(chainSeconds(inputs))}, no less`,
    tone: 'note',
    isDashed: true,
  };
  return [table, knee, text];
}

/** Only the guide's model in convergence mode shares the work of a stack out among workers. */
function hasKnee(inputs: HeatInputs): boolean {
  return inputs.convergence && inputs.reckonBy === 'guide';
}

function targetMark({ targetMinutes }: HeatInputs): readonly Mark[] {
  if (targetMinutes === null) return [];
  const at = targetMinutes * 60;
  return [{ axis: 'y', at, label: `Target ${clockText(at)}`, tone: 'load' }];
}

/** A logarithmic axis has no place for 0. */
function limitMark({ sizing }: HeatOption): readonly Mark[] {
  if (sizing.free === null || sizing.free < 1) return [];
  return [{ axis: 'y', at: sizing.free, label: `Limit ${n(sizing.free)}`, tone: 'limit' }];
}

function subtitleOf({ inputs, sizing }: HeatOption): string {
  const { row, engineWorkers } = sizing.table;
  const table = row
    ? `Its table says ${n(engineWorkers)} for ${n(inputs.vcpuPerController)} vCPU`
    : `Its table starts at 4 vCPU; half a worker per vCPU gives ${n(engineWorkers)} for ${n(inputs.vcpuPerController)}`;
  return `${table}, its text says 2 to 4 per core. ${databaseText(sizing.shown.databaseBoundWorkers)}${timeText(inputs, sizing.knee)}.`;
}

function databaseText(bound: number | null): string {
  if (bound === null) return 'Without max_connections nothing is known of your database, and ';
  if (bound === 0) return 'Your database does not carry even 1 at that pool, and ';
  if (bound >= 256) return 'Your database does not stop you, and ';
  return `Your database stops you at ${n(bound)}, and `;
}

function timeText(inputs: HeatInputs, knee: number): string {
  if (inputs.reckonBy === 'upstream') return 'by the source code more workers hardly shorten the wait';
  if (!inputs.convergence) return 'with convergence off no worker shares a stack with another';
  if (knee > params.engineWorkers.range[1])
    return 'at every worker count it is the work, not the longest chain, that sets the time';
  return `past ${n(knee)} the longest chain sets the time`;
}
