import type { Chart } from '../../../sizing/core/figure.ts';
import { panelHeight, plotHeight } from '../chart-size.ts';
import { BarPlot } from './bar-plot.tsx';
import styles from './plot.module.css';
import { axisRoom } from './plot-frame.ts';
import { XyPlot } from './xy-plot.tsx';

/** Draws a chart of any kind; the one door into the charting library. */
export function RechartsChart({ chart, width }: { readonly chart: Chart; readonly width: number }) {
  switch (chart.kind) {
    case 'xy':
      return <XyPlot chart={chart} width={width} height={plotHeight} />;
    case 'bars':
      return <BarPlot chart={chart} width={width} height={plotHeight} />;
    case 'panels': {
      const left = Math.max(...chart.panels.map((panel) => axisRoom(panel.y)));
      return chart.panels.map((panel, i) => {
        const isLast = i === chart.panels.length - 1;
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
            />
          </div>
        );
      });
    }
  }
}
