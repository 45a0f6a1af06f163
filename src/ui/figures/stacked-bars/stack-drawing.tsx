import { memo, useId, useMemo, useRef } from 'react';
import { numberText } from '../../../sizing/core/number-text.ts';
import type { StackedBars } from '../../../sizing/core/study-figures.ts';
import { ReadingLine } from '../study/reading-line.tsx';
import { TextureDefs, TextureKey } from '../study/textures.tsx';
import { type Arrow, useCursor } from '../study/use-cursor.ts';
import { useWidth } from '../use-width.ts';
import { StackBar } from './stack-bar.tsx';
import { barHeight, stackLayout } from './stack-layout.ts';
import { segmentSentence } from './stack-text.ts';
import styles from './stacked-bars.module.css';

/** The bars, their key, the limit across them, and the part that is read in words. */
export const StackDrawing = memo(function StackDrawing({ figure }: { readonly figure: StackedBars }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 340);
  const prefix = useId();
  const layout = useMemo(() => stackLayout(figure, width), [figure, width]);
  const partCount = Math.max(1, figure.parts.length);
  const cursor = useCursor(layout.rows.length * partCount, (arrow, from) => stepped(arrow, from, partCount));
  const readRow = cursor.index === null ? undefined : layout.rows[Math.floor(cursor.index / partCount)];
  const readSegment = cursor.index === null ? undefined : readRow?.segments[cursor.index % partCount];
  const { limit } = figure;
  return (
    <div ref={box}>
      <TextureKey prefix={prefix} items={keyItems(figure)} />
      <svg
        className={styles.drawing}
        width={width}
        height={layout.height}
        role="application"
        aria-roledescription="chart"
        aria-label={`${figure.title} ${figure.subtitle} Arrow keys read the parts.`}
        {...cursor.handlers}
        onPointerLeave={() => cursor.point(null)}
      >
        <TextureDefs prefix={prefix} count={partCount} />
        <OverHatch id={`${prefix}-over`} />
        <g>
          {layout.ticks.map(({ value, x }) => (
            <g key={value}>
              <path className={styles.grid} d={`M${x} 22V${layout.axisY}`} />
              <text
                className={styles.tick}
                x={x}
                y={layout.axisY + 15}
                textAnchor={value === 0 ? 'start' : x > width - 30 ? 'end' : 'middle'}
              >
                {numberText(value)}
              </text>
            </g>
          ))}
          {layout.limitX !== null && (
            <path className={styles.limit} d={`M${layout.limitX} 20V${layout.axisY}`} />
          )}
          {layout.rows.map((row, r) => (
            <StackBar
              key={row.row.letter}
              figure={figure}
              layout={layout}
              row={row}
              prefix={prefix}
              read={readRow === row ? readSegment?.part : undefined}
              onPoint={(part) => cursor.point(r * partCount + part)}
            />
          ))}
          {limit && layout.limitX !== null && (
            <>
              {/* Again across the bars, and only there: words below them stay clear of it. */}
              <path
                className={styles.limit}
                d={layout.rows.map((row) => `M${layout.limitX} ${row.barY - 3}v${barHeight + 12}`).join('')}
              />
              <text
                className={styles.limitLabel}
                x={layout.limitX > width * 0.7 ? layout.limitX + 4 : layout.limitX - 4}
                y={14}
                textAnchor={layout.limitX > width * 0.7 ? 'end' : layout.limitX < 90 ? 'start' : 'middle'}
              >
                {limit.label} {numberText(limit.value)}
              </text>
            </>
          )}
          <path className={styles.axis} d={`M${layout.plotLeft} 22V${layout.axisY}`} />
        </g>
      </svg>
      <p className={styles.axisLabel} data-picture="">
        {figure.valueLabel}
      </p>
      <ReadingLine
        text={readRow && readSegment && segmentSentence(figure, readRow, readSegment)}
        hint="Point at a part, or focus the bars and use the arrow keys. T shows the table."
      />
    </div>
  );
});

/** Parts that no option has need no explaining. */
function keyItems(figure: StackedBars) {
  return figure.parts.flatMap(({ id, label }, texture) =>
    figure.rows.some((row) => row.parts.some((p) => p.id === id && p.value > 0)) ? [{ label, texture }] : [],
  );
}

/** ← → go along the bar and stop at its ends, ↑ ↓ to the same part of the next bar. */
function stepped(arrow: Arrow, from: number, partCount: number): number | undefined {
  const part = from % partCount;
  if (arrow === 'ArrowLeft') return part > 0 ? from - 1 : undefined;
  if (arrow === 'ArrowRight') return part < partCount - 1 ? from + 1 : undefined;
  const to = from + (arrow === 'ArrowDown' ? partCount : -partCount);
  return to < 0 ? undefined : to;
}

function OverHatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
        <rect className={styles.overGround} width="6" height="6" />
        <path className={styles.overLine} d="M1 0V6" />
      </pattern>
    </defs>
  );
}
