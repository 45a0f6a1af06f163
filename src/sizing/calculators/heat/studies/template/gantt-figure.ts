import { counted, numberText } from '../../../../core/number-text.ts';
import type { GanttFigure } from '../../../../core/study-figures.ts';
import { priorityQueue } from '../../hot/priority-queue.ts';
import type { ScheduleBar, StackSchedule } from '../../hot/stack-schedule.ts';
import { busySteps } from './busy-steps.ts';

type Bar = GanttFigure['bars'][number];

/** More bars than these are joined with their neighbours: they would be about as thin as a pixel. */
const mostBars = 600;
/** What a bar of several joined ones is, where they are not of one type. */
const severalTypes = 'several types';
/** With more lanes than these only the used ones are named. */
const mostNamedLanes = 1024;

interface GanttText {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

/** Lanes of the guide's picture: every worker, busy or not. */
export function guideGantt(
  schedule: StackSchedule,
  workers: number,
  tasksPerWorker: number,
  text: GanttText,
): GanttFigure {
  const used = schedule.bars.reduce((most, bar) => Math.max(most, bar.lane + 1), 1);
  const places = workers * tasksPerWorker;
  const lanes = Array.from({ length: places > mostNamedLanes ? used : places }, (_, lane) =>
    tasksPerWorker === 1
      ? `worker ${numberText(lane + 1)}`
      : `worker ${numberText(Math.floor(lane / tasksPerWorker) + 1)}, task ${(lane % tasksPerWorker) + 1}`,
  );
  return ganttOf(schedule, schedule.bars, lanes, text);
}

/** Slots that were used, under convergence by process; the legacy engine has one process and as many tasks as overlap. */
export function upstreamGantt(
  schedule: StackSchedule,
  slotsPerProcess: number,
  isConvergence: boolean,
  text: GanttText,
): GanttFigure {
  if (!isConvergence) {
    const { bars, lanes } = packed(schedule.bars);
    return ganttOf(
      schedule,
      bars,
      Array.from({ length: lanes }, (_, lane) => `task ${numberText(lane + 1)}`),
      text,
    );
  }
  const used = [...new Set(schedule.bars.map((bar) => bar.lane))].sort((a, b) => a - b);
  const places = new Map(used.map((lane, index) => [lane, index]));
  const bars = schedule.bars.map((bar) => ({ ...bar, lane: places.get(bar.lane) ?? 0 }));
  const lanes = used.map(
    (lane) =>
      `process ${numberText(Math.floor(lane / slotsPerProcess) + 1)}, slot ${(lane % slotsPerProcess) + 1}`,
  );
  return ganttOf(schedule, bars, lanes, text);
}

/** Gives each bar the lowest lane that is free when it starts. */
function packed(bars: readonly ScheduleBar[]): {
  readonly bars: readonly ScheduleBar[];
  readonly lanes: number;
} {
  const free = priorityQueue<number>();
  const running = priorityQueue<number>();
  const ends: (readonly [untilSeconds: number, lane: number])[] = [];
  let lanes = 0;
  const placed = bars
    .toSorted((a, b) => a.startSeconds - b.startSeconds)
    .map((bar) => {
      for (let first = running.take(); first !== undefined; first = running.take()) {
        const [until, lane] = ends[first] ?? [0, 0];
        if (until > bar.startSeconds + 1e-9) {
          running.put(until, first);
          break;
        }
        free.put(lane, lane);
      }
      const lane = free.take() ?? lanes;
      lanes = Math.max(lanes, lane + 1);
      ends.push([bar.finishSeconds, lane]);
      running.put(bar.finishSeconds, ends.length - 1);
      return { ...bar, lane };
    });
  return { bars: placed, lanes: Math.max(1, lanes) };
}

function ganttOf(
  schedule: StackSchedule,
  scheduled: readonly ScheduleBar[],
  lanes: readonly string[],
  text: GanttText,
): GanttFigure {
  const chain = new Set(schedule.longestChain.paths);
  const bars = scheduled
    .filter((bar) => bar.finishSeconds > bar.startSeconds)
    .map(
      (bar): Bar => ({
        lane: bar.lane,
        startSeconds: bar.startSeconds,
        endSeconds: bar.finishSeconds,
        label: bar.path,
        type: bar.type,
        isCritical: chain.has(bar.path),
      }),
    );
  const endSeconds =
    schedule.makespanSeconds ?? bars.reduce((latest, bar) => Math.max(latest, bar.endSeconds), 0);
  return {
    kind: 'gantt',
    ...text,
    endSeconds,
    lanes,
    bars: fewer(bars, endSeconds),
    busy: busySteps(bars, endSeconds),
  };
}

/** Where there are many, bars are joined that are closer than a pixel or two in a drawing of usual width. */
function fewer(bars: readonly Bar[], endSeconds: number): readonly Bar[] {
  if (bars.length <= mostBars) return bars;
  const close = joined(bars, endSeconds / 600, endSeconds / 100);
  return close.length <= mostBars ? close : joined(bars, endSeconds / 300, endSeconds / 100);
}

/**
 * Joins bars that follow one another in a lane with less than `gapSeconds` between, those of the chain among
 * themselves; bars of different types only while they are shorter than that together, or than `touchingSeconds` where
 * there is nothing between. No longer gap is closed: an idle lane must not look busy.
 */
function joined(bars: readonly Bar[], gapSeconds: number, touchingSeconds: number): readonly Bar[] {
  const rows: { bar: Bar; count: number }[] = [];
  const last = new Map<number, number>();
  for (const bar of bars.toSorted((a, b) => a.startSeconds - b.startSeconds)) {
    const at = last.get(bar.lane);
    const row = at === undefined ? undefined : rows[at];
    if (at !== undefined && row !== undefined && isJoined(row.bar, bar, gapSeconds, touchingSeconds)) {
      const type = bar.type === row.bar.type ? bar.type : severalTypes;
      const endSeconds = Math.max(row.bar.endSeconds, bar.endSeconds);
      rows[at] = { bar: { ...row.bar, type, endSeconds }, count: row.count + 1 };
      continue;
    }
    last.set(bar.lane, rows.length);
    rows.push({ bar, count: 1 });
  }
  return rows.map(({ bar, count }) =>
    count === 1 ? bar : { ...bar, label: `${bar.label} and ${counted(count - 1, 'more', 'more')}` },
  );
}

function isJoined(row: Bar, next: Bar, gapSeconds: number, touchingSeconds: number): boolean {
  const gap = next.startSeconds - row.endSeconds;
  const most = gap < 1e-9 ? touchingSeconds : gapSeconds;
  const isShort = row.endSeconds - row.startSeconds < most;
  return row.isCritical === next.isCritical && gap <= gapSeconds && (row.type === next.type || isShort);
}
