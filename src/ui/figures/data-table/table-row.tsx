import { Fragment, memo } from 'react';
import type { Cell } from '../../../sizing/core/explanation.ts';
import type { Edit } from '../../../sizing/core/finding.ts';
import type { DataRow, DataTable } from '../../../sizing/core/study-figures.ts';
import { OptionBadge } from '../../shell/badge.tsx';
import { Button } from '../../shell/button.tsx';
import { Explained } from '../../sources/explained.tsx';
import { ToneSign } from '../study/tone-sign.tsx';
import styles from './data-table.module.css';

interface TableRowProps {
  readonly row: DataRow;
  readonly columns: DataTable['columns'];
  /** By column: how many characters to right-align numbers in, where notes stand behind them. */
  readonly digits: readonly (number | undefined)[];
  readonly hasFixes: boolean;
  readonly onEdit: (edit: Edit) => void;
}

/** One row: its option, its cells with their explanations, and what can be done with it. */
export const TableRow = memo(function TableRow({ row, columns, digits, hasFixes, onEdit }: TableRowProps) {
  const name = rowName(row, columns);
  return (
    <tr data-marked={row.isMarked ? '' : undefined}>
      {columns.map((column, i) => {
        const cell = row.cells[i];
        const label = `${column.label}, ${row.letter ? `option ${row.letter}` : name}`;
        const attributes = {
          'data-number': column.isNumber ? '' : undefined,
          'data-noted': digits[i] === undefined ? undefined : '',
        };
        const content = cell && <CellContent cell={cell} label={label} digits={digits[i]} />;
        return i === 0 ? (
          <th key={column.id} scope="row" {...attributes}>
            <span className={styles.first}>
              {row.isMarked && (
                <span className={styles.pointer}>
                  <span aria-hidden="true">▸</span>
                  <span className="visually-hidden">Marked: </span>
                </span>
              )}
              {row.letter && <OptionBadge letter={row.letter} />}
              <span>{content}</span>
            </span>
          </th>
        ) : (
          <td key={column.id} {...attributes}>
            {content}
          </td>
        );
      })}
      {hasFixes && (
        <td className={styles.fix}>
          {row.fix && <FixButton label={row.fix.label} name={name} edit={row.fix.edit} onEdit={onEdit} />}
        </td>
      )}
    </tr>
  );
});

/** Tells a row from others: its first text, or its first numbers with what they are. */
function rowName(row: DataRow, columns: DataTable['columns']): string {
  const text = row.cells.find((cell, i) => columns[i]?.isNumber === false && cell.text !== '')?.text;
  if (text !== undefined) return text;
  return columns
    .slice(0, 4)
    .map((column, i) => `${column.label} ${row.cells[i]?.text ?? ''}`)
    .join(', ');
}

interface FixButtonProps {
  readonly label: string;
  readonly name: string;
  readonly edit: Edit;
  readonly onEdit: (edit: Edit) => void;
}

function FixButton({ label, name, edit, onEdit }: FixButtonProps) {
  return (
    <Button size="small" aria-label={`${label}: ${name}`} onClick={() => onEdit(edit)}>
      {label}
    </Button>
  );
}

interface CellContentProps {
  readonly cell: Cell;
  readonly label: string;
  readonly digits: number | undefined;
}

function CellContent({ cell, label, digits }: CellContentProps) {
  const tone = cell.tone ?? 'plain';
  const notes = [cell.note ?? '', cell.explain?.other ?? ''].filter((note) => note !== '');
  const value = (
    <>
      <Explained cell={cell} label={label} />
      {cell.unit !== undefined && <span className={styles.unit}> {cell.unit}</span>}
    </>
  );
  // Most are this; a table has hundreds, and each element more is laid out with every answer.
  if (tone === 'plain' && notes.length === 0 && digits === undefined)
    return <span className={styles.judged}>{value}</span>;
  return (
    <span className={styles.cell} data-tone={tone}>
      <span className={styles.judged}>
        <ToneSign tone={tone} />
        <span className={styles.value} style={digits === undefined ? undefined : { '--digits': digits }}>
          {value}
        </span>
      </span>
      {notes.map((note, at) => (
        // Two notes may say the same, and none has a state.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <Fragment key={at}>
          {' '}
          <span className={styles.note}>{note}</span>
        </Fragment>
      ))}
    </span>
  );
}
