import { type KeyboardEvent, memo, Suspense, useId, useMemo, useRef, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { chartTables } from '../../sizing/core/chart-table.ts';
import type { Chart } from '../../sizing/core/figure.ts';
import { preloadable } from '../shell/preloadable.tsx';
import { ChartDataTable } from './chart-data-table.tsx';
import styles from './chart-figure.module.css';
import { chartHeight } from './chart-size.ts';
import { Measured } from './measured.tsx';
import { SaveButtons } from './save-buttons.tsx';
import { useLater } from './use-later.ts';
import { useNear } from './use-near.ts';
import { useSeen } from './use-seen.ts';

/** The charting code, which is large. */
export const rechartsChart = preloadable(async () => (await import('./recharts/chart.tsx')).RechartsChart);

interface ChartFigureProps {
  readonly chart: Chart;
}

/** A chart as a question, its answer, the drawing, and the same numbers as a table or file. */
export const ChartFigure = memo(function ChartFigure(props: ChartFigureProps) {
  const titleId = useId();
  const tableId = useId();
  const figure = useRef<HTMLElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const isNear = useNear(figure);
  // Typing comes first; the drawing follows when that has been painted, and its words with it.
  const chart = useLater(props.chart, useSeen(figure));
  const [isTable, setIsTable] = useState(false);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 't' || event.key === 'T') setIsTable(!isTable);
    else if (event.key === 'Escape' && document.activeElement instanceof SVGElement)
      document.activeElement.blur();
  };
  return (
    <figure ref={figure} className={styles.figure} data-kind={chart.kind} aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId}>{chart.title}</h2>
        <p>{chart.subtitle}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the drawing inside, which has the focus. */}
      <div
        ref={plot}
        className={styles.plot}
        style={{ minBlockSize: chartHeight(chart) }}
        onKeyDown={onKeyDown}
      >
        <ErrorBoundary resetKeys={[chart]} fallback={<Failed chart={chart} />}>
          <Suspense fallback={<EmptyPlot height={chartHeight(chart)} />}>
            {isNear ? (
              <Measured assumedWidth={340}>
                {(width) => <rechartsChart.Component chart={chart} width={width} isPaced />}
              </Measured>
            ) : (
              <EmptyPlot height={chartHeight(chart)} />
            )}
          </Suspense>
        </ErrorBoundary>
      </div>
      <div className={styles.actions}>
        <button
          type="button"
          aria-expanded={isTable}
          aria-controls={tableId}
          onClick={() => setIsTable(!isTable)}
        >
          {isTable ? 'Hide table' : 'Show as table'}
        </button>
        <SaveButtons
          id={chart.id}
          title={chart.title}
          rows={() => csvRowsOf(chart)}
          element={() => plot.current}
        />
      </div>
      <div id={tableId}>{isTable && <Tables chart={chart} />}</div>
    </figure>
  );
});

function Tables({ chart }: { readonly chart: Chart }) {
  const tables = useMemo(() => chartTables(chart), [chart]);
  return tables.map(({ title, table }) => <ChartDataTable key={title} title={title} table={table} />);
}

function Failed({ chart }: { readonly chart: Chart }) {
  return (
    <>
      <p className={styles.failed}>The chart could not be drawn; here are its numbers.</p>
      <Tables chart={chart} />
    </>
  );
}

/** Axis lines in the chart's place, so that nothing moves when it comes. */
function EmptyPlot({ height }: { readonly height: number }) {
  return (
    <div className={styles.empty} style={{ blockSize: height }}>
      <i />
    </div>
  );
}

/** The chart's tables under one another, each with its title where there are several. */
function csvRowsOf(chart: Chart) {
  const tables = chartTables(chart);
  return tables.flatMap(({ title, table }, i) => [
    ...(tables.length > 1 ? [...(i > 0 ? [[]] : []), [title]] : []),
    table.columns,
    ...table.rows,
  ]);
}
