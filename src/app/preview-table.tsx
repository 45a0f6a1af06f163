import type { ReactNode } from 'react';
import type { TextPlace } from '../sizing/core/import.ts';
import styles from './file-dialog.module.css';

interface PreviewTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  /** A row a value. */
  readonly children: ReactNode;
}

/** One part of what a file holds or gets, under its heading. */
export function PreviewTable({ title, columns, children }: PreviewTableProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}

interface LineButtonProps {
  readonly place: TextPlace;
  readonly onGoTo: (place: TextPlace) => void;
}

/** Leads to a line of the file in the editor. */
export function LineButton({ place, onGoTo }: LineButtonProps) {
  return (
    <button type="button" onClick={() => onGoTo(place)}>
      Line {place.line}
    </button>
  );
}
