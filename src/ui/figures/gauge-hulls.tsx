import type { LoadLineGauge } from '../../sizing/core/figure.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import type { BoardGeometry } from './board-geometry.ts';
import type { GaugeLayout, PlacedHull } from './gauge-layout.ts';
import { HullColumn } from './hull-column.tsx';
import { Ladder } from './ladder.tsx';
import { LimitColumn } from './limit-column.tsx';
import styles from './load-line-gauge.module.css';
import { Ring } from './ring.tsx';
import type { Reading } from './use-reading.ts';

interface GaugeHullsProps {
  readonly gauge: LoadLineGauge;
  readonly layout: GaugeLayout;
  readonly geometry: BoardGeometry;
  readonly order: readonly Letter[];
  readonly selected: Letter;
  readonly patternId: string;
  readonly reading: Reading;
}

/** The columns of the gauge, behind and around the hulls: wash, water, separators, waterline. */
export function GaugeHulls(props: GaugeHullsProps) {
  const { gauge, layout, geometry, order, selected, patternId, reading } = props;
  const { contentWidth, axisWidth, columnWidth } = geometry;
  const { height, plotBottom, waterY } = layout;
  const width = contentWidth - axisWidth;
  const selectedColumn = order.indexOf(selected);
  // In column order, for the arrow keys.
  const hulls = [...layout.hulls].sort((a, b) => a.x - b.x);
  const hasWater = gauge.mode === 'load' && waterY !== null;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: every hull in it has its own name; a title would pop up over all of them.
    <svg className={styles.hullPane} viewBox={`0 0 ${width} ${height}`}>
      <Hatch id={patternId} />
      {selectedColumn >= 0 && (
        <rect className={styles.wash} x={selectedColumn * columnWidth} width={columnWidth} height={height} />
      )}
      {hasWater && <rect className={styles.water} y={waterY} width={width} height={plotBottom - waterY} />}
      {gauge.mode === 'limit' &&
        hulls.map((placed) => (
          <LimitColumn key={placed.hull.letter} {...{ placed, layout, geometry, patternId }} />
        ))}
      <path
        className={styles.separator}
        d={order.map((_, i) => (i === 0 ? '' : `M${i * columnWidth} 0V${height}`)).join('')}
      />
      <path className={styles.bottom} d={`M0 ${plotBottom}H${width}`} />
      {waterY !== null && (
        <path
          className={styles.waterline}
          data-mode={gauge.mode}
          d={`M0 0H${width}`}
          style={{ transform: `translateY(${waterY}px)` }}
        />
      )}
      {hulls.map((placed, index) => (
        // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture that is read line by line with the arrow keys.
        <g
          key={placed.hull.letter}
          role="img"
          aria-label={placed.hull.spoken}
          // One tab stop for all hulls; arrows move within.
          tabIndex={isTabStop(placed, index, hulls, selected) ? 0 : -1}
          className={styles.option}
          onFocus={(event) => {
            if (event.currentTarget.matches(':focus-visible') && placed.ring)
              reading.open(placed.hull.letter, placed.ring.line.id, true);
          }}
          onBlur={reading.close}
          onKeyDown={(event) => reading.onKeyDown(event, placed)}
        >
          <rect className={styles.focus} x={placed.x + 2} y={2} width={columnWidth - 4} height={height - 4} />
          {gauge.mode === 'load' && (
            <>
              <HullColumn
                {...{ placed, layout, geometry, patternId }}
                clipId={`${patternId}-${placed.hull.letter}`}
              />
              <Ladder {...{ placed, layout, geometry }} isSelected={placed.hull.letter === selected} />
            </>
          )}
          <Ring {...{ placed, layout, geometry }} mode={gauge.mode} />
          <Margin placed={placed} layout={layout} geometry={geometry} />
          <HitAreas placed={placed} geometry={geometry} layout={layout} reading={reading} mode={gauge.mode} />
        </g>
      ))}
    </svg>
  );
}

function isTabStop(
  placed: PlacedHull,
  index: number,
  hulls: readonly PlacedHull[],
  selected: Letter,
): boolean {
  return hulls.some((h) => h.hull.letter === selected) ? placed.hull.letter === selected : index === 0;
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
        <rect className={styles.hatchGround} width="6" height="6" />
        <path className={styles.hatchLine} d="M1 0V6" />
      </pattern>
    </defs>
  );
}

interface PartProps {
  readonly placed: PlacedHull;
  readonly layout: GaugeLayout;
  readonly geometry: BoardGeometry;
}

function Margin({ placed, layout, geometry }: PartProps) {
  const { sign, text, tone } = placed.margin;
  return (
    <text
      className={styles.margin}
      data-tone={tone}
      data-small={geometry.isNarrow ? '' : undefined}
      x={placed.x + geometry.shape.hullX - 1}
      y={layout.marginY}
    >
      {sign && `${sign} `}
      {text}
    </text>
  );
}

interface HitAreasProps extends PartProps {
  readonly reading: Reading;
  readonly mode: LoadLineGauge['mode'];
}

/** What the pointer may rest on to read a line: its label, and the column for the line that is judged. */
function HitAreas({ placed, layout, geometry, reading, mode }: HitAreasProps) {
  const { hull, lines, ring, x } = placed;
  const { shape, columnWidth } = geometry;
  const enter = (lineId: string) => () => reading.open(hull.letter, lineId, false);
  return (
    <>
      {ring && (
        <rect
          className={styles.hit}
          x={x}
          y={0}
          width={mode === 'limit' ? columnWidth : shape.spineX - 4}
          height={layout.plotBottom}
          onPointerEnter={enter(ring.line.id)}
        />
      )}
      {mode === 'load' &&
        lines.map((l) => (
          <rect
            key={l.line.id}
            className={styles.hit}
            x={x + shape.spineX - 4}
            y={l.labelY - 8}
            width={columnWidth - shape.spineX + 4}
            height={16}
            onPointerEnter={enter(l.line.id)}
          />
        ))}
    </>
  );
}
