import type { Cell } from '../../sizing/core/explanation.ts';
import type { Verdict } from '../../sizing/core/size-view.ts';
import type { DataTable } from '../../sizing/core/study-figures.ts';
import styles from './paper-steps.module.css';

/** The ways to the option and back, step by step; `missing` when they had not loaded in time for the print. */
export type PaperRollout =
  | { readonly kind: 'steps'; readonly verdict: Verdict; readonly tables: readonly DataTable[] }
  | { readonly kind: 'missing' };

/** The steps of the rollout, with the least each leaves and the most it takes. */
export function PaperSteps({ rollout }: { readonly rollout: PaperRollout }) {
  const hasBad =
    rollout.kind === 'steps' && rollout.tables.some((t) => t.rows.some((row) => row.cells.some(isBad)));
  return (
    <section className={styles.steps}>
      <header className={styles.header}>
        <h2>Rollout steps</h2>
        {rollout.kind === 'missing' ? (
          <p>They had not loaded when this paper was printed.</p>
        ) : (
          <p>
            <strong>{rollout.verdict.headline}</strong> {hasBad && '▼ is short of the load or over a limit.'}
          </p>
        )}
      </header>
      {rollout.kind === 'steps' && rollout.tables.map((table) => <StepTable key={table.id} table={table} />)}
    </section>
  );
}

function StepTable({ table }: { readonly table: DataTable }) {
  return (
    <section className={styles.way}>
      <h3>
        {table.title} <span>{table.subtitle}</span>
      </h3>
      <table className={styles.table}>
        <colgroup>
          {table.columns.map((column) => (
            <col key={column.id} className={column.isNumber ? styles.number : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.id} scope="col" data-number={column.isNumber ? '' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id} data-marked={row.isMarked ? '' : undefined}>
              {table.columns.map((column, index) => (
                <StepCell key={column.id} cell={row.cells[index]} isNumber={column.isNumber} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StepCell({ cell, isNumber }: { readonly cell: Cell | undefined; readonly isNumber: boolean }) {
  const { text, unit, note } = cell ?? { text: '–' };
  return (
    <td data-number={isNumber ? '' : undefined} data-tone={cell?.tone}>
      {isBad(cell) && '▼ '}
      {[text, unit, note].filter((part) => part).join(' ')}
    </td>
  );
}

function isBad(cell: Cell | undefined): boolean {
  return cell?.tone === 'bad';
}
