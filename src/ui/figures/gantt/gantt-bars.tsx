import { memo } from 'react';
import { textWidth } from '../study/fitted-text.ts';
import { textureFill } from '../study/textures.tsx';
import styles from './gantt.module.css';
import type { GanttLayout } from './gantt-layout.ts';
import { ThinBars, thinPx } from './thin-bars.tsx';

interface GanttBarsProps {
  readonly layout: GanttLayout;
  readonly prefix: string;
  readonly onPoint: (index: number) => void;
}

/** The bars. Apart from what is read, so that reading redraws one outline and not a thousand bars. */
export const GanttBars = memo(function GanttBars({ layout, prefix, onPoint }: GanttBarsProps) {
  const { bars, barHeight } = layout;
  const wide = bars.map((placed, index) => ({ ...placed, index })).filter(({ width }) => width >= thinPx);
  return (
    <>
      <ThinBars layout={layout} prefix={prefix} onPoint={onPoint} />
      {wide.map(({ bar, type, x, y, width, label, index }) => (
        <g key={index} onPointerEnter={() => onPoint(index)}>
          <rect
            className={styles.bar}
            data-critical={bar.isCritical ? '' : undefined}
            x={x}
            y={y}
            width={width}
            height={barHeight}
            rx={Math.min(2, width / 3)}
            fill={textureFill(prefix, type)}
          />
          {label !== '' && (
            <>
              <rect
                className={styles.pill}
                x={x + 4}
                y={y + 2.5}
                width={Math.min(width - 8, textWidth(label, 11.5) + 7)}
                height={barHeight - 5}
                rx={2}
              />
              <text className={styles.label} x={x + 7} y={y + barHeight / 2 + 4}>
                {label}
              </text>
            </>
          )}
        </g>
      ))}
    </>
  );
});
