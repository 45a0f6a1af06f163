import { type ReactNode, useId, useRef } from 'react';
import type { ReferenceTable } from '../../sizing/core/figure.ts';
import { OptionBadge } from '../shell/badge.tsx';
import { Cite } from '../sources/cite.tsx';
import styles from './reference-table.module.css';
import { useOverflows } from './use-overflows.ts';

/** A guide's own table, with the row that applies and every cell in which an option differs marked. */
export function ReferenceTableFigure({ table }: { readonly table: ReferenceTable }) {
  const kinds = table.columns.map((_, i) => columnKind(table, i));
  const titleId = useId();
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId}>{table.title}</h2>
        <p>
          {table.caption}
          {table.rules.map((ruleId) => (
            <span key={ruleId}>
              {' '}
              <Cite ruleId={ruleId} />
            </span>
          ))}
        </p>
      </figcaption>
      <ScrollRegion label={table.title}>
        <table className={styles.table}>
          <caption className="visually-hidden">{table.title}</caption>
          <thead>
            <tr>
              {table.columns.map((column, i) => (
                <th
                  key={column.label}
                  scope="col"
                  data-kind={kinds[i]}
                  data-marked={column.isMarked ? '' : undefined}
                >
                  <ColumnName column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <Row
                key={row.cells.map((c) => c.text).join('|')}
                row={row}
                columns={table.columns}
                kinds={kinds}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </figure>
  );
}

type ColumnKind = 'name' | 'number' | 'prose' | 'text';

const proseFrom = 24;

/** Numbers stand under one another and need little room, sentences need much. */
function columnKind({ rows }: ReferenceTable, index: number): ColumnKind {
  if (index === 0) return 'name';
  const texts = rows.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '');
  if (texts.every((text) => /^[\d.,]+( \/ [\d.,]+)?$/.test(text))) return 'number';
  return texts.some((text) => text.length >= proseFrom) ? 'prose' : 'text';
}

/** An option's column is named by its badge, and by more only where the label says more than the letter. */
function ColumnName({ column: { label, letter } }: { readonly column: ReferenceTable['columns'][number] }) {
  if (label === '') return <span className="visually-hidden">Figure</span>;
  if (letter === undefined) return <span className={styles.column}>{label}</span>;
  return (
    <span className={styles.column} data-option="">
      <OptionBadge letter={letter} />
      {label !== `Option ${letter}` && <span>{label}</span>}
    </span>
  );
}

interface RowProps {
  readonly row: ReferenceTable['rows'][number];
  readonly columns: ReferenceTable['columns'];
  readonly kinds: readonly ColumnKind[];
}

function Row({ row, columns, kinds }: RowProps) {
  const [name, ...cells] = row.cells;
  return (
    <tr data-marked={row.isMarked ? '' : undefined}>
      <th scope="row">
        {row.isMarked && (
          <span className={styles.pointer} aria-hidden="true">
            ▸
          </span>
        )}
        {name?.text}
        {row.note !== undefined && <span className={styles.note}>{row.note}</span>}
      </th>
      {cells.map((cell, i) => {
        const column = columns[i + 1];
        return (
          <td
            key={column?.label}
            data-kind={kinds[i + 1]}
            data-marked={column?.isMarked ? '' : undefined}
            data-differs={cell.differs ? '' : undefined}
          >
            <span>{cell.text}</span>
            {cell.differs && (
              <>
                <span className={styles.differs} aria-hidden="true">
                  ≠
                </span>
                <span className="visually-hidden">, differs</span>
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}

interface ScrollRegionProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Scrolls sideways by itself; reachable by keys only while there is something to scroll. */
function ScrollRegion({ label, children }: ScrollRegionProps) {
  const box = useRef<HTMLDivElement>(null);
  const overflows = useOverflows(box);
  const region = overflows ? { role: 'region', tabIndex: 0, 'aria-label': `${label}, scrolls sideways` } : {};
  return (
    <div ref={box} className={styles.scroll} {...region}>
      {children}
    </div>
  );
}
