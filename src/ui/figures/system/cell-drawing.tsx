import { useId } from 'react';
import study from '../study/study.module.css';
import type { CellLayout } from './cell-layout.ts';
import { StoreDrum } from './store-drum.tsx';
import styles from './system.module.css';
import type { SystemScale } from './system-scale.ts';

interface CellDrawingProps {
  readonly layout: CellLayout;
  readonly scale: SystemScale;
  readonly width: number;
  /** The same in words. */
  readonly spoken: string;
}

/** The hosts of one option at one place; struck out and hatched what is lost. */
export function CellDrawing({ layout, scale, width, spoken }: CellDrawingProps) {
  // Each drawing has its own, so that a saved picture holds them.
  const id = useId();
  const lostHatch = `url(#${id}-lost)`;
  const overHatch = `url(#${id}-over)`;
  const dot = scale.pitchPx === null ? 0 : Math.max(2, scale.pitchPx * 0.62);
  return (
    <svg className={styles.cell} width={width} height={layout.height} role="img" aria-label={spoken}>
      <defs>
        {(layout.lostFrames !== '' || layout.lostBoxes !== '') && (
          <Hatch id={`${id}-lost`} className={styles.hatchLine} />
        )}
        {(layout.stores.length > 0 || layout.shortBox !== '') && (
          <Hatch id={`${id}-over`} className={styles.overLine} />
        )}
      </defs>
      <path className={styles.frame} d={layout.frames} />
      <path className={styles.box} d={layout.boxes} />
      <path className={styles.helper} d={layout.helpers} />
      <path className={styles.dots} strokeWidth={dot} d={layout.dots} />
      <path className={styles.shortDots} strokeWidth={dot} d={layout.shortDots} />
      <path className={styles.over} fill={overHatch} d={layout.shortBox} />
      <path className={styles.frame} data-lost="" d={layout.lostFrames} />
      <path className={styles.box} data-lost="" d={layout.lostBoxes} />
      <path className={styles.helper} data-lost="" d={layout.lostHelpers} />
      <path className={styles.dots} data-lost="" strokeWidth={dot} d={layout.lostDots} />
      <path fill={lostHatch} d={layout.lostFrames === '' ? layout.lostBoxes : layout.lostFrames} />
      <path className={styles.strike} d={layout.strikes} />
      {layout.stores.map((store) => (
        <StoreDrum key={store.x} store={store} hatch={overHatch} />
      ))}
      {layout.texts.map(({ x, y, text }) => (
        <text key={`${x} ${y}`} className={`${styles.count} ${study.halo}`} x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  );
}

function Hatch({ id, className }: { readonly id: string; readonly className: string | undefined }) {
  return (
    <pattern id={id} width="5" height="5" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
      <path className={className} d="M1 0V5" />
    </pattern>
  );
}
