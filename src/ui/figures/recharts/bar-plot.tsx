import { memo, type RefObject, useRef } from 'react';
import {
  Bar,
  BarChart as Bars,
  CartesianGrid,
  LabelList,
  Tooltip,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import type { Axis, BarChart } from '../../../sizing/core/figure.ts';
import { numberText } from '../../../sizing/core/number-text.ts';
import { optionColour } from '../option-colour.ts';
import { axisTicks, tickText } from './axis-scale.ts';
import styles from './plot.module.css';
import { axisRoom } from './plot-frame.ts';
import { SpokenReading, useSpokenReading } from './spoken-reading.tsx';

interface BarPlotProps {
  readonly chart: BarChart;
  readonly width: number;
  readonly height: number;
}

const top = 26;
const letterPx = 10;
const letterRow = 12;
const categoryRow = 15;
/** Of a category's width, on either side of its bars. */
const barGapShare = 0.09;
const characterPx = 6.6;

/** Groups of bars from zero, one an option with its letter under it, against a line if there is one. */
export const BarPlot = memo(function BarPlot({ chart, width, height }: BarPlotProps) {
  const spoken = useRef<HTMLParagraphElement>(null);
  const axis = valueAxis(chart);
  const ticks = axisTicks(axis);
  const left = axisRoom(axis);
  const rows = chart.categories.map((category, i) => ({
    category,
    ...Object.fromEntries(chart.series.map((s) => [s.letter, s.values[i] ?? null])),
  }));
  // The line is named in the margin: over the plot its name would cover bars and their letters.
  const lineName = chart.line && `${chart.line.label} ${numberText(chart.line.value)}`;
  const right = lineName === undefined ? 10 : 12 + lineName.length * characterPx;
  const categoryPx = (width - left - right) / chart.categories.length - 8;
  const isWrapped = chart.categories.some((category) => category.length * 6 > categoryPx);
  // Letters of narrow bars take turns on two rows.
  const isStaggered = ((categoryPx + 8) * (1 - 2 * barGapShare)) / chart.series.length < letterPx;
  const letterRoom = isStaggered ? 2 * letterRow + 4 : letterRow + 4;
  const categoryRoom = letterRoom + 12 + categoryRow * (isWrapped ? 2 : 1);
  const bottom = height - categoryRoom;
  const lineY = chart.line && bottom - (chart.line.value / axis.max) * (bottom - top);
  return (
    <div className={styles.plot}>
      <Bars
        width={width}
        height={height}
        data={rows}
        margin={{ left: 0, right, top, bottom: 0 }}
        title={chart.title}
        desc={chart.subtitle}
        barGap={2}
        barCategoryGap={`${barGapShare * 100}%`}
      >
        <CartesianGrid vertical={false} syncWithTicks />
        <XAxis
          dataKey="category"
          height={categoryRoom}
          tickLine={false}
          tickMargin={letterRoom + 4}
          interval={0}
          tick={{ width: categoryPx }}
        />
        <YAxis
          type="number"
          domain={[0, axis.max]}
          ticks={[...ticks]}
          interval={0}
          width={left}
          axisLine={false}
          tickLine={false}
          tickMargin={6}
          tickFormatter={(value: number) => tickText(axis, value)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          content={({ active, label }) => (
            <BarReading chart={chart} category={active ? String(label) : undefined} spoken={spoken} />
          )}
        />
        {chart.series.map((series, i) => (
          <Bar
            key={series.letter}
            dataKey={series.letter}
            name={series.name}
            fill={optionColour(series.letter)}
            maxBarSize={36}
            isAnimationActive={false}
          >
            <LabelList
              // Under its bar: over it, a letter would run into the line.
              content={({ x, width: barWidth }) => (
                <text
                  className={styles.barLetter}
                  x={Number(x) + Number(barWidth) / 2}
                  y={bottom + letterRow + (isStaggered && i % 2 === 1 ? letterRow : 0)}
                  textAnchor="middle"
                >
                  {series.letter}
                </text>
              )}
            />
          </Bar>
        ))}
        <ZIndexLayer zIndex={1500}>
          <text className={styles.axisTitle} x={2} y={12}>
            {chart.valueLabel}
          </text>
          {chart.line && lineY !== undefined && (
            <>
              <path className={styles.mark} data-tone="limit" d={`M${left} ${lineY}H${width - right + 4}`} />
              <text className={styles.markLabel} x={width - right + 8} y={lineY + 4}>
                {lineName}
              </text>
            </>
          )}
        </ZIndexLayer>
      </Bars>
      <SpokenReading ref={spoken} />
    </div>
  );
});

function valueAxis(chart: BarChart): Axis {
  const highest = Math.max(chart.line?.value ?? 0, ...chart.series.flatMap((s) => s.values));
  return {
    label: chart.valueLabel,
    scale: 'linear',
    min: 0,
    max: highest > 0 ? highest * 1.08 : 1,
    format: 'number',
  };
}

interface BarReadingProps {
  readonly chart: BarChart;
  readonly category: string | undefined;
  readonly spoken: RefObject<HTMLParagraphElement | null>;
}

function BarReading({ chart, category, spoken }: BarReadingProps) {
  const at = category === undefined ? -1 : chart.categories.indexOf(category);
  const readings = chart.series.map(({ letter, name, values }) => ({
    letter,
    name: `${letter} ${name}`,
    text: numberText(values[at] ?? 0),
  }));
  const words = readings.map(({ name, text }) => `${name} ${text}`).join(', ');
  useSpokenReading(spoken, at < 0 ? '' : `${category}: ${words}.`);
  if (at < 0) return null;
  return (
    <div className={styles.reading}>
      <strong>{category}</strong>
      {readings.map(({ letter, name, text }) => (
        <p key={letter}>
          {name} <strong>{text}</strong>
        </p>
      ))}
    </div>
  );
}
