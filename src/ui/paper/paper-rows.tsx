import { cellNotes } from '../../sizing/core/cell-notes.ts';
import type { Cell } from '../../sizing/core/explanation.ts';
import type { ComparisonTable } from '../../sizing/core/figure.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import toned from '../figures/toned.module.css';
import styles from './paper-rows.module.css';

interface PaperRowsProps {
  readonly section: ComparisonTable['sections'][number];
  readonly order: readonly Letter[];
  readonly selected: Letter;
}

/** A section of the comparison, in the plan's order. */
export function PaperRows({ section, order, selected }: PaperRowsProps) {
  return (
    <tbody className={styles.rows}>
      <tr className={styles.section}>
        <th scope="rowgroup" colSpan={order.length + 1}>
          {section.title}
        </th>
      </tr>
      {section.rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">{row.label}</th>
          {order.map((letter) => (
            <td key={letter} data-selected={letter === selected ? '' : undefined}>
              <Value cell={row.cells[letter]} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Value({ cell }: { readonly cell: Cell | undefined }) {
  if (!cell) return <span className={styles.note}>not worked out</span>;
  const { own, other } = cellNotes(cell);
  return (
    <>
      <strong>{cell.text}</strong>{' '}
      {cell.unit !== undefined && <span className={styles.note}>{cell.unit}</span>}{' '}
      {own !== '' && (
        <span className={`${styles.note} ${toned.toned}`} data-tone={cell.tone ?? 'plain'}>
          {own}
        </span>
      )}
      {other !== '' && <span className={styles.other}> {other}</span>}
    </>
  );
}
