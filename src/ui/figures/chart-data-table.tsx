import type { ChartTable } from '../../sizing/core/figure.ts';
import { numberText } from '../../sizing/core/number-text.ts';
import styles from './chart-figure.module.css';

/** A chart's numbers as a table. */
export function ChartDataTable({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
    <section className={styles.tableRegion} aria-label={`${title}, numbers`} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, i) => {
                const text = typeof cell === 'number' ? numberText(cell) : cell;
                const column = table.columns[i] ?? '';
                return i === 0 ? (
                  <th key={column} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={column}>{text}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
