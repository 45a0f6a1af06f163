import study from '../study/study.module.css';
import { lidPx, type StoreShape } from './cell-layout.ts';
import styles from './system.module.css';

interface StoreDrumProps {
  readonly store: StoreShape;
  /** Fill of what goes over the limit. */
  readonly hatch: string;
}

/** A drum as high as its limit, filled to what may be used; what goes over stands hatched above the rim. */
export function StoreDrum({ store, hatch }: StoreDrumProps) {
  const { x, y, width, height, usedPx, limitPx, isTorn, text } = store;
  const base = y + height - lidPx / 2;
  const rim = base - (limitPx ?? usedPx);
  const filled = base - Math.min(usedPx, limitPx ?? usedPx);
  const top = base - usedPx;
  const isOver = limitPx !== null && usedPx > limitPx;
  const drum = { x, width };
  return (
    <g>
      {limitPx !== null && <path className={styles.tank} d={bodyPath(drum, rim, base)} />}
      <path className={styles.fill} d={bodyPath(drum, filled, base)} />
      <path className={styles.surface} d={ellipsePath(drum, filled)} />
      {isOver && (
        <>
          <path className={styles.overGround} d={bodyPath(drum, top, rim)} />
          <path className={styles.over} fill={hatch} d={bodyPath(drum, top, rim)} />
          {isTorn ? (
            <path
              className={styles.torn}
              d={`M${x - 2} ${top + 5}${`l${(width + 4) / 8} -5l${(width + 4) / 8} 5`.repeat(4)}`}
            />
          ) : (
            <path className={styles.over} d={ellipsePath(drum, top)} />
          )}
        </>
      )}
      {limitPx !== null && <path className={styles.rim} d={ellipsePath(drum, rim)} />}
      <text className={`${styles.count} ${study.halo}`} x={x + width + 6} y={base}>
        {text}
      </text>
    </g>
  );
}

type Drum = Pick<StoreShape, 'x' | 'width'>;

function bodyPath({ x, width }: Drum, from: number, to: number): string {
  const arc = `${width / 2} ${lidPx / 2} 0 0`;
  return `M${x} ${from}A${arc} 1 ${x + width} ${from}V${to}A${arc} 1 ${x} ${to}Z`;
}

function ellipsePath({ x, width }: Drum, at: number): string {
  const arc = `${width / 2} ${lidPx / 2} 0 0`;
  return `M${x} ${at}A${arc} 1 ${x + width} ${at}A${arc} 1 ${x} ${at}Z`;
}
