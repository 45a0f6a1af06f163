import { Fragment, memo } from 'react';
import { cellNotes } from '../../sizing/core/cell-notes.ts';
import type { Cell } from '../../sizing/core/explanation.ts';
import type { ComparisonTable as Table } from '../../sizing/core/figure.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import { Explained } from '../sources/explained.tsx';
import type { BoardSort } from './board-sort.ts';
import styles from './comparison-table.module.css';
import toned from './toned.module.css';

interface ComparisonTableProps {
  readonly table: Table;
  /** In display order. */
  readonly options: readonly { readonly letter: Letter; readonly name: string; readonly problem?: string }[];
  readonly selected: Letter;
  readonly caption: string;
  /** Columns to make room for; more than options when the board keeps a place free. */
  readonly slots: number;
  readonly isNarrow: boolean;
  /** Columns too narrow for a value and its note with room around them. */
  readonly isCompact: boolean;
  readonly sort: BoardSort | null;
  readonly onSort: (rowId: string) => void;
}

/** Every number of the comparison, one column an option, in one table aligned with the gauge above. */
export const ComparisonTable = memo(function ComparisonTable(props: ComparisonTableProps) {
  const { table, options, selected, caption, slots, isNarrow, isCompact, sort, onSort } = props;
  return (
    <div
      className={styles.frame}
      data-picture=""
      data-narrow={isNarrow ? '' : undefined}
      data-compact={isCompact ? '' : undefined}
    >
      <div className={styles.columns} aria-hidden="true" style={{ gridTemplateColumns: columns(slots) }}>
        <i />
        {options.map((o) => (
          <i key={o.letter} data-selected={o.letter === selected ? '' : undefined} />
        ))}
      </div>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          <col style={{ inlineSize: 'var(--axis)' }} />
          <col span={slots} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Figure</span>
            </th>
            {options.map((o) => (
              <th key={o.letter} scope="col">
                <span className="visually-hidden">
                  Option {o.letter}, {o.name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {table.sections.map((section) => (
          <tbody key={section.title}>
            <tr className={styles.section}>
              <th scope="rowgroup" colSpan={options.length + 1}>
                <span>{section.title}</span>
              </th>
            </tr>
            {section.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" aria-sort={sort?.rowId === row.id ? sort.direction : undefined}>
                  <button type="button" className={styles.label} onClick={() => onSort(row.id)}>
                    {row.label}
                    <SortSign direction={sort?.rowId === row.id ? sort.direction : undefined} />
                  </button>
                </th>
                {options.map((o) => (
                  <td key={o.letter}>
                    <ValueCell cell={row.cells[o.letter]} label={`${row.label}, option ${o.letter}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
});

function columns(slots: number): string {
  return `var(--axis) repeat(${slots}, minmax(0, 1fr))`;
}

function SortSign({ direction }: { readonly direction: BoardSort['direction'] | undefined }) {
  return (
    <span className={styles.sortSign} aria-hidden="true" data-on={direction}>
      {direction === 'descending' ? '↓' : '↑'}
    </span>
  );
}

const ValueCell = memo(function ValueCell({
  cell,
  label,
}: {
  readonly cell: Cell | undefined;
  readonly label: string;
}) {
  if (!cell) {
    return (
      <Fragment>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">not worked out</span>
      </Fragment>
    );
  }
  const { own, other } = cellNotes(cell);
  return (
    <>
      <strong>
        <Explained cell={cell} label={label} />
      </strong>
      {cell.unit !== undefined && <span className={styles.unit}> {cell.unit}</span>}{' '}
      {own !== '' && (
        <span className={`${styles.note} ${toned.toned}`} data-tone={cell.tone ?? 'plain'}>
          {own}
        </span>
      )}
      {other !== '' && <span className={styles.other}> {other}</span>}
    </>
  );
});
