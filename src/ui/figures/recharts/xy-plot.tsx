import { memo, useId, useMemo, useRef } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import type { Axis, Series, XyChart } from '../../../sizing/core/figure.ts';
import { Grounds, Overlays } from './annotations.tsx';
import { tickText } from './axis-scale.ts';
import styles from './plot.module.css';
import { axisRoom, plotFrame } from './plot-frame.ts';
import { plotRows } from './plot-rows.ts';
import { ReadingBox } from './reading-box.tsx';
import { markerPath } from './series-sign.tsx';
import { seriesStroke } from './series-style.ts';
import { SpokenReading } from './spoken-reading.tsx';

interface XyPlotProps {
  readonly chart: XyChart;
  readonly width: number;
  readonly height: number;
  readonly hasXAxis?: boolean;
  /** Plots with the same id point at the same x together. */
  readonly syncId?: string;
  /** Room for the y-axis, where several plots share an x-axis. */
  readonly left?: number;
  readonly hasLegend?: boolean;
}

const behindLines = -50;
const overLines = 1500;

/** Lines, steps, bands and dots over two number axes, with marks, places and end badges. */
export const XyPlot = memo(function XyPlot({
  chart,
  width,
  height,
  hasXAxis = true,
  syncId,
  left,
  hasLegend = true,
}: XyPlotProps) {
  const patternId = useId();
  const spoken = useRef<HTMLParagraphElement>(null);
  const rows = useMemo(() => plotRows(chart), [chart]);
  const frame = useMemo(
    () => plotFrame(chart, { width, height, left: left ?? axisRoom(chart.y), hasXAxis, hasLegend }),
    [chart, width, height, left, hasXAxis, hasLegend],
  );
  const margin = {
    left: 0,
    right: width - frame.right,
    top: frame.top,
    bottom: hasXAxis ? 0 : height - frame.bottom,
  };
  return (
    <div className={styles.plot}>
      <ComposedChart
        width={width}
        height={height}
        // Recharts' type wants a mutable list; it does not change it.
        data={rows as (typeof rows)[number][]}
        margin={margin}
        title={chart.title}
        desc={chart.subtitle}
        {...(syncId === undefined ? {} : { syncId, syncMethod: 'value' as const })}
      >
        <ZIndexLayer zIndex={behindLines}>
          <Grounds chart={chart} frame={frame} patternId={patternId} />
        </ZIndexLayer>
        <CartesianGrid vertical={false} syncWithTicks />
        <XAxis
          dataKey="x"
          {...axisProps(chart.x, frame.xTicks)}
          height={hasXAxis ? height - frame.bottom : 0}
          hide={!hasXAxis}
        />
        <YAxis {...axisProps(chart.y, frame.yTicks)} width={frame.left} axisLine={false} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ strokeDasharray: '3 3' }}
          content={({ active, label }) => (
            <ReadingBox
              chart={chart}
              x={active && typeof label === 'number' ? label : undefined}
              spoken={spoken}
            />
          )}
        />
        {chart.series.map((series) => drawn(chart, series))}
        <ZIndexLayer zIndex={overLines}>
          <Overlays chart={chart} frame={frame} hasXAxis={hasXAxis} />
        </ZIndexLayer>
      </ComposedChart>
      <SpokenReading ref={spoken} />
    </div>
  );
});

function axisProps(axis: Axis, ticks: readonly number[]) {
  return {
    type: 'number' as const,
    // Any base gives the same picture; the ticks carry it.
    scale: axis.scale === 'linear' ? ('linear' as const) : ('log' as const),
    domain: [axis.min, axis.max] as [number, number],
    ticks: [...ticks],
    interval: 0 as const,
    allowDataOverflow: true,
    tickLine: false,
    tickMargin: 6,
    tickFormatter: (value: number) => tickText(axis, value),
  };
}

// Recharts finds its parts by their place among the children, so this gives elements and is no component.
function drawn(chart: XyChart, series: Series) {
  const stroke = seriesStroke(chart, series);
  switch (series.shape) {
    case 'line':
    case 'step':
      return (
        <Line
          key={series.id}
          dataKey={series.id}
          name={series.label}
          type={series.shape === 'step' ? 'stepAfter' : 'linear'}
          dot={false}
          activeDot={{ r: 4 }}
          connectNulls
          isAnimationActive={false}
          {...stroke}
        />
      );
    case 'band':
      return (
        <Area
          key={series.id}
          dataKey={series.id}
          name={series.label}
          type="linear"
          fill={stroke.stroke}
          fillOpacity={0.3}
          activeDot={false}
          connectNulls
          isAnimationActive={false}
          {...stroke}
        />
      );
    case 'dots':
      return (
        <Scatter
          key={series.id}
          name={series.label}
          data={[...series.data]}
          dataKey="y"
          isAnimationActive={false}
          shape={({ cx, cy }: DotProps) => (
            <path
              className={styles.dot}
              data-filled={series.filled ? '' : undefined}
              d={markerPath(series.marker)}
              transform={`translate(${cx} ${cy})`}
              // A style wins over the sheet's ink; the letter stands beside it as a badge.
              style={series.letter && { fill: stroke.stroke, stroke: stroke.stroke }}
            />
          )}
        />
      );
  }
}

interface DotProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
}
