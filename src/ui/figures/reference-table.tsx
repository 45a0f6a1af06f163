import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ReferenceTable } from '../../sizing/core/figure.ts';
import { OptionBadge } from '../shell/badge.tsx';
import { Cite } from '../sources/cite.tsx';
import styles from './reference-table.module.css';
import { useWidth } from './use-width.ts';

/** A guide's own table, with the row that applies and every cell in which an option differs marked. */
export function ReferenceTableFigure({ table }: { readonly table: ReferenceTable }) {
  const hasNotes = table.rows.some((row) => row.note !== undefined);
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h2>{table.title}</h2>
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
              {table.columns.map((column) => (
                <th key={column.label} scope="col" data-marked={column.isMarked ? '' : undefined}>
                  <span className={styles.column}>
                    {column.letter && <OptionBadge letter={column.letter} />}
                    {column.label}
                  </span>
                </th>
              ))}
              {hasNotes && (
                <th scope="col">
                  <span className="visually-hidden">Remark</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <Row
                key={row.cells.map((c) => c.text).join('|')}
                row={row}
                columns={table.columns}
                hasNotes={hasNotes}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </figure>
  );
}

interface RowProps {
  readonly row: ReferenceTable['rows'][number];
  readonly columns: ReferenceTable['columns'];
  readonly hasNotes: boolean;
}

function Row({ row, columns, hasNotes }: RowProps) {
  return (
    <tr data-marked={row.isMarked ? '' : undefined}>
      {row.cells.map((cell, i) => {
        const column = columns[i];
        const marked = column?.isMarked ? '' : undefined;
        const content = (
          <>
            {i === 0 && row.isMarked && (
              <span className={styles.pointer} aria-hidden="true">
                ▸
              </span>
            )}
            {cell.text}
            {cell.differs && (
              <span className={styles.differs}>
                {' '}
                <span aria-hidden="true">≠</span>
                <span className="visually-hidden">, differs</span>
              </span>
            )}
          </>
        );
        return i === 0 ? (
          <th key={column?.label} scope="row" data-marked={marked}>
            {content}
          </th>
        ) : (
          <td key={column?.label} data-marked={marked} data-differs={cell.differs ? '' : undefined}>
            {content}
          </td>
        );
      })}
      {hasNotes && <td className={styles.note}>{row.note}</td>}
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
  const width = useWidth(box, 0);
  const [overflows, setOverflows] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the width or the content changes.
  useLayoutEffect(() => {
    if (box.current) setOverflows(box.current.scrollWidth > box.current.clientWidth + 1);
  }, [width, children]);
  const region = overflows ? { role: 'region', tabIndex: 0, 'aria-label': `${label}, scrolls sideways` } : {};
  return (
    <div ref={box} className={styles.scroll} {...region}>
      {children}
    </div>
  );
}
