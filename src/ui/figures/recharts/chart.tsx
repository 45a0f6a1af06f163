import { type ComponentProps, useMemo } from 'react';
import type { Chart, PanelChart, XyChart } from '../../../sizing/core/figure.ts';
import { panelHeight, plotHeight } from '../chart-size.ts';
import { InTurn } from '../in-turn.tsx';
import { useLater } from '../use-later.ts';
import { BarPlot } from './bar-plot.tsx';
import { isSameMark } from './mark-layout.ts';
import styles from './plot.module.css';
import { axisRoom } from './plot-frame.ts';
import { XyPlot } from './xy-plot.tsx';

interface RechartsChartProps {
  readonly chart: Chart;
  readonly width: number;
  /** Whether plots over one another come one a frame, so that none keeps a key waiting; on paper all come at once. */
  readonly isPaced?: boolean;
}

/** Draws a chart of any kind; the one door into the charting library. */
export function RechartsChart({ chart, width, isPaced = false }: RechartsChartProps) {
  switch (chart.kind) {
    case 'xy':
      return <XyPlot chart={chart} width={width} height={plotHeight(chart)} />;
    case 'bars':
      return <BarPlot chart={chart} width={width} height={plotHeight(chart)} />;
    case 'panels':
      return <Panels chart={chart} width={width} isPaced={isPaced} />;
  }
}

/** Plots over one another with a common x-axis; what marks mean is said once, above. */
function Panels({ chart, width, isPaced }: RechartsChartProps & { readonly chart: PanelChart }) {
  const panels = useMemo(
    () => chart.panels.map((panel, i) => (i === 0 ? panel : unnamed(panel, chart))),
    [chart],
  );
  const left = Math.max(...panels.map((panel) => axisRoom(panel.y)));
  const Plot = isPaced ? LaterPlot : XyPlot;
  const drawn = panels.map((panel, i) => {
    const isLast = i === panels.length - 1;
    return (
      <div key={panel.id}>
        <h3 className={styles.panelTitle} data-picture="">
          {panel.title}
        </h3>
        <Plot
          chart={panel}
          width={width}
          height={panelHeight(isLast)}
          hasXAxis={isLast}
          syncId={chart.id}
          left={left}
          hasLegend={panel.series.length > 1}
        />
      </div>
    );
  });
  return isPaced ? <InTurn>{drawn}</InTurn> : drawn;
}

/** Follows a new answer in a frame of its own. */
function LaterPlot(props: ComponentProps<typeof XyPlot>) {
  return <XyPlot {...props} chart={useLater(props.chart)} />;
}

/** A panel without the words of marks that the first panel names. */
function unnamed(panel: XyChart, { panels: [first] }: PanelChart): XyChart {
  const marks = panel.marks.map((mark) => {
    if (mark.axis === 'y' || !first?.marks.some((named) => isSameMark(named, mark))) return mark;
    const { detail, ...bare } = mark;
    return { ...bare, label: '' };
  });
  return { ...panel, marks };
}
