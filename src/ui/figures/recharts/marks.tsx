import type { Mark, XyChart } from '../../../sizing/core/figure.ts';
import { detailPx, levelLabelPlace, lowBaselines, type UprightLabel } from './mark-layout.ts';
import type { Box } from './obstacles.ts';
import styles from './plot.module.css';
import { type PlotFrame, plotY } from './plot-frame.ts';

interface MarksProps {
  readonly chart: XyChart;
  readonly frame: PlotFrame;
  /** What words on level lines should keep clear of. */
  readonly obstacles: readonly Box[];
}

/** Lines across the plot and what they mean. A band's label stands in the band, where there is room. */
export function Marks({ chart, frame, obstacles }: MarksProps) {
  // Lines that leave through the top are low before they climb: the words go to the bottom.
  const low = frame.hasClippedLine
    ? lowBaselines(frame.uprights, frame, frame.uprightRowPx, obstacles)
    : undefined;
  return (
    <>
      {frame.uprights.map((label, i) => (
        <Upright
          key={`${label.mark.at} ${label.mark.to} ${label.mark.label}`}
          label={label}
          low={low?.[i]}
          frame={frame}
        />
      ))}
      {chart.marks
        .filter((m) => m.axis === 'y')
        .map((mark) => (
          <Level
            key={`${mark.at}${mark.label}`}
            mark={mark}
            y={plotY(frame, chart, mark.at)}
            {...{ frame, obstacles }}
          />
        ))}
    </>
  );
}

interface UprightProps {
  readonly label: UprightLabel;
  /** Baseline of words at the bottom; undefined where they stand over the plot. */
  readonly low: number | undefined;
  readonly frame: PlotFrame;
}

function Upright({ label, low, frame }: UprightProps) {
  const { mark, lineX, textX, anchor, row } = label;
  const { top, bottom, labelTop, uprightRowPx, hasClippedLine } = frame;
  const offset = row * uprightRowPx;
  const y = low ?? labelTop + 11 + offset;
  const hasLine = mark.to === undefined || mark.tone === 'load';
  const lineTop = hasClippedLine || mark.label === '' ? top : labelTop + offset;
  return (
    <>
      {hasLine && (
        <path
          className={styles.mark}
          data-tone={mark.tone}
          data-dashed={mark.isDashed ? '' : undefined}
          d={`M${lineX} ${lineTop}V${bottom}`}
        />
      )}
      {mark.label !== '' && (
        <text
          className={styles.markLabel}
          data-tone={mark.tone}
          data-band={mark.to === undefined ? undefined : ''}
          textAnchor={anchor}
        >
          <tspan x={textX} y={y}>
            {mark.label}
          </tspan>
          {mark.detail && (
            <tspan className={styles.detail} x={textX} dy={detailPx}>
              {mark.detail}
            </tspan>
          )}
        </text>
      )}
    </>
  );
}

interface LevelProps extends Omit<MarksProps, 'chart'> {
  readonly mark: Mark;
  readonly y: number;
}

function Level({ mark, y, frame, obstacles }: LevelProps) {
  const place = levelLabelPlace(mark, y, frame, obstacles);
  return (
    <>
      <path
        className={styles.mark}
        data-tone={mark.tone}
        data-dashed={mark.isDashed ? '' : undefined}
        d={`M${frame.left} ${y}H${frame.right}`}
      />
      <text className={styles.markLabel} data-tone={mark.tone} {...place}>
        {mark.label}
        {mark.detail && <tspan className={styles.detail}> {mark.detail}</tspan>}
      </text>
    </>
  );
}
