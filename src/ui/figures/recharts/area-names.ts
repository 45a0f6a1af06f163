import type { XyChart } from '../../../sizing/core/figure.ts';
import { textWidth } from '../study/fitted-text.ts';
import type { Box } from './obstacles.ts';
import { type PlotFrame, plotX, plotY } from './plot-frame.ts';

/** The name of a part of the plot, in its middle. */
export interface PlacedArea {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

const fontPx = 12;

/** Names of the plot's parts; left out where a part is narrower than its name. */
export function placedAreas(chart: XyChart, frame: PlotFrame): readonly PlacedArea[] {
  return (chart.areas ?? []).flatMap(({ fromX, toX, y: height, text }) => {
    const [from, to] = [plotX(frame, chart, fromX), plotX(frame, chart, toX)];
    const width = textWidth(text, fontPx);
    if (width > to - from) return [];
    const x = (from + to) / 2;
    const y = plotY(frame, chart, height) + 4;
    return [
      { text, x, y, box: { left: x - width / 2, right: x + width / 2, top: y - fontPx, bottom: y + 3 } },
    ];
  });
}
