import type { SVGProps } from 'react';
import { numberText } from '../../sizing/core/number-text.ts';
import type { BoardGeometry } from './board-geometry.ts';
import styles from './load-line-gauge.module.css';

interface GaugeFlagProps {
  readonly label: string;
  readonly value: number;
  /** The value of the plan, when another one is being tried. */
  readonly original: number;
  readonly max: number;
  readonly y: number;
  readonly geometry: BoardGeometry;
  readonly mode: 'load' | 'limit';
  readonly handle: Pick<
    SVGProps<SVGGElement>,
    'onKeyDown' | 'onPointerDown' | 'onPointerMove' | 'onPointerUp'
  >;
}

/** The flag at the waterline: names the load or limit, and is the handle for trying another. */
export function GaugeFlag({ label, value, original, max, y, geometry, mode, handle }: GaugeFlagProps) {
  const { isNarrow, axisWidth } = geometry;
  const text = numberText(value);
  const left = isNarrow ? 2 : 14;
  const tip = isNarrow ? 7 : 12;
  const half = isNarrow ? 11 : 14;
  const isTried = value !== original;
  const room = axisWidth - left - tip - 14;
  const hasLabel = !isNarrow && label.length * 7 + 5 + text.length * 8.6 <= room;
  return (
    <g
      {...handle}
      onPointerCancel={handle.onPointerUp}
      className={styles.flag}
      data-mode={mode}
      data-tried={isTried ? '' : undefined}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`${label}, try another value`}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={isTried ? `${text}, tried instead of ${numberText(original)}` : text}
      style={{ transform: `translateY(${y}px)` }}
    >
      <path
        className={styles.flagCloth}
        d={`M${left} ${-half}H${axisWidth - tip}L${axisWidth} 0L${axisWidth - tip} ${half}H${left}Z`}
      />
      <text className={styles.flagText} x={left + (isNarrow ? 4 : 8)} y={5}>
        {hasLabel && `${label} `}
        <tspan className={styles.flagValue} data-small={isNarrow ? '' : undefined}>
          {text}
        </tspan>
      </text>
    </g>
  );
}
