import { Fragment } from 'react';
import type { Mark, XyChart } from '../../../sizing/core/figure.ts';
import { optionColour } from '../option-colour.ts';
import { placedAreas } from './area-names.ts';
import { dotLabels } from './dot-labels.ts';
import { LetterMark } from './letter-mark.tsx';
import { Marks } from './marks.tsx';
import { placedOptions, plotObstacles } from './placed-options.ts';
import { Places } from './places.tsx';
import styles from './plot.module.css';
import { type PlotFrame, plotX, plotY } from './plot-frame.ts';
import { rowBadges } from './row-badges.ts';
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
      {placedAreas(chart, frame).map(({ text, x, y }) => (
        <text key={text} className={styles.area} x={x} y={y} textAnchor="middle">
          {text}
        </text>
      ))}
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
  // A band named at its top reaches up to its name.
  const y = frame.hasClippedLine || mark.label === '' ? top : frame.labelTop;
  return { x: Math.min(...xs), width: Math.abs((xs[0] ?? 0) - (xs[1] ?? 0)), y, height: bottom - y };
}

/** Lines across the plot, options' places, end badges and every word: over the lines. */
export function Overlays({ chart, frame, hasXAxis }: AnnotationProps & { readonly hasXAxis: boolean }) {
  const options = placedOptions(chart, frame);
  const obstacles = plotObstacles(chart, frame, options);
  const labels = dotLabels(chart, frame, obstacles);
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
      <Marks chart={chart} frame={frame} obstacles={obstacles} />
      {labels.map(({ key, text, x, y, anchor }) => (
        <text key={key} className={styles.dotLabel} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
      <Places options={options} />
      <RowBadges chart={chart} frame={frame} />
      {frame.badges.map((badge) => (
        <LetterMark key={badge.letter} {...badge} />
      ))}
    </>
  );
}

/** Options' badges over their dots in the rows of a named axis, and what stands at the rows' ends. */
function RowBadges({ chart, frame }: AnnotationProps) {
  return (
    <>
      {rowBadges(chart, frame).map(({ key, letter, x, y, spotX, spotY }) => (
        <Fragment key={key}>
          <path className={styles.leader} d={`M${spotX} ${spotY}L${x} ${y + 8}`} />
          <circle className={styles.spot} cx={spotX} cy={spotY} r={4} fill={optionColour(letter)} />
          <LetterMark letter={letter} x={x} y={y} />
        </Fragment>
      ))}
      {frame.hasRowNotes &&
        chart.y.notes?.map(({ text, tone }, row) => (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: a note belongs to the row of that number.
            key={row}
            className={styles.rowNote}
            data-tone={tone}
            x={frame.right + 14}
            y={plotY(frame, chart, row) + 4}
          >
            {text}
          </text>
        ))}
    </>
  );
}
