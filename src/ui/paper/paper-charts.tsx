import type { Chart } from '../../sizing/core/figure.ts';
import { RechartsChart } from '../figures/recharts/chart.tsx';
import styles from './paper-charts.module.css';

export interface PaperChart {
  /** Unique among those printed; a chart's own is so within its view only. */
  readonly id: string;
  readonly chart: Chart;
  /** Made for a whole page's width; others stand two in a row. */
  readonly isWide: boolean;
}

/** Between the paper's margins, on A4 and on Letter, about as wide as on the screen for which they are laid out. */
const wholePx = 680;
const halfPx = 330;

/** The charts that were ticked for print, each whole on its page. */
export function PaperCharts({ charts }: { readonly charts: readonly PaperChart[] }) {
  return (
    <section className={styles.charts}>
      <h2>Charts</h2>
      <div className={styles.grid}>
        {charts.map(({ id, chart, isWide }) => (
          <figure key={id} className={styles.figure} data-wide={isWide ? '' : undefined}>
            <figcaption>
              <h3>{chart.title}</h3>
              <p>{chart.subtitle}</p>
            </figcaption>
            <RechartsChart chart={chart} width={isWide ? wholePx : halfPx} />
          </figure>
        ))}
      </div>
    </section>
  );
}
