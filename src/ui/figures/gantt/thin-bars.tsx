import { type PointerEvent, useMemo } from 'react';
import { textureFill } from '../study/textures.tsx';
import styles from './gantt.module.css';
import type { GanttLayout, PlacedBar } from './gantt-layout.ts';

/** Narrower than its own outline on the longest chain, a bar is a line. */
export const thinPx = 3;

interface ThinBarsProps {
  readonly layout: GanttLayout;
  readonly prefix: string;
  readonly onPoint: (index: number) => void;
}

/** All bars that are too thin to be told apart, a path for each look of them: a thousand elements take a frame or two. */
export function ThinBars({ layout, prefix, onPoint }: ThinBarsProps) {
  const { bars, barHeight } = layout;
  const looks = useMemo(() => looksOf(bars, barHeight), [bars, barHeight]);
  const point = ({ clientX, clientY, currentTarget }: PointerEvent<SVGPathElement>) => {
    const drawing = currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (!drawing) return;
    const nearest = nearestThinBar(bars, barHeight, clientX - drawing.left, clientY - drawing.top);
    if (nearest !== undefined) onPoint(nearest);
  };
  return looks.map(({ type, isCritical, path }) => (
    <path
      key={`${type} ${isCritical}`}
      className={styles.bar}
      data-critical={isCritical ? '' : undefined}
      d={path}
      fill={textureFill(prefix, type)}
      onPointerMove={point}
    />
  ));
}

interface Look {
  readonly type: number;
  readonly isCritical: boolean;
  readonly path: string;
}

function looksOf(bars: readonly PlacedBar[], height: number): readonly Look[] {
  const looks = new Map<string, Look>();
  for (const { bar, type, x, y, width } of bars) {
    if (width >= thinPx) continue;
    const key = `${type} ${bar.isCritical}`;
    const before = looks.get(key)?.path ?? '';
    const path = `${before}M${x.toFixed(2)} ${y}h${width.toFixed(2)}v${height}h${(-width).toFixed(2)}z`;
    looks.set(key, { type, isCritical: bar.isCritical, path });
  }
  return [...looks.values()];
}

/** The thin bar nearest to a place of the drawing, in px, on the lane that lies there. */
export function nearestThinBar(
  bars: readonly PlacedBar[],
  height: number,
  atX: number,
  atY: number,
): number | undefined {
  let best: { readonly index: number; readonly px: number } | undefined;
  for (const [index, { x, y, width }] of bars.entries()) {
    if (width >= thinPx || atY < y || atY > y + height) continue;
    const px = Math.abs(x + width / 2 - atX);
    if (!best || px < best.px) best = { index, px };
  }
  return best?.index;
}
