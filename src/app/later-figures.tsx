import { memo } from 'react';
import type { SizeView } from '../sizing/core/size-view.ts';
import { ChartFigure } from '../ui/figures/chart-figure.tsx';
import { InTurn } from '../ui/figures/in-turn.tsx';
import { ReferenceTableFigure } from '../ui/figures/reference-table.tsx';
import { useLater } from '../ui/figures/use-later.ts';
import styles from './size-page.module.css';

/** Charts and the guides' tables: each follows the board by itself, and only where it changed. */
export const LaterFigures = memo(function LaterFigures({
  charts,
  referenceTables,
}: Pick<SizeView, 'charts' | 'referenceTables'>) {
  return (
    <InTurn>
      <div className={styles.charts}>
        {charts.map((chart) => (
          <ChartFigure key={chart.id} chart={chart} />
        ))}
      </div>
      {referenceTables.map((table) => (
        <LaterTable key={table.id} table={table} />
      ))}
    </InTurn>
  );
});

const Table = memo(ReferenceTableFigure);

const LaterTable = memo(function LaterTable({ table }: Parameters<typeof ReferenceTableFigure>[0]) {
  return <Table table={useLater(table)} />;
});
