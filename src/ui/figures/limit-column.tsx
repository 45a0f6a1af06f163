import { numberText } from '../../sizing/core/number-text.ts';
import type { BoardGeometry } from './board-geometry.ts';
import type { GaugeLayout, PlacedHull } from './gauge-layout.ts';
import styles from './load-line-gauge.module.css';

interface LimitColumnProps {
  readonly placed: PlacedHull;
  readonly layout: GaugeLayout;
  readonly geometry: BoardGeometry;
  readonly patternId: string;
}

const valueHeightPx = 17;

/** What one option may use, as water: blue up to the limit, hatched above it, torn where it leaves the scale. */
export function LimitColumn({ placed, layout, geometry, patternId }: LimitColumnProps) {
  const { columnWidth: width, shape } = geometry;
  const { plotBottom, waterY } = layout;
  const { ring, topY, isTorn, x } = placed;
  if (!ring) return null;
  const isOver = placed.margin.tone === 'bad';
  const waterTop = isOver && waterY !== null ? waterY : topY;
  const hatchTop = isTorn ? 4 : topY;
  return (
    <g transform={`translate(${x} 0)`}>
      <rect className={styles.water} x={0} y={waterTop} width={width} height={plotBottom - waterTop} />
      {isOver && waterY !== null && (
        <rect
          className={styles.moves}
          x={0}
          y={hatchTop}
          width={width}
          height={waterY - hatchTop}
          fill={`url(#${patternId})`}
        />
      )}
      {isTorn ? (
        <path className={styles.tear} d={tear(width, layout.plotTop)} />
      ) : (
        <path className={isOver ? styles.overEdge : styles.waterEdge} d={`M0 ${topY}H${width}`} />
      )}
      <LimitValue placed={placed} layout={layout} ringX={shape.hullX + shape.hullWidth / 2} />
    </g>
  );
}

/** A zigzag of eight teeth, whatever the width. */
function tear(width: number, y: number): string {
  const step = width / 8;
  return `M0 ${y}${Array.from({ length: 8 }, (_, i) => `l${step} ${i % 2 === 0 ? -8 : 8}`).join('')}`;
}

interface LimitValueProps {
  readonly placed: PlacedHull;
  readonly layout: GaugeLayout;
  readonly ringX: number;
}

function LimitValue({ placed, layout, ringX }: LimitValueProps) {
  const text = numberText(placed.ring?.line.value ?? 0);
  if (placed.isTorn) {
    const width = text.length * 9.4 + 12;
    return (
      <>
        <rect
          className={styles.plate}
          x={ringX - 26}
          y={layout.plotTop + 22}
          width={width}
          height={26}
          rx={3}
        />
        <text className={styles.limitValue} x={ringX - 20} y={layout.plotTop + 41}>
          {text}
        </text>
      </>
    );
  }
  const { x, y } = limitValuePlace(placed.topY, layout.waterY, layout.plotBottom, ringX);
  return (
    <text className={styles.limitValue} data-halo={y > placed.topY ? 'water' : 'panel'} x={x} y={y}>
      {text}
    </text>
  );
}

/** Beside the ring where the level is near the line, clear of line, level and bottom elsewhere. */
function limitValuePlace(topY: number, waterY: number | null, plotBottom: number, ringX: number) {
  const besideRing = ringX + 21;
  if (waterY === null || topY < waterY) {
    const isNear = waterY !== null && waterY - topY < 24;
    return { x: isNear ? besideRing : ringX - 20, y: topY - 8 };
  }
  const below = topY + valueHeightPx + 4;
  if (below < plotBottom - 4) return { x: besideRing, y: below };
  return { x: besideRing, y: topY - 8 };
}
