import { memo, useId } from 'react';
import type { DrawnBox, HostLayout } from './host-layout.ts';
import styles from './system.module.css';

interface HostBoxProps {
  readonly layout: HostLayout;
  readonly isLost: boolean;
  readonly spoken: string;
}

/** One host with everything that runs on it; struck out, hatched and called lost when it is. */
export const HostBox = memo(function HostBox({ layout, isLost, spoken }: HostBoxProps) {
  const { width, height, title, boxes, notes } = layout;
  // Each box has its own, so that a saved picture holds it.
  const hatchId = useId();
  const hatch = `url(#${hatchId})`;
  return (
    <svg className={styles.host} width={width} height={height} role="img" aria-label={spoken}>
      {(isLost || boxes.some((box) => box.isLost)) && <Hatch id={hatchId} />}
      <rect
        className={styles.frame}
        data-lost={isLost ? '' : undefined}
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={4}
      />
      {isLost && <rect x={1} y={1} width={width - 2} height={height - 2} rx={4} fill={hatch} />}
      {title !== '' && (
        <text className={styles.hostTitle} data-lost={isLost ? '' : undefined} x={8} y={18}>
          {title}
        </text>
      )}
      {boxes.map((box) => (
        <PartBox key={`${box.x} ${box.y}`} box={box} isOnLost={isLost} hatch={hatch} />
      ))}
      {notes.map(({ text, y }) => (
        <text key={y} className={styles.out} x={8} y={y}>
          {text}
        </text>
      ))}
      {isLost && (
        <>
          <path className={styles.strike} d={`M4 ${height - 4}L${width - 4} ${title === '' ? 4 : 26}`} />
          <text className={styles.lostWord} x={width - 7} y={18} textAnchor="end">
            lost
          </text>
        </>
      )}
    </svg>
  );
});

interface PartBoxProps {
  readonly box: DrawnBox;
  readonly isOnLost: boolean;
  readonly hatch: string;
}

function PartBox({ box, isOnLost, hatch }: PartBoxProps) {
  const { x, y, width, height, shape, isLost, dots, text } = box;
  const state = isLost || isOnLost ? '' : undefined;
  return (
    <g>
      {shape === 'store' ? (
        <Drum x={x} y={y} width={width} height={height} state={state} />
      ) : (
        <rect
          className={styles.box}
          data-shape={shape}
          data-lost={state}
          x={x + 0.5}
          y={y + 0.5}
          width={width - 1}
          height={height - 1}
          rx={shape === 'helper' ? 2 : 2.5}
        />
      )}
      {isLost && !isOnLost && <rect x={x + 1} y={y + 1} width={width - 2} height={height - 2} fill={hatch} />}
      {dots !== '' && <path className={styles.dots} data-lost={state} d={dots} />}
      {isLost && !isOnLost && (
        <path className={styles.strike} d={`M${x - 1} ${y + height + 1}L${x + width + 1} ${y - 1}`} />
      )}
      {text !== '' && (
        <text
          className={styles.count}
          data-inside={shape === 'store' ? '' : undefined}
          x={shape === 'store' ? x + width / 2 : x + width + 6}
          y={y + height / 2 + (shape === 'store' ? 9 : 4)}
          textAnchor={shape === 'store' ? 'middle' : 'start'}
        >
          {text}
        </text>
      )}
    </g>
  );
}

interface DrumProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly state: string | undefined;
}

function Drum({ x, y, width, height, state }: DrumProps) {
  const r = width / 2;
  const lid = 6;
  const right = x + width;
  return (
    <>
      <path
        className={styles.box}
        data-shape="store"
        data-lost={state}
        d={`M${x} ${y + lid}A${r} ${lid} 0 0 1 ${right} ${y + lid}V${y + height - lid}A${r} ${lid} 0 0 1 ${x} ${y + height - lid}Z`}
      />
      <path className={styles.lid} d={`M${x} ${y + lid}A${r} ${lid} 0 0 0 ${right} ${y + lid}`} />
    </>
  );
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
        <path className={styles.hatchLine} d="M1 0V6" />
      </pattern>
    </defs>
  );
}
