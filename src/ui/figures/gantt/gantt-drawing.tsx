import { memo, useDeferredValue, useId, useMemo } from 'react';
import { durationText, numberText } from '../../../sizing/core/number-text.ts';
import type { GanttFigure } from '../../../sizing/core/study-figures.ts';
import { Measured } from '../measured.tsx';
import { ReadingLine } from '../study/reading-line.tsx';
import { TextureDefs, TextureKey } from '../study/textures.tsx';
import { useCursor } from '../study/use-cursor.ts';
import styles from './gantt.module.css';
import { GanttBars } from './gantt-bars.tsx';
import { type GanttLayout, ganttLayout, meanBusyShare, neighbourBar } from './gantt-layout.ts';
import { barSentence } from './gantt-text.ts';

/** The lanes over time with the utilisation above them, and the bar that is read in words. */
export const GanttDrawing = memo(function GanttDrawing({ figure }: { readonly figure: GanttFigure }) {
  return <Measured assumedWidth={340}>{(width) => <SizedDrawing figure={figure} width={width} />}</Measured>;
});

const SizedDrawing = memo(function SizedDrawing({
  figure,
  width,
}: {
  readonly figure: GanttFigure;
  readonly width: number;
}) {
  const prefix = useId();
  // A slider replays the schedule; the drawing follows when there is time.
  const shown = useDeferredValue(figure);
  const layout = useMemo(() => ganttLayout(shown, width), [shown, width]);
  const cursor = useCursor(layout.bars.length, (arrow, from) => neighbourBar(layout.bars, arrow, from));
  const read = cursor.index === null ? undefined : layout.bars[cursor.index];
  return (
    <>
      <TextureKey prefix={prefix} items={layout.types.map((label, texture) => ({ label, texture }))} />
      <svg
        className={styles.drawing}
        width={width}
        height={layout.height}
        role="application"
        aria-roledescription="chart"
        aria-label={`${shown.title} ${shown.subtitle} Arrow keys read the bars.`}
        {...cursor.handlers}
        onPointerLeave={() => cursor.point(null)}
      >
        <TextureDefs prefix={prefix} count={layout.types.length} />
        <g>
          <Ground figure={shown} layout={layout} />
          <GanttBars layout={layout} prefix={prefix} onPoint={cursor.point} />
          {read && (
            <rect
              className={styles.read}
              x={read.x - 1.5}
              y={read.y - 1.5}
              width={read.width + 3}
              height={layout.barHeight + 3}
              rx={3}
            />
          )}
        </g>
      </svg>
      <ReadingLine
        text={read && barSentence(shown, read.bar)}
        hint={
          layout.isAggregated
            ? `${numberText(shown.lanes.length)} lanes are drawn as one area; the bars are the longest chain.`
            : 'A thick outline is the longest chain. Point at a bar, or focus the drawing and use the arrow keys.'
        }
      />
    </>
  );
});

interface GroundProps {
  readonly figure: GanttFigure;
  readonly layout: GanttLayout;
}

/** Time lines, lanes with their names, and the strip of utilisation. */
function Ground({ figure, layout }: GroundProps) {
  const { plotLeft, plotRight, busyTop, busyBottom, axisY } = layout;
  return (
    <>
      {layout.ticks.map(({ seconds, x }) => (
        <g key={seconds}>
          <path className={styles.grid} d={`M${x} ${busyTop}V${axisY}`} />
          <text
            className={styles.tick}
            x={x}
            y={axisY + 15}
            textAnchor={x > plotRight - 14 ? 'end' : 'middle'}
          >
            {durationText(seconds)}
          </text>
        </g>
      ))}
      <text className={styles.tick} x={plotLeft} y={busyTop - 6}>
        {numberText(meanBusyShare(figure) * 100, 0)}% busy on average
      </text>
      <path className={styles.busy} d={layout.busyPath} />
      <path className={styles.busyEnds} d={`M${plotLeft} ${busyTop}H${plotRight}`} />
      <text className={styles.tick} x={plotLeft - 6} y={busyTop + 5} textAnchor="end">
        {numberText(figure.lanes.length)}
      </text>
      <text className={styles.tick} x={plotLeft - 6} y={busyBottom} textAnchor="end">
        0
      </text>
      {layout.lanes.map(({ label, y, height }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lanes have no identity but their place, and may share a name.
        <g key={i}>
          <path className={styles.lane} d={`M${plotLeft} ${y - 2}H${plotRight}`} />
          <text className={styles.laneLabel} x={plotLeft - 6} y={y + height / 2 + 2} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <path className={styles.axis} d={`M${plotLeft} ${busyTop}V${axisY}H${plotRight}`} />
    </>
  );
}
