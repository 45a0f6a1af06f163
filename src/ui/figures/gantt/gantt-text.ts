import type { ChartTable } from '../../../sizing/core/figure.ts';
import { durationText, numberText } from '../../../sizing/core/number-text.ts';
import type { GanttFigure } from '../../../sizing/core/study-figures.ts';
import type { GanttBar } from './gantt-layout.ts';

/** A moment as it is read: below ten minutes with a tenth, where two bars may differ by less than a second. */
function momentText(seconds: number): string {
  const whole = durationText(Math.floor(seconds + 1e-9));
  const tenths = Math.round((seconds - Math.floor(seconds + 1e-9)) * 10);
  if (tenths <= 0 || seconds >= 600) return durationText(seconds);
  return tenths === 10 ? durationText(Math.ceil(seconds)) : `${whole}.${tenths}`;
}

/** "server_1 (OS::Nova::Server), worker 3: 0:20 to 0:40, on the longest chain." */
export function barSentence(figure: GanttFigure, bar: GanttBar): string {
  const lane = figure.lanes[bar.lane] ?? `lane ${numberText(bar.lane + 1)}`;
  const chain = bar.isCritical ? ', on the longest chain' : '';
  return `${bar.label} (${bar.type}), ${lane}: ${momentText(bar.startSeconds)} to ${momentText(bar.endSeconds)}${chain}.`;
}

/** Every bar, by start. */
export function ganttTable(figure: GanttFigure): ChartTable {
  return {
    columns: ['Name', 'Type', 'Lane', 'Start', 'End', 'Seconds', 'Longest chain'],
    rows: figure.bars
      .toSorted((a, b) => a.startSeconds - b.startSeconds || a.lane - b.lane)
      .map((bar) => [
        bar.label,
        bar.type,
        figure.lanes[bar.lane] ?? '',
        momentText(bar.startSeconds),
        momentText(bar.endSeconds),
        Number((bar.endSeconds - bar.startSeconds).toFixed(3)),
        bar.isCritical ? 'yes' : 'no',
      ]),
  };
}
