import type { BoardGeometry } from './board-geometry.ts';
import type { GaugeLayout, PlacedHull } from './gauge-layout.ts';
import styles from './load-line-gauge.module.css';

interface RingProps {
  readonly placed: PlacedHull;
  readonly layout: GaugeLayout;
  readonly geometry: BoardGeometry;
  readonly mode: 'load' | 'limit';
}

/** The Plimsoll ring. It sits at what is carried, or at what is allowed; filled when overloaded. */
export function Ring({ placed, layout, geometry, mode }: RingProps) {
  const y = mode === 'limit' ? layout.waterY : placed.ring?.y;
  if (y === null || y === undefined) return null;
  const { ringRadius: r, hullX, hullWidth } = geometry.shape;
  const x = placed.x + hullX + hullWidth / 2;
  const bar = mode === 'limit' ? r + 6 : hullWidth / 2 - 0.5;
  return (
    <g
      className={styles.ring}
      data-mode={mode}
      data-over={placed.margin.tone === 'bad' ? '' : undefined}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      <circle className={styles.ringRim} r={r} />
      <circle className={styles.ringInner} r={r - 1.5} />
      <path className={styles.ringBar} d={`M${-bar} 0H${bar}`} />
    </g>
  );
}
