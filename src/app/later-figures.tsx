import { useDeferredValue } from 'react';
import type { Evaluation } from '../sizing/core/calculator.ts';
import { ChartFigure } from '../ui/figures/chart-figure.tsx';
import { ReferenceTableFigure } from '../ui/figures/reference-table.tsx';
import styles from './size-page.module.css';

/** Charts and the guides' tables may lag a keystroke behind; verdict and board may not. */
export function LaterFigures({ result }: { readonly result: NonNullable<Evaluation['result']> }) {
  const { charts, referenceTables } = useDeferredValue(result);
  return (
    <>
      <div className={styles.charts}>
        {charts.map((chart) => (
          <ChartFigure key={chart.id} chart={chart} />
        ))}
      </div>
      {referenceTables.map((table) => (
        <ReferenceTableFigure key={table.id} table={table} />
      ))}
    </>
  );
}
