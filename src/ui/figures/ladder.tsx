import { numberText } from '../../sizing/core/number-text.ts';
import type { BoardGeometry } from './board-geometry.ts';
import type { GaugeLayout, PlacedHull, PlacedLine } from './gauge-layout.ts';
import styles from './load-line-gauge.module.css';

interface LadderProps {
  readonly placed: PlacedHull;
  readonly layout: GaugeLayout;
  readonly geometry: BoardGeometry;
  readonly isSelected: boolean;
}

/** The seasonal lines beside a hull: a spine, and an elbow to each label. */
export function Ladder({ placed, layout, geometry, isSelected }: LadderProps) {
  const { shape } = geometry;
  const { lines, ring, x } = placed;
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return null;
  const [straight, slant] = shape.elbow;
  const bend = shape.spineX + straight;
  return (
    <g transform={`translate(${x} 0)`}>
      <path className={styles.rung} d={`M${shape.spineX} ${first.y}V${last.y}`} />
      {lines.map((placedLine) => (
        <g key={placedLine.line.id} data-ring={placedLine === ring ? '' : undefined} className={styles.step}>
          <path
            className={styles.rung}
            d={`M${shape.spineX} ${placedLine.y}H${bend}L${bend + slant} ${placedLine.labelY}`}
          />
          <text
            className={styles.label}
            x={shape.textX}
            y={placedLine.labelY + 4.5}
            data-halo={haloOf(placedLine, layout, isSelected)}
          >
            <tspan className={styles.value}>{numberText(placedLine.line.value)}</tspan>
            <tspan className={styles.word} dx={geometry.hasWords ? 4 : 3}>
              {geometry.hasWords ? placedLine.line.label : placedLine.line.short}
            </tspan>
          </text>
        </g>
      ))}
      {ring && <path className={styles.ringLine} d={`M${shape.hullX - 5} ${ring.y}H${shape.spineX}`} />}
    </g>
  );
}

/** What lies behind a label, so that its halo hides the lines it crosses and nothing else. */
function haloOf(line: PlacedLine, layout: GaugeLayout, isSelected: boolean): 'water' | 'wash' | 'panel' {
  if (layout.waterY !== null && line.labelY > layout.waterY) return 'water';
  return isSelected ? 'wash' : 'panel';
}
