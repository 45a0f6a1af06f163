import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { ChartTable } from '../../../sizing/core/figure.ts';
import type { Letter } from '../../../sizing/core/plan.ts';
import { OptionBadge } from '../../shell/badge.tsx';
import { ChartDataTable } from '../chart-data-table.tsx';
import chartStyles from '../chart-figure.module.css';
import { SaveButtons } from '../save-buttons.tsx';
import styles from './study.module.css';

interface FigureFrameProps {
  readonly figure: {
    readonly id: string;
    readonly title: string;
    readonly subtitle: string;
    readonly letter?: Letter;
  };
  /** The same numbers as a table; worked out only when it is asked for. */
  readonly table: () => ChartTable;
  /** Another figure takes the place of one that could not be drawn. */
  readonly children: ReactNode;
}

/** A study's picture as a question, its answer, the drawing, and the same numbers as a table or file. */
export function FigureFrame({ figure, table, children }: FigureFrameProps) {
  const titleId = useId();
  const tableId = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 't' || event.key === 'T') setIsTable(!isTable);
  };
  return (
    <figure className={chartStyles.figure} aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId} className={styles.title}>
          {figure.letter && <OptionBadge letter={figure.letter} />}
          <span>{figure.title}</span>
        </h2>
        <p>{figure.subtitle}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the drawing inside, which has the focus. */}
      <div ref={drawing} className={styles.drawing} onKeyDown={onKeyDown}>
        <ErrorBoundary resetKeys={[figure]} fallback={<Failed title={figure.title} table={table} />}>
          {children}
        </ErrorBoundary>
      </div>
      <footer className={chartStyles.actions}>
        <button
          type="button"
          aria-expanded={isTable}
          aria-controls={tableId}
          onClick={() => setIsTable(!isTable)}
        >
          {isTable ? 'Hide table' : 'Show as table'}
        </button>
        <SaveButtons
          id={figure.id}
          title={figure.title}
          rows={() => [table().columns, ...table().rows]}
          element={() => drawing.current}
        />
      </footer>
      <div id={tableId}>{isTable && <Twin title={figure.title} table={table} />}</div>
    </figure>
  );
}

interface TwinProps {
  readonly title: string;
  readonly table: () => ChartTable;
}

function Twin({ title, table }: TwinProps) {
  const rows = useMemo(() => table(), [table]);
  return <ChartDataTable title={title} table={rows} />;
}

function Failed(props: TwinProps) {
  return (
    <>
      <p className={chartStyles.failed}>The picture could not be drawn; here are its numbers.</p>
      <Twin {...props} />
    </>
  );
}
