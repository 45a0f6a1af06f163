import type { BoardGeometry, ColumnShape } from './board-geometry.ts';
import type { GaugeLayout, PlacedHull } from './gauge-layout.ts';
import styles from './load-line-gauge.module.css';

interface HullColumnProps {
  readonly placed: PlacedHull;
  readonly layout: GaugeLayout;
  readonly geometry: BoardGeometry;
  readonly patternId: string;
  readonly clipId: string;
}

const keelPx = 6;
const deckPx = 4;

/** One option's hull: as tall as its capacity, darker under water, with the part that is missing hatched. */
export function HullColumn({ placed, layout, geometry, patternId, clipId }: HullColumnProps) {
  const { shape } = geometry;
  const { plotBottom, waterY } = layout;
  const { ring, topY, x } = placed;
  if (!ring || topY >= plotBottom) return null;
  const bottom = plotBottom - keelPx;
  const shortBy = waterY !== null && placed.margin.tone === 'bad' ? Math.min(ring.y, bottom) - waterY : 0;
  const left = shape.hullX - 3;
  const width = shape.hullWidth + 6;
  const wetTop = waterY === null ? plotBottom : Math.max(waterY, topY);
  return (
    <g transform={`translate(${x} 0)`}>
      <clipPath id={clipId}>
        <path className={styles.outline} d={outline(shape, topY, bottom)} />
      </clipPath>
      <g clipPath={`url(#${clipId})`}>
        <rect
          className={placed.hull.isBaseline ? styles.hullBaseline : styles.hull}
          x={left}
          y={topY}
          width={width}
          height={plotBottom - topY}
        />
        <rect className={styles.wet} x={left} y={wetTop} width={width} height={plotBottom - wetTop} />
        <DraughtMarks layout={layout} shape={shape} topY={topY} />
      </g>
      <path className={styles.hullOutline} d={outline(shape, topY, bottom)} />
      {shortBy > 0 && (
        <rect
          className={styles.missing}
          x={shape.hullX}
          y={waterY ?? 0}
          width={shape.hullWidth}
          height={shortBy}
          fill={`url(#${patternId})`}
        />
      )}
      <path
        className={styles.deck}
        data-letter={placed.hull.letter}
        d={`M${shape.hullX - 2} ${topY + deckPx / 2}h${shape.hullWidth + 4}`}
      />
    </g>
  );
}

/** A straight-sided hull with an overhanging deck and a rounded keel; a very low one loses both. */
function outline({ hullX, hullWidth }: ColumnShape, top: number, bottom: number): string {
  const right = hullX + hullWidth;
  const side = Math.max(0, bottom - top - deckPx);
  if (side < 3) return `M${hullX - 2} ${top}H${right + 2}V${Math.max(bottom, top + 2)}H${hullX - 2}Z`;
  const r = Math.min(hullWidth / 3.2, side);
  const y = top + deckPx;
  return (
    `M${hullX - 2} ${top}H${right + 2}V${y}H${right}V${bottom - r}Q${right} ${bottom} ${right - r} ${bottom}` +
    `H${hullX + r}Q${hullX} ${bottom} ${hullX} ${bottom - r}V${y}H${hullX - 2}Z`
  );
}

interface DraughtMarksProps {
  readonly layout: GaugeLayout;
  readonly shape: ColumnShape;
  readonly topY: number;
}

function DraughtMarks({ layout, shape, topY }: DraughtMarksProps) {
  const unit = shape.hullWidth / 6;
  const visible = (y: number) => y > topY + deckPx + 1 && y < layout.plotBottom - keelPx;
  const path = (ys: readonly number[], length: number) =>
    ys
      .filter(visible)
      .map((y) => `M${shape.hullX} ${y}h${length}`)
      .join('');
  return (
    <>
      <path className={styles.mark} d={path(layout.marks, unit)} />
      <path
        className={styles.numeralMark}
        d={path(
          layout.numerals.map((n) => n.y),
          unit * 1.9,
        )}
      />
    </>
  );
}
