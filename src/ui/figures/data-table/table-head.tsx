import { useId } from 'react';
import type { DataTable } from '../../../sizing/core/study-figures.ts';
import styles from './data-table.module.css';
import { readExpression } from './expression.ts';
import type { TableState } from './use-table-state.ts';

interface TableHeadProps {
  readonly table: DataTable;
  readonly state: TableState;
  /** As in the rows: columns whose numbers have notes begin at the left. */
  readonly digits: readonly (number | undefined)[];
  readonly hasFixes: boolean;
  readonly areFiltersOpen: boolean;
}

/** Headings that sort, and under the columns of numbers a field to filter them by. */
export function TableHead({ table, state, digits, hasFixes, areFiltersOpen }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {table.columns.map((column, i) => {
          const direction = state.sort?.columnId === column.id ? state.sort.direction : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              data-number={column.isNumber ? '' : undefined}
              data-noted={digits[i] === undefined ? undefined : ''}
              aria-sort={table.isSortable ? (direction ?? 'none') : undefined}
            >
              {table.isSortable ? (
                <button type="button" className={styles.sort} onClick={() => state.sortBy(column.id)}>
                  {column.label}
                  <span className={styles.sortSign} aria-hidden="true" data-on={direction}>
                    {direction === 'descending' ? '↓' : '↑'}
                  </span>
                </button>
              ) : (
                column.label
              )}
            </th>
          );
        })}
        {hasFixes && (
          <th scope="col" className={styles.fix}>
            <span className="visually-hidden">Action</span>
          </th>
        )}
      </tr>
      {areFiltersOpen && (
        <tr className={styles.filters}>
          {table.columns.map((column, i) => (
            <td
              key={column.id}
              data-number={column.isNumber ? '' : undefined}
              data-noted={digits[i] === undefined ? undefined : ''}
            >
              {column.isNumber && (
                <ColumnFilter
                  label={column.label}
                  typed={state.filter.byColumn[column.id] ?? ''}
                  onType={(typed) => state.setExpression(column.id, typed)}
                />
              )}
            </td>
          ))}
          {hasFixes && <td className={styles.fix} />}
        </tr>
      )}
    </thead>
  );
}

interface ColumnFilterProps {
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

function ColumnFilter({ label, typed, onType }: ColumnFilterProps) {
  const errorId = useId();
  const expression = readExpression(typed);
  return (
    <>
      <input
        type="text"
        className={styles.expression}
        aria-label={`Filter ${label}, for example >=8`}
        aria-invalid={!expression.ok}
        aria-errormessage={expression.ok ? undefined : errorId}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      {!expression.ok && (
        <span id={errorId} className={styles.expressionError}>
          {expression.message}
        </span>
      )}
    </>
  );
}
