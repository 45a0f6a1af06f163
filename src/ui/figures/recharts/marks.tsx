import type { Mark, XyChart } from '../../../sizing/core/figure.ts';
import styles from './plot.module.css';
import { type PlotFrame, plotX, plotY } from './plot-frame.ts';

interface MarksProps {
  readonly chart: XyChart;
  readonly frame: PlotFrame;
}

interface UprightLabel {
  readonly mark: Mark;
  readonly lineX: number;
  readonly textX: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** How far from the first row of words. */
  readonly offset: number;
}

const detailPx = 14;
const characterPx = 6.1;

/** Below this width details are dropped: the labels of several marks would cover the plot. */
const detailsFromPx = 400;

/** Lines across the plot and what they mean. A band's label stands in the band, where there is room. */
export function Marks({ chart, frame }: MarksProps) {
  return (
    <>
      {uprightLabels(chart, frame).map((label) => (
        <Upright key={`${label.mark.at}${label.mark.label}`} label={label} frame={frame} />
      ))}
      {chart.marks
        .filter((m) => m.axis === 'y')
        .map((mark) => (
          <Level key={`${mark.at}${mark.label}`} mark={mark} y={plotY(frame, chart, mark.at)} frame={frame} />
        ))}
    </>
  );
}

/** Upright marks from left to right; a label that would run into one before takes the next row. */
function uprightLabels(chart: XyChart, frame: PlotFrame): readonly UprightLabel[] {
  const { left, right } = frame;
  const inside = (value: number) => Math.min(right, Math.max(left, plotX(frame, chart, value)));
  const hasDetails = right - left >= detailsFromPx || chart.marks.filter((m) => m.axis === 'x').length < 3;
  const rowPx = hasDetails ? 30 : 16;
  const rowEnds: number[] = [];
  return chart.marks
    .filter((m) => m.axis === 'x')
    .toSorted((a, b) => a.at - b.at)
    .map((given) => {
      const { detail, ...bare } = given;
      const mark: Mark = hasDetails && detail !== undefined ? { ...bare, detail } : bare;
      const lineX = inside(mark.at);
      const width = Math.max(mark.label.length, mark.detail?.length ?? 0) * characterPx + 8;
      const bandEnd = mark.to === undefined ? lineX : inside(mark.to);
      const anchor = bandEnd - lineX > width ? 'middle' : lineX + width > right + 8 ? 'end' : 'start';
      const textX = anchor === 'middle' ? (lineX + bandEnd) / 2 : anchor === 'end' ? lineX - 6 : lineX + 6;
      const start = anchor === 'middle' ? textX - width / 2 : anchor === 'end' ? textX - width : textX - 6;
      if (mark.label === '') return { mark, lineX, textX, anchor, offset: 0 };
      const free = rowEnds.findIndex((end) => end <= start);
      const row = free < 0 ? rowEnds.length : free;
      rowEnds[row] = start + width;
      return { mark, lineX, textX, anchor, offset: row * rowPx };
    });
}

function Upright({ label, frame }: { readonly label: UprightLabel; readonly frame: PlotFrame }) {
  const { mark, lineX, textX, anchor, offset } = label;
  const { top, bottom, hasClippedLine } = frame;
  // Lines that leave through the top are low before they climb: the words go to the bottom.
  const y = hasClippedLine ? bottom - 8 - (mark.detail ? detailPx : 0) - offset : top + 13 + offset;
  const hasLine = mark.to === undefined || mark.tone === 'load';
  return (
    <>
      {hasLine && (
        <path
          className={styles.mark}
          data-tone={mark.tone}
          data-dashed={mark.isDashed ? '' : undefined}
          d={`M${lineX} ${top}V${bottom}`}
        />
      )}
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
    </>
  );
}

function Level({ mark, y, frame }: { readonly mark: Mark; readonly y: number; readonly frame: PlotFrame }) {
  const { left, right, top } = frame;
  return (
    <>
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
    </>
  );
}
