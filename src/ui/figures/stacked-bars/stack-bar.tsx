import { numberText } from '../../../sizing/core/number-text.ts';
import type { StackedBars } from '../../../sizing/core/study-figures.ts';
import { LetterMark } from '../recharts/letter-mark.tsx';
import { fittedText, textWidth } from '../study/fitted-text.ts';
import study from '../study/study.module.css';
import { textureFill } from '../study/textures.tsx';
import { barHeight, labelPx, type Segment, type StackLayout, type StackRow } from './stack-layout.ts';
import { againstLimit } from './stack-text.ts';
import styles from './stacked-bars.module.css';

interface StackBarProps {
  readonly figure: StackedBars;
  readonly layout: StackLayout;
  readonly row: StackRow;
  readonly prefix: string;
  /** The part that is read, by its place. */
  readonly read: number | undefined;
  readonly onPoint: (part: number) => void;
}

/** One option's bar with its name, its parts, its total, and what is over the limit hatched below. */
export function StackBar({ figure, layout, row, prefix, read, onPoint }: StackBarProps) {
  const { isNarrow, plotLeft, plotRight, limitX } = layout;
  const { barY, segments, total, endX, isTorn } = row;
  const against = againstLimit(total, figure.limit?.value);
  const nameY = isNarrow ? barY - 7 : barY + barHeight / 2 + 4;
  const readSegment = segments.find((s) => s.part === read);
  return (
    <g>
      <LetterMark letter={row.row.letter} x={isNarrow ? plotLeft + 8 : 10} y={nameY - 4} />
      <text className={styles.name} x={isNarrow ? plotLeft + 23 : 25} y={nameY}>
        {isNarrow ? row.row.name : fittedText(row.row.name, plotLeft - 36, 13)}
      </text>
      {segments.map((segment) => (
        <BarPart key={segment.part} segment={segment} barY={barY} prefix={prefix} onPoint={onPoint} />
      ))}
      {isTorn && (
        <path
          className={styles.torn}
          d={`M${plotRight - 9} ${barY - 2}l5 6-5 6 5 6-5 6 5 6-3 4M${plotRight - 3} ${barY - 2}l5 6-5 6 5 6-5 6 5 6-3 4`}
        />
      )}
      {against.isOver && limitX !== null && (
        <rect
          className={styles.over}
          x={limitX}
          y={barY + barHeight + 2}
          width={Math.max(2, endX - limitX)}
          height={6}
          fill={`url(#${prefix}-over)`}
        />
      )}
      {readSegment && readSegment.width > 0 && (
        <rect
          className={styles.read}
          x={readSegment.x}
          y={barY}
          width={readSegment.width}
          height={barHeight}
        />
      )}
      <text className={`${styles.total} ${study.halo}`} x={plotLeft + 1} y={barY + barHeight + 15}>
        {numberText(total)}
        {against.text !== '' && (
          <tspan className={styles.against} data-over={against.isOver ? '' : undefined} dx="7">
            {against.text}
          </tspan>
        )}
      </text>
      {row.unlabelled.length > 0 && (
        <text className={`${styles.unlabelled} ${study.halo}`} x={plotLeft + 1} y={barY + barHeight + 30}>
          {fittedText(unlabelledText(figure, row.unlabelled), plotRight - plotLeft, 11.5)}
        </text>
      )}
    </g>
  );
}

function unlabelledText(figure: StackedBars, segments: readonly Segment[]): string {
  return segments.map((s) => `${figure.parts[s.part]?.label ?? ''} ${numberText(s.value)}`).join(' · ');
}

interface BarPartProps {
  readonly segment: Segment;
  readonly barY: number;
  readonly prefix: string;
  readonly onPoint: (part: number) => void;
}

function BarPart({ segment, barY, prefix, onPoint }: BarPartProps) {
  const { part, x, width, label, labelX } = segment;
  if (width <= 0) return null;
  const pill = textWidth(label, labelPx) + 10;
  return (
    <g onPointerEnter={() => onPoint(part)}>
      <rect
        className={styles.part}
        x={x}
        y={barY}
        width={width}
        height={barHeight}
        fill={textureFill(prefix, part)}
      />
      {label !== '' && (
        <>
          <rect className={styles.pill} x={labelX - pill / 2} y={barY + 6} width={pill} height={16} rx={3} />
          <text className={styles.label} x={labelX} y={barY + 18} textAnchor="middle">
            {label}
          </text>
        </>
      )}
    </g>
  );
}
