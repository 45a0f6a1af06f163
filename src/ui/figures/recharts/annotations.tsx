import { Fragment } from 'react';
import type { Mark, XyChart } from '../../../sizing/core/figure.ts';
import { spread } from './end-badges.ts';
import { LetterMark } from './letter-mark.tsx';
import styles from './plot.module.css';
import { type PlotFrame, plotX, plotY } from './plot-frame.ts';
import { SeriesSign } from './series-sign.tsx';

interface AnnotationProps {
  readonly chart: XyChart;
  readonly frame: PlotFrame;
}

/** Bands and grounds: under the lines. */
export function Grounds({ chart, frame, patternId }: AnnotationProps & { readonly patternId: string }) {
  return (
    <>
      <defs>
        <pattern
          id={patternId}
          width="6"
          height="6"
          patternTransform="rotate(45)"
          patternUnits="userSpaceOnUse"
        >
          <path className={styles.hatch} d="M1 0V6" />
        </pattern>
      </defs>
      {chart.marks.map(
        (mark) =>
          mark.to !== undefined && (
            <rect
              key={`${mark.axis}${mark.at}${mark.label}`}
              className={styles.ground}
              data-tone={mark.tone}
              fill={mark.tone === 'limit' ? `url(#${patternId})` : undefined}
              {...bandBox(mark, mark.to, chart, frame)}
            />
          ),
      )}
    </>
  );
}

function bandBox(mark: Mark, to: number, chart: XyChart, frame: PlotFrame) {
  const { left, right, top, bottom } = frame;
  if (mark.axis === 'y') {
    const ys = [plotY(frame, chart, mark.at), plotY(frame, chart, to)];
    return {
      x: left,
      width: right - left,
      y: Math.min(...ys),
      height: Math.abs((ys[0] ?? 0) - (ys[1] ?? 0)),
    };
  }
  const clamp = (x: number) => Math.min(right, Math.max(left, x));
  const xs = [clamp(plotX(frame, chart, mark.at)), clamp(plotX(frame, chart, to))];
  return { x: Math.min(...xs), width: Math.abs((xs[0] ?? 0) - (xs[1] ?? 0)), y: top, height: bottom - top };
}

/** Lines across the plot, options' places, end badges and every word: over the lines. */
export function Overlays({ chart, frame, hasXAxis }: AnnotationProps & { readonly hasXAxis: boolean }) {
  return (
    <>
      <text className={styles.axisTitle} x={2} y={12}>
        {chart.y.label}
      </text>
      {hasXAxis && (
        <text className={styles.axisTitle} x={frame.right} y={frame.bottom + 36} textAnchor="end">
          {chart.x.label}
        </text>
      )}
      {frame.legend.map(({ series, x, y }) => (
        <g key={series.id} transform={`translate(${x} ${y})`}>
          <SeriesSign chart={chart} series={series} />
          <text className={styles.legend} x={22} y={4}>
            {series.label}
          </text>
        </g>
      ))}
      <Marks chart={chart} frame={frame} />
      <Places chart={chart} frame={frame} />
      {frame.badges.map((badge) => (
        <LetterMark key={badge.letter} {...badge} />
      ))}
    </>
  );
}

const rowPx = 15;

function Marks({ chart, frame }: AnnotationProps) {
  const { left, right, top, bottom } = frame;
  // Labels of upright marks stand in rows; a label that would run into the one before takes the next row.
  const ends: number[] = [];
  const upright = chart.marks
    .filter((m) => m.axis === 'x')
    .map((mark) => ({ mark, x: Math.min(right, Math.max(left, plotX(frame, chart, mark.at))) }))
    .sort((a, b) => a.x - b.x)
    .map(({ mark, x }) => {
      const width = Math.max(mark.label.length, mark.detail?.length ?? 0) * 6.1 + 10;
      const isLeft = x + width > right + 8;
      const start = isLeft ? x - width : x;
      let row = ends.findIndex((end) => end <= start);
      if (row < 0) row = ends.length;
      ends[row] = isLeft ? x : x + width;
      return { mark, x, isLeft, row };
    });
  return (
    <>
      {upright.map(({ mark, x, isLeft, row }) => {
        const lines = mark.detail ? 2 : 1;
        const y = frame.hasClippedLine
          ? bottom - 8 - (lines - 1) * 14 - row * rowPx * 2
          : top + 13 + row * rowPx * 2;
        return (
          <Fragment key={`${mark.at}${mark.label}`}>
            <path
              className={styles.mark}
              data-tone={mark.tone}
              data-dashed={mark.isDashed ? '' : undefined}
              d={`M${x} ${top}V${bottom}`}
            />
            <text className={styles.markLabel} data-tone={mark.tone} textAnchor={isLeft ? 'end' : 'start'}>
              <tspan x={isLeft ? x - 6 : x + 6} y={y}>
                {mark.label}
              </tspan>
              {mark.detail && (
                <tspan className={styles.detail} x={isLeft ? x - 6 : x + 6} dy={14}>
                  {mark.detail}
                </tspan>
              )}
            </text>
          </Fragment>
        );
      })}
      {chart.marks
        .filter((m) => m.axis === 'y')
        .map((mark) => {
          const y = plotY(frame, chart, mark.at);
          return (
            <Fragment key={`${mark.at}${mark.label}`}>
              <path
                className={styles.mark}
                data-tone={mark.tone}
                data-dashed={mark.isDashed ? '' : undefined}
                d={`M${left} ${y}H${right}`}
              />
              <text
                className={styles.markLabel}
                data-tone={mark.tone}
                x={right - 16}
                y={y - top > 20 ? y - 6 : y + 15}
                textAnchor="end"
              >
                {mark.label}
                {mark.detail && <tspan className={styles.detail}> {mark.detail}</tspan>}
              </text>
            </Fragment>
          );
        })}
    </>
  );
}

function Places({ chart, frame }: AnnotationProps) {
  const xs = chart.places.map((p) => Math.min(frame.right, Math.max(frame.left, plotX(frame, chart, p.x))));
  const ys = chart.places.map((p) => plotY(frame, chart, p.y));
  // Options at the same place stand one above the other.
  const moved = [...ys];
  for (const x of new Set(xs.map((v) => Math.round(v / 16)))) {
    const same = xs.flatMap((v, i) => (Math.round(v / 16) === x ? [i] : []));
    const apart = spread(
      same.map((i) => ys[i] ?? 0),
      18,
      frame.top,
      frame.bottom - 2,
    );
    same.forEach((i, k) => {
      moved[i] = apart[k] ?? 0;
    });
  }
  return chart.places.map((place, i) => {
    const x = xs[i] ?? 0;
    const y = moved[i] ?? 0;
    const isLeft = x > frame.right - 16 - (place.text?.length ?? 0) * 6.2;
    return (
      <Fragment key={place.letter}>
        <LetterMark letter={place.letter} x={x} y={y} />
        {place.text && (
          <text
            className={styles.place}
            x={isLeft ? x - 13 : x + 13}
            y={y + 4}
            textAnchor={isLeft ? 'end' : 'start'}
          >
            {place.text}
          </text>
        )}
      </Fragment>
    );
  });
}
