import { memo, useId, useMemo, useRef } from 'react';
import type { LoadLineGauge as Gauge } from '../../sizing/core/figure.ts';
import { numberText } from '../../sizing/core/number-text.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import type { BoardGeometry } from './board-geometry.ts';
import { GaugeAxis } from './gauge-axis.tsx';
import { GaugeFlag } from './gauge-flag.tsx';
import { GaugeHulls } from './gauge-hulls.tsx';
import { gaugeLayout } from './gauge-layout.ts';
import { GaugeReading, readingSentence } from './gauge-reading.tsx';
import { gaugeScale } from './gauge-scale.ts';
import styles from './load-line-gauge.module.css';
import { useReading } from './use-reading.ts';
import { useWhatIf } from './use-what-if.ts';

interface LoadLineGaugeProps {
  readonly gauge: Gauge;
  readonly geometry: BoardGeometry;
  /** The columns, also those of options that could not be sized. */
  readonly order: readonly Letter[];
  readonly selected: Letter;
  /** Said in the column of an option that could not be sized. */
  readonly problems: Readonly<Partial<Record<Letter, string>>>;
}

const readingWidth = 252;

/** The load-line gauge: one waterline across all options, a hull for each, the ring where it is judged. */
export const LoadLineGauge = memo(function LoadLineGauge(props: LoadLineGaugeProps) {
  const { gauge, geometry, order, selected, problems } = props;
  const axis = useRef<SVGSVGElement>(null);
  const patternId = useId();
  const scale = useMemo(() => gaugeScale(gauge), [gauge]);
  const plot = useRef({ top: 0, bottom: 1, height: 1 });
  const whatIf = useWhatIf(gauge.line?.value, scale, (clientY) => {
    const box = axis.current?.getBoundingClientRect();
    if (!box?.height) return 0;
    const { top, bottom, height } = plot.current;
    const y = ((clientY - box.top) / box.height) * height;
    return ((bottom - y) / (bottom - top)) * scale.max;
  });
  const lineValue = whatIf.value ?? gauge.line?.value;
  const layout = useMemo(
    () => gaugeLayout(gauge, geometry, order, lineValue),
    [gauge, geometry, order, lineValue],
  );
  const reading = useReading(layout.hulls);
  const { axisWidth, columnWidth, contentWidth } = geometry;
  const { height } = layout;
  const onPointerDown: typeof whatIf.handle.onPointerDown = (event) => {
    plot.current = { top: layout.plotTop, bottom: layout.plotBottom, height };
    whatIf.handle.onPointerDown(event);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups pictures.
    <div
      className={styles.gauge}
      data-dragging={whatIf.isDragging ? '' : undefined}
      role="group"
      aria-label={`${gauge.title}: ${gauge.axisLabel}${gauge.line ? `, ${gauge.line.label} ${numberText(gauge.line.value)}` : ''}`}
      onPointerLeave={reading.close}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the flag in it has its own name; a title would pop up over it. */}
      <svg ref={axis} className={styles.axisPane} viewBox={`0 0 ${axisWidth} ${height}`}>
        <GaugeAxis
          layout={layout}
          geometry={geometry}
          axisLabel={gauge.axisLabel}
          marginLabel={gauge.marginLabel}
        />
        {gauge.line && lineValue !== undefined && layout.waterY !== null && (
          <GaugeFlag
            label={gauge.line.label}
            value={lineValue}
            original={gauge.line.value}
            max={scale.max}
            y={layout.waterY}
            geometry={geometry}
            mode={gauge.mode}
            handle={{ ...whatIf.handle, onPointerDown }}
          />
        )}
      </svg>
      <GaugeHulls
        gauge={gauge}
        layout={layout}
        geometry={geometry}
        order={order}
        selected={selected}
        patternId={patternId}
        reading={reading}
      />
      {order.map(
        (letter, column) =>
          problems[letter] && (
            <p
              key={letter}
              className={styles.problem}
              style={{
                insetInlineStart: `${((axisWidth + column * columnWidth) / contentWidth) * 100}%`,
                inlineSize: `${(columnWidth / contentWidth) * 100}%`,
              }}
            >
              {problems[letter]}
            </p>
          ),
      )}
      {reading.current && (
        <GaugeReading
          gauge={gauge}
          hull={reading.current.hull.hull}
          line={reading.current.line.line}
          lineValue={lineValue}
          left={Math.max(
            4,
            Math.min(axisWidth + reading.current.hull.x + 8, contentWidth - readingWidth - 8),
          )}
          top={reading.current.line.labelY + 16}
          width={readingWidth}
        />
      )}
      <p className="visually-hidden" aria-live="polite">
        {reading.current?.isByKey &&
          readingSentence(gauge, reading.current.hull.hull, reading.current.line.line, lineValue)}
      </p>
      {whatIf.value !== null && gauge.line && (
        <p className={styles.whatIf} role="status">
          <span>
            Trying <strong>{numberText(whatIf.value)}</strong> instead of {numberText(gauge.line.value)}. The
            figures below stay as they are.
          </span>
          <button type="button" onClick={whatIf.clear}>
            Back to {numberText(gauge.line.value)} <kbd>Esc</kbd>
          </button>
        </p>
      )}
    </div>
  );
});
