import { useMemo } from 'react';
import type { Chart, PanelChart, XyChart } from '../../../sizing/core/figure.ts';
import { panelHeight, plotHeight } from '../chart-size.ts';
import { BarPlot } from './bar-plot.tsx';
import { isSameMark } from './mark-layout.ts';
import styles from './plot.module.css';
import { axisRoom } from './plot-frame.ts';
import { XyPlot } from './xy-plot.tsx';

/** Draws a chart of any kind; the one door into the charting library. */
export function RechartsChart({ chart, width }: { readonly chart: Chart; readonly width: number }) {
  switch (chart.kind) {
    case 'xy':
      return <XyPlot chart={chart} width={width} height={plotHeight(chart)} />;
    case 'bars':
      return <BarPlot chart={chart} width={width} height={plotHeight(chart)} />;
    case 'panels':
      return <Panels chart={chart} width={width} />;
  }
}

/** Plots over one another with a common x-axis; what marks mean is said once, above. */
function Panels({ chart, width }: { readonly chart: PanelChart; readonly width: number }) {
  const panels = useMemo(
    () => chart.panels.map((panel, i) => (i === 0 ? panel : unnamed(panel, chart))),
    [chart],
  );
  const left = Math.max(...panels.map((panel) => axisRoom(panel.y)));
  return panels.map((panel, i) => {
    const isLast = i === panels.length - 1;
    return (
      <div key={panel.id}>
        <h3 className={styles.panelTitle} data-picture="">
          {panel.title}
        </h3>
        <XyPlot
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
